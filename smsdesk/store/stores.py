"""Everything that one profile keeps, store by store, there at once though SQLAlchemy is not loaded yet.

What the window shows first is read by `store.sqlite.first_reading`; the stores themselves are loaded while the window
is in use, or as soon as they are asked for anything else, on whatever thread that happens.
"""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any, cast

from smsdesk.store.sqlite import first_reading as first

if TYPE_CHECKING:
    from smsdesk.store.accounts import AccountStore
    from smsdesk.store.balance.balances import BalanceStore
    from smsdesk.store.balance.charges import Charges
    from smsdesk.store.balance.part_prices import PartPrices
    from smsdesk.store.balance.spending import Spending
    from smsdesk.store.database import Database
    from smsdesk.store.drafts import DraftStore
    from smsdesk.store.history.delivery_reports import DeliveryReportStore
    from smsdesk.store.history.duplicates import Duplicates
    from smsdesk.store.history.history import History
    from smsdesk.store.history.loose_reports import LooseReports
    from smsdesk.store.history.ordering import HistoryOrdering
    from smsdesk.store.history.search import HistorySearch
    from smsdesk.store.history.unknowns import Unknowns
    from smsdesk.store.kept_drafts import KeptDrafts
    from smsdesk.store.sending.outbox import Outbox


class Stores:
    """The stores of one profile.

    Args:
        database: the profile's database.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._loaded: _Loaded | None = None
        self._lock = threading.Lock()
        self.accounts = cast("AccountStore", _Late(self, "accounts", first.AccountsAtFirst(database)))
        self.balances = cast("BalanceStore", _Late(self, "balances", first.BalancesAtFirst(database)))
        self.charges = cast("Charges", _Late(self, "charges", first.ChargesAtFirst(database)))
        self.loose_reports = cast("LooseReports", _Late(self, "loose_reports"))
        self.drafts = cast("DraftStore", _Late(self, "drafts", first.DraftAtFirst(database)))
        self.duplicates = cast("Duplicates", _Late(self, "duplicates"))
        self.history = cast("History", _Late(self, "history", first.HistoryAtFirst(database)))
        self.kept_drafts = cast("KeptDrafts", _Late(self, "kept_drafts"))
        self.ordering = cast("HistoryOrdering", _Late(self, "ordering"))
        self.outbox = cast("Outbox", _Late(self, "outbox", first.OutboxAtFirst(database)))
        self.part_prices = cast("PartPrices", _Late(self, "part_prices"))
        self.reports = cast("DeliveryReportStore", _Late(self, "reports"))
        self.search = cast("HistorySearch", _Late(self, "search"))
        self.spending = cast("Spending", _Late(self, "spending"))
        self.unknowns = cast("Unknowns", _Late(self, "unknowns"))

    @property
    def loaded(self) -> bool:
        """Whether the stores themselves are there."""
        return self._loaded is not None

    def load(self) -> _Loaded:
        """Load what is not loaded yet; on any thread. Who comes second waits, so nothing is seen half imported."""
        if self._loaded is not None:
            return self._loaded
        with self._lock:
            if self._loaded is None:
                self._loaded = _Loaded(self._database)
            return self._loaded


class _Late:
    """Stands in a store's place: answers what `at_first` can answer until the stores are loaded, then is the store."""

    def __init__(self, stores: Stores, store: str, at_first: object = None) -> None:
        self._stores = stores
        self._store = store
        self._at_first = at_first

    def __getattr__(self, name: str) -> Any:
        if not self._stores.loaded and hasattr(self._at_first, name):
            return getattr(self._at_first, name)
        return getattr(getattr(self._stores.load(), self._store), name)


class _Loaded:
    """The stores themselves."""

    def __init__(self, database: Database) -> None:
        from smsdesk.store.accounts import AccountStore
        from smsdesk.store.balance.balances import BalanceStore
        from smsdesk.store.balance.charges import Charges
        from smsdesk.store.balance.part_prices import PartPrices
        from smsdesk.store.balance.spending import Spending
        from smsdesk.store.drafts import DraftStore
        from smsdesk.store.history.delivery_reports import DeliveryReportStore
        from smsdesk.store.history.duplicates import Duplicates
        from smsdesk.store.history.history import History
        from smsdesk.store.history.loose_reports import LooseReports
        from smsdesk.store.history.ordering import HistoryOrdering
        from smsdesk.store.history.search import HistorySearch
        from smsdesk.store.history.unknowns import Unknowns
        from smsdesk.store.kept_drafts import KeptDrafts
        from smsdesk.store.sending.outbox import Outbox

        self.accounts = AccountStore(database)
        self.balances = BalanceStore(database)
        self.charges = Charges(database)
        self.loose_reports = LooseReports(database)
        self.drafts = DraftStore(database)
        self.duplicates = Duplicates(database)
        self.history = History(database)
        self.kept_drafts = KeptDrafts(database)
        self.ordering = HistoryOrdering(database)
        self.outbox = Outbox(database)
        self.part_prices = PartPrices(database)
        self.reports = DeliveryReportStore(database)
        self.search = HistorySearch(database)
        self.spending = Spending(database)
        self.unknowns = Unknowns(database)
