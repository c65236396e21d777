"""The window fits every screen: what sends, takes back and stops is on it, at any font, in every state."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QByteArray, QCoreApplication, QEvent, QSize
from PySide6.QtWidgets import QPushButton, QSplitter, QTableView

from smsdesk.sandbox.faults import Fault
from smsdesk.store.settings import Settings, load_settings, save_settings
from tests.helpers.window.fitting import is_whole, not_whole

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QApplication

    from smsdesk.demo import Demo
    from tests.helpers.window.operator import OpenDemo, Operator

TITLE_BAR = 30
SCREENS = {
    "1024x700": QSize(1024, 700),
    "1280x680": QSize(1280, 680),
    "1366x768": QSize(1366, 768),
    "1366x768 at 125 %": QSize(1093, 614),
    "1366x768 at 150 %": QSize(911, 512),
    "1920x1080 at 200 %": QSize(960, 540),
    "860x700": QSize(860, 700),
}
LARGE = {"1024x700", "1280x680", "1366x768"}
NEEDED = ("sendButton", "undoSendButton", "stopButton", "useSentAgainButton", "continueButton", "cancelRestButton")


@pytest.fixture(
    params=[(9.0, "en"), (13.0, "en"), (18.0, "en"), (9.0, "ar"), (18.0, "ar")], ids=lambda p: f"{p[0]:g} pt {p[1]}"
)
def points(request: pytest.FixtureRequest, qapp: QApplication, demo: Demo) -> Iterator[float]:
    """The size of the text; the window speaks a language in it."""
    points, language = request.param
    save_settings(demo.folder / "settings.json", Settings(undo_seconds=0, language=language))
    before = qapp.font()
    font = qapp.font()
    font.setPointSizeF(points)
    qapp.setFont(font)
    yield points
    qapp.setFont(before)


def screens(points: float) -> dict[str, QSize]:
    return {name: size for name, size in SCREENS.items() if points <= 13 or name in LARGE}


def fit_into(operator: Operator, screen: QSize) -> None:
    operator.window.resize(screen.width(), screen.height() - TITLE_BAR)
    for _ in range(3):  # what is laid out anew may lay out other things anew
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)


def misfits(operator: Operator, points: float, *also: str) -> dict[str, list[str]]:
    """What is not on the screen though it is needed, by screen."""
    found: dict[str, list[str]] = {}
    for name, screen in screens(points).items():
        fit_into(operator, screen)
        window = operator.window
        wrong = not_whole(button for each in (*NEEDED, *also) for button in window.findChildren(QPushButton, each))
        if window.width() > screen.width() or window.height() > screen.height() - TITLE_BAR:
            wrong.append(f"the window is {window.width()}x{window.height()}")
        if not is_whole(window.compose.place):
            wrong.append("the place that tells about sending")
        table = operator.find(QTableView, "recipientsTable")
        if table.horizontalScrollBar().maximum():
            wrong.append("the names, which are scrolled out of sight")
        if wrong:
            found[name] = wrong
    return found


def announce(operator: Operator, people: int = 3) -> None:
    operator.write("Closed on Sunday")
    operator.add("\n".join(f"900000{number:02}" for number in range(10, 10 + people)))
    operator.send()


async def test_what_is_written(points: float, operator: Operator) -> None:
    operator.write("Don’t come on Sunday: " + "the school is closed. " * 8)
    operator.add("\n".join(f"Amal {number} 900000{number:02}" for number in range(10, 60)))
    assert misfits(operator, points) == {}


async def test_what_can_be_taken_back(points: float, open_demo: OpenDemo, demo: Demo) -> None:
    kept = demo.folder / "settings.json"
    save_settings(kept, replace(load_settings(kept).settings, undo_seconds=60))
    operator = open_demo()
    await operator.ready()
    announce(operator)
    await operator.counts_down()
    assert misfits(operator, points) == {}


async def test_a_gateway_that_is_away(points: float, operator: Operator, demo: Demo) -> None:
    await operator.at_rest()
    demo.sandbox.pause()
    announce(operator)
    await operator.halted()
    operator.window.notice.say("Some settings could not be used, so the usual ones took their place. " * 2)
    operator.write("Written meanwhile")
    assert misfits(operator, points, "dismissButton") == {}


async def test_a_login_that_is_refused(points: float, new_password: Callable[[], str], operator: Operator) -> None:
    new_password()
    announce(operator)
    await operator.halted()
    assert misfits(operator, points, "changePasswordButton") == {}


async def test_no_trouble_and_no_choice_moves_a_splitter(operator: Operator, demo: Demo) -> None:
    await operator.at_rest()
    demo.sandbox.faults.then(Fault.HTML_PAGE)
    before = splitters(operator)
    announce(operator)
    await operator.halted()
    assert splitters(operator) == before
    operator.click_cell("historyTable", 0, 1)
    assert splitters(operator) == before


def splitters(operator: Operator) -> dict[str, QByteArray]:
    found = operator.window.findChildren(QSplitter)
    names = ("deskSplitter", "workSplitter")
    return {each.objectName(): each.saveState() for each in found if each.objectName() in names}


async def test_narrow_the_message_stands_over_the_people_and_the_history_is_a_drawer(operator: Operator) -> None:
    announce(operator, 1)
    await operator.until(lambda: operator.states() == ["accepted"])
    await operator.at_rest()
    fit_into(operator, QSize(860, 700))
    assert operator.window.work.stacked
    assert not operator.sees("historyTable")
    assert "Closed on Sunday" in operator.label("newestMessage")
    await operator.until(lambda: operator.label("newestOutcome") == "1 accepted")
    operator.press("historyDrawerButton")
    assert operator.sees("historyTable")
    operator.press("historyDrawerButton")
    assert operator.sees("sendTitle")
    fit_into(operator, QSize(1366, 768))
    assert not operator.window.work.stacked
    assert operator.find(QTableView, "historyTable").isVisible()


async def test_sending_closes_the_drawer(open_demo: OpenDemo, demo: Demo) -> None:
    save_settings(demo.folder / "settings.json", Settings(undo_seconds=60))
    operator = open_demo()
    await operator.ready()
    operator.write("Closed on Sunday")
    operator.add("90000012")
    fit_into(operator, QSize(911, 512))
    operator.press("sendButton")
    operator.press("historyDrawerButton")
    operator.press("confirmSendButton")
    await operator.counts_down()
    assert is_whole(operator.find(QPushButton, "undoSendButton"))
