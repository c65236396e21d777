"""Files that are dropped on the window, wherever it is: a text field would take them for text."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, Signal
from PySide6.QtWidgets import QAbstractScrollArea, QLineEdit, QWidget

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
        files = files_of(drop.mimeData())
        if not files:
            return super().eventFilter(watched, event)
        drop.setDropAction(Qt.DropAction.CopyAction)
        drop.accept()
        if event.type() == QEvent.Type.Drop:
            self.dropped.emit(files)
        return True


def files_of(data: QMimeData) -> list[Path]:
    """The files of this computer that are dragged or copied."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
