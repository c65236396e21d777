"""Letters of one width, for what programs write."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QFontDatabase, QFontInfo

if TYPE_CHECKING:
    from PySide6.QtGui import QFont


def fixed_font(beside: QFont) -> QFont:
    """The system's font of fixed width, as large as the font beside it: large letters are wanted here, too."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    font.setPointSizeF(QFontInfo(beside).pointSizeF())
    return font
