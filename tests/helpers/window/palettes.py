"""The colours that a system may give: light, dark, and with high contrast."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QPalette

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

_Role, _Group = QPalette.ColorRole, QPalette.ColorGroup


def light(application: QApplication) -> QPalette:
    return application.style().standardPalette()


def dark(_application: QApplication) -> QPalette:
    palette = QPalette(QColor("#2b2f36"), QColor("#1f2227"))
    palette.setColor(_Role.Base, QColor("#262a2f"))
    return palette


def high_contrast(_application: QApplication) -> QPalette:
    """As Windows has it: white on black, everything."""
    palette = QPalette(QColor("black"), QColor("black"))
    for role in (_Role.WindowText, _Role.Text, _Role.ButtonText):
        for group in (_Group.Active, _Group.Inactive):
            palette.setColor(group, role, QColor("white"))
    palette.setColor(_Role.Base, QColor("black"))
    palette.setColor(_Role.Highlight, QColor("#1aebff"))
    palette.setColor(_Role.HighlightedText, QColor("black"))
    palette.setColor(_Role.Link, QColor("#ffff00"))
    return palette


PALETTES = {"light": light, "dark": dark, "high contrast": high_contrast}
