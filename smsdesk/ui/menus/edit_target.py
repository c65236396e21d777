"""What Undo, Copy and the like mean for the widget that has the focus."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QEvent
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit, QTextEdit

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_Key = QKeySequence.StandardKey


class Command(Enum):
    """What the Edit menu offers, by the platform's key."""

    UNDO = _Key.Undo
    REDO = _Key.Redo
    CUT = _Key.Cut
    COPY = _Key.Copy
    PASTE = _Key.Paste
    DELETE = _Key.Delete
    SELECT_ALL = _Key.SelectAll


class Target(Protocol):
    """A widget that is edited."""

    def can(self, command: Command) -> bool:
        """Whether the command would do anything now."""

    def do(self, command: Command) -> None:
        """Do it."""


def target_of(widget: QWidget | None) -> Target | None:
    """How the widget is edited; None for one in which nothing is."""
    if isinstance(widget, QComboBox):
        widget = widget.lineEdit()
    elif isinstance(widget, QAbstractSpinBox):
        widget = widget.findChild(QLineEdit)
    if isinstance(widget, QLineEdit):
        return _Line(widget)
    if isinstance(widget, QPlainTextEdit | QTextEdit):
        return _Text(widget)
    if isinstance(widget, QAbstractItemView):
        return _Rows(widget)
    return None


class _Line:
    """A field of one line."""

    def __init__(self, line: QLineEdit) -> None:
        self._line = line

    def can(self, command: Command) -> bool:
        line, writable = self._line, not self._line.isReadOnly()
        chosen = line.hasSelectedText()
        shown = line.echoMode() == QLineEdit.EchoMode.Normal  # a password is not copied
        return {
            Command.UNDO: writable and line.isUndoAvailable(),
            Command.REDO: writable and line.isRedoAvailable(),
            Command.CUT: writable and chosen and shown,
            Command.COPY: chosen and shown,
            Command.PASTE: writable and bool(QGuiApplication.clipboard().text()),
            Command.DELETE: writable and chosen,
            Command.SELECT_ALL: bool(line.text()),
        }[command]

    def do(self, command: Command) -> None:
        line = self._line
        {
            Command.UNDO: line.undo,
            Command.REDO: line.redo,
            Command.CUT: line.cut,
            Command.COPY: line.copy,
            Command.PASTE: line.paste,
            Command.DELETE: line.del_,
            Command.SELECT_ALL: line.selectAll,
        }[command]()


class _Text:
    """A text of several lines."""

    def __init__(self, text: QPlainTextEdit | QTextEdit) -> None:
        self._text = text

    def can(self, command: Command) -> bool:
        text, writable = self._text, not self._text.isReadOnly()
        chosen, document = text.textCursor().hasSelection(), text.document()
        return {
            Command.UNDO: writable and document.isUndoAvailable(),
            Command.REDO: writable and document.isRedoAvailable(),
            Command.CUT: writable and chosen,
            Command.COPY: chosen,
            Command.PASTE: writable and text.canPaste(),
            Command.DELETE: writable and chosen,
            Command.SELECT_ALL: not document.isEmpty(),
        }[command]

    def do(self, command: Command) -> None:
        text = self._text
        {
            Command.UNDO: text.undo,
            Command.REDO: text.redo,
            Command.CUT: text.cut,
            Command.COPY: text.copy,
            Command.PASTE: text.paste,
            Command.DELETE: lambda: text.textCursor().removeSelectedText(),
            Command.SELECT_ALL: text.selectAll,
        }[command]()


class _Rows:
    """A table: it has its own actions, or takes the keys."""

    def __init__(self, view: QAbstractItemView) -> None:
        self._view = view

    def can(self, command: Command) -> bool:
        action = self._action(command)
        if command in (Command.CUT, Command.COPY, Command.DELETE):
            taken = action is not None or command is Command.COPY
            return taken and self._view.selectionModel() is not None and self._view.selectionModel().hasSelection()
        if command is Command.SELECT_ALL:
            several = self._view.selectionMode() != QAbstractItemView.SelectionMode.SingleSelection
            return several and self._view.model() is not None and self._view.model().rowCount() > 0
        return action is not None and action.isEnabled()

    def do(self, command: Command) -> None:
        action = self._action(command)
        if action is not None:
            action.trigger()
            return
        key = QKeySequence.keyBindings(command.value)[0][0]  # type: ignore[index]
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QGuiApplication.sendEvent(self._view, QKeyEvent(kind, key.key(), key.keyboardModifiers()))

    def _action(self, command: Command) -> QAction | None:
        keys = QKeySequence.keyBindings(command.value)
        return next((each for each in self._view.actions() if each.shortcut() in keys), None)
