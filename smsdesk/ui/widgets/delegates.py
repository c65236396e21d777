"""How cells are drawn whose text has a direction of its own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QStyledItemDelegate

from smsdesk.ui.text.directions import left_to_right, own_direction

if TYPE_CHECKING:
    from PySide6.QtCore import QLocale, QModelIndex, QPersistentModelIndex
    from PySide6.QtGui import QColor
    from PySide6.QtWidgets import QStyleOptionViewItem

_NUMBER = re.compile(r"[+(]*\d[\d\s().\-/]*")


class LeftToRightDelegate(QStyledItemDelegate):
    """Shows phone numbers from left to right, whatever the direction of the window or of a name beside them."""

    def displayText(self, value: Any, locale: QLocale | QLocale.Language) -> str:
        """The text, with each number set apart from its surroundings."""
        text = super().displayText(value, locale)
        return _NUMBER.sub(lambda found: left_to_right(found[0]), text)


class OwnDirectionDelegate(QStyledItemDelegate):
    """Shows each text in its own direction: an Arabic message in an English window, and the other way round."""

    def displayText(self, value: Any, locale: QLocale | QLocale.Language) -> str:
        """The text, set apart from the direction of the window."""
        return own_direction(super().displayText(value, locale))


class OwnColourDelegate(OwnDirectionDelegate):
    """Keeps the colour of its words in a chosen row too, where that is only tinted."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """Let the chosen text have the colour that the model gives."""
        tinted = _colour(option, QPalette.ColorRole.HighlightedText) == _colour(option, QPalette.ColorRole.Text)
        super().initStyleOption(option, index)
        if tinted:
            own = option.palette.brush(QPalette.ColorRole.Text)
            option.palette.setBrush(QPalette.ColorRole.HighlightedText, own)


def _colour(option: QStyleOptionViewItem, role: QPalette.ColorRole) -> QColor:
    return option.palette.color(role)
