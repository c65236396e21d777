"""Choosing a country: `Oman (+968)`, found by any part of its name or by its code."""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QCollator, QEvent, QLocale, Qt, QTimer
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit

from smsdesk.domain.phone_numbers import calling_code, regions
from smsdesk.ui.qt.boxes import ComboBox
from smsdesk.ui.text.countries import country_name

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtWidgets import QWidget

_LTR_MARK = "\u200e"


def country_title(iso: str) -> str:
    """A country's name and calling code."""
    name = country_name(iso)
    code = f"+{calling_code(iso)}"
    if any(unicodedata.bidirectional(char) in ("R", "AL") for char in name):
        code = f"{_LTR_MARK}{code}{_LTR_MARK}"  # else the plus would stand behind the digits
    return f"{name} ({code})"


def countries() -> tuple[tuple[str, str], ...]:
    """All countries with a calling code as (ISO region, title), by title; any thread may ask for them first."""
    return _countries(QLocale().name())


@cache
def _countries(_locale: str) -> tuple[tuple[str, str], ...]:
    collator = QCollator(QLocale())
    collator.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    titles = [(iso, country_title(iso)) for iso in regions()]
    return tuple(sorted(titles, key=lambda country: collator.sortKey(country[1])))


class CountryCombo(ComboBox):
    """All countries that have a calling code, by name; typing finds, and only a country counts as chosen.

    Args:
        label: what the box is called, for a screen reader on its line.
    """

    def __init__(self, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        for iso, title in countries():
            self.addItem(title, iso)
        self._line = QLineEdit()
        self._line.setAccessibleName(label)
        self.setLineEdit(self._line)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setMinimumContentsLength(24)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        finder = QCompleter(self.model(), self)
        finder.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        finder.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCompleter(finder)
        self._line.installEventFilter(self)
        self._line.editingFinished.connect(self._settle)

    def country(self) -> str | None:
        """The ISO region that the text means; None when it means none, or several."""
        typed = _plain(self.currentText())
        titles = {self.itemData(row): _plain(self.itemText(row)) for row in range(self.count())}
        exact = [iso for iso, title in titles.items() if title == typed or title.startswith(f"{typed} (")]
        meant = exact or [iso for iso, title in titles.items() if typed and typed in title]
        return meant[0] if len(meant) == 1 else None

    def set_country(self, iso: str) -> None:
        """Show a country."""
        self.setCurrentIndex(self.findData(iso))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Select the whole text on coming in, so that typing replaces it."""
        if event.type() == QEvent.Type.FocusIn and watched is self._line:
            QTimer.singleShot(0, self._line, self._line.selectAll)
        return super().eventFilter(watched, event)

    def _settle(self) -> None:
        meant = self.country()
        if meant is not None:
            self.set_country(meant)


def _plain(text: str) -> str:
    return text.replace(_LTR_MARK, "").strip().casefold()
