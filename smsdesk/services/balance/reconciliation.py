"""The bill check: what an announcement really cost is written down as soon as a reading of the balance tells."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from smsdesk.domain.errors import UserFacingError
from smsdesk.services.events import DeliveriesChanged
from smsdesk.workers.worker import WorkerClosed

if TYPE_CHECKING:
    from smsdesk.accounts.account import Account
    from smsdesk.services.balance.learnt_prices import LearntPrices
    from smsdesk.services.events import Publish
    from smsdesk.store.balance.charges import Charges


class Reconciliation:
    """Holds every new reading against what was sent.

    Args:
        charges: where charges are worked out and kept.
        publish: told of each announcement whose charge is known now, after it is on disk, and of each about whose
            unknown messages this reading may tell.
        prices: learn from what is known then.
    """

    def __init__(self, charges: Charges, publish: Publish, prices: LearntPrices) -> None:
        self._charges = charges
        self._publish = publish
        self._prices = prices

    def reading_taken(self, account: Account) -> None:
        """A new reading of this account is on disk. A disk that takes no charge is no reason to lose the reading."""
        now = datetime.now(UTC)
        try:
            settled = self._charges.settle(account.id, now)
            told = {*settled, *self._charges.doubtful(account.id, now)}
            self._prices.learn(account, anew=bool(settled))
        except (UserFacingError, WorkerClosed):
            return  # the next reading tries again
        for announcement_id in sorted(told):
            self._publish(DeliveriesChanged(announcement_id))
