"""The field that takes people: typed, pasted, or dropped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy

from smsdesk.ui.recipients.list_reading import is_long
from smsdesk.ui.window.file_drop import files_of

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

_MOST_LINES = 3


class PasteBox(QPlainTextEdit):
    """One line high, and higher when there are more. Enter adds, Shift+Enter makes a new line.

    Signals:
        entered: Enter was pressed.
        long_pasted: a long text was pasted, and shall be added at once.
        files_pasted: files were pasted or dropped instead of text; `list[Path]`.
    """

    entered = Signal()
    long_pasted = Signal(str)
    files_pasted = Signal(list)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self._fit)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter is Add."""
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and (plain or control):
            self.entered.emit()
            return
        super().keyPressEvent(event)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Files can come in, too."""
        return bool(files_of(source)) or super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Give files away instead of writing their addresses down, and what is too long to be looked through here."""
        if files := files_of(source):
            self.files_pasted.emit(files)
        elif is_long(text := source.text()):
            self.long_pasted.emit(text)
        else:
            super().insertFromMimeData(source)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the fonts."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        # Shift+Enter makes a line, but no block.
        lines = min(1 + self.toPlainText().count("\n"), _MOST_LINES)
        around = 2 * (self.frameWidth() + round(self.document().documentMargin()))
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + around + 4)


class Drop(QObject):
    """Takes what is dropped anywhere on a widget that takes nothing itself.

    Signals:
        files: files of this computer; `list[Path]`.
        text: anything else that can be read.
    """

    files = Signal(list)
    text = Signal(str)

    def __init__(self, target: QWidget) -> None:
        super().__init__(target)
        target.setAcceptDrops(True)
        target.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Accept files and text, and give them away when they are dropped."""
        if not isinstance(event, QDropEvent):  # entering and moving are of this kind, too
            return super().eventFilter(watched, event)
        data = event.mimeData()
        if not data.hasText() and not files_of(data):
            return super().eventFilter(watched, event)
        # What is dragged stays where it is, whatever the other program would like.
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        if event.type() == QEvent.Type.Drop:
            if files := files_of(data):
                self.files.emit(files)
            else:
                self.text.emit(data.text())
        return True
