"""The few colours that mean something, in a light and a dark shade that both stand out from the background."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QPalette

from smsdesk.domain.delivery import DeliveryState

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


_EDGES, _TEXT = 3.0, 4.5  # how many times lighter one has to be than the other


class Meaning(Enum):
    """What a colour stands for: (on light, on dark), each at least 4.5:1 against the usual background."""

    GOOD = ("#1b7a45", "#4cc38a")
    UNDER_WAY = ("#2b64b0", "#8ab4f0")
    DOUBTFUL = ("#8a5a00", "#e5b045")
    BAD = ("#b3261e", "#ff8a80")
    IDLE = ("#5f6772", "#9aa4b0")


OF_STATE = {
    DeliveryState.QUEUED: Meaning.IDLE,
    DeliveryState.SUBMITTING: Meaning.UNDER_WAY,
    DeliveryState.ACCEPTED: Meaning.UNDER_WAY,
    DeliveryState.DELIVERED: Meaning.GOOD,
    DeliveryState.REJECTED: Meaning.BAD,
    DeliveryState.UNDELIVERED: Meaning.BAD,
    DeliveryState.EXPIRED: Meaning.BAD,
    DeliveryState.UNKNOWN: Meaning.DOUBTFUL,
    DeliveryState.CANCELLED: Meaning.IDLE,
}


def colour(meaning: Meaning, palette: QPalette) -> QColor:
    """The shade of a meaning on this palette's background."""
    dark = palette.color(QPalette.ColorRole.Base).lightness() < 128
    return QColor(meaning.value[1 if dark else 0])


def accent(palette: QPalette) -> QColor:
    """What marks the focus and what is chosen; the text's colour where a system's accent is lost in the dark."""
    return _readable(palette, QPalette.ColorRole.Accent, _EDGES)


def link(palette: QPalette) -> QColor:
    """What links are written in; the text's colour where a system has the same dark blue for them in the dark."""
    return _readable(palette, QPalette.ColorRole.Link, _TEXT)


def _readable(palette: QPalette, role: QPalette.ColorRole, least: float) -> QColor:
    shade, base = palette.color(role), palette.color(QPalette.ColorRole.Base)
    light, dark = sorted((_luminance(shade), _luminance(base)), reverse=True)
    return shade if (light + 0.05) / (dark + 0.05) >= least else palette.color(QPalette.ColorRole.Text)


def _luminance(shade: QColor) -> float:
    """How light it is to the eye, from 0 to 1 (WCAG 2.2, "relative luminance")."""
    parts = (shade.redF(), shade.greenF(), shade.blueF())
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def quiet(palette: QPalette) -> QColor:
    """Text that stands back: captions and hints."""
    return colour(Meaning.IDLE, palette)


def set_text_colour(widget: QWidget, meaning: Meaning | None) -> None:
    """Colour a label's text by meaning; None for ordinary text. Call it again when the palette changes."""
    palette = widget.palette()
    parent = widget.parentWidget()
    inherited = QPalette() if parent is None else parent.palette()
    role = QPalette.ColorRole.WindowText
    palette.setColor(role, inherited.color(role) if meaning is None else colour(meaning, inherited))
    widget.setPalette(palette)
