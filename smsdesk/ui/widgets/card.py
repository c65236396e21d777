"""The rounded surfaces that the window is made of, and the texts on them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from smsdesk.ui.widgets.colours import Meaning, colour, focused_edge, set_text_colour


class Card(QFrame):
    """A rounded surface; with a meaning it is tinted, as a notice is, and with the focus framed."""

    def __init__(self, parent: QWidget | None = None, meaning: Meaning | None = None) -> None:
        super().__init__(parent)
        self._meaning = meaning

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the surface from the palette."""
        palette = self.palette()
        fill = palette.color(QPalette.ColorRole.Base)
        edge = palette.color(QPalette.ColorRole.Text)
        edge.setAlpha(40)
        if self._meaning is not None:
            tint = colour(self._meaning, palette)
            edge = tint
            fill = QColor.fromRgbF(*(0.88 * f + 0.12 * t for f, t in zip(_rgb(fill), _rgb(tint), strict=True)))
        width = 2 if self.hasFocus() else 1
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(focused_edge(palette) if self.hasFocus() else edge, width))
        painter.setBrush(fill)
        half = width / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), 8, 8)


class Caption(QLabel):
    """A plain-text label that keeps its colour's meaning when the system turns light or dark.

    Signals:
        said: this text is news, for whoever can't see it.
    """

    said = Signal(str)

    def __init__(self, text: str = "", meaning: Meaning | None = Meaning.IDLE, *, wrap: bool = False) -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        if wrap:
            # As high as its lines at the width that it gets: its own hint assumes another one.
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)
        self._meaning: Meaning | None = meaning
        self._recolour()

    def tell(self, text: str) -> None:
        """Show this text as news."""
        self.setText(text)
        self.said.emit(text)

    def set_meaning(self, meaning: Meaning | None) -> None:
        """Change what the colour says."""
        self._meaning = meaning
        self._recolour()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the system's colours."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._recolour()

    def _recolour(self) -> None:
        set_text_colour(self, self._meaning)


def set_bold(label: QLabel, bold: bool = True) -> None:
    """Make a label's text stand out, or no more."""
    font = label.font()
    font.setBold(bold)
    label.setFont(font)


def heading(text: str, scale: float = 1.15) -> QLabel:
    """A pane's title."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    font = label.font()
    font.setBold(True)
    font.setPointSizeF(font.pointSizeF() * scale)
    label.setFont(font)
    return label


def _rgb(shade: QColor) -> tuple[float, float, float]:
    return shade.redF(), shade.greenF(), shade.blueF()
