"""Every button of the window has a letter that presses it with Alt, and no two that stand there together share one."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QMenu, QPushButton, QTableView, QWidget

from smsdesk.store.settings import Settings, save_settings
from smsdesk.ui.text.formatting import without_letter
from smsdesk.ui.text.languages import LANGUAGES
from smsdesk.ui.widgets.listing.chip import Chip

if TYPE_CHECKING:
    from collections.abc import Callable

    from smsdesk.demo import Demo
    from tests.helpers.window.operator import OpenDemo, Operator

ALT = Qt.KeyboardModifier.AltModifier


def letter(text: str) -> str:
    found = re.search(r"&(\w)", text.replace("&&", ""))
    return found[1].lower() if found else ""


def pressed_with_alt(operator: Operator) -> dict[str, list[str]]:
    """What each letter presses or goes to now, menus too."""
    window = operator.window
    texts = [action.text() for action in window.menuBar().actions()]
    texts += [each.text() for each in window.findChildren(QAbstractButton) if each.isVisible() and each.isEnabled()]
    texts += [each.text() for each in window.findChildren(QLabel) if each.isVisible() and each.buddy() is not None]
    letters: dict[str, list[str]] = {}
    for text in texts:
        if letter(text):
            letters.setdefault(letter(text), []).append(text)
    return letters


def without_a_letter(operator: Operator) -> list[str]:
    buttons = [each for each in operator.window.findChildren(QPushButton) if each.isVisible() and each.text()]
    return [each.objectName() for each in buttons if not letter(each.text()) and not isinstance(each, Chip)]


def clashes(operator: Operator) -> list[list[str]]:
    return [texts for texts in pressed_with_alt(operator).values() if len(texts) > 1]


def announce(operator: Operator) -> None:
    operator.write("Closed on Sunday")
    operator.add("Amal 90000012\nSaid 90000013")
    operator.send()


async def nothing_yet(_operator: Operator, _demo: Demo) -> None:
    pass


async def ready(operator: Operator, _demo: Demo) -> None:
    operator.write("Don’t come on Sunday")
    operator.add("Amal 90000012\nSaid 90000013\nHuda 965 9000 0044")


async def done(operator: Operator, _demo: Demo) -> None:
    announce(operator)
    await operator.until(lambda: operator.sees("useSentAgainButton"))
    operator.click_cell("historyTable", 0, 1)


async def a_gateway_that_is_away(operator: Operator, demo: Demo) -> None:
    demo.sandbox.pause()
    announce(operator)
    await operator.halted()
    operator.write("Don’t come on Monday")


async def stopped(operator: Operator, demo: Demo) -> None:
    await a_gateway_that_is_away(operator, demo)
    operator.press("cancelRestButton")
    await operator.until(lambda: operator.states() == ["cancelled"] * 2)
    operator.click_cell("historyTable", 0, 1)
    await operator.until(lambda: operator.sees("sendRestButton"))


async def a_notice(operator: Operator, demo: Demo) -> None:
    await ready(operator, demo)
    operator.window.notice.say("Saved.")


async def a_small_window(operator: Operator, demo: Demo) -> None:
    await ready(operator, demo)
    operator.window.resize(860, 620)


@pytest.mark.parametrize("state", [nothing_yet, ready, done, a_gateway_that_is_away, stopped, a_notice, a_small_window])
@pytest.mark.parametrize("language", list(LANGUAGES))
async def test_each_button_has_one_of_its_own(
    open_demo: OpenDemo, demo: Demo, state: Callable[[Operator, Demo], object], language: str
) -> None:
    save_settings(demo.folder / "settings.json", Settings(undo_seconds=0, language=language))
    operator = open_demo()
    await operator.at_rest()
    await state(operator, demo)  # type: ignore[misc]
    assert without_a_letter(operator) == []
    assert clashes(operator) == []


async def test_an_entry_of_a_menu_has_one_of_its_own_in_arabic_too(open_demo: OpenDemo, demo: Demo) -> None:
    save_settings(demo.folder / "settings.json", Settings(language="ar"))
    operator = open_demo()
    await operator.ready()
    for action in operator.window.menuBar().actions():
        menu = action.menu()
        assert isinstance(menu, QMenu)
        menu.aboutToShow.emit()
        letters = Counter(letter(each.text()) for each in menu.actions() if not each.isSeparator())
        assert "" not in letters, action.text()
        assert [each for each, times in letters.items() if times > 1] == [], action.text()


async def test_what_can_be_taken_back_has_one_too(open_demo: OpenDemo, demo: Demo) -> None:
    save_settings(demo.folder / "settings.json", Settings(undo_seconds=60))
    operator = open_demo()
    await operator.ready()
    announce(operator)
    await operator.counts_down()
    assert without_a_letter(operator) == []
    assert clashes(operator) == []
    operator.window.activateWindow()
    await operator.until(operator.message.hasFocus)
    QTest.keyClick(operator.message, Qt.Key.Key_U, ALT)
    await operator.until(lambda: operator.states() == ["cancelled"] * 2)


def focus() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


@pytest.mark.parametrize(
    ("key", "name"),
    [(Qt.Key.Key_N, "senderEdit"), (Qt.Key.Key_T, "accountCombo")],
)
async def test_a_letter_of_a_caption_goes_to_its_field(operator: Operator, key: Qt.Key, name: str) -> None:
    QTest.keyClick(operator.message, key, ALT)
    at = focus()
    assert name in (at.objectName(), *(each.objectName() for each in at.findChildren(QLineEdit)))


async def test_the_people_are_added_and_taken_off_and_the_message_sent_by_letters(operator: Operator) -> None:
    operator.write("Closed on Sunday")
    operator.paste("Amal 90000012\nSaid 90000013", operator.paste_box)
    for key, people in ((Qt.Key.Key_D, 2), (Qt.Key.Key_M, 1), (Qt.Key.Key_U, 2)):
        operator.find(QTableView, "recipientsTable").selectRow(0)
        QTest.keyClick(focus(), key, ALT)  # a button is seen to go down, and up a moment later
        await operator.until(lambda people=people: len(operator.rows("recipientsTable")) == people)
    QTest.keyClick(operator.message, Qt.Key.Key_S, ALT)
    await operator.until(lambda: operator.sees("cancelSendButton"))
    operator.press("cancelSendButton")


async def test_an_entry_of_a_folded_menu_is_chosen_by_the_letter_of_its_button(operator: Operator) -> None:
    (menu,) = operator.window.findChildren(QMenu, "moreAccountMenu")
    letters = Counter(letter(action.text()) for action in menu.actions())
    assert letters == Counter("ic")


def test_a_text_without_its_letter_keeps_an_ampersand_that_is_meant() -> None:
    assert without_letter("Cance&l the %n") == "Cancel the %n"
    assert without_letter("Q&&A by &phone") == "Q&A by phone"
