"""What every dialog of the program has in common."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QScrollArea, QTabWidget, QWidget

from smsdesk.ui.window.on_screen import keep_on_screen

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

_TITLE_BAR = 40
"""Pixels kept free on the screen: no frame is known before it is shown, and styles say too little of it."""


class Dialog(QDialog):
    """Never larger than its screen: what has no room in it scrolls, and its buttons are seen."""

    def showEvent(self, event: QShowEvent) -> None:
        """Fit the screen, however much the content would like; the keyboard begins in a page, not at its tab."""
        super().showEvent(event)
        keep_on_screen(self, _TITLE_BAR)
        pages = self.findChild(QTabWidget)
        if pages is not None and self.focusWidget() in (None, pages.tabBar()):
            fields = pages.currentWidget().findChildren(QWidget)
            next((each for each in fields if _is_reached_by_tab(each)), pages).setFocus()


def _is_reached_by_tab(widget: QWidget) -> bool:
    by_tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and not isinstance(widget, QScrollArea)
    return by_tab and widget.isVisible() and widget.isEnabled() and widget.focusProxy() is None
