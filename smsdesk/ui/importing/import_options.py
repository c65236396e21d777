"""What can be chosen about a file above its rows: sheet, header row, encoding, and whose local numbers these are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QSize, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QWidget

from smsdesk.importing.remembered import top_rows
from smsdesk.ui.accounts.country_combo import CountryCombo
from smsdesk.ui.qt.boxes import ComboBox
from smsdesk.ui.text.translate import translate
from smsdesk.ui.widgets.named import named

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from smsdesk.importing.preview import Preview

_TITLES = {
    "utf-8": "UTF-8",
    "utf-16-le": "UTF-16",
    "utf-16-be": "UTF-16 BE",
    "utf-32-le": "UTF-32",
    "utf-32-be": "UTF-32 BE",
}


class ImportOptions(QWidget):
    """The boxes; those with nothing to choose are absent.

    Signals:
        sheet_chosen: the place of the sheet.
        header_chosen: the number of the header row; 0 for none.
        encoding_chosen: the encoding, by Python's name.
        country_chosen: the ISO region.
    """

    sheet_chosen = Signal(int)
    header_chosen = Signal(int)
    encoding_chosen = Signal(str)
    country_chosen = Signal(str)

    def __init__(self, country: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheet = _Choice("importSheetCombo", self.tr("&Sheet"))
        self._header = _Choice("importHeaderCombo", self.tr("&Header row"))
        self._encoding = _Choice("importEncodingCombo", self.tr("&Encoding"))
        self._country = named("importCountryCombo", CountryCombo(self.tr("Numbers without a country code are from")))
        self._country.setMinimumContentsLength(16)
        self._country.setCurrentIndex(-1)
        if country:
            self._country.set_country(country)
        self._told_country = country
        of_country = QLabel(self.tr("&Numbers without a country code are from"))
        of_country.setBuddy(self._country)
        self._rest = QWidget()
        line = QHBoxLayout(self._rest)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(of_country)
        line.addWidget(self._country)
        self._choices = (self._sheet, self._header, self._encoding)
        self._layout = QGridLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setHorizontalSpacing(16)
        for place, choice in enumerate(self._choices):
            self._layout.addWidget(choice, 0, place)
            choice.hide()
        self._layout.setColumnStretch(len(self._choices) + 1, 1)
        self._two_lines: bool | None = None
        self._arrange()
        self._sheet.combo.activated.connect(lambda: self.sheet_chosen.emit(self._sheet.combo.currentData()))
        self._header.combo.activated.connect(lambda: self.header_chosen.emit(self._header.combo.currentData()))
        self._encoding.combo.activated.connect(lambda: self.encoding_chosen.emit(self._encoding.combo.currentData()))
        self._country.currentIndexChanged.connect(self._tell_country)

    def show_preview(self, preview: Preview) -> None:
        """Offer what this file has."""
        self._put_in(two_lines=True)  # each box that comes up may else make the window wider for good
        every = enumerate(zip(preview.book.sheets, preview.sizes, strict=True))
        sheets = {at: sheet_title(each.name, size) for at, (each, size) in every if size}
        self._sheet.offer(sheets if len(sheets) > 1 else {}, preview.wish.sheet)
        headers = {0: self.tr("none")} | {row.number: str(row.number) for row in top_rows(preview.sheet.rows)}
        self._header.offer(headers if preview.is_table else {}, preview.people.header_row)
        known = {each: _TITLES.get(each, each) for each in preview.book.encodings}
        if known:
            known.setdefault(preview.book.encoding, _TITLES.get(preview.book.encoding, preview.book.encoding))
            known |= {each: title for each, title in _named_pages().items() if each in known}
        self._encoding.offer(known, preview.book.encoding)
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        """As wide as two lines are: what stands in one for a moment must not make the window wider for good."""
        boxes = sum(each.minimumSizeHint().width() + 16 for each in self._shown())
        return QSize(max(boxes, self._rest.minimumSizeHint().width()), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take a second line where one is too short."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        shown = self._shown()
        needed = sum(each.sizeHint().width() + 16 for each in (*shown, self._rest))
        self._put_in(two_lines=bool(shown) and needed > self.width())

    def _shown(self) -> list[_Choice]:
        return [choice for choice in self._choices if not choice.isHidden()]

    def _put_in(self, *, two_lines: bool) -> None:
        if two_lines is not self._two_lines:
            self._two_lines = two_lines
            self._layout.removeWidget(self._rest)
            start = Qt.AlignmentFlag.AlignLeading
            if two_lines:
                self._layout.addWidget(self._rest, 1, 0, 1, len(self._choices) + 2, start)
            else:
                self._layout.addWidget(self._rest, 0, len(self._choices), start)

    def _tell_country(self) -> None:
        country = self._country.currentData()
        if country is not None and country != self._told_country:
            self._told_country = country
            self.country_chosen.emit(country)


class _Choice(QWidget):
    """A label and its box."""

    def __init__(self, name: str, label: str) -> None:
        super().__init__()
        self.combo = named(name, ComboBox())
        self.combo.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToContents)
        self.combo.setMaximumWidth(32 * self.fontMetrics().averageCharWidth())
        text = QLabel(label)
        text.setBuddy(self.combo)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(text)
        layout.addWidget(self.combo)

    def offer(self, choices: dict[int, str] | dict[str, str], chosen: int | str | None) -> None:
        """Offer these; nothing is seen of it when there are none."""
        if [self.combo.itemText(place) for place in range(self.combo.count())] != list(choices.values()):
            self.combo.clear()
            for data, text in choices.items():
                self.combo.addItem(text, data)
        self.combo.setCurrentIndex(self.combo.findData(chosen))
        self.setVisible(bool(choices))


def sheet_title(name: str, rows: int) -> str:
    """A sheet with how many rows are in it: `Staff (31 rows)`."""
    said = translate("ImportOptions", "{sheet} (%n row(s))", None, 1).count(rows)
    return said.format(sheet=QLocale().quoteString(name) if not name.strip() else name)


def _named_pages() -> dict[str, str]:
    return {
        "cp1256": translate("ImportOptions", "Arabic (Windows, cp1256)"),
        "cp1252": translate("ImportOptions", "Western (Windows, cp1252)"),
        "cp720": translate("ImportOptions", "Arabic (DOS, cp720)"),
        "mac_roman": translate("ImportOptions", "Western (Mac Roman)"),
    }
