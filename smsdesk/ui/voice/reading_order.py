"""A screen reader reads in the order of what the eyes see."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QSplitter, QWidget


class ReadingOrder(QObject):
    """Keeps the panes of splitters in their order: Qt puts each new one in front of all others in its children.

    Args:
        window: all splitters that stand in it now are watched.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        for splitter in window.findChildren(QSplitter):
            _put_in_order(splitter)
            splitter.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look again when a pane has come."""
        if event.type() == QEvent.Type.ChildPolished and isinstance(watched, QSplitter):
            QTimer.singleShot(0, watched, lambda: _put_in_order(watched))
        return super().eventFilter(watched, event)


def _put_in_order(splitter: QSplitter) -> None:
    # What is raised comes last among the children, which is the order that a screen reader gets.
    for place in range(splitter.count()):
        pane = splitter.widget(place)
        if pane is not None:
            pane.raise_()
    for place in range(splitter.count()):
        splitter.handle(place).raise_()
