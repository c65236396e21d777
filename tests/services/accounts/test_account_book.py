from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from smsdesk.accounts.account import Account
from smsdesk.domain.errors import UserFacingError
from smsdesk.domain.money import Amount
from smsdesk.domain.sentence import Sentence
from smsdesk.privacy.secret import Secret
from tests.helpers.patience import PATIENCE_S

if TYPE_CHECKING:
    from smsdesk.services.accounts.account_book import AccountBook
    from tests.helpers.office import Profile, RunningOffice

RIGHT = Secret("correct horse")


@pytest.fixture
def book(office: RunningOffice) -> AccountBook:
    return office.book


@pytest.fixture
def account(office: RunningOffice) -> Account:
    """An account that is not saved yet, at a sandbox that knows it."""
    office.sandbox.ledger.add_login("smsoffice", "office", "correct horse", Decimal(42))
    return Account("a1", "Front desk", "smsoffice", "office", ("Office",), office.sandbox.address, "ZA")


def test_a_saved_account_is_in_the_list_on_disk_and_its_password_in_the_vault(
    office: RunningOffice, book: AccountBook, account: Account
) -> None:
    assert book.save(account, RIGHT).result(PATIENCE_S) == account
    assert book.all() == office.accounts.all() == [account]
    assert book.get("a1") == account
    assert office.vault.get("a1") == RIGHT
    assert book.has_password("a1").result(PATIENCE_S)


def test_no_password_is_in_the_database_file(office: RunningOffice, book: AccountBook, account: Account) -> None:
    book.save(account, RIGHT).result(PATIENCE_S)
    book.test(account, None).result(PATIENCE_S)
    office.close()
    for file in office.path.parent.iterdir():
        assert b"correct horse" not in file.read_bytes()


def test_a_password_that_is_only_tried_is_struck_out_of_reports_as_well(
    office: RunningOffice, book: AccountBook, account: Account
) -> None:
    with pytest.raises(UserFacingError):
        book.test(account, Secret("open sesame")).result(PATIENCE_S)
    assert office.redactor.scrub("open sesame") == "***"


def test_an_account_that_is_changed_without_a_password_keeps_the_one_it_has(
    office: RunningOffice, book: AccountBook, account: Account
) -> None:
    book.save(account, RIGHT).result(PATIENCE_S)
    renamed = replace(account, name="Reception")
    book.save(renamed, None).result(PATIENCE_S)
    assert book.all() == [renamed]
    assert office.vault.get("a1") == RIGHT


def test_accounts_keep_the_order_in_which_they_were_added(book: AccountBook, account: Account) -> None:
    others = [replace(account, id=f"b{n}", name=f"Desk {n}") for n in range(3)]
    for each in (account, *others):
        book.save(each, RIGHT).result(PATIENCE_S)
    book.save(replace(account, name="Renamed"), None).result(PATIENCE_S)
    assert [each.name for each in book.all()] == ["Renamed", "Desk 0", "Desk 1", "Desk 2"]


def test_a_password_for_this_session_only_never_reaches_the_vault(
    office: RunningOffice, book: AccountBook, account: Account
) -> None:
    book.save(account, RIGHT, session_only=True).result(PATIENCE_S)
    assert office.vault.get("a1") is None
    assert book.has_password("a1").result(PATIENCE_S)
    assert book.test(account, None).result(PATIENCE_S).proved


def test_a_vault_that_refuses_is_told_and_the_account_is_not_half_saved(
    office: RunningOffice, book: AccountBook, account: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked(*_: object) -> None:
        raise UserFacingError(Sentence("test", "The password store of this computer is locked."))

    monkeypatch.setattr(office.vault, "put", locked)
    with pytest.raises(UserFacingError, match="locked"):
        book.save(account, RIGHT).result(PATIENCE_S)
    assert book.all() == office.accounts.all() == []


def test_a_deleted_account_takes_its_password_along_and_leaves_its_history(
    office: RunningOffice, book: AccountBook, account: Account
) -> None:
    book.save(account, RIGHT).result(PATIENCE_S)
    office.send(account, 2)
    office.at_rest(account)
    book.delete("a1").result(PATIENCE_S)
    assert book.all() == office.accounts.all() == []
    assert book.get("a1") is None
    assert office.vault.get("a1") is None
    assert not book.has_password("a1").result(PATIENCE_S)
    assert [(past.account_name, past.people) for past in office.history.page()] == [("Front desk", 2)]


def test_an_account_with_queued_messages_is_not_deleted_and_loses_nothing(
    office: RunningOffice, book: AccountBook, account: Account
) -> None:
    book.save(account, RIGHT).result(PATIENCE_S)
    office.sandbox.ledger.set_credits("smsoffice", "office", Decimal(0))
    office.send(account, 2)
    office.at_rest(account)
    with pytest.raises(UserFacingError, match="Not sent yet: 2 messages of this account"):
        book.delete("a1").result(PATIENCE_S)
    assert book.all() == [account]
    assert office.vault.get("a1") == RIGHT


def test_accounts_are_there_again_at_the_next_start(
    office: RunningOffice, book: AccountBook, account: Account, profile: Profile
) -> None:
    book.save(account, RIGHT).result(PATIENCE_S)
    office.close()
    assert profile.open_office().book.all() == [account]


def test_testing_proves_the_password_and_gives_the_balance(book: AccountBook, account: Account) -> None:
    tested = book.test(account, RIGHT).result(PATIENCE_S)
    assert tested.proved
    assert str(tested.told) == "It works: SMS Office accepted the user name and password."
    assert tested.balance == Amount(Decimal("42.00"), "credits")


def test_testing_saves_nothing(office: RunningOffice, book: AccountBook, account: Account) -> None:
    book.test(account, RIGHT).result(PATIENCE_S)
    assert book.all() == office.accounts.all() == []
    assert office.vault.get("a1") is None


def test_testing_a_wrong_password_says_so_after_one_request(
    office: RunningOffice, book: AccountBook, account: Account
) -> None:
    with pytest.raises(UserFacingError, match="Wrong user name or password at SMS Office"):
        book.test(account, Secret("wrong password")).result(PATIENCE_S)
    assert office.requests() == 1


def test_what_is_typed_is_tested_rather_than_what_is_kept(book: AccountBook, account: Account) -> None:
    book.save(account, Secret("wrong password")).result(PATIENCE_S)
    assert book.test(account, RIGHT).result(PATIENCE_S).proved


def test_testing_a_gateway_that_is_away_says_so(office: RunningOffice, book: AccountBook, account: Account) -> None:
    office.sandbox.pause()
    with pytest.raises(UserFacingError, match="could not be reached"):
        book.test(account, RIGHT).result(PATIENCE_S)


def test_testing_without_any_password_asks_for_one(office: RunningOffice, book: AccountBook, account: Account) -> None:
    with pytest.raises(UserFacingError, match="There is no password to try"):
        book.test(account, None).result(PATIENCE_S)
    assert office.requests() == 0


def test_where_only_a_message_can_prove_the_password_testing_says_so_and_asks_nobody(
    office: RunningOffice, book: AccountBook, account: Account
) -> None:
    tested = book.test(replace(account, provider="ismart-rest"), RIGHT).result(PATIENCE_S)
    assert not tested.proved
    assert tested.balance is None
    assert "only sending a message will prove it" in str(tested.told)
    assert office.requests() == 0
