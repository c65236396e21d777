"""The import dialog as somebody at the window uses it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QTableView

from smsdesk.ui.importing.import_dialog import ImportDialog
from tests.helpers.waiting import until_seen

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class Importer:
    """Somebody in front of the dialog that is open in this window."""

    def __init__(self, window: QWidget) -> None:
        self._window = window

    @property
    def dialog(self) -> ImportDialog:
        (dialog,) = self._open()
        return dialog

    def _open(self) -> list[ImportDialog]:
        return [each for each in self._window.findChildren(ImportDialog) if each.isVisible()]

    async def read(self, people: str, *, of: str = "") -> None:
        """Wait until the button says this, of a file of this name."""
        await until_seen(lambda: len(self._open()) == 1 and self.dialog.windowTitle().endswith(of))
        await until_seen(self.button("takePeopleButton").isEnabled, self.shown)
        await until_seen(lambda: self.button("takePeopleButton").text().replace("&", "") == people, self.shown)

    async def closed(self) -> None:
        await until_seen(lambda: not self._open())

    async def refused(self) -> str:
        """Wait for the words that say why it can't be read."""
        await until_seen(lambda: len(self._open()) == 1 and self.label("importRefusal").isVisible())
        return self.label("importRefusal").text()

    def shown(self) -> str:
        return "\n".join(each.text() for each in self.dialog.findChildren(QLabel) if each.isVisible())

    def button(self, name: str) -> QAbstractButton:
        return self.dialog.findChild(QAbstractButton, name)

    def press(self, name: str) -> None:
        button = self.button(name)
        assert button.isVisible(), name
        assert button.isEnabled(), name
        button.click()

    def label(self, name: str) -> QLabel:
        return self.dialog.findChild(QLabel, name)

    def combo(self, name: str) -> QComboBox:
        return self.dialog.findChild(QComboBox, name)

    def choose(self, name: str, text: str) -> None:
        """Choose an item, as a click in the list of the box does."""
        combo = self.combo(name)
        assert combo.isVisible(), name
        place = combo.findText(text)
        assert place >= 0, [combo.itemText(each) for each in range(combo.count())]
        combo.setCurrentIndex(place)
        combo.activated.emit(place)

    def rows(self) -> list[tuple[str, ...]]:
        model = self.dialog.findChild(QTableView, "importTable").model()
        columns = range(model.columnCount())
        return [tuple(model.index(row, column).data() for column in columns) for row in range(model.rowCount())]

    def roles(self) -> list[str]:
        combos = self.dialog.findChildren(QComboBox)
        return [each.currentText() for each in combos if each.objectName().startswith("roleCombo") and each.isVisible()]
