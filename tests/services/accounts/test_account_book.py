from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from smsdesk.accounts.account import Account
from smsdesk.domain.errors import UserFacingError
from smsdesk.domain.money import Amount
from smsdesk.privacy.secret import Secret
from smsdesk.providers.catalog import PROVIDERS
from smsdesk.services.accounts.account_book import AccountBook
from smsdesk.store.history import History

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

RIGHT = Secret("correct horse")


@pytest.fixture
def book(office: Any) -> Iterator[AccountBook]:
    opened = AccountBook(office.store, office.credentials, PROVIDERS)
    yield opened
    opened.close()


@pytest.fixture
def account(office: Any) -> Account:
    """An account that is not saved yet, at a sandbox that knows it."""
    office.sandbox.ledger.add_login("smsoffice", "office", "correct horse", Decimal(42))
    return Account("a1", "Front desk", "smsoffice", "office", ("Office",), office.sandbox.address, "ZA")


def test_a_saved_account_is_in_the_list_on_disk_and_its_password_in_the_vault(
    office: Any, book: AccountBook, account: Account
) -> None:
    assert book.save(account, RIGHT).result(20) == account
    assert book.all() == office.store.all() == [account]
    assert book.get("a1") == account
    assert office.vault.get("a1") == RIGHT
    assert book.has_password("a1").result(20)


def test_no_password_is_in_the_database_file(office: Any, book: AccountBook, account: Account) -> None:
    book.save(account, RIGHT).result(20)
    book.test(account, None).result(20)
    office.close()
    for file in office.path.parent.iterdir():
        assert b"correct horse" not in file.read_bytes()


def test_a_password_that_is_only_tried_is_struck_out_of_reports_as_well(
    office: Any, book: AccountBook, account: Account
) -> None:
    with pytest.raises(UserFacingError):
        book.test(account, Secret("open sesame")).result(20)
    assert office.credentials._redactor.scrub("open sesame") == "***"


def test_an_account_that_is_changed_without_a_password_keeps_the_one_it_has(
    office: Any, book: AccountBook, account: Account
) -> None:
    book.save(account, RIGHT).result(20)
    renamed = replace(account, name="Reception")
    book.save(renamed, None).result(20)
    assert book.all() == [renamed]
    assert office.vault.get("a1") == RIGHT


def test_accounts_keep_the_order_in_which_they_were_added(book: AccountBook, account: Account) -> None:
    others = [replace(account, id=f"b{n}", name=f"Desk {n}") for n in range(3)]
    for each in (account, *others):
        book.save(each, RIGHT).result(20)
    book.save(replace(account, name="Renamed"), None).result(20)
    assert [each.name for each in book.all()] == ["Renamed", "Desk 0", "Desk 1", "Desk 2"]


def test_a_password_for_this_session_only_never_reaches_the_vault(
    office: Any, book: AccountBook, account: Account
) -> None:
    book.save(account, RIGHT, session_only=True).result(20)
    assert office.vault.get("a1") is None
    assert book.has_password("a1").result(20)
    assert book.test(account, None).result(20).proved


def test_a_vault_that_refuses_is_told_and_the_account_is_not_half_saved(
    office: Any, book: AccountBook, account: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    from smsdesk.domain.sentence import QT_TRANSLATE_NOOP

    def locked(*_: object) -> None:
        raise UserFacingError(QT_TRANSLATE_NOOP("Credentials", "The password store of this computer is locked."))

    monkeypatch.setattr(office.vault, "put", locked)
    with pytest.raises(UserFacingError, match="locked"):
        book.save(account, RIGHT).result(20)
    assert book.all() == office.store.all() == []


def test_a_deleted_account_takes_its_password_along_and_leaves_its_history(
    office: Any, book: AccountBook, account: Account
) -> None:
    book.save(account, RIGHT).result(20)
    office.send(account, 2)
    office.at_rest(account)
    book.delete("a1").result(20)
    assert book.all() == office.store.all() == []
    assert book.get("a1") is None
    assert office.vault.get("a1") is None
    assert not book.has_password("a1").result(20)
    assert [(past.account_name, past.people) for past in History(office.database).page()] == [("Front desk", 2)]


def test_an_account_with_queued_messages_is_not_deleted_and_loses_nothing(
    office: Any, book: AccountBook, account: Account
) -> None:
    book.save(account, RIGHT).result(20)
    office.sandbox.ledger.set_credits("smsoffice", "office", Decimal(0))
    office.send(account, 2)
    office.at_rest(account)
    with pytest.raises(UserFacingError, match="Not sent yet: 2 messages of this account"):
        book.delete("a1").result(20)
    assert book.all() == [account]
    assert office.vault.get("a1") == RIGHT


def test_accounts_are_there_again_at_the_next_start(
    office: Any, book: AccountBook, account: Account, open_office: Callable[..., Any]
) -> None:
    book.save(account, RIGHT).result(20)
    office.close()
    again = AccountBook(open_office().store, office.credentials, PROVIDERS)
    assert again.all() == [account]
    again.close()


def test_testing_proves_the_password_and_gives_the_balance(book: AccountBook, account: Account) -> None:
    tested = book.test(account, RIGHT).result(20)
    assert tested.proved
    assert str(tested.told) == "It works: SMS Office accepted the user name and password."
    assert tested.balance == Amount(Decimal("42.00"), "credits")


def test_testing_saves_nothing(office: Any, book: AccountBook, account: Account) -> None:
    book.test(account, RIGHT).result(20)
    assert book.all() == office.store.all() == []
    assert office.vault.get("a1") is None


def test_testing_a_wrong_password_says_so_after_one_request(office: Any, book: AccountBook, account: Account) -> None:
    with pytest.raises(UserFacingError, match="Wrong user name or password at SMS Office"):
        book.test(account, Secret("wrong password")).result(20)
    assert office.requests() == 1


def test_what_is_typed_is_tested_rather_than_what_is_kept(book: AccountBook, account: Account) -> None:
    book.save(account, Secret("wrong password")).result(20)
    assert book.test(account, RIGHT).result(20).proved


def test_testing_a_gateway_that_is_away_says_so(office: Any, book: AccountBook, account: Account) -> None:
    office.sandbox.close()
    with pytest.raises(UserFacingError, match="could not be reached"):
        book.test(account, RIGHT).result(20)


def test_testing_without_any_password_asks_for_one(office: Any, book: AccountBook, account: Account) -> None:
    with pytest.raises(UserFacingError, match="There is no password to try"):
        book.test(account, None).result(20)
    assert office.requests() == 0


def test_where_only_a_message_can_prove_the_password_testing_says_so_and_asks_nobody(
    office: Any, book: AccountBook, account: Account
) -> None:
    tested = book.test(replace(account, provider="ismart-rest"), RIGHT).result(20)
    assert not tested.proved
    assert tested.balance is None
    assert "only sending a message will prove it" in str(tested.told)
    assert office.requests() == 0
