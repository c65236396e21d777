from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip

from smsdesk.ui.widgets.elided.elided_combo import ElidedCombo
from tests.helpers.window.pixels import picture

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

LONG = "SMS Office — Front desk of the Al Noor School"


@pytest.fixture
def combo(qtbot: QtBot) -> ElidedCombo:
    made = ElidedCombo()
    qtbot.addWidget(made)
    made.addItem(LONG)
    made.show()
    return made


def test_what_fits_is_shown_whole(combo: ElidedCombo) -> None:
    combo.resize(combo.sizeHint().width() + 20, 30)
    assert combo.elided() == LONG


def test_what_does_not_fit_ends_in_an_ellipsis_and_is_the_tooltip(combo: ElidedCombo, qtbot: QtBot) -> None:
    combo.resize(160, 30)
    assert combo.elided().endswith("…")
    assert combo.currentText() == LONG
    shown = picture(combo)
    combo.setItemText(0, combo.elided())
    assert picture(combo) == shown, "nothing but the ellipsis is drawn"
    combo.setItemText(0, LONG)
    at = QPoint(5, 5)
    QApplication.sendEvent(combo, QHelpEvent(QEvent.Type.ToolTip, at, combo.mapToGlobal(at)))
    qtbot.waitUntil(lambda: LONG in QToolTip.text())
