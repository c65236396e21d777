"""The wheel changes only what was chosen before, and no box in the window is one of Qt's own that does otherwise."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QDateTime, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from smsdesk.ui.qt import boxes
from smsdesk.ui.qt.boxes import ComboBox, DateTimeEdit, SpinBox

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

UI = Path(boxes.__file__).parents[1]
OF_QT = {
    "QComboBox",
    "QFontComboBox",
    "QSpinBox",
    "QDoubleSpinBox",
    "QDateTimeEdit",
    "QDateEdit",
    "QTimeEdit",
}


def turn_wheel_over(widget: QWidget) -> bool:
    """Whether the widget has used it up."""
    at = QPointF(widget.rect().center())
    turned = QWheelEvent(
        at, QPointF(widget.mapToGlobal(at)), QPoint(0, 0), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    turned.setAccepted(False)
    QApplication.sendEvent(widget, turned)
    return turned.isAccepted()


def made_in(path: Path) -> set[str]:
    """The names of what is called in a file, and of what its classes derive from."""
    nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    called = {ast.unparse(node.func) for node in nodes if isinstance(node, ast.Call)}
    if path == Path(boxes.__file__):
        return called
    return called | {ast.unparse(base) for node in nodes if isinstance(node, ast.ClassDef) for base in node.bases}


@pytest.mark.parametrize("kind", ["choice", "editable choice", "number", "time"])
def test_the_wheel_needs_the_focus(qtbot: QtBot, kind: str) -> None:
    around, line = QWidget(), QLineEdit()
    qtbot.addWidget(around)
    box: ComboBox | SpinBox | DateTimeEdit
    if "choice" in kind:
        box = ComboBox(editable=kind != "choice")
        box.addItems(["one", "two", "three"])
    else:
        box = SpinBox(value=5) if kind == "number" else DateTimeEdit(QDateTime(2026, 11, 26, 12, 0, 0))
    column = QVBoxLayout(around)
    column.addWidget(line)
    column.addWidget(box)
    around.show()
    line.setFocus()
    qtbot.waitUntil(line.hasFocus)
    before = box.currentText() if isinstance(box, ComboBox) else box.text()
    assert not turn_wheel_over(box)
    assert (box.currentText() if isinstance(box, ComboBox) else box.text()) == before
    assert line.hasFocus()
    box.setFocus()
    if isinstance(box, DateTimeEdit):
        box.setSelectedSection(DateTimeEdit.Section.HourSection)
    turn_wheel_over(box)
    assert (box.currentText() if isinstance(box, ComboBox) else box.text()) != before


def test_every_box_of_the_window_is_such_a_one() -> None:
    made = {f"{path.name}: {name}" for path in UI.rglob("*.py") for name in OF_QT & made_in(path)}
    assert made == set()
