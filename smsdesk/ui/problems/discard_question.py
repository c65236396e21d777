"""What is asked before a dialog is closed over what somebody typed into it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox

from smsdesk.ui.text.translate import translate
from smsdesk.ui.widgets.named import named

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QDialog

_NAME = "discardQuestion"


def ask_to_discard(dialog: QDialog, discard: Callable[[], object]) -> None:
    """Ask once whether what stands in the dialog shall go; Enter and Escape keep it."""
    if dialog.findChild(QMessageBox, _NAME) is not None:
        return
    box = named(_NAME, QMessageBox(dialog))
    box.setIcon(QMessageBox.Icon.Question)
    box.setWindowTitle(dialog.windowTitle())
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(translate("discard_question", "Close without saving what you entered?"))
    go = box.addButton(translate("discard_question", "Discard"), QMessageBox.ButtonRole.DestructiveRole)
    keep = box.addButton(translate("discard_question", "Keep editing"), QMessageBox.ButtonRole.RejectRole)
    named("discardButton", go)
    named("keepEditingButton", keep)
    box.setDefaultButton(keep)
    box.setEscapeButton(keep)
    go.clicked.connect(lambda: discard())  # called, not connected: a slot of Qt's own would be the overridden one
    box.finished.connect(box.deleteLater)
    box.finished.connect(lambda: box.setObjectName(""))  # it is deleted a moment later: Escape may ask again at once
    box.open()
