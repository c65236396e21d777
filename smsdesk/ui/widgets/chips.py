"""Chips: how many rows there are of each verdict, by sign, number and word; pressing one shows only these."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLocale, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from smsdesk.domain.phone_numbers import Verdict
from smsdesk.ui.text.translate import translate
from smsdesk.ui.widgets.colours import accent, colour
from smsdesk.ui.widgets.named import named
from smsdesk.ui.widgets.signs import MEANING_OF, draw_sign

if TYPE_CHECKING:
    from smsdesk.domain.recipients.counts import Counts

_ORDER = (Verdict.READY, Verdict.REPAIRED, Verdict.ATTENTION, Verdict.REPEATED)
_SHORTENED_FIRST = (Verdict.REPEATED, Verdict.REPAIRED, Verdict.READY, Verdict.ATTENTION)
"""The quieter ones lose their word first."""


class VerdictChips(QWidget):
    """The chips of a list, which add up to its rows. A chip that would say 0 is absent.

    Args:
        with_all: whether a chip in front says "All 214 rows".

    Signals:
        chosen: the user wants to see only the rows of this verdict; None for all.
    """

    chosen = Signal(object)

    def __init__(self, *, with_all: bool = False) -> None:
        super().__init__()
        self._shown: Verdict | None = None
        self._chips: dict[Verdict | None, _Chip] = {}
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for verdict in (None, *_ORDER) if with_all else _ORDER:
            chip = named("chipAll" if verdict is None else f"chip{verdict.value.capitalize()}", _Chip(verdict))
            chip.clicked.connect(lambda checked, verdict=verdict: self._press(verdict if checked else None))
            chip.hide()
            self._chips[verdict] = chip
            layout.addWidget(chip)
        layout.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._check()

    @property
    def shown(self) -> Verdict | None:
        """What is chosen; None while all rows are shown."""
        return self._shown

    def set_counts(self, counts: Counts) -> None:
        """Say these numbers."""
        for verdict, chip in self._chips.items():
            count = counts.rows if verdict is None else getattr(counts, verdict.value)
            chip.set_count(count)
            # What is filtered by stays, else nobody could see why the table is empty.
            chip.setVisible(count > 0 or (verdict is not None and verdict is self._shown))
        self._fit()

    def choose(self, verdict: Verdict | None) -> None:
        """Show what is chosen, without telling it."""
        self._shown = verdict
        self._check()

    def quiet_width(self) -> int:
        """Room for the words of those that are not quiet."""
        return self._needed({Verdict.REPEATED, Verdict.REPAIRED})

    def sizeHint(self) -> QSize:
        """Room for all words."""
        return QSize(self._needed(set()), self._height())

    def minimumSizeHint(self) -> QSize:
        """Room for signs and numbers."""
        return QSize(self._needed(set(self._chips)), self._height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave words out where there is no room for them."""
        super().resizeEvent(event)
        self._fit()

    def _press(self, verdict: Verdict | None) -> None:
        self.choose(verdict)
        self.chosen.emit(verdict)

    def _check(self) -> None:
        for verdict, chip in self._chips.items():
            chip.setChecked(verdict is self._shown)

    def _fit(self) -> None:
        short: set[Verdict | None] = set()
        for quieter in _SHORTENED_FIRST:
            if self._needed(short) <= self.width():
                break
            short.add(quieter)
        for verdict, chip in self._chips.items():
            chip.set_short(verdict in short)
        self.updateGeometry()

    def _needed(self, short: set[Verdict | None]) -> int:
        widths = [chip.width_of(verdict in short) for verdict, chip in self._chips.items() if not chip.isHidden()]
        return sum(widths) + 8 * max(0, len(widths) - 1)

    def _height(self) -> int:
        return max(chip.sizeHint().height() for chip in self._chips.values())


class _Chip(QAbstractButton):
    """One of them."""

    def __init__(self, verdict: Verdict | None) -> None:
        super().__init__()
        self._verdict = verdict
        self._count = 0
        self._short = False
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def set_count(self, count: int) -> None:
        """Say this number."""
        self._count = count
        self.setText(_words(self._verdict, count))
        self.setAccessibleName(self.text())
        self._say_shortly()

    def set_short(self, short: bool) -> None:
        """Leave the word to tooltip and screen reader, or show it."""
        if short is not self._short:
            self._short = short
            self._say_shortly()

    def width_of(self, short: bool) -> int:
        """How wide it is with or without its word."""
        return self._start() + self.fontMetrics().horizontalAdvance(self._said(short)) + self._pad()

    def sizeHint(self) -> QSize:
        """Its sign and its text."""
        return QSize(self.width_of(self._short), round(1.55 * self.fontMetrics().height()))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the fonts."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the pill, the sign and the text from the palette."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = self.palette()
        mark = accent(palette)
        edge = palette.color(QPalette.ColorRole.Text)
        edge.setAlpha(110)
        fill = palette.color(QPalette.ColorRole.Base)
        if self.isChecked() or self.isDown() or self.underMouse():
            fill = QColor(mark)
            fill.setAlpha(50 if self.isChecked() or self.isDown() else 20)
        marked = self.isChecked() or self.hasFocus()
        painter.setPen(QPen(mark if marked else edge, 2 if self.hasFocus() else 1))
        painter.setBrush(fill)
        outline = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(outline, outline.height() / 2, outline.height() / 2)
        inner = self.rect().adjusted(self._pad(), 0, -self._pad(), 0)
        right_to_left = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        if self._verdict is not None:
            side = self._sign()
            left = inner.right() + 1 - side if right_to_left else inner.left()
            square = QRectF(left, (self.height() - side) / 2, side, side)
            draw_sign(painter, self._verdict, square, colour(MEANING_OF[self._verdict], palette))
            room = self._start() - self._pad()
            inner = inner.adjusted(0, 0, -room, 0) if right_to_left else inner.adjusted(room, 0, 0, 0)
        painter.setPen(palette.color(QPalette.ColorRole.Text))
        align = Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        align |= Qt.AlignmentFlag.AlignRight if right_to_left else Qt.AlignmentFlag.AlignLeft
        painter.drawText(inner, align, self._said(self._short))

    def _said(self, short: bool) -> str:
        return QLocale().toString(self._count) if short else self.text()

    def _say_shortly(self) -> None:
        self.setToolTip(self.text() if self._short else "")
        self.updateGeometry()
        self.update()

    def _pad(self) -> int:
        return round(0.7 * self.fontMetrics().height())

    def _sign(self) -> int:
        return round(0.72 * self.fontMetrics().height())

    def _start(self) -> int:
        """Where the text begins."""
        return self._pad() if self._verdict is None else self._pad() + round(1.4 * self._sign())


def _words(verdict: Verdict | None, count: int) -> str:
    return {
        None: translate("chips", "All %n row(s)", None, 1),
        Verdict.READY: translate("chips", "%n ready", None, 1),
        Verdict.REPAIRED: translate("chips", "%n repaired", None, 1),
        Verdict.ATTENTION: translate("chips", "%n need(s) attention", None, 1),
        Verdict.REPEATED: translate("chips", "%n repeat(s)", None, 1),
    }[verdict].count(count)
