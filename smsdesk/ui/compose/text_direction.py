"""Text that stands where its language begins, paragraph by paragraph: Arabic at the right, English at the left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QTextOption

from smsdesk.ui.text.directions import first_direction, has_letters

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QTextBlock
    from PySide6.QtWidgets import QPlainTextEdit


def follow_direction(edit: QPlainTextEdit) -> None:
    """Align each paragraph of this edit by its first letter, now and after every change.

    A paragraph without a letter, a time or a number, stands as the one above it does; the first one as the window.
    """
    _Aligned(edit)


class _Aligned(QObject):
    """Qt orders each line by itself, but gives a plain text one alignment, whenever it lays a paragraph out anew.

    So each paragraph's own is put in its place just before it is drawn: where its lines stand on their width is decided
    only then, also for the cursor and for a click. A text as long as a message is gone through in no time.
    """

    def __init__(self, edit: QPlainTextEdit) -> None:
        super().__init__(edit)
        self._edit = edit
        edit.viewport().installEventFilter(self)
        edit.textChanged.connect(self._align)
        edit.cursorPositionChanged.connect(self._align)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Align before anything is drawn or clicked at."""
        if event.type() in (QEvent.Type.Paint, QEvent.Type.MouseButtonPress):
            self._align()
        return False

    def _align(self) -> None:
        direction = self._edit.layoutDirection()
        for block in self._blocks():
            if has_letters(block.text()):
                direction = first_direction(block.text())
            rightward = direction is Qt.LayoutDirection.RightToLeft
            alignment = Qt.AlignmentFlag.AlignRight if rightward else Qt.AlignmentFlag.AlignLeft
            self._edit.blockBoundingRect(block)  # lays it out, where that is still to be done
            layout = block.layout()
            if layout.textOption().alignment() != alignment:
                option = QTextOption(layout.textOption())
                option.setAlignment(alignment)
                layout.setTextOption(option)
                self._edit.viewport().update()

    def _blocks(self) -> Iterator[QTextBlock]:
        block = self._edit.document().firstBlock()
        while block.isValid():
            yield block
            block = block.next()
