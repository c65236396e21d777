from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from smsdesk.accounts.account import Account
from smsdesk.domain.errors import UserFacingError
from smsdesk.store.accounts import AccountStore

if TYPE_CHECKING:
    from smsdesk.store.database import Database
    from smsdesk.store.sending.outbox import Outbox
    from tests.helpers.profile.outbox import Announce
    from tests.helpers.profile.peek import Peek


@pytest.fixture
def store(database: Database) -> AccountStore:
    return AccountStore(database)


FULL = Account(
    id="full",
    name="المكتب",
    provider="ismart-rest",
    user_name="office",
    senders=("Office", "مكتب", "Third, with a comma"),
    address="https://ismartsms.net",
    country="OM",
    price_per_part=Decimal("0.0125"),
    low_mark=Decimal("100.50"),
    batch_size=20,
    options={"max_parts": "5", "note": "مكتب"},
    budget_parts=2000,
)


def test_an_account_comes_back_as_it_was_saved(store: AccountStore) -> None:
    bare = Account("bare", "Bare", "ismart-rest", "office", (), "https://ismartsms.net", "OM")
    store.save(FULL).result()
    store.save(bare).result()
    assert store.all() == [FULL, bare]


def test_a_changed_account_keeps_its_place_and_replaces_nothing_but_itself(store: AccountStore) -> None:
    other = replace(FULL, id="other", name="Other")
    store.save(FULL).result()
    store.save(other).result()
    changed = replace(FULL, name="Renamed", senders=("Only",), price_per_part=None)
    store.save(changed).result()
    assert store.all() == [changed, other]


def test_the_default_sender_has_a_column_of_its_own(store: AccountStore, peek: Peek) -> None:
    store.save(FULL).result()
    assert peek("SELECT name, provider, user_name, sender, address FROM account") == [
        ("المكتب", "ismart-rest", "office", "Office", "https://ismartsms.net")
    ]


@pytest.mark.parametrize("limit", [0, 1])
def test_an_account_with_messages_on_their_way_is_not_deleted(
    store: AccountStore, outbox: Outbox, announce: Announce, limit: int
) -> None:
    announcement_id = announce(1)
    if limit:
        outbox.claim(announcement_id, limit)
    with pytest.raises(UserFacingError) as refused:
        store.delete("a1").result()
    assert str(refused.value.what) == "Not sent yet: 1 message of this account."
    assert "Nothing was deleted" in str(refused.value.todo)
    assert [account.id for account in store.all()] == ["a1"]


def test_a_deleted_account_is_gone_from_the_list_alone(store: AccountStore, peek: Peek) -> None:
    store.save(FULL).result()
    store.delete("full").result()
    assert store.all() == []
    assert peek("SELECT name FROM account") == ["المكتب"]
