"""Every text can be read in light, dark and high contrast, and everything that can be worked has a name for a screen
reader, in the order of what is seen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
)

from smsdesk.sandbox.faults import Fault
from smsdesk.ui.widgets.colours import contrast
from tests.helpers.dialogs.reading import nameless, unreadable
from tests.helpers.window.palettes import PALETTES
from tests.helpers.window.pixels import picture

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QAccessibleInterface

    from smsdesk.demo import Demo
    from tests.helpers.window.operator import Operator


@pytest.fixture(params=PALETTES)
def coloured(qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[str]:
    before = QPalette(qapp.palette())
    qapp.setPalette(PALETTES[request.param](qapp))
    yield request.param
    qapp.setPalette(before)


async def in_trouble(operator: Operator, demo: Demo) -> None:
    """A window that has much to say: rows of each verdict, a stop, an outcome, a notice."""
    demo.sandbox.faults.then(Fault.HTML_PAGE)
    operator.write("Closed on Sunday")
    operator.add("Amal 90000012\n90000013")
    operator.send()
    await operator.halted()
    await operator.until(lambda: operator.rows("historyTable"))
    operator.write("a" * 170)
    operator.add("Amal 90000014\nSaid 900000\n90000015\n+968 9000 0015\n0096890000016")
    operator.window.notice.add("Saved.")


# --- read


async def test_every_text_of_the_window_can_be_read(operator: Operator, demo: Demo, coloured: str) -> None:
    await in_trouble(operator, demo)
    assert unreadable(operator.window) == [], coloured


# --- named


async def test_everything_in_the_window_has_a_name(operator: Operator, demo: Demo) -> None:
    await in_trouble(operator, demo)
    assert nameless(operator.window) == []


# --- in order


def walk(interface: QAccessibleInterface | None) -> Iterator[QAccessibleInterface]:
    if interface is None or interface.state().invisible:  # type: ignore[attr-defined]
        return
    yield interface
    for place in range(interface.childCount()):
        yield from walk(interface.child(place))


async def test_a_screen_reader_reads_in_the_order_of_what_is_seen(operator: Operator) -> None:
    names = [each.object().objectName() for each in walk(QAccessible.queryAccessibleInterface(operator.window))
             if each.object() is not None]  # fmt: skip
    seen = [
        "accountCombo", "balanceValue", "messageEdit", "sendButton", "recipientsInput", "recipientsTable",
        "historyTable", "deliveriesTable",
    ]  # fmt: skip
    assert [name for name in names if name in seen] == seen


# --- without colour


async def test_the_focus_of_chips_and_boxes_is_seen(operator: Operator) -> None:
    operator.add("Amal 90000012\nSaid 900000")
    operator.write("Don’t come")
    names = ("chipReady", "addRecipientsButton", "sendButton", "importButton", "balancePictureButton",
             "plainCharactersButton", "editAccountButton")  # fmt: skip
    for name in names:
        widget = operator.find(QAbstractButton, name)
        operator.message.setFocus()
        without = picture(widget)
        widget.setFocus()
        QTest.keyClick(widget, Qt.Key.Key_Tab)  # only who walks by keys is shown where
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
        assert widget.hasFocus(), name
        within = picture(widget)
        best = max(
            contrast(without.pixelColor(x, y), within.pixelColor(x, y))
            for x in range(within.width())
            for y in range(within.height())
        )
        assert best >= 1.5, name
