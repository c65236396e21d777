"""Text that stands where its language begins: Arabic at the right, English at the left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPlainTextEdit


def follow_direction(edit: QPlainTextEdit) -> None:
    """Align the text of this edit by its direction, now and after every change.

    Qt orders each line by itself, but a plain text document has one alignment, and that is the left one.
    """

    def align() -> None:
        document = edit.document()
        rightward = document.firstBlock().textDirection() is Qt.LayoutDirection.RightToLeft
        wanted = Qt.AlignmentFlag.AlignRight if rightward else Qt.AlignmentFlag.AlignLeft
        option = document.defaultTextOption()
        if option.alignment() != wanted:
            option.setAlignment(wanted)
            document.setDefaultTextOption(option)

    edit.textChanged.connect(align)
    align()
