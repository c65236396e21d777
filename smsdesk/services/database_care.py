"""Care of the data file: checked when the program starts, and copied while it changes."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from smsdesk.domain.errors import UserFacingError
from smsdesk.domain.sentence import QT_TRANSLATE_NOOP
from smsdesk.store.sqlite.connection import Damaged, Moved, quick_check
from smsdesk.workers.futures import failure_of
from smsdesk.workers.stepping_back import stepping_back
from smsdesk.workers.timer import start_timer
from smsdesk.workers.worker import Worker, WorkerClosed

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Future
    from pathlib import Path

    from smsdesk.store.sqlite.backups import Backups

_NO_BACKUP = QT_TRANSLATE_NOOP("database_care", "The daily backup of your data could not be made. {reason}")
_AGAIN = QT_TRANSLATE_NOOP("database_care", "You can go on working; smsdesk tries again every hour.")
_NOT_YET = QT_TRANSLATE_NOOP("database_care", "Nothing is sent yet. {reason}")
_SOON = QT_TRANSLATE_NOOP("database_care", "Nothing is lost; smsdesk tries again by itself every few seconds.")

_AGAIN_S = 10


class DatabaseCare:
    """Checks the data file and keeps the backup of the day fresh, on a thread of its own.

    All three functions are called on that thread, and what they raise is a bug: they hand on, and wait for nothing
    that waits for this thread.

    Args:
        path: the data file.
        backups: its backups.
        sound: called when the file was found sound, and again soon where that raised a `UserFacingError`; before that
            nothing may be sent.
        damaged: called when the file was found damaged, at the start or by any later backup.
        failed: told of what went wrong otherwise. A backup that can't be made is a `UserFacingError`, told once until
            one has been made again.
        still_ours: called before a backup is made and before it is kept; raises `Moved` where another file stands in
            the data file's place: that is told by itself, and the backups stay as they are.
        now: the time.
    """

    def __init__(
        self,
        path: Path,
        backups: Backups,
        sound: Callable[[], None],
        damaged: Callable[[Damaged], None],
        failed: Callable[[BaseException], None],
        still_ours: Callable[[], None] = lambda: None,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._path = path
        self._backups = backups
        self._sound = sound
        self._damaged = damaged
        self._failed = failed
        self._still_ours = still_ours
        self._now = now
        self._checked = False
        self._told = self._told_of_delay = False
        self._worker = Worker("smsdesk-care")

    def tick(self) -> None:
        """Do what is due, soon. The first call checks the file; call it every hour, for the backup."""
        self._worker.do(self._look_after).add_done_callback(self._done)

    def close(self, wait_s: float) -> None:
        """Begin nothing more, and wait so many seconds for what is being done."""
        self._worker.close(wait_s, drop_waiting=True)

    def _look_after(self) -> None:
        try:
            if self._checked or self._begin():
                self._back_up()
        except Damaged as error:
            self._damaged(error)

    def _begin(self) -> bool:
        """Check the file and let sending begin; where the disk does not let it, soon again."""
        try:
            stepping_back(lambda: quick_check(self._path))
            self._sound()
        except Damaged:
            raise
        except UserFacingError as error:
            if not self._told_of_delay:
                self._told_of_delay = True
                self._failed(UserFacingError(_NOT_YET.fill(reason=error.what), _SOON, error.detail))
            start_timer(_AGAIN_S, self.tick)
            return False
        self._checked = True
        return True

    def _back_up(self) -> None:
        try:
            self._backups.make_daily(self._now(), self._still_ours)
        except Damaged:
            raise
        except UserFacingError as error:
            if not self._told:
                self._told = True
                told = UserFacingError(_NO_BACKUP.fill(reason=error.what), _AGAIN, error.detail)
                self._failed(error if isinstance(error, Moved) else told)
        else:
            self._told = False

    def _done(self, done: Future[None]) -> None:
        error = failure_of(done)
        if error is not None and not isinstance(error, WorkerClosed):
            self._failed(error)
