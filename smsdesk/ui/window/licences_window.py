"""The licences of smsdesk and of what it stands on: every text, for whoever wants to read it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QPlainTextEdit, QSplitter, QVBoxLayout, QWidget

from smsdesk.ui.qt.resources import resource
from smsdesk.ui.widgets.dialog import Dialog
from smsdesk.ui.widgets.named import named

if TYPE_CHECKING:
    from pathlib import Path

_FIRST: Final = ("smsdesk", "qt", "lgpl-3.0", "gpl-3.0", "python")
_TITLES: Final = {"lgpl-3.0": "GNU LGPL 3", "gpl-3.0": "GNU GPL 3"}
"""What begins with the licence itself, and not with the name of a work."""

_PAGE: Final = 84  # characters side by side: the widest of these texts
_TITLE_BAR: Final = 60
"""Pixels kept free on the screen for the window's frame."""


class LicencesWindow(Dialog):
    """Shows the texts beside the window, which stays usable. `packaging/licences.py` collects them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Licences"))
        self._works = named("licenceWorks", QListWidget())
        self._works.setAccessibleName(self.tr("What smsdesk stands on"))
        self._text = named("licenceText", QPlainTextEdit(readOnly=True))
        self._text.setAccessibleName(self.tr("Licence"))
        self._text.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # they are written in English
        for path in _in_order(resource("licences")):
            item = QListWidgetItem(_title(path), self._works)
            item.setData(Qt.ItemDataRole.UserRole, str(path))
        self._works.itemSelectionChanged.connect(self._show)  # a screen reader chooses without a current item
        self._works.setCurrentRow(0)
        splitter = QSplitter()
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self._works)
        splitter.addWidget(self._text)
        splitter.setStretchFactor(1, 1)
        width, height = self.fontMetrics().averageCharWidth(), self.fontMetrics().lineSpacing()
        splitter.setSizes([self._works.sizeHintForColumn(0) + 3 * width, _PAGE * width])
        layout = QVBoxLayout(self)
        layout.addWidget(splitter)
        room = self.screen().availableSize()
        self.resize(min((_PAGE + 45) * width, room.width()), min(36 * height, room.height() - _TITLE_BAR))

    def _show(self) -> None:
        for work in self._works.selectedItems():
            with open(work.data(Qt.ItemDataRole.UserRole), encoding="utf-8") as file:  # noqa: PTH123 - a name, no path
                self._text.setPlainText(file.read())


def _in_order(folder: Path) -> list[Path]:
    """What matters most first, then by name."""
    places = {name: place for place, name in enumerate(_FIRST)}
    return sorted(folder.glob("*.txt"), key=lambda path: (places.get(path.stem, len(places)), path.stem))


def _title(path: Path) -> str:
    with path.open(encoding="utf-8") as file:
        return _TITLES.get(path.stem) or file.readline().strip()
