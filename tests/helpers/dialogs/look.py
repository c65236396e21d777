"""How a system may show windows: its screen, colours, font and direction."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QLocale, QRect, QSize
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QWidget

from smsdesk.ui.text.languages import Languages
from tests.helpers.window.palettes import PALETTES

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class Look:
    """How the system shows windows.

    Attributes:
        screen: pixels.
        colours: a name in `PALETTES`.
        points: of the font.
        mirrored: in Arabic, from right to left.
    """

    screen: QSize
    colours: str = "light"
    points: float = 9
    mirrored: bool = False

    def __str__(self) -> str:
        language = "arabic" if self.mirrored else "english"
        return f"{self.screen.width()}x{self.screen.height()}-{self.colours}-{self.points:g}pt-{language}"


class Screen:
    """A screen of this size, in the place of the one that is not there."""

    def __init__(self, size: QSize) -> None:
        self._size = size

    def availableGeometry(self) -> QRect:
        """All of it."""
        return QRect(0, 0, self._size.width(), self._size.height())

    def geometry(self) -> QRect:
        """All of it."""
        return self.availableGeometry()

    def availableSize(self) -> QSize:
        """All of it."""
        return QSize(self._size)


@contextmanager
def worn(application: QApplication, look: Look) -> Iterator[None]:
    """Let everything that is opened meanwhile look like this."""
    font, before = application.font(), application.font()
    locale = QLocale()
    palette, direction = QPalette(application.palette()), application.layoutDirection()
    font.setPointSizeF(look.points)
    application.setFont(font)
    application.setPalette(PALETTES[look.colours](application))
    languages = Languages(application, QLocale("ar_OM" if look.mirrored else "en_GB"))
    languages.use("ar" if look.mirrored else "en")
    screen = Screen(look.screen)
    widget: Any = QWidget
    of_qt, widget.screen = widget.screen, lambda _widget: screen
    try:
        yield
    finally:
        widget.screen = of_qt
        languages.choose("en")
        QLocale.setDefault(locale)
        application.setLayoutDirection(direction)
        application.setPalette(palette)
        application.setFont(before)
