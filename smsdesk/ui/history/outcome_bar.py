"""The bar of outcomes: what became of an announcement's messages, drawn in a cell and in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QLocale, QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPalette
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem

from smsdesk.domain.delivery import DeliveryState
from smsdesk.ui.text.translate import translate
from smsdesk.ui.widgets.colours import Meaning, colour

if TYPE_CHECKING:
    from collections.abc import Mapping

COUNTS_ROLE = Qt.ItemDataRole.UserRole
"""Under this role a cell gives its `dict[DeliveryState, int]`."""
SIGNS_ROLE = Qt.ItemDataRole.UserRole + 1
"""Under this role it gives the signs behind the bar, for what needs a person's eye: "? 3", or "" for none."""

_S = DeliveryState
_ORDER = (
    (Meaning.GOOD, (_S.DELIVERED,)),
    (Meaning.UNDER_WAY, (_S.ACCEPTED,)),
    (Meaning.BAD, (_S.REJECTED, _S.UNDELIVERED, _S.EXPIRED)),
    (Meaning.DOUBTFUL, (_S.UNKNOWN,)),
)
_LEAST_WIDTH = 3.0  # one failure among thousands is still seen


def outcome_words(counts: Mapping[DeliveryState, int]) -> str:
    """What the bar shows, in words: "180 accepted · 2 rejected"."""
    said = {
        _S.DELIVERED: lambda n: translate("outcome_bar", "%n delivered", None, 1).count(n),
        _S.ACCEPTED: lambda n: translate("outcome_bar", "%n accepted", None, 1).count(n),
        _S.REJECTED: lambda n: translate("outcome_bar", "%n rejected", None, 1).count(n),
        _S.UNDELIVERED: lambda n: translate("outcome_bar", "%n undelivered", None, 1).count(n),
        _S.EXPIRED: lambda n: translate("outcome_bar", "%n expired", None, 1).count(n),
        _S.UNKNOWN: lambda n: translate("outcome_bar", "%n unknown", None, 1).count(n),
        _S.SUBMITTING: lambda n: translate("outcome_bar", "%n being sent", None, 1).count(n),
        _S.QUEUED: lambda n: translate("outcome_bar", "%n waiting", None, 1).count(n),
        _S.CANCELLED: lambda n: translate("outcome_bar", "%n cancelled", None, 1).count(n),
    }
    return " · ".join(translated(counts[state]) for state, translated in said.items() if counts.get(state))


class OutcomeDelegate(QStyledItemDelegate):
    """Draws the counts of a cell as a bar, good news first, and signs behind it; the text is for those who listen."""

    def displayText(self, _value: Any, _locale: QLocale | QLocale.Language) -> str:
        """No words in the picture."""
        return ""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw the cell's background, selection and focus as the style does, and the bar on it."""
        super().paint(painter, option, index)
        cell = QStyleOptionViewItem(option)
        self.initStyleOption(cell, index)
        # Qt's variants turn a dict of enum members into one of plain text.
        counts = {DeliveryState(state): count for state, count in (index.data(COUNTS_ROLE) or {}).items()}
        if not sum(counts.values()):
            return
        selected = _is_selected(cell.widget, index)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(cell.rect)
        signs = index.data(SIGNS_ROLE)
        if signs:
            area = _draw_signs(painter, cell, signs, selected=selected)
        painter.setPen(Qt.PenStyle.NoPen)
        if cell.direction is Qt.LayoutDirection.RightToLeft:
            painter.translate(area.left() + area.right(), 0)
            painter.scale(-1, 1)
        height = max(6, round(0.45 * cell.fontMetrics.height()))
        bar = QRectF(area.left() + 6, 0, area.width() - 12, height)
        bar.moveTop(round(area.center().y() - height / 2))
        _draw_bar(painter, bar, counts, cell.palette, selected=selected)
        painter.restore()


def _is_selected(view: object, index: QModelIndex | QPersistentModelIndex) -> bool:
    """Asked of the view: `QStyle`, which could tell too, takes long to import for one flag."""
    selection = view.selectionModel() if isinstance(view, QAbstractItemView) else None
    return selection is not None and selection.isSelected(index)


def _draw_signs(painter: QPainter, cell: QStyleOptionViewItem, signs: str, *, selected: bool) -> QRectF:
    """Write the signs at the cell's end; gives what is left for the bar."""
    area = QRectF(cell.rect)
    width = cell.fontMetrics.horizontalAdvance(signs) + 6
    place = QRectF(area.left(), area.top(), width, area.height())
    if cell.direction is Qt.LayoutDirection.RightToLeft:
        left = area.adjusted(width, 0, 0, 0)
    else:
        place.moveRight(area.right())
        left = area.adjusted(0, 0, -width, 0)
    role = QPalette.ColorRole.HighlightedText if selected else QPalette.ColorRole.Text
    painter.setPen(cell.palette.color(role))
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, signs)
    return left


def _draw_bar(
    painter: QPainter, bar: QRectF, counts: Mapping[DeliveryState, int], palette: QPalette, *, selected: bool
) -> None:
    if selected:
        # The colours were chosen for the ordinary background; on the selection's they would drown.
        painter.setBrush(palette.color(QPalette.ColorRole.Base))
        painter.drawRoundedRect(bar.adjusted(-2, -2, 2, 2), bar.height() / 2 + 2, bar.height() / 2 + 2)
    pale = palette.color(QPalette.ColorRole.Text)
    pale.setAlphaF(0.15)
    outline = QPainterPath()
    outline.addRoundedRect(bar, bar.height() / 2, bar.height() / 2)
    left = bar.left()
    for shade, width in _stretches(counts, bar.width(), palette, pale):
        stretch = QPainterPath()
        stretch.addRect(QRectF(left, bar.top(), width, bar.height()))
        painter.fillPath(outline.intersected(stretch), shade)
        left += width


def _stretches(
    counts: Mapping[DeliveryState, int], width: float, palette: QPalette, pale: QColor
) -> list[tuple[QColor, float]]:
    """Colours and widths that add up to `width`; what is too small to be seen takes from the widest."""
    whole = sum(counts.values())
    groups = [(colour(meaning, palette), sum(counts.get(s, 0) for s in states)) for meaning, states in _ORDER]
    groups.append((pale, whole - sum(count for _, count in groups)))
    widths = [max(_LEAST_WIDTH, width * count / whole) if count else 0.0 for _, count in groups]
    widths[widths.index(max(widths))] -= sum(widths) - width
    return [(shade, each) for (shade, _), each in zip(groups, widths, strict=True) if each > 0]
