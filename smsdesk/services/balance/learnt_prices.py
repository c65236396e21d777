"""The price of a part as it has really been lately, offered where the account has another one. Never set by itself."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from smsdesk.domain.charge import learnt_price
from smsdesk.domain.money import Amount

if TYPE_CHECKING:
    from concurrent.futures import Future
    from decimal import Decimal

    from smsdesk.accounts.account import Account
    from smsdesk.providers.catalog import Providers
    from smsdesk.store.balance.part_prices import PartPrices


class LearntPrices:
    """Knows what to offer without reading anything, so that the window may ask at every stroke.

    Args:
        prices: what announcements cost, and what the user declined.
        providers: the gateways.
    """

    def __init__(self, prices: PartPrices, providers: Providers) -> None:
        self._prices = prices
        self._providers = providers
        self._learnt: dict[str, Decimal | None] = {}
        self._declined: dict[str, Decimal | None] = {}
        self._lock = threading.Lock()

    def learn(self, account: Account, *, anew: bool) -> None:
        """Learn from what is on disk, on the lane's thread; what is known already only if announcements tell anew."""
        with self._lock:
            if account.id in self._learnt and not anew:
                return
        price, declined = learnt_price(self._prices.paid(account.id)), self._prices.declined(account.id)
        with self._lock:
            self._learnt[account.id] = price
            self._declined.setdefault(account.id, declined)

    def learnt(self, account: Account) -> Amount | None:
        """What a part has cost this account lately, where that is not the price it has; None where there is no such."""
        with self._lock:
            price = self._learnt.get(account.id)
        if price is None or price == account.price_per_part:
            return None
        return Amount(price, self._providers.of(account).capabilities.unit)

    def offer(self, account: Account) -> Amount | None:
        """The same, unless the user has declined this very price."""
        learnt = self.learnt(account)
        with self._lock:
            return None if learnt is None or learnt.value == self._declined.get(account.id) else learnt

    def decline(self, account_id: str, price: Decimal) -> Future[None]:
        """Offer this price no more, not after a restart either.

        Raises (in the future):
            UserFacingError: the disk would not take it: it is offered again after a restart.
        """
        with self._lock:
            self._declined[account_id] = price
        return self._prices.decline(account_id, price)
