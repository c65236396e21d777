"""The preview's table: the rows of the file under the boxes that say what its columns hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHeaderView

from smsdesk.ui.importing.preview_model import SUGGESTION_ROLE, VERDICT_ROLE, PreviewModel
from smsdesk.ui.importing.role_header import RoleHeader, RoleStrip
from smsdesk.ui.recipients.check_delegate import CheckDelegate
from smsdesk.ui.widgets.delegates import LeftToRightDelegate, OwnDirectionDelegate
from smsdesk.ui.widgets.named import named
from smsdesk.ui.widgets.tables import hint_over, overlaid, plain_table

if TYPE_CHECKING:
    from smsdesk.domain.phone_numbers import Verdict
    from smsdesk.importing.preview import Preview

_ROW, _GOES_TO, _LEAST, _MOST, _CHECK = 7, 20, 10, 26, 30
"""Widths in average characters."""
_MEASURED = 200
"""Rows that a column's width is taken from."""


class PreviewTable(QObject):
    """Shows a `Preview`.

    Attributes:
        view: the table.
        widget: what holds it, with the boxes and what an empty table says.

    Signals:
        roles_chosen: what the columns shall hold.
        suggestion_taken: the entry whose suggested number shall be taken, by its place.
    """

    roles_chosen = Signal(tuple)
    suggestion_taken = Signal(int)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._model = PreviewModel(self)
        self.view = plain_table(self._model, "importTable", self.tr("Rows of the file"))
        self._header = RoleHeader(self.view)
        self.view.setHorizontalHeader(self._header)
        self.view.setHorizontalScrollMode(self.view.ScrollMode.ScrollPerPixel)
        self._empty = named("importEmpty", hint_over(""))
        self.widget = overlaid(self.view, self._empty)
        self._strip = RoleStrip(self._header, self.view, self.widget)
        self._strip.chosen.connect(self.roles_chosen)
        self._left_to_right = LeftToRightDelegate(self.view)
        self._own_direction = OwnDirectionDelegate(self.view)
        self._check = CheckDelegate(self.view, verdict_role=VERDICT_ROLE, suggestion_role=SUGGESTION_ROLE)
        self._check.pressed.connect(self._take_suggestion)
        key = QShortcut(QKeySequence(Qt.Key.Key_Space), self.view, context=Qt.ShortcutContext.WidgetShortcut)
        key.activated.connect(lambda: self._take_suggestion(QPersistentModelIndex(self.view.currentIndex())))

    def show_preview(self, preview: Preview, verdict: Verdict | None) -> None:
        """Show this, or only the rows of one verdict."""
        before = self.view.verticalScrollBar().value()
        self._model.show_preview(preview, verdict)
        columns = preview.people.columns if preview.is_table else ()
        titles = [self._model.headerData(place + 1, Qt.Orientation.Horizontal) for place in range(len(columns))]
        self._strip.set_columns(columns, titles)
        last = self._model.columnCount() - 1
        for place in range(last + 1):
            ours = {last: self._check, last - 1: self._left_to_right}
            self.view.setItemDelegateForColumn(place, ours.get(place, self._own_direction))
        self._set_widths(last)
        self.view.verticalScrollBar().setValue(before)
        nobody = not preview.people.entries
        self._empty.setText(self.tr("There is nobody in it, only titles or blank rows.") if nobody else "")
        self._empty.setVisible(nobody)

    def show_nothing(self) -> None:
        """Hold nothing of what was shown."""
        self._model.show_nothing()

    def show_only(self, verdict: Verdict | None) -> None:
        """Show the rows of one verdict; None for all."""
        self._model.show_only(verdict)
        self.view.scrollToTop()

    def _take_suggestion(self, index: QPersistentModelIndex, _button: object = None) -> None:
        if index.isValid() and index.data(SUGGESTION_ROLE):
            self.suggestion_taken.emit(self._model.place(index.row()))

    def _set_widths(self, last: int) -> None:
        width = self.view.fontMetrics().averageCharWidth()
        metrics, rows = self.view.fontMetrics(), min(self._model.rowCount(), _MEASURED)
        self._header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self._header.resizeSection(0, _ROW * width)
        for place in range(1, last - 1):
            texts = {self._model.index(row, place).data() for row in range(rows)}
            texts.add(self._model.headerData(place, Qt.Orientation.Horizontal))
            needed = max(map(metrics.horizontalAdvance, texts), default=0) + 2 * width
            needed = min(max(needed, _LEAST * width), _MOST * width)
            self._header.resizeSection(place, max(needed, self._strip.box_width()))
        self._header.resizeSection(last - 1, _GOES_TO * width)
        self._header.setMinimumSectionSize(6 * width)
        self._header.resizeSection(last, _CHECK * width)
        self._header.setStretchLastSection(True)
