"""The wheel changes only what was chosen before, and no box in the window is one of Qt's own that does otherwise."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QDateTime, QEvent, QLocale, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
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


def press(widget: QWidget, typed: str) -> None:
    """Type this; a digit of another script has no key code of its own."""
    for each in typed:
        QApplication.sendEvent(widget, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, each))


@pytest.fixture(params=["en_GB", "ar_AE", "ar_OM"])
def locale(request: pytest.FixtureRequest) -> QLocale:
    QLocale.setDefault(QLocale(request.param))
    return QLocale()


@pytest.mark.parametrize("typed", ["450", "٤٥٠", "۴۵۰"])
def test_a_number_is_typed_in_either_kind_of_digits_and_shown_in_one(qtbot: QtBot, locale: QLocale, typed: str) -> None:
    box = SpinBox(minimum=0, maximum=1000, suffix=" s")
    qtbot.addWidget(box)
    box.selectAll()
    press(box, typed)
    assert box.cleanText() == locale.toString(450)
    box.interpretText()
    assert box.value() == 450


def test_a_number_is_pasted_in_either_kind_of_digits(qtbot: QtBot, locale: QLocale) -> None:
    for text in ("77", "٧٧"):
        box = SpinBox(minimum=0, maximum=1000)
        qtbot.addWidget(box)
        box.selectAll()
        box.lineEdit().insert(text)
        assert (box.value(), box.text()) == (77, locale.toString(77))


@pytest.mark.parametrize("typed", ["27/12/2026 09:45", "٢٧/١٢/٢٠٢٦ ٠٩:٤٥"])
def test_a_time_is_typed_in_either_kind_of_digits_and_shown_in_one(qtbot: QtBot, locale: QLocale, typed: str) -> None:
    box = DateTimeEdit(QDateTime(2030, 11, 26, 12, 0, 0), displayFormat="dd/MM/yyyy HH:mm")
    qtbot.addWidget(box)
    box.selectAll()
    press(box, typed)
    box.interpretText()
    assert box.dateTime() == QDateTime(2026, 12, 27, 9, 45, 0)
    assert box.text() == locale.toString(box.dateTime(), "dd/MM/yyyy HH:mm")
