"""The Edit menu: it acts on whatever has the focus, a text or the list of people."""

from __future__ import annotations

from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QMenu, QMenuBar

from smsdesk.ui.menus.edit_target import Command, target_of
from smsdesk.ui.widgets.named import named

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMainWindow, QTableView, QWidget

    from smsdesk.ui.menus.edit_target import Target


class EditMenu(QObject):
    """Fills the menu, and looks what can be done whenever it opens.

    The keys are only shown in it: texts and tables take them themselves.

    Args:
        menu: is filled.
        window: whose widgets are edited.
        people: the pane whose buttons, too, stand for its table where something is to be taken back.
        table: that table.
    """

    def __init__(self, menu: QMenu, window: QMainWindow, people: QWidget, table: QTableView) -> None:
        super().__init__(window)
        self._window = window
        self._people = people
        self._table = table
        self._focus: QWidget | None = None
        self._actions: dict[Command, QAction] = {}
        texts = {
            Command.UNDO: self.tr("&Undo"),
            Command.REDO: self.tr("&Redo"),
            Command.CUT: self.tr("Cu&t"),
            Command.COPY: self.tr("&Copy"),
            Command.PASTE: self.tr("&Paste"),
            Command.DELETE: self.tr("&Delete"),
            Command.SELECT_ALL: self.tr("Select &all"),
        }
        for command, text in texts.items():
            self._add(menu, command, text)
        menu.aboutToShow.connect(self._look)
        people.installEventFilter(self)
        application = QGuiApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_changed)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take Undo and Redo that no button of the pane has taken: it was pressed, and the list changed."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            for command in (Command.UNDO, Command.REDO):
                if event.matches(command.value):
                    self._do(command)
                    return True
        return super().eventFilter(watched, event)

    def _add(self, menu: QMenu, command: Command, text: str) -> None:
        action = named(f"{command.name.lower()}MenuAction", QAction(text, menu))
        # With this context a key belongs to the menu bar alone, which has the focus only while a menu is chosen.
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.setShortcut(QKeySequence(command.value))
        action.triggered.connect(lambda _checked=False: self._do(command))
        self._actions[command] = action
        if command in (Command.CUT, Command.SELECT_ALL):
            menu.addSeparator()
        menu.addAction(action)

    def _focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Remember what had the focus before the menu bar took it."""
        if now is not None and now.window() is self._window and not isinstance(now, QMenuBar | QMenu):
            self._focus = now

    def _target(self, command: Command) -> Target | None:
        widget = self._focus if self._focus is not None and shiboken6.isValid(self._focus) else None
        target = target_of(widget)
        taken_back = command in (Command.UNDO, Command.REDO)
        if target is None and taken_back and widget is not None and self._people.isAncestorOf(widget):
            return target_of(self._table)
        return target

    def _look(self) -> None:
        for command, action in self._actions.items():
            target = self._target(command)
            action.setEnabled(target is not None and target.can(command))

    def _do(self, command: Command) -> None:
        target = self._target(command)
        if target is not None and target.can(command):
            target.do(command)
