"""Edges and focus, measured in the pixels that are drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QItemSelectionModel, QStringListModel
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateTimeEdit,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QSpinBox,
    QTableView,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from smsdesk.ui.qt import edged_style
from smsdesk.ui.widgets.colours import contrast
from tests.helpers.window.palettes import PALETTES
from tests.helpers.window.pixels import picture, shows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtGui import QImage
    from PySide6.QtWidgets import QApplication

FIELDS: dict[str, Callable[[], QWidget]] = {
    "line": lambda: QLineEdit("text"),
    "choice": QComboBox,
    "written choice": lambda: QComboBox(editable=True),
    "number": QSpinBox,
    "time": QDateTimeEdit,
    "text": lambda: QPlainTextEdit("text"),
    "rich text": lambda: QTextEdit("text"),
    "list": QListView,
    "table": QTableView,
    "box to tick": lambda: QCheckBox("tick"),
    "one of some": lambda: QRadioButton("one"),
}


@pytest.fixture(params=PALETTES)
def coloured(qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[str]:
    before = QPalette(qapp.palette())
    qapp.setPalette(PALETTES[request.param](qapp))
    yield request.param
    qapp.setPalette(before)


@pytest.fixture
def beside(window: QWidget) -> Callable[[QWidget], QWidget]:
    """Puts a widget into a window, below another one that has the focus."""

    def put(widget: QWidget) -> QWidget:
        layout = QVBoxLayout(window)
        other = QPushButton("other")
        layout.addWidget(other)
        layout.addWidget(widget)
        for each in (other, widget):
            each.show()
        window.resize(300, 200)
        window.activateWindow()
        other.setFocus()
        return widget

    return put


def edge_contrast(image: QImage, widget: QWidget) -> float:
    """How far the strongest pixel at the leading edge stands out from what is around the field."""
    box, half = widget.geometry(), widget.geometry().center().y()
    around = image.pixelColor(box.left() - 4, half)
    return max(contrast(image.pixelColor(x, half), around) for x in range(box.left() - 1, box.left() + 4))


@pytest.mark.usefixtures("coloured")
@pytest.mark.parametrize("kind", FIELDS)
def test_the_edges_of_a_field_stand_out_from_what_is_around_it(
    window: QWidget, beside: Callable[[QWidget], QWidget], kind: str
) -> None:
    field = beside(FIELDS[kind]())
    assert edge_contrast(picture(window), field) >= 3


@pytest.mark.usefixtures("coloured")
@pytest.mark.parametrize("kind", ["line", "choice", "written choice", "number", "time", "text", "list"])
def test_the_focus_is_seen_at_a_field(window: QWidget, beside: Callable[[QWidget], QWidget], kind: str) -> None:
    field = beside(FIELDS[kind]())
    without = picture(window)
    field.setFocus()
    within = field.geometry()
    changed = [
        contrast(without.pixelColor(x, y), picture_now.pixelColor(x, y))
        for picture_now in [picture(window)]
        for x in range(within.left(), within.left() + 3)
        for y in range(within.top() + 6, within.bottom() - 6)
    ]
    assert max(changed) >= 2


@pytest.mark.usefixtures("coloured")
def test_the_cell_with_the_focus_is_framed(window: QWidget, beside: Callable[[QWidget], QWidget]) -> None:
    view = QListView()
    view.setModel(QStringListModel(["one", "two", "three"], view))
    beside(view)
    view.selectionModel().setCurrentIndex(view.model().index(1, 0), QItemSelectionModel.SelectionFlag.NoUpdate)
    mark = edged_style.accent(view.palette())
    row = view.visualRect(view.model().index(1, 0))
    row.setWidth(3)  # in front of the words
    assert not shows(picture(view.viewport()).copy(row), mark)
    view.setFocus()
    assert shows(picture(view.viewport()).copy(row), mark)
    assert contrast(mark, view.palette().color(QPalette.ColorRole.Base)) >= 3


def test_what_is_switched_off_has_no_strong_edge(window: QWidget, beside: Callable[[QWidget], QWidget]) -> None:
    field = beside(QLineEdit("text"))
    field.setEnabled(False)
    assert edge_contrast(picture(window), field) < 3


def test_where_more_contrast_is_wanted_buttons_have_edges_too(
    window: QWidget, beside: Callable[[QWidget], QWidget], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(edged_style, "wants_contrast", lambda: True)
    button = beside(QPushButton("press"))
    assert edge_contrast(picture(window), button) >= 3


@pytest.mark.usefixtures("coloured")
def test_what_an_empty_field_says_can_be_read(window: QWidget, beside: Callable[[QWidget], QWidget]) -> None:
    field = beside(QLineEdit(placeholderText="Write your announcement here"))
    image = picture(window).copy(field.geometry().adjusted(4, 4, -4, -4))
    shades = {image.pixel(x, y) for x in range(image.width()) for y in range(image.height())}
    ground = field.palette().color(QPalette.ColorRole.Base)
    assert max(contrast(QColor(shade), ground) for shade in shades) >= 4.5
    text = field.palette().color(QPalette.ColorRole.Text)
    hint = field.palette().color(QPalette.ColorRole.PlaceholderText)
    assert contrast(hint, ground) < contrast(text, ground)
