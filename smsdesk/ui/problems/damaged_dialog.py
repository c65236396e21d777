"""The way back when the data file is damaged: what happened, what can be done about it, and what was done."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from smsdesk.ui.problems.message_box import Icon, MessageBox, Role
from smsdesk.ui.text.formatting import point_in_time
from smsdesk.ui.text.translate import translate, translated

if TYPE_CHECKING:
    from pathlib import Path

    from smsdesk.store.sqlite.backups import Backup, FoundAtStart, Restored
    from smsdesk.store.sqlite.connection import Damaged


class WayBack(Enum):
    """What the user chose."""

    RESTORE = auto()
    START_EMPTY = auto()
    CLOSE = auto()


def ask_way_back(error: Damaged, backup: Backup | None) -> WayBack:
    """Ask what to do, while no event loop runs; Enter and Escape are Close.

    Args:
        error: what is damaged.
        backup: the newest sound backup, None when there is none: only then an empty history is offered.
    """
    box = way_back_box(error, backup)
    box.exec()
    if box.clickedButton() in (None, box.escapeButton()):
        return WayBack.CLOSE
    return WayBack.START_EMPTY if backup is None else WayBack.RESTORE


def way_back_box(error: Damaged, backup: Backup | None) -> MessageBox:
    """What `ask_way_back` shows."""
    box = MessageBox("damagedBox", Icon.Critical, translated(error.what), "\n\n".join(_explained(backup)))
    if error.detail:
        box.setDetailedText(error.detail)
    if backup is not None:
        box.offer("restoreBackupButton", translate("damaged_dialog", "&Restore this backup"), Role.AcceptRole)
    else:
        box.offer("startEmptyButton", translate("damaged_dialog", "&Start with an empty history"), Role.DestructiveRole)
    box.offer_way_back("closeDamagedButton", translate("damaged_dialog", "Close"))
    return box


def restored_notice(restored: Restored) -> str:
    """What restoring a backup did, for the window that opens after it."""
    when = point_in_time(restored.backup.made)
    said = [translate("damaged_dialog", "The backup of {when} was restored.").format(when=when)]
    if restored.salvaged:
        read = translate(
            "damaged_dialog",
            "%n announcement(s) since then could be read from the damaged file, whole or in part.",
            None,
            1,
        )
        said.append(read.count(restored.salvaged))
    if restored.missing:
        unread = translate("damaged_dialog", "%n announcement(s) since then could not be read.", None, 1)
        said.append(unread.count(restored.missing))
    if not restored.salvaged and not restored.missing:
        said.append(translate("damaged_dialog", "No announcement since then could be read from the damaged file."))
    return " ".join([*said, *_look_before_sending(restored.unknown), *_kept(restored.kept)])


def found_notice(found: FoundAtStart) -> str:
    """What was found in the data file's place at the start, and what was done about it, for the window."""
    said = []
    if found.finished:
        said.append(translate("damaged_dialog", "Restoring a backup had been cut short; it is finished now."))
    if found.copy is not None:
        copied = translate(
            "damaged_dialog",
            "The data file is a copy of {when}, so it was treated as a restored backup: what was done since is not in "
            "it.",
        )
        said.append(copied.format(when=point_in_time(found.copy.made)))
    return " ".join([*said, *_look_before_sending(found.copy.unknown if found.copy else 0)])


def emptied_notice(kept: Path | None) -> str:
    """What starting with an empty history did, for the window that opens after it."""
    return " ".join([translate("damaged_dialog", "This is an empty history: enter your accounts again."), *_kept(kept)])


def _explained(backup: Backup | None) -> list[str]:
    untouched = translate("damaged_dialog", "Nothing more is sent until this is put right. The damaged file is kept.")
    if backup is None:
        return [
            untouched,
            translate(
                "damaged_dialog",
                "There is no backup that could be restored. You can start with an empty history; your accounts must be "
                "entered again. What was sent stands in your gateway's own log.",
            ),
        ]
    when = point_in_time(backup.made)
    return [
        untouched,
        translate("damaged_dialog", "The last sound backup was made on {when}. If you restore it:").format(when=when),
        translate(
            "damaged_dialog",
            "• Accounts, history and draft are as they were then. What was done since is added as far as it can be "
            "read from the damaged file; the rest is not in the history.",
        ),
        translate(
            "damaged_dialog",
            "• Messages that were waiting are marked unknown, because they may have been sent since. None of them is "
            "sent by itself.",
        ),
        translate(
            "damaged_dialog",
            "• What was really sent stands in your gateway's own log: look there before you send anything again.",
        ),
    ]


def _look_before_sending(unknown: int) -> list[str]:
    said = []
    if unknown:
        marked = translate(
            "damaged_dialog",
            "Marked unknown, because they were waiting and may have been sent: %n message(s).",
            None,
            1,
        )
        said.append(marked.count(unknown))
    said.append(
        translate(
            "damaged_dialog", "Look at your gateway's own log for anything missing before you send anything again."
        )
    )
    return said


def _kept(file: Path | None) -> list[str]:
    if file is None:
        return []
    return [translate("damaged_dialog", "The damaged file was kept as {file}.").format(file=file.name)]
