"""Every message box of the program, by its object name."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QMessageBox

from smsdesk.domain.errors import UserFacingError
from smsdesk.domain.sentence import QT_TRANSLATE_NOOP
from smsdesk.launch import refusal_box
from smsdesk.store.sqlite.backups import Backup
from smsdesk.store.sqlite.connection import Damaged
from smsdesk.ui.accounts.custom_gateway_dialog import hosts_question
from smsdesk.ui.accounts.deletion_question import deletion_question
from smsdesk.ui.controllers.closing import closing_question
from smsdesk.ui.history.announcement_actions import cancel_question
from smsdesk.ui.history.announcement_notes import arrived_question
from smsdesk.ui.problems.damaged_dialog import way_back_box
from smsdesk.ui.problems.discard_question import ask_to_discard
from smsdesk.ui.problems.problem_dialogs import show_user_facing
from smsdesk.ui.window.about_box import about_box
from tests.helpers.dialogs.every_dialog import LONG_NAME, own_phone

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tests.helpers.dialogs.stage import Stage

    Asked = Callable[[Stage], QMessageBox]

_WORDS = UserFacingError(
    QT_TRANSLATE_NOOP("test", "The disk is full, and what was written last is not on it yet."),
    QT_TRANSLATE_NOOP("test", "Make room on it, then try again: nothing was sent, and nothing is lost."),
    "OSError(28, 'No space left on device')",
)
_AT = datetime(2026, 11, 20, 6, 31, tzinfo=UTC)
_DAMAGED = Damaged(QT_TRANSLATE_NOOP("test", "The data file is damaged."), None, "row 3 missing from index")
_BACKUP = Backup(Path("smsdesk-2026-11-20.db"), _AT.date(), _AT)


def _nothing() -> None:
    pass


def _opened(box: QMessageBox) -> QMessageBox:
    box.open()
    return box


def discard(stage: Stage) -> QMessageBox:
    """Over a dialog in which somebody wrote something."""
    dialog = own_phone(stage)
    dialog.findChild(QLineEdit, "ownNumberEdit").setText("9000 0013")
    ask_to_discard(dialog, _nothing)
    (box,) = dialog.findChildren(QMessageBox, "discardQuestion")
    return box


EVERY_QUESTION: Mapping[str, Asked] = {
    "problemBox": lambda stage: show_user_facing(stage.window, _WORDS),
    "damagedBox": lambda _stage: _opened(way_back_box(_DAMAGED, _BACKUP)),
    "damagedBox, no backup": lambda _stage: _opened(way_back_box(_DAMAGED, None)),
    "discardQuestion": discard,
    "deleteAccountBox": lambda stage: _opened(deletion_question(LONG_NAME, _nothing, stage.window)),
    "passwordHostsBox": lambda stage: _opened(
        hosts_question(("gateway.example.net", "other.example.org"), "gateway.example.com", _nothing, stage.window)
    ),
    "closingBox": lambda stage: _opened(closing_question(32, _nothing, _nothing, stage.window)),
    "cancelScheduledBox": lambda stage: _opened(cancel_question(214, _nothing, stage.window)),
    "arrivedBox": lambda stage: _opened(arrived_question(3, _nothing, stage.window)),
    "refusalBox": lambda _stage: _opened(refusal_box(_WORDS)),
    "aboutBox": lambda stage: _opened(about_box(stage.window)),
}
