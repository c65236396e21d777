"""How the Check column is drawn: a sign, words in their meaning's colour, and a button where a reading is suggested."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QEvent, QPersistentModelIndex, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QCursor, QHelpEvent, QMouseEvent, QPainter, QPalette, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QToolTip, QWidget

from smsdesk.domain.phone_numbers import display
from smsdesk.ui.text.directions import left_to_right, own_direction
from smsdesk.ui.text.formatting import as_plain_tooltip
from smsdesk.ui.text.translate import translate
from smsdesk.ui.widgets.colours import accent, colour
from smsdesk.ui.widgets.elided.elision import elided
from smsdesk.ui.widgets.listing.verdict_signs import MEANING_OF, draw_sign

if TYPE_CHECKING:
    from PySide6.QtCore import QAbstractItemModel, QLocale, QModelIndex, QObject

    from smsdesk.domain.phone_numbers import Verdict

    Index = QModelIndex | QPersistentModelIndex

_WRITTEN_SIGNS = "✓!= "


class _Places(NamedTuple):
    """Where the parts of a cell stand, and what the button says; it is empty where there is none."""

    sign: QRect
    text: QRect
    button: QRect
    label: str


class CheckDelegate(QStyledItemDelegate):
    """Draws verdict, sentence and suggestion of a row.

    Args:
        parent: the table.
        verdict_role: under this role a cell gives its `Verdict`.
        suggestion_role: under this one the suggested number, E.164, or None.

    Signals:
        pressed: the button of the row of this index was pressed, and this is where it stands in the viewport.
    """

    pressed = Signal(QPersistentModelIndex, QRect)

    def __init__(self, parent: QObject, *, verdict_role: int, suggestion_role: int) -> None:
        super().__init__(parent)
        self._verdict_role = verdict_role
        self._suggestion_role = suggestion_role
        self._held: QPersistentModelIndex | None = None

    def displayText(self, value: Any, locale: QLocale | QLocale.Language) -> str:
        """The words alone: a sign is drawn in front of them."""
        return super().displayText(value, locale).lstrip(_WRITTEN_SIGNS)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the cell's background as the style does, and the parts on it."""
        cell = QStyleOptionViewItem(option)
        self.initStyleOption(cell, index)
        text, cell.text = cell.text, ""
        widget: QWidget = option.widget
        widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, cell, painter, widget)
        verdict: Verdict | None = index.data(self._verdict_role)
        if verdict is None:
            return
        places = self._places(cell, index)
        shade = index.data(Qt.ItemDataRole.ForegroundRole) or colour(MEANING_OF[verdict], option.palette)
        if cell.state & QStyle.StateFlag.State_Selected:
            chosen = option.palette.color(QPalette.ColorRole.HighlightedText)
            # Where the chosen row is only tinted, the words keep their colour.
            shade = shade if chosen == option.palette.color(QPalette.ColorRole.Text) else chosen
        painter.save()
        draw_sign(painter, verdict, QRectF(places.sign), shade)
        painter.setPen(shade)
        painter.setFont(cell.font)
        shown = own_direction(elided(cell.fontMetrics, text, places.text.width()))
        align = QStyle.visualAlignment(cell.direction, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        if places.text.width() > 2 * cell.fontMetrics.averageCharWidth():
            painter.drawText(places.text, align | Qt.AlignmentFlag.AlignAbsolute, shown)
        if not places.button.isEmpty():
            self._draw_button(painter, option, index, places)
        painter.restore()

    def has_button(self, index: Index) -> bool:
        """Whether a reading is suggested in this row."""
        return bool(index.data(self._suggestion_role))

    def button_rect(self, view: QAbstractItemView, index: Index) -> QRect:
        """Where the button of a row stands in the viewport; empty where there is none."""
        option = QStyleOptionViewItem()
        view.initViewItemOption(option)
        option.rect = view.visualRect(index)
        self.initStyleOption(option, index)
        return self._places(option, index).button

    def editorEvent(self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index) -> bool:
        """Press the button by mouse."""
        kinds = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease, QEvent.Type.MouseMove)
        if event.type() not in kinds or not isinstance(event, QMouseEvent):
            return super().editorEvent(event, model, option, index)
        cell = QStyleOptionViewItem(option)
        self.initStyleOption(cell, index)
        button = self._places(cell, index).button
        over = button.contains(event.position().toPoint())
        if event.type() == QEvent.Type.MouseButtonPress and event.button() == Qt.MouseButton.LeftButton and over:
            self._held = QPersistentModelIndex(index)
        elif event.type() == QEvent.Type.MouseButtonRelease and self._held is not None:
            held, self._held = self._held, None
            if over and held == index:
                self.pressed.emit(held, button)
        return over and event.type() != QEvent.Type.MouseMove

    def helpEvent(self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index) -> bool:
        """Say over the button what it does; elsewhere what the cell says at length."""
        button = self.button_rect(view, index)
        if event.type() == QEvent.Type.ToolTip and button.contains(event.pos()):
            said = translate("check_delegate", "Send to {number} instead of what was typed (press Space in this cell)")
            number = left_to_right(display(index.data(self._suggestion_role)))
            QToolTip.showText(event.globalPos(), as_plain_tooltip(said.format(number=number)), view)
            return True
        return super().helpEvent(event, view, option, index)

    def _places(self, cell: QStyleOptionViewItem, index: Index) -> _Places:
        """Share the cell out from its leading edge, and mirror that where the window is mirrored."""
        metrics = cell.fontMetrics
        gap = metrics.averageCharWidth()
        inner = cell.rect.adjusted(gap, 0, -gap, 0)
        side = round(0.72 * metrics.height())
        sign = QRect(inner.left(), inner.center().y() + 1 - side // 2, side, side)
        start = sign.right() + 1 + gap
        text = QRect(start, inner.top(), max(0, inner.right() + 1 - start), inner.height())
        button, label = QRect(), ""
        if number := index.data(self._suggestion_role):
            label = translate("check_delegate", "Use {number}").format(number=left_to_right(display(number)))
            if metrics.horizontalAdvance(label) + 2 * gap > text.width():
                label = translate("check_delegate", "Use")
            width = min(metrics.horizontalAdvance(label) + 2 * gap, text.width())
            height = min(inner.height() - 2, round(1.5 * metrics.height()))
            button = QRect(inner.right() + 1 - width, inner.center().y() - height // 2, width, height)
            text.setRight(button.left() - gap)
        sign, text = (QStyle.visualRect(cell.direction, cell.rect, part) for part in (sign, text))
        return _Places(sign, text, QStyle.visualRect(cell.direction, cell.rect, button) if label else button, label)

    def _draw_button(self, painter: QPainter, cell: QStyleOptionViewItem, index: Index, places: _Places) -> None:
        rect, palette = places.button, cell.palette
        mark = accent(palette)
        fill = palette.color(QPalette.ColorRole.Base)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(fill)
        painter.setPen(QPen(mark, 1))
        radius = rect.height() / 5
        painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        view = cell.widget
        if isinstance(view, QAbstractItemView) and rect.contains(view.viewport().mapFromGlobal(QCursor.pos())):
            mark.setAlpha(60 if self._held == index else 30)
            painter.setBrush(mark)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), radius, radius)
        painter.setPen(palette.color(QPalette.ColorRole.Text))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, places.label)
