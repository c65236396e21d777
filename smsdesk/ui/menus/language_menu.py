"""The menu View → Language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup

from smsdesk.ui.text.languages import LANGUAGES
from smsdesk.ui.widgets.named import named

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu, QWidget


class LanguageMenu(QObject):
    """Each language stands there in its own words, so that who can't read the window finds theirs.

    Args:
        menu: is filled.
        chosen: the code of the language that is chosen, "" for the system's.
        window: the window that is meant.

    Signals:
        chosen: a language was chosen: its code, "" for the system's.
    """

    chosen = Signal(str)

    def __init__(self, menu: QMenu, chosen: str, window: QWidget) -> None:
        super().__init__(window)
        group = QActionGroup(self)
        entries = {"": self.tr("As the &system"), **LANGUAGES}
        current = chosen if chosen in entries else ""
        for code, text in entries.items():
            action = named(f"language{code.title() or 'System'}Action", QAction(text, self, checkable=True))
            action.setChecked(code == current)
            action.triggered.connect(lambda _checked=False, code=code: self.chosen.emit(code))
            group.addAction(action)
            menu.addAction(action)
            if not code:
                menu.addSeparator()
