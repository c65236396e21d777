"""Everything behind the window, put together: what keeps, sends, asks and receives on one profile."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING

from smsdesk.accounts.credentials import Credentials
from smsdesk.services.accounts.account_book import AccountBook
from smsdesk.services.balance.evidence import Evidence
from smsdesk.services.balance.learnt_prices import LearntPrices
from smsdesk.services.balance.poller import Poller
from smsdesk.services.balance.reconciliation import Reconciliation
from smsdesk.services.clock_check import ClockCheck
from smsdesk.services.delivery_reports.receiver import Receiver
from smsdesk.services.delivery_reports.tracker import Tracker
from smsdesk.services.lanes import Lanes
from smsdesk.services.sending.sender import Sender
from smsdesk.store.sqlite.connection import quick_check
from smsdesk.store.stores import Stores

if TYPE_CHECKING:
    from collections.abc import Callable

    from smsdesk.accounts.account import Account
    from smsdesk.accounts.credentials import Vault
    from smsdesk.privacy.secret import Redactor
    from smsdesk.providers.catalog import Providers
    from smsdesk.services.balance.overview import Overviews
    from smsdesk.services.events import Publish
    from smsdesk.services.sending.queue.progress import Progress
    from smsdesk.store.database import Database


class Office:
    """One profile's services and stores. Needs the profile's lock: it recovers what an earlier run left.

    Args:
        database: the profile's database; whoever opened it closes it.
        open_vault: gives the place for passwords, when one is first needed.
        redactor: learns the passwords in use.
        publish: told of every change, after it is on disk.
        providers: the gateways.

    Attributes:
        stores: what is kept; the start reads only what is shown first, the rest is loaded later.
        interrupted: how many deliveries were on their way when an earlier run ended, and are unknown now.

    Raises:
        Damaged: something was left on its way, and the data file is damaged; nothing was written.
    """

    def __init__(
        self,
        database: Database,
        open_vault: Callable[[], Vault],
        redactor: Redactor,
        publish: Publish,
        providers: Providers,
    ) -> None:
        self.providers = providers
        stores = self.stores = Stores(database)
        outbox, accounts, charges = stores.outbox, stores.accounts, stores.charges
        self.interrupted = outbox.recover(partial(quick_check, database.path)) if outbox.anything_interrupted() else 0
        self.history = stores.history
        self.unknowns = stores.unknowns
        self.duplicates = stores.duplicates
        self.drafts = stores.drafts
        self.kept_drafts = stores.kept_drafts
        self.balances = stores.balances
        self.reports = stores.reports

        credentials = Credentials(open_vault, redactor)
        self.lanes = Lanes(ClockCheck(publish).heard)
        self.book = AccountBook(accounts, credentials, providers)
        gate = self.book.gate
        self.evidence = Evidence(charges, stores.loose_reports, self.book.all, providers)
        self.prices = LearntPrices(stores.part_prices, providers)
        self.poller = Poller(
            self.book.all, self.balances, self.lanes, providers, gate, publish,
            Reconciliation(charges, publish, self.prices).reading_taken,
        )  # fmt: skip
        self.sender = Sender(outbox, self.lanes, providers, gate, publish, self._ask_balance)
        self.tracker = Tracker(self.book.all, self.reports, self.lanes, providers, gate, publish)
        self.receiver = Receiver(self.book.all, self.reports, providers, publish, self.tracker.wake)

    @cached_property
    def overviews(self) -> Overviews:
        """The balances over months; made when they are first looked at."""
        from smsdesk.services.balance.overview import Overviews

        return Overviews(self.stores.balances, self.stores.spending, self.providers)

    def queues(self) -> dict[str, Progress]:
        """Where every account's queue stands, by account id."""
        return {account.id: self.sender.progress(account.id) for account in self.book.all()}

    def _ask_balance(self, account: Account) -> None:
        """Before anything else is submitted: what was sent before and after this reading can be told apart."""
        self.poller.ask(account, by_hand=False, urgent=True)
