"""What a person does about messages whose first try did not end well, or shall not be made."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from smsdesk.domain.announcement import Announcement, Recipient
from smsdesk.domain.errors import UserFacingError
from smsdesk.domain.sentence import QT_TRANSLATE_NOOP, translate
from smsdesk.services.events import DeliveriesChanged
from smsdesk.services.sending.review import review
from smsdesk.services.sending.send_request import SendRequest
from smsdesk.ui.qt.tasks import done_in_any_case, elsewhere

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from smsdesk.accounts.account import Account
    from smsdesk.domain.sentence import Sentence
    from smsdesk.services.office import Office
    from smsdesk.ui.controllers.duplicate_check import DuplicateCheck
    from smsdesk.ui.controllers.sending.sending import Sending
    from smsdesk.ui.qt.event_bridge import EventBridge
    from smsdesk.ui.qt.tasks import Tasks
    from smsdesk.ui.window.main_window import MainWindow

_NO_ACCOUNT = QT_TRANSLATE_NOOP("Resending", "The account that this was sent with is no longer there.")
_USE_AGAIN = QT_TRANSLATE_NOOP("Resending", "“Use again” in the history brings it back, for another account.")


class Resending(QObject):
    """Sends again what the user chooses in the history, or writes down that it arrived.

    What is being written meanwhile is left as it is.
    """

    def __init__(
        self,
        window: MainWindow,
        office: Office,
        sending: Sending,
        duplicate_check: DuplicateCheck,
        bridge: EventBridge,
        tasks: Tasks,
    ) -> None:
        super().__init__(window)
        self._duplicate_check = duplicate_check
        self._window = window
        self._office = office
        self._sending = sending
        self._bridge = bridge
        self._tasks = tasks

    def one_by_one(self, announcement_id: int) -> None:
        """Send again to those who were refused together, each alone."""
        self._send(announcement_id, self._office.history.refused_in_batch(announcement_id), one_by_one=True)

    def send_again(self, announcement_id: int, delivery_ids: Collection[int]) -> None:
        """Send again to those of these people about whom nobody has decided yet; they may get it twice."""
        still_open = self._office.unknowns.open_of(announcement_id)
        people = [Recipient(each.number, each.name, each.delivery_id) for each in still_open]
        chosen = [person for person in people if person.resend_of in delivery_ids]
        twice = translate("Resending", "%n person(s) may get it twice.", None, 1).count(len(chosen))
        if chosen:
            self._send(announcement_id, chosen, caution=twice)

    def resend_failed(self, announcement_id: int) -> None:
        """Send again to those whom it did not reach, as far as is known: nobody who may have it is among them."""
        self._tasks.spawn(
            self._read_and_send(partial(self._office.history.failed, announcement_id), announcement_id), self
        )

    def send_rest(self, announcement_id: int) -> None:
        """Send to those for whom it was stopped before it left."""
        rest = partial(self._office.history.never_sent, announcement_id)
        self._tasks.spawn(self._read_and_send(rest, announcement_id), self)

    async def _read_and_send(self, read: Callable[[], Sequence[Recipient]], announcement_id: int) -> None:
        """Read of whom there may be many elsewhere than on the window's thread."""
        people = await elsewhere(read)
        if people:
            self._send(announcement_id, people, look=True)

    def cancel(self, announcement_id: int) -> None:
        """Cancel what has not left of an announcement, of whichever account."""
        past = self._office.history.announcements([announcement_id])
        account = self._office.book.get(past[0].account_id) if past else None
        if account is not None:
            self._tasks.spawn(self._cancelled(account, announcement_id), self)

    async def _cancelled(self, account: Account, announcement_id: int) -> None:
        sender = self._office.sender
        await done_in_any_case(sender.undo(account, announcement_id))
        if not sender.progress(account.id).waiting:
            # Nothing is left that the queue could have stopped for, or could try again.
            await done_in_any_case(sender.stop(account))

    def arrived(self, announcement_id: int, delivery_ids: Collection[int]) -> None:
        """Write down that these have arrived, as the user found out."""
        self._tasks.spawn(self._arrived(announcement_id, tuple(delivery_ids)), self)

    async def _arrived(self, announcement_id: int, delivery_ids: tuple[int, ...]) -> None:
        await done_in_any_case(self._office.unknowns.arrived(delivery_ids))
        self._bridge.publish(DeliveriesChanged(announcement_id, delivery_ids))

    def _send(
        self,
        announcement_id: int,
        people: Sequence[Recipient],
        *,
        one_by_one: bool = False,
        caution: Sentence | None = None,
        look: bool = False,
    ) -> None:
        """Confirm a past announcement for some of its people; what was for a time that has passed goes at once.

        `look` says to look first who of them has got the same text in another announcement since.
        """
        past = self._office.history.announcements([announcement_id])[0]
        account = self._office.book.get(past.account_id)
        if account is None:
            self._window.compose.show_problems((UserFacingError(_NO_ACCOUNT, _USE_AGAIN),))
            return
        provider = self._office.providers.of(account)
        reading = self._office.poller.state(account.id).reading
        balance = reading.amount if reading else None
        later = past.send_at if past.send_at and past.send_at > datetime.now(UTC) else None
        picked = later.astimezone().replace(tzinfo=None) if later else None
        review_of = partial(
            review, past.text, past.sender,
            bad_rows=0, account=account, provider=provider, balance=balance, picked=picked,
        )  # fmt: skip
        ready = review_of(len(people))
        if ready.problems:
            self._window.compose.show_problems(ready.problems)
            return
        if caution is not None:
            ready = replace(ready, cautions=(caution, *ready.cautions))
        new = Announcement(
            account.id,
            past.text,
            past.sender,
            ready.info.segments,
            tuple(people),
            one_by_one=one_by_one,
            send_at=ready.send_at,
            price_per_part=account.price_per_part,
        )
        request = SendRequest(account, new, ready)
        if look:
            self._duplicate_check.look(request, review_of, self._sending.confirm, past.created_at)
        else:
            self._sending.confirm(request)
