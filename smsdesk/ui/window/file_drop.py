"""Files that are dropped on the window, wherever it is: a text field would take them for text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QAbstractScrollArea, QLineEdit, QWidget

from smsdesk.ui.recipients.paste_box import files_in

if TYPE_CHECKING:
    from PySide6.QtGui import QDropEvent

_DRAGGED = (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop)


class FileDrop(QObject):
    """Watches a window and all that stands in it now.

    Signals:
        dropped: files of this computer, in their order; `list[Path]`.
    """

    dropped = Signal(list)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        window.setAcceptDrops(True)
        window.installEventFilter(self)
        for field in window.findChildren(QLineEdit):
            field.installEventFilter(self)
        for area in window.findChildren(QAbstractScrollArea):
            area.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take files, and leave everything else to the field that it is dropped on."""
        if event.type() not in _DRAGGED:
            return super().eventFilter(watched, event)
        drop: QDropEvent = event  # type: ignore[assignment]
        files = files_in(drop.mimeData())
        if not files:
            return super().eventFilter(watched, event)
        drop.setDropAction(Qt.DropAction.CopyAction)
        drop.accept()
        if event.type() == QEvent.Type.Drop:
            self.dropped.emit(files)
        return True
