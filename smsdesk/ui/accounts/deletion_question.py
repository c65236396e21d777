"""What is asked before an account goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smsdesk.ui.problems.message_box import Icon, MessageBox, Role
from smsdesk.ui.text.translate import translate

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget


def deletion_question(account: str, delete: Callable[[], object], parent: QWidget) -> MessageBox:
    """Ask whether the account of this title shall be deleted."""
    asked = translate("deletion_question", "Delete the account “{account}”?").format(account=account)
    more = translate("deletion_question", "Its password is removed from this computer. Its history stays.")
    box = MessageBox("deleteAccountBox", Icon.Question, asked, more, parent=parent)
    box.offer("deleteAccountButton", translate("deletion_question", "&Delete account"), Role.DestructiveRole, delete)
    box.offer_way_back("keepAccountButton", translate("deletion_question", "&Keep it"))
    return box
