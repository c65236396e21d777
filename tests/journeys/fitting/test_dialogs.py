"""Every dialog that the window opens fits every screen, and its buttons are on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSize
from PySide6.QtWidgets import QAbstractButton, QDialog, QDialogButtonBox, QLineEdit, QScrollArea, QWidget

from tests.helpers.window.fitting import not_whole

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QApplication

    from tests.helpers.window.operator import Operator

TITLE_BAR = 30
SMALL = (QSize(1024, 700), QSize(1093, 614), QSize(911, 512), QSize(960, 540))
LARGE = (QSize(1024, 700), QSize(1280, 680))


@pytest.fixture(params=[9.0, 18.0], ids=lambda size: f"{size:g} pt")
def points(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[float]:
    before = qapp.font()
    font = qapp.font()
    font.setPointSizeF(request.param)
    qapp.setFont(font)
    yield request.param
    qapp.setFont(before)


def confirm(operator: Operator) -> None:
    operator.write("Closed on Sunday, don’t come. " * 5)
    operator.add("\n".join(f"Amal {number} 900000{number:02}" for number in range(10, 60)) + "\n+44 7700 900123\n900")
    operator.press("sendButton")


def change_account(operator: Operator) -> None:
    operator.trigger("&Edit…")
    for field in operator.window.findChildren(QLineEdit, "accountNameEdit"):
        field.setText("A name that is longer than any name of an account should be, in the front office of the school")


OPENED: dict[str, Callable[[Operator], None]] = {
    "settings": lambda operator: operator.trigger("&Settings…"),
    "a new account": lambda operator: operator.trigger("&Add…"),
    "an account": change_account,
    "deleting an account": lambda operator: operator.trigger("&Delete…"),
    "the balance": lambda operator: operator.trigger("&Balance…"),
    "the confirmation": confirm,
    "the help": lambda operator: operator.trigger("smsdesk &help"),
    "the licences": lambda operator: operator.trigger("&Licences…"),
    "about": lambda operator: operator.trigger("&About smsdesk"),
}


def of_its_own(dialog: QWidget) -> list[QAbstractButton]:
    """The buttons at the foot of a dialog: what scrolls has others, which scroll."""
    boxes = [each for each in dialog.findChildren(QDialogButtonBox) if each.isVisible()]
    named = ("confirmSendButton", "cancelSendButton", "testConnectionButton")
    found = [button for box in boxes for button in box.buttons()]
    found += [button for name in named for button in dialog.findChildren(QAbstractButton, name)]
    return [each for each in found if not any(area.isAncestorOf(each) for area in dialog.findChildren(QScrollArea))]


@pytest.mark.parametrize("which", OPENED)
async def test_its_buttons_are_on_the_screen(points: float, which: str, operator: Operator) -> None:
    await operator.at_rest()
    OPENED[which](operator)
    await operator.until(lambda: any(each.isVisible() for each in operator.window.findChildren(QDialog)))
    (dialog,) = (each for each in operator.window.findChildren(QDialog) if each.isVisible())
    found: dict[str, object] = {}
    for screen in SMALL if points < 18 else LARGE:
        room = screen - QSize(0, TITLE_BAR)
        dialog.resize(dialog.sizeHint().boundedTo(room))
        for _ in range(3):
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        dialog.resize(dialog.size().boundedTo(room))
        wrong: list[str] = not_whole(of_its_own(dialog))
        if dialog.size().boundedTo(room) != dialog.size():
            wrong.append(f"the dialog is {dialog.width()}x{dialog.height()}")
        if wrong:
            found[f"{screen.width()}x{screen.height()}"] = wrong
    dialog.done(QDialog.DialogCode.Rejected)  # what was typed is not asked about
    assert found == {}
