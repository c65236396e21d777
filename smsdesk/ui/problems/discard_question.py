"""What is asked before a dialog is closed over what somebody typed into it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smsdesk.ui.problems.message_box import Icon, MessageBox, Role
from smsdesk.ui.text.translate import translate

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QDialog


def ask_to_discard(dialog: QDialog, discard: Callable[[], object]) -> None:
    """Ask once whether what stands in the dialog shall go; Enter and Escape keep it."""
    if dialog.findChild(MessageBox, "discardQuestion") is not None:
        return
    told = translate("discard_question", "Close without saving what you entered?")
    box = MessageBox("discardQuestion", Icon.Question, told, title=dialog.windowTitle(), parent=dialog)
    box.offer("discardButton", translate("discard_question", "&Discard"), Role.DestructiveRole, discard)
    box.offer_way_back("keepEditingButton", translate("discard_question", "&Keep editing"))
    box.finished.connect(lambda: box.setObjectName(""))  # it is deleted a moment later: Escape may ask again at once
    box.open()
