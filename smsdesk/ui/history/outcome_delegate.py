"""The outcome's cell: the bar, its words beside it, and signs at the end for what needs a person's eye."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QLocale, QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem

from smsdesk.domain.delivery import DeliveryState
from smsdesk.ui.history.outcome_bar import draw_bar
from smsdesk.ui.text.directions import own_direction
from smsdesk.ui.widgets.elided.elision import elided

if TYPE_CHECKING:
    Index = QModelIndex | QPersistentModelIndex

COUNTS_ROLE = Qt.ItemDataRole.UserRole
"""Under this role a cell gives its `dict[DeliveryState, int]`."""
SIGNS_ROLE = Qt.ItemDataRole.UserRole + 1
"""Under this role it gives the signs behind the words: "? 3", or "" for none."""
WORDS_ROLE = Qt.ItemDataRole.UserRole + 2
"""Under this role it gives the words beside the bar; its text says what the signs mean, too."""

_BAR = 16  # average characters, where there is room
_LEAST_BAR = 8
_WORDS = 30
"""Average characters of the words, for which the bar gives way."""


class OutcomeDelegate(QStyledItemDelegate):
    """Draws what `COUNTS_ROLE`, `WORDS_ROLE` and `SIGNS_ROLE` give."""

    def displayText(self, _value: Any, _locale: QLocale | QLocale.Language) -> str:
        """Nothing that the style would draw: the whole text is for those who listen, and for the tooltip."""
        return ""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the cell's background, selection and focus as the style does, and the parts on it."""
        super().paint(painter, option, index)
        cell = QStyleOptionViewItem(option)
        self.initStyleOption(cell, index)
        # Qt's variants turn a dict of enum members into one of plain text.
        counts = {DeliveryState(state): count for state, count in (index.data(COUNTS_ROLE) or {}).items()}
        if not sum(counts.values()):
            return
        places = _Places(cell, str(index.data(SIGNS_ROLE) or ""))
        painter.save()
        draw_bar(painter, places.bar, counts, cell.palette, mirrored=places.mirrored)
        chosen = _is_selected(cell.widget, index)
        painter.setPen(cell.palette.color(QPalette.ColorRole.HighlightedText if chosen else QPalette.ColorRole.Text))
        painter.setFont(cell.font)
        side = Qt.AlignmentFlag.AlignRight if places.mirrored else Qt.AlignmentFlag.AlignLeft
        align = side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        words = own_direction(elided(cell.fontMetrics, index.data(WORDS_ROLE) or "", round(places.words.width())))
        painter.drawText(places.words, align, words)
        painter.drawText(places.signs, Qt.AlignmentFlag.AlignCenter, places.said)
        painter.restore()


def _is_selected(view: object, index: Index) -> bool:
    """Asked of the view: `QStyle`, which could tell too, takes long to import for one flag."""
    selection = view.selectionModel() if isinstance(view, QAbstractItemView) else None
    return selection is not None and selection.isSelected(index)


class _Places:
    """Where the parts of a cell stand."""

    def __init__(self, cell: QStyleOptionViewItem, signs: str) -> None:
        self.said = signs
        self.mirrored = cell.direction is Qt.LayoutDirection.RightToLeft
        metrics = cell.fontMetrics
        unit, area = metrics.averageCharWidth(), QRectF(cell.rect).adjusted(6, 0, -6, 0)
        height = max(6.0, round(0.5 * metrics.height()))
        for_signs = metrics.horizontalAdvance(signs) + unit if signs else 0
        room = area.width() - for_signs - 1.5 * unit
        wide = min(max(room - _WORDS * unit, _LEAST_BAR * unit), _BAR * unit, max(room, 0))
        self.bar = self._placed(area, 0, wide)
        self.bar.setHeight(height)
        self.bar.moveTop(round(area.center().y() - height / 2))
        self.words = self._placed(area, wide + 1.5 * unit, max(room - wide, 0))
        self.signs = self._placed(area, area.width() - for_signs, for_signs)

    def _placed(self, area: QRectF, start: float, width: float) -> QRectF:
        left = area.right() - start - width if self.mirrored else area.left() + start
        return QRectF(left, area.top(), width, area.height())
