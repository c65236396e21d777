"""Whether what a person needs is on the screen: whole, and with all of its text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QAbstractButton, QPushButton, QStyle, QStyleOptionButton

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QWidget


def seen_part(widget: QWidget) -> QRect:
    """What is seen of a widget within its window, in its own coordinates."""
    return widget.visibleRegion().boundingRect()


def is_whole(widget: QWidget) -> bool:
    """Whether all of it is in its window, cut off by nothing."""
    corner = widget.mapTo(widget.window(), QPoint(0, 0))
    inside = widget.window().rect().contains(QRect(corner, widget.size()))
    return inside and seen_part(widget) == widget.rect()


def has_its_text(button: QAbstractButton) -> bool:
    """Whether a button has the room that its text takes."""
    option = QStyleOptionButton()
    if not isinstance(button, QPushButton):
        return True
    button.initStyleOption(option)
    text = button.fontMetrics().size(0, button.text())
    needed = button.style().sizeFromContents(QStyle.ContentsType.CT_PushButton, option, QSize(text), button)
    return button.width() >= min(needed.width(), button.sizeHint().width())


def not_whole(buttons: Iterable[QAbstractButton]) -> list[str]:
    """Of these buttons, those that are shown and not seen whole, by name and text."""
    shown = [each for each in buttons if each.isVisible()]
    return [f"{each.objectName()}: {each.text()}" for each in shown if not (is_whole(each) and has_its_text(each))]
