"""The few colours that mean something, in a light and a dark shade that both stand out from the background."""

from __future__ import annotations

from enum import Enum
from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette

from smsdesk.domain.delivery import DeliveryState

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QWidget


_EDGES, _TEXT, _TEXT_HIGH = 3.0, 4.5, 7.0  # how many times lighter one has to be than the other
_DRAWN_EDGES = 4.0  # what is round loses some by being smoothed, and tabs have a ground of their own
_FOCUS = 2.0  # a line of one pixel that changes its colour is seen
_DRAWN_TEXT = 6.0  # thin strokes lose some by being smoothed, and tabs have a ground of their own
_DRAWN_BUTTON = 9.0  # styles lighten a button's face
_STEPS = 20


_IN_USE = (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive)


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
    """The shade of a meaning on this palette's background, moved towards the text's until it can be read there."""
    base, window = palette.color(QPalette.ColorRole.Base), palette.color(QPalette.ColorRole.Window)
    shade = QColor(meaning.value[1 if base.lightness() < 128 else 0])
    least = _TEXT_HIGH if wants_contrast() else _DRAWN_TEXT
    return _moved(shade, palette.color(QPalette.ColorRole.Text), (base, window), least)


def edge(palette: QPalette) -> QColor:
    """What fields are framed in: as faint as the text's colour may be on field and window."""
    text = palette.color(QPalette.ColorRole.Text)
    base, window = palette.color(QPalette.ColorRole.Base), palette.color(QPalette.ColorRole.Window)
    return text if wants_contrast() else _moved(window, text, (base, window), _DRAWN_EDGES)


def focused_edge(palette: QPalette) -> QColor:
    """The accent, as strong as it must be to be told from an edge without the focus."""
    plain = edge(palette)
    return _moved(accent(palette), palette.color(QPalette.ColorRole.Text), (plain, plain), _FOCUS)


def hint_in_field(palette: QPalette) -> QColor:
    """What an empty field says, half as strong as text where that can be read; systems often have it too pale."""
    text, base = palette.color(QPalette.ColorRole.Text), palette.color(QPalette.ColorRole.Base)
    return _moved(_mixed(base, text, 0.5), text, (base, base), _DRAWN_TEXT)


def main_face(palette: QPalette) -> QColor:
    """The accent as the face of a button, on which the text for chosen things can be read."""
    text = palette.color(QPalette.ColorRole.HighlightedText)
    away = QColor("black") if text.lightness() > 128 else QColor("white")
    return _moved(palette.color(QPalette.ColorRole.Highlight), away, (text, text), _DRAWN_BUTTON)


def wants_contrast() -> bool:
    """The user has asked the system for more contrast."""
    hints = QGuiApplication.styleHints()  # held, for its parts live as long as it does
    return hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast


def contrast(one: QColor, other: QColor) -> float:
    """How far two colours stand apart, from 1 to 21 (WCAG 2.2, "contrast ratio")."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _moved(shade: QColor, text: QColor, grounds: tuple[QColor, QColor], least: float) -> QColor:
    """The shade, or the first one on the way from it to the text's that stands out from both grounds."""
    return QColor(_moved_rgb(shade.rgb(), text.rgb(), grounds[0].rgb(), grounds[1].rgb(), least))


@lru_cache(maxsize=256)
def _moved_rgb(shade: int, text: int, base: int, window: int, least: float) -> int:
    """The same in numbers: it is asked for at every painting."""
    for step in range(_STEPS):
        between = QColor(_mixed(QColor(shade), QColor(text), step / _STEPS).rgb())  # as it is drawn
        if min(contrast(between, QColor(base)), contrast(between, QColor(window))) >= least:
            return between.rgb()
    return text


def _mixed(one: QColor, other: QColor, share: float) -> QColor:
    """So much of the other colour in the one."""
    parts = ((one.redF(), other.redF()), (one.greenF(), other.greenF()), (one.blueF(), other.blueF()))
    return QColor.fromRgbF(*(a * (1 - share) + b * share for a, b in parts))


def accent(palette: QPalette) -> QColor:
    """What marks the focus and what is chosen; the text's colour where a system's accent is lost in the dark."""
    return _readable(palette, QPalette.ColorRole.Accent, _EDGES)


def link(palette: QPalette) -> QColor:
    """What links are written in; the text's colour where a system has the same dark blue for them in the dark."""
    return _readable(palette, QPalette.ColorRole.Link, _TEXT)


def _readable(palette: QPalette, role: QPalette.ColorRole, least: float) -> QColor:
    shade, base = palette.color(role), palette.color(QPalette.ColorRole.Base)
    return shade if contrast(shade, base) >= least else palette.color(QPalette.ColorRole.Text)


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
    if meaning is not None:
        # The application's: the parent may still have the old one while the system changes its colours.
        set_own(widget, {QPalette.ColorRole.WindowText: colour(meaning, QGuiApplication.palette())})
    elif widget.testAttribute(Qt.WidgetAttribute.WA_SetPalette):
        widget.setPalette(QPalette())


def set_own(widget: QWidget, shades: Mapping[QPalette.ColorRole, QColor]) -> None:
    """Give a widget these colours, and leave all others to its parent and the system.

    It may be called whenever the palette changes, which it does by this, too.
    """
    now = widget.palette()
    if all(now.color(group, role) == shade for role, shade in shades.items() for group in _IN_USE):
        return
    own = QPalette()
    for role, shade in shades.items():
        for group in _IN_USE:
            own.setColor(group, role, shade)
    widget.setPalette(own)
