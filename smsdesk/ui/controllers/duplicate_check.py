"""Before a text is confirmed: who of its people has it already."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from smsdesk.services.sending.review import AlreadySent
from smsdesk.ui.qt.tasks import elsewhere

if TYPE_CHECKING:
    from collections.abc import Callable

    from smsdesk.services.sending.review import Review
    from smsdesk.services.sending.send_request import SendRequest
    from smsdesk.store.history.duplicates import Duplicates
    from smsdesk.store.settings import Settings
    from smsdesk.ui.qt.tasks import Tasks


class DuplicateCheck(QObject):
    """Looks for people who have a text already, as far back as is set.

    Args:
        repeats: what is looked in.
        settings: says how far back.
        tasks: runs the look-up.
        set_busy: told True while it is being looked up, so that Send is not pressed twice, and False afterwards.
        parent: it lives as long as this.
    """

    def __init__(
        self, repeats: Duplicates, settings: Settings, tasks: Tasks, set_busy: Callable[[bool], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._repeats = repeats
        self._settings = settings
        self._tasks = tasks
        self._set_busy = set_busy

    def look(
        self,
        request: SendRequest,
        review_of: Callable[[int], Review],
        then: Callable[[SendRequest, AlreadySent | None], None],
        since: datetime | None = None,
    ) -> None:
        """Call `then` with the request, and who of its people has the text already; None when nobody does.

        That is at once for a text that is new, as most are. `review_of` works out what sending to so many means.
        `since` is when it was sent first, where it is sent again: then that is looked up whatever is set.
        """
        if since is None:
            hours = self._settings.repeat_hours
            since = datetime.now(UTC) - timedelta(hours=hours)
            if hours <= 0 or not self._repeats.announced(request.announcement.text, since):
                then(request, None)
                return
        self._set_busy(True)
        self._tasks.spawn(self._look_up(request, since, review_of, then), self)

    async def _look_up(
        self,
        request: SendRequest,
        since: datetime,
        review_of: Callable[[int], Review],
        then: Callable[[SendRequest, AlreadySent | None], None],
    ) -> None:
        new = request.announcement
        numbers = [each.number for each in new.recipients]
        try:
            found = await elsewhere(partial(self._repeats.find, new.text, numbers, since))
        finally:
            self._set_busy(False)
        then(request, AlreadySent(found, review_of(len(numbers) - len(found.at))) if found.at else None)
