"""One real message to the user's own phone: an announcement like any other, that never lingers in the queue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smsdesk.domain.announcement import Announcement, Recipient
from smsdesk.domain.delivery import DeliveryState
from smsdesk.domain.frozen import frozen
from smsdesk.services.sending.queue.progress import QueueState
from smsdesk.services.sending.review import review
from smsdesk.services.sending.send_request import SendRequest

if TYPE_CHECKING:
    from concurrent.futures import Future

    from smsdesk.accounts.account import Account
    from smsdesk.domain.errors import UserFacingError
    from smsdesk.domain.history import PastDelivery
    from smsdesk.providers.catalog import Providers
    from smsdesk.services.sending.review import Review
    from smsdesk.services.sending.sender import Sender
    from smsdesk.store.history.history import History
    from smsdesk.store.sending.outbox import Stopped


@frozen
class Standing:
    """Where a trial message stands.

    Attributes:
        delivery: the message, as the history has it.
        hindrance: why it can't leave now, while it waits; None while nothing stands in its way.
    """

    delivery: PastDelivery
    hindrance: UserFacingError | None


class TrialMessage:
    """Sends it through the outbox, so that it is on disk before it leaves, counted, and found in the history.

    Args:
        sender: sends.
        history: knows what became of it.
        providers: the gateways.
    """

    def __init__(self, sender: Sender, history: History, providers: Providers) -> None:
        self._sender = sender
        self._history = history
        self._providers = providers

    def review(self, account: Account, text: str) -> Review:
        """What sending this text to one person would mean: its cost, and why it can't go."""
        return review(text, account.sender, 1, 0, account, self._providers.of(account), None)

    def in_the_way(self, account: Account) -> int:
        """How many messages of this account wait to be sent: a trial would come after them."""
        return self._sender.progress(account.id).waiting

    def send(self, account: Account, text: str, number: str) -> Future[int]:
        """Send it at once; the future gives the announcement's id once it is on disk.

        A queue that has stopped, with nothing in it, goes on for it. The account must be saved.
        """
        if self._sender.progress(account.id).state is QueueState.STOPPED and not self.in_the_way(account):
            self._sender.resume(account)
        new = Announcement(
            account.id, text, account.sender, self.review(account, text).info.segments, (Recipient(number),),
            price_per_part=account.price_per_part,
        )  # fmt: skip
        return self._sender.send(SendRequest(account, new))

    def standing(self, account: Account, announcement_id: int) -> Standing:
        """Where it stands now."""
        progress = self._sender.progress(account.id)  # before the file is read: what leaves in between has left
        (delivery,) = self._history.deliveries(announcement_id)
        waits = delivery.state is DeliveryState.QUEUED and progress.state in (QueueState.WAITING, QueueState.STOPPED)
        return Standing(delivery, progress.reason if waits else None)

    def take_back(self, account: Account, announcement_id: int) -> Future[int]:
        """Cancel it, so that it can't leave later by itself; the future gives 0 where it had left already."""
        return self._sender.undo(account, announcement_id)

    def set_free(self, account: Account) -> Future[Stopped] | None:
        """After it was taken back: a queue that stands still for nothing is at rest again."""
        progress = self._sender.progress(account.id)
        stands = progress.state in (QueueState.WAITING, QueueState.STOPPED)
        return self._sender.stop(account) if stands and not progress.waiting else None
