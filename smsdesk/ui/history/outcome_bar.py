"""The bar of outcomes: what became of an announcement's messages, drawn so that it needs no colour.

Full is delivered, half as high accepted, striped failed, hollow unknown, and a line what was not sent.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from smsdesk.domain.delivery import FAILED, DeliveryState
from smsdesk.ui.text.directions import joined
from smsdesk.ui.text.translate import translate
from smsdesk.ui.widgets.colours import Meaning, colour

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtGui import QColor, QPaintEvent, QPalette

    Draw = Callable[[QPainter, QRectF, QColor], None]

_S = DeliveryState
_GAP = 0.35  # of the bar's height, between two stretches
_LEAST = 0.9  # of the bar's height: one failure among thousands is still seen, with its pattern

_WIDE = 14  # average characters


class OutcomeBar(QWidget):
    """The bar by itself. It says nothing: its words stand beside it."""

    def __init__(self) -> None:
        super().__init__()
        self._counts: Mapping[DeliveryState, int] = {}
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)

    @property
    def has_counts(self) -> bool:
        """Whether there is anything to be drawn."""
        return any(self._counts.values())

    def set_counts(self, counts: Mapping[DeliveryState, int]) -> None:
        """Draw these."""
        self._counts = counts
        self.update()

    def sizeHint(self) -> QSize:
        """As high as a line of text."""
        return QSize(_WIDE * self.fontMetrics().averageCharWidth(), self.fontMetrics().height())

    def minimumSizeHint(self) -> QSize:
        """Half as wide, where it is narrow."""
        return QSize(self.sizeHint().width() // 2, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the bar in the middle of the line."""
        height = max(6.0, round(0.5 * self.fontMetrics().height()))
        bar = QRectF(0, round((self.height() - height) / 2), self.width(), height)
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        draw_bar(QPainter(self), bar, self._counts, self.palette(), mirrored=mirrored)


def outcome_words(counts: Mapping[DeliveryState, int]) -> str:
    """What the bar shows, in words: "190 delivered · 8 failed · 2 unknown"."""
    failed = sum(counts.get(state, 0) for state in FAILED)
    said = (
        (counts.get(_S.DELIVERED), translate("outcome_bar", "%n delivered", None, 1)),
        (counts.get(_S.ACCEPTED), translate("outcome_bar", "%n accepted", None, 1)),
        (failed, translate("outcome_bar", "%n failed", None, 1)),
        (counts.get(_S.UNKNOWN), translate("outcome_bar", "%n unknown", None, 1)),
        (counts.get(_S.SUBMITTING), translate("outcome_bar", "%n being sent", None, 1)),
        (counts.get(_S.QUEUED), translate("outcome_bar", "%n waiting", None, 1)),
        (counts.get(_S.CANCELLED), translate("outcome_bar", "%n cancelled", None, 1)),
    )
    return joined(translated.count(count) for count, translated in said if count)


def draw_bar(
    painter: QPainter, bar: QRectF, counts: Mapping[DeliveryState, int], palette: QPalette, *, mirrored: bool
) -> None:
    """Draw these counts into a rectangle, good news first: from the right in a mirrored window."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if mirrored:
        painter.translate(bar.left() + bar.right(), 0)
        painter.scale(-1, 1)
    left = bar.left()
    for draw, meaning, width in _stretches(counts, bar):
        draw(painter, QRectF(left, bar.top(), width, bar.height()), colour(meaning, palette))
        left += width + _GAP * bar.height()
    painter.restore()


def _full(painter: QPainter, stretch: QRectF, shade: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(shade)
    painter.drawRoundedRect(stretch, _round(stretch), _round(stretch))


def _half_as_high(painter: QPainter, stretch: QRectF, shade: QColor) -> None:
    quarter = stretch.height() / 4
    _full(painter, stretch.adjusted(0, quarter, 0, -quarter), shade)


def _striped(painter: QPainter, stretch: QRectF, shade: QColor) -> None:
    painter.save()
    outline = QPainterPath()
    outline.addRoundedRect(stretch, _round(stretch), _round(stretch))
    painter.setClipPath(outline)
    painter.setPen(QPen(shade, stretch.height() / 4))
    step, x = stretch.height() / 2, stretch.left() - stretch.height()
    while x < stretch.right():
        painter.drawLine(QPointF(x, stretch.bottom() + 1), QPointF(x + stretch.height() + 2, stretch.top() - 1))
        x += step
    painter.restore()


def _hollow(painter: QPainter, stretch: QRectF, shade: QColor) -> None:
    thick = max(1.2, stretch.height() / 6)
    painter.setPen(QPen(shade, thick))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    inner = stretch.adjusted(thick / 2, thick / 2, -thick / 2, -thick / 2)
    painter.drawRoundedRect(inner, _round(inner), _round(inner))


def _line(painter: QPainter, stretch: QRectF, shade: QColor) -> None:
    thin = max(1.5, stretch.height() / 4)
    _full(painter, QRectF(stretch.left(), stretch.center().y() - thin / 2, stretch.width(), thin), shade)


def _round(stretch: QRectF) -> float:
    return min(stretch.height(), stretch.width()) / 3


_ORDER: tuple[tuple[Draw, Meaning, tuple[DeliveryState, ...]], ...] = (
    (_full, Meaning.GOOD, (_S.DELIVERED,)),
    (_half_as_high, Meaning.UNDER_WAY, (_S.ACCEPTED,)),
    (_striped, Meaning.BAD, FAILED),
    (_hollow, Meaning.DOUBTFUL, (_S.UNKNOWN,)),
    (_line, Meaning.IDLE, (_S.SUBMITTING, _S.QUEUED, _S.CANCELLED)),
)


def _stretches(counts: Mapping[DeliveryState, int], bar: QRectF) -> list[tuple[Draw, Meaning, float]]:
    """How each is drawn, and widths that fill the bar with the gaps; what is too small takes from the widest."""
    groups = [(draw, meaning, sum(counts.get(s, 0) for s in states)) for draw, meaning, states in _ORDER]
    groups = [group for group in groups if group[2]]
    if not groups:
        return []
    room = bar.width() - (len(groups) - 1) * _GAP * bar.height()
    whole = sum(count for _, _, count in groups)
    widths = [max(_LEAST * bar.height(), room * count / whole) for _, _, count in groups]
    widths[widths.index(max(widths))] -= sum(widths) - room
    return [(draw, meaning, width) for (draw, meaning, _), width in zip(groups, widths, strict=True)]
