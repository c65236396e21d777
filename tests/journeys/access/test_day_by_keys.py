"""A day's work without a mouse: written, mended, sent, taken back, found again and sent once more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QTableView, QWidget

from smsdesk.store.settings import Settings, save_settings

if TYPE_CHECKING:
    from smsdesk.demo import Demo
    from tests.helpers.window.operator import OpenDemo, Operator

_Key = Qt.Key
ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier


class Keys:
    """Presses keys where the focus is, and nothing else."""

    def __init__(self, operator: Operator) -> None:
        self._operator = operator

    def at(self) -> QWidget:
        widget = QApplication.focusWidget()
        assert widget is not None
        return widget

    def press(self, *keys: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        for key in keys:
            QTest.keyClick(self.at(), key, modifiers)

    def write(self, text: str) -> None:
        QTest.keyClicks(self.at(), text)

    def tab_to(self, name: str) -> None:
        for _ in range(30):
            if self.at().objectName() == name:
                return
            self.press(_Key.Key_Tab)
        raise AssertionError(f"Tab does not lead to {name}")

    async def back_in_the_window(self) -> None:
        """The screen that is not there gives the keyboard back to nobody when a dialog goes."""
        self._operator.window.activateWindow()
        await self._operator.until(lambda: QApplication.focusWidget() is not None)

    async def send(self) -> None:
        """Ask for it, and confirm it."""
        self.press(_Key.Key_Return, modifiers=CONTROL)
        await self._operator.until(lambda: self._operator.sees("confirmSendButton"))
        await self._operator.until(lambda: isinstance(self.at().window(), QDialog))
        self.press(_Key.Key_Return, modifiers=CONTROL)
        await self._operator.until(lambda: not self._operator.sees("confirmSendButton"))
        await self.back_in_the_window()


async def test_a_day_by_keys(open_demo: OpenDemo, demo: Demo) -> None:
    save_settings(demo.folder / "settings.json", Settings(undo_seconds=60))
    operator = open_demo()
    await operator.ready()
    keys = Keys(operator)
    await operator.until(operator.message.hasFocus)

    keys.write("Closed on Sunday")
    keys.tab_to("recipientsInput")
    for person in ("Amal 90000012", "Omar 9000001"):
        keys.write(person)
        keys.press(_Key.Key_Return)
    assert operator.label("peopleCount") == "1 person"

    keys.tab_to("recipientsTable")
    keys.press(_Key.Key_End, modifiers=CONTROL)
    keys.press(_Key.Key_Home, _Key.Key_Right, _Key.Key_F2)
    keys.press(_Key.Key_A, modifiers=CONTROL)
    keys.write("90000014")
    keys.press(_Key.Key_Return)
    await operator.until(lambda: operator.label("peopleCount") == "2 people")

    await keys.send()
    await operator.counts_down()
    keys.press(_Key.Key_Z, modifiers=CONTROL)
    await operator.until(lambda: operator.states() == ["cancelled"] * 2)
    await operator.until(lambda: not operator.message.isReadOnly())
    assert operator.message.toPlainText() == "Closed on Sunday"

    keys.press(_Key.Key_1, modifiers=CONTROL)
    keys.press(_Key.Key_A, modifiers=CONTROL)
    keys.press(_Key.Key_Delete)
    keys.press(_Key.Key_F, modifiers=CONTROL)
    keys.write("closed")
    await operator.until(lambda: len(operator.rows("historyTable")) == 1)
    keys.press(_Key.Key_Down)
    assert keys.at() is operator.find(QTableView, "historyTable")
    keys.press(_Key.Key_G, modifiers=ALT)
    await operator.until(lambda: operator.message.toPlainText() == "Closed on Sunday")
    assert operator.label("peopleCount") == "2 people"
