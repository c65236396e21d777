"""The message as a phone will show it: who it is from, when, and the text in a bubble, each paragraph its own way."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPalette,
    QPen,
    QTextBlockFormat,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QTextEdit, QVBoxLayout, QWidget

from smsdesk.ui.widgets.card import Caption, Card, set_bold
from smsdesk.ui.widgets.colours import accent
from smsdesk.ui.widgets.named import named

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QResizeEvent

_WIDTH = 30  # average characters
_LINES_AT_LEAST = 3
_PADDING = 10
_AS_NEEDED = Qt.ScrollBarPolicy.ScrollBarAsNeeded
_TINT = 0.14
_LINE_HEIGHT = 115  # percent: Arabic vowel signs need room


class PhonePreview(Card):
    """A message with its sender and time above it.

    Args:
        text: the message.
        sender: what people see as the sender; "" where that is not known.
        time: when it leaves, as it is said to the user.
    """

    def __init__(self, text: str, sender: str, time: str) -> None:
        super().__init__()
        from_whom = named("previewSender", QLabel(sender))
        from_whom.setTextFormat(Qt.TextFormat.PlainText)
        from_whom.setAlignment(Qt.AlignmentFlag.AlignCenter)
        from_whom.setVisible(bool(sender))
        set_bold(from_whom)
        when = Caption(wrap=True)
        when.setText(time)
        when.setAlignment(Qt.AlignmentFlag.AlignCenter)
        bubble = _Bubble(text, self.tr("Message"))
        place = QWidget()  # a bubble stands at the side where its text begins
        place.setLayoutDirection(bubble.text.first_direction())
        beside = QHBoxLayout(place)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.addWidget(bubble, 6)
        beside.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 14, 14, 14)
        layout.addWidget(from_whom)
        layout.addWidget(when)
        layout.addWidget(place, 1)


class _Bubble(QWidget):
    """As high as its text, where there is room."""

    def __init__(self, text: str, title: str) -> None:
        super().__init__()
        self.text = named("previewText", _MessageText(text))
        self.text.setAccessibleName(title)
        self.text.focus_changed.connect(self.update)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_PADDING, _PADDING, _PADDING, _PADDING)
        layout.addWidget(self.text)
        layout.addStretch()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the bubble round its text, with the corner towards its sender left square."""
        palette = self.palette()
        base, shade = palette.color(QPalette.ColorRole.Base), accent(palette)
        mixed = ((1 - _TINT) * b + _TINT * a for b, a in zip(_rgb(base), _rgb(shade), strict=True))
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = QPen(palette.color(QPalette.ColorRole.Highlight), 2) if self.text.hasFocus() else Qt.PenStyle.NoPen
        painter.setPen(edge)
        painter.setBrush(QColor.fromRgbF(*mixed))
        area = QRectF(0, 0, self.width(), min(self.height(), self.text.height() + 2 * _PADDING)).adjusted(1, 1, -1, -1)
        corner = QRectF(area.left(), area.bottom() - _PADDING, _PADDING, _PADDING)
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            corner.moveRight(area.right())
        path = QPainterPath()
        path.setFillRule(Qt.FillRule.WindingFill)
        path.addRoundedRect(area, 1.2 * _PADDING, 1.2 * _PADDING)
        path.addRect(corner)
        painter.drawPath(path.simplified())


class _MessageText(QTextEdit):
    """To read, select and scroll in; Tab leaves it."""

    focus_changed = Signal()

    def __init__(self, text: str) -> None:
        super().__init__(readOnly=True, tabChangesFocus=True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.viewport().setAutoFillBackground(False)
        option = self.document().defaultTextOption()
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)  # each paragraph by its own first letter
        self.document().setDefaultTextOption(option)
        self.document().setDocumentMargin(0)
        self.setPlainText(text)
        whole = QTextCursor(self.document())
        whole.select(QTextCursor.SelectionType.Document)
        spaced = QTextBlockFormat()
        spaced.setLineHeight(_LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        whole.mergeBlockFormat(spaced)
        self._unscrolled = self.document().clone(self)  # tells the height that no scroll bar takes width from

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Its bubble shows the focus."""
        super().focusInEvent(event)
        self.focus_changed.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Its bubble shows that the focus has gone."""
        super().focusOutEvent(event)
        self.focus_changed.emit()

    def first_direction(self) -> Qt.LayoutDirection:
        """The direction of the first paragraph."""
        return self.document().firstBlock().textDirection()

    def whole_height(self) -> int:
        """As high as all of the text is at this width."""
        self._unscrolled.setTextWidth(self.width())
        return ceil(self._unscrolled.size().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width breaks the lines elsewhere."""
        super().resizeEvent(event)
        whole = self.whole_height()
        self.setMaximumHeight(whole)
        policy = Qt.ScrollBarPolicy.ScrollBarAlwaysOff if self.height() >= whole else _AS_NEEDED
        self.setVerticalScrollBarPolicy(policy)

    def sizeHint(self) -> QSize:
        """As wide as a phone shows it."""
        return QSize(_WIDTH * self.fontMetrics().averageCharWidth(), self.whole_height())

    def minimumSizeHint(self) -> QSize:
        """A few lines are always seen; the rest is scrolled to."""
        least = min(self.whole_height(), _LINES_AT_LEAST * self.fontMetrics().lineSpacing())
        return QSize(self.sizeHint().width() // 2, least)


def _rgb(shade: QColor) -> tuple[float, float, float]:
    return shade.redF(), shade.greenF(), shade.blueF()
