from __future__ import annotations

import inspect
from datetime import UTC, datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any

import pytest

from smsdesk.domain.delivery import DeliveryState
from smsdesk.store.accounts import AccountStore
from smsdesk.store.balance.balances import BalanceStore
from smsdesk.store.balance.charges import Charges
from smsdesk.store.database import Database
from smsdesk.store.drafts import DraftStore
from smsdesk.store.history.history import History
from smsdesk.store.sending.outbox import Outbox
from smsdesk.store.sqlite import first_reading as first
from tests.helpers.profile.varied_profile import ACCOUNTS, varied_profile

if TYPE_CHECKING:
    from collections.abc import Iterator

PAIRS: list[tuple[type, type]] = [
    (first.OutboxAtFirst, Outbox),
    (first.AccountsAtFirst, AccountStore),
    (first.DraftAtFirst, DraftStore),
    (first.HistoryAtFirst, History),
    (first.BalancesAtFirst, BalanceStore),
    (first.ChargesAtFirst, Charges),
]
LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)
WEEKS_AGO = datetime.now(timezone(timedelta(hours=4))) - timedelta(weeks=4)


@pytest.fixture(scope="module", params=["interrupted", "orderly", "new"])
def filled(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    path = tmp_path_factory.mktemp(request.param) / "smsdesk.db"
    if request.param != "new":
        varied_profile(path, orderly=request.param == "orderly")
    database = Database(path)
    yield database
    database.close()


def public(kind: type) -> dict[str, Any]:
    return {name: made for name, made in inspect.getmembers(kind, inspect.isfunction) if not name.startswith("_")}


@pytest.mark.parametrize(("at_first", "store"), PAIRS)
def test_it_answers_under_the_stores_own_names(at_first: type, store: type) -> None:
    assert public(at_first)
    for name, method in public(at_first).items():
        assert inspect.signature(method) == inspect.signature(getattr(store, name)), name


def test_accounts_refused_logins_draft_and_interruption_are_what_the_stores_read(filled: Database) -> None:
    assert first.AccountsAtFirst(filled).all() == AccountStore(filled).all()
    assert first.AccountsAtFirst(filled).refused() == AccountStore(filled).refused()
    assert first.DraftAtFirst(filled).load() == DraftStore(filled).load()
    assert first.OutboxAtFirst(filled).anything_interrupted() == Outbox(filled).anything_interrupted()


def test_every_page_of_the_history_is_what_the_store_reads(filled: Database) -> None:
    before: int | None = None
    while True:
        page = first.HistoryAtFirst(filled).page(before, 7)
        assert page == History(filled).page(before, 7)
        assert [list(map(type, past.counts)) for past in page] == [[DeliveryState] * len(past.counts) for past in page]
        if not page:
            break
        before = page[-1].id
    assert first.HistoryAtFirst(filled).page() == History(filled).page()


def test_balances_units_and_parts_are_what_the_stores_read(filled: Database) -> None:
    accounts = ["a1", "a2", *(account.id for account in ACCOUNTS), "nobody"]
    for account_id in accounts:
        assert first.BalancesAtFirst(filled).latest(account_id) == BalanceStore(filled).latest(account_id)
        for start in (LONG_AGO, WEEKS_AGO, datetime.now(UTC) + timedelta(days=1)):
            at_first, store = first.BalancesAtFirst(filled), BalanceStore(filled)
            assert at_first.since(account_id, start) == store.since(account_id, start)
            assert first.ChargesAtFirst(filled).unit(account_id, start) == Charges(filled).unit(account_id, start)
            parts = first.HistoryAtFirst(filled).parts_since(account_id, start)
            assert parts == History(filled).parts_since(account_id, start)


@pytest.mark.parametrize("filled", ["orderly"], indirect=True)
def test_what_is_compared_here_has_something_of_everything(filled: Database) -> None:
    past = History(filled).page(limit=100)
    assert {state for each in past for state in each.counts} >= set(DeliveryState) - {DeliveryState.SUBMITTING}
    assert any(0 < each.unknown_open < each.counts[DeliveryState.UNKNOWN] for each in past)
    for seen in (
        {each.send_at for each in past},
        {each.charged for each in past},
        {each.billed for each in past},
        {each.price_per_part for each in past},
    ):
        assert len(seen) > 1
    assert AccountStore(filled).refused()
    assert History(filled).parts_since("b3", LONG_AGO) > 0
    assert len(BalanceStore(filled).since("b1", WEEKS_AGO)) == 2
    assert DraftStore(filled).load().send_at is not None
    assert Charges(filled).unit("b2", LONG_AGO) == "credits"


def test_nothing_can_be_written_where_it_reads(filled: Database) -> None:
    with filled.reading_plainly() as connection, pytest.raises(Exception, match="readonly"):
        connection.execute("DELETE FROM draft")
