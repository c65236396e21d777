"""What the user is told once, at the start: what was found, and where the data lies badly."""

from __future__ import annotations

import contextlib
from functools import partial
from typing import TYPE_CHECKING

from smsdesk.ui.text.translate import translate, translated
from smsdesk.workers.worker import WorkerClosed

if TYPE_CHECKING:
    from pathlib import Path

    from smsdesk.store.settings import LoadedSettings
    from smsdesk.store.sqlite.backups import FoundAtStart
    from smsdesk.ui.window.notice_bar import NoticeBar
    from smsdesk.workers.worker import Worker


def tell_of_the_start(notice: NoticeBar, loaded: LoadedSettings, interrupted: int, found: FoundAtStart) -> None:
    """Tell what was found of data and settings, and how many messages an interrupted run left unknown."""
    if found.finished or found.copy is not None:
        from smsdesk.ui.problems.damaged_dialog import found_notice

        notice.add(found_notice(found))
    if loaded.set_aside is not None:
        if loaded.refused:
            told = translate(
                "start_notices",
                "Some settings could not be used, so the usual ones took their place: {names}. The file as it was is "
                "kept as {file}.",
            )
        else:
            told = translate(
                "start_notices",
                "The settings could not be read, so the usual ones are used. The old file was kept as {file}.",
            )
        notice.add(told.format(file=loaded.set_aside.name, names=", ".join(loaded.refused)))
        if not loaded.settings.receiver_token:
            notice.add(
                translate(
                    "start_notices",
                    "If your gateway sends delivery reports to this computer, their address has changed: look it up in "
                    "the settings and enter it at the gateway anew.",
                )
            )
    if interrupted:
        left = translate(
            "start_notices",
            "%n message(s) may or may not have been sent when smsdesk ended, marked unknown in the history.",
            None,
            1,
        )
        notice.add(left.count(interrupted))


async def warn_of_place(notice: NoticeBar, aside: Worker, folder: Path) -> None:
    """Warn of a folder in which the database may come to harm; a share that sleeps may take its time."""
    import asyncio

    from smsdesk.support.profile_location import doubt_about_profile
    from smsdesk.ui.qt.storage import file_system_of

    with contextlib.suppress(WorkerClosed):
        doubt = await asyncio.wrap_future(aside.do(partial(doubt_about_profile, folder, file_system_of)))
        if doubt is not None:
            notice.add(translated(doubt))
