"""Login and password change as one, for whoever sends at that moment, or not at all."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from smsdesk.domain.errors import UserFacingError
from smsdesk.domain.sentence import Sentence
from smsdesk.privacy.secret import Secret
from smsdesk.services.sending.queue.progress import QueueState
from smsdesk.workers.clock import elapsed_s
from tests.helpers.office import PASSWORD
from tests.helpers.profile.disk import refusing_disk

if TYPE_CHECKING:
    from smsdesk.accounts.account import Account
    from tests.helpers.held_gateway import HeldGateways
    from tests.helpers.office import Profile, RunningOffice

OLD, NEW = Secret(PASSWORD), Secret("battery staple")
REFUSES = UserFacingError(Sentence("test", "The password store of this computer is locked."))


def moved(account: Account, address: str) -> Account:
    return replace(account, user_name="second", address=address)


def said_by(targets: list[str], user: str, password: Secret) -> bool:
    """Whether each of these requests carries this login, and there are some."""
    login = f"username={user}&password={password.reveal().replace(' ', '%20')}"
    return bool(targets) and all(login in target for target in targets)


def test_an_account_that_is_changed_while_it_sends_never_mixes_old_and_new(
    office: RunningOffice, held_gateways: HeldGateways
) -> None:
    old_place, new_place = held_gateways.start(), held_gateways.start()
    new_place.answer_now(100)
    account = office.account(address=old_place.address)
    office.send(account, 4)
    old_place.next_request()
    office.save(moved(account, new_place.address), NEW.reveal())  # the window has not told the queue of it yet
    old_place.answer_now(100)
    assert office.at_rest(account).state is QueueState.IDLE
    assert office.states() == ["accepted"] * 4
    assert (len(old_place.targets), len(new_place.targets)) == (1, 3)
    assert said_by(old_place.targets + old_place.aside, "office", OLD)
    assert said_by(new_place.targets, "second", NEW)


def test_an_account_that_is_being_changed_sends_with_the_old_login_until_all_of_it_is_kept(
    office: RunningOffice, held_gateways: HeldGateways, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The disk takes its time: what leaves meanwhile leaves as before."""
    old_place, new_place = held_gateways.start(), held_gateways.start()
    account = office.account(address=old_place.address)
    old_place.answer_now(100)
    save = office.book._store.save

    def slowly(changed: Account) -> object:
        saved = save(changed)
        saved.result()
        assert office.vault.get(account.id) is None  # a program that ended here would ask for it
        office.send(account, 2)
        office.at_rest(account)
        return saved

    monkeypatch.setattr(office.book._store, "save", slowly)
    office.save(moved(account, new_place.address), NEW.reveal())
    assert said_by(old_place.targets, "office", OLD)
    assert (len(old_place.targets), new_place.targets) == (2, [])
    assert office.vault.get(account.id) == NEW


@pytest.mark.parametrize("login", ["another login", "the same login"])
def test_a_save_that_the_disk_refuses_changes_nothing_in_memory_and_keyring_too(
    office: RunningOffice, profile: Profile, held_gateways: HeldGateways, login: str
) -> None:
    new_place = held_gateways.start()
    account = office.account()
    changed = moved(account, new_place.address) if login == "another login" else replace(account, name="New name")
    with refusing_disk(office.database), pytest.raises(UserFacingError):
        office.save(changed, NEW.reveal())
    assert office.vault.get(account.id) == OLD
    assert office.book.all() == office.accounts.all() == [account]
    office.send(account, 2)
    office.at_rest(account)
    assert office.states() == ["accepted"] * 2
    assert (new_place.targets, new_place.aside) == ([], [])
    again = profile.open_again(office, starts=True)
    again.send(account, 1)
    again.at_rest(account)
    assert again.states() == ["accepted"] * 3


@pytest.mark.parametrize("refuses", ["drop", "put"])
def test_a_keyring_that_refuses_changes_nothing_on_disk_either(
    office: RunningOffice, monkeypatch: pytest.MonkeyPatch, refuses: str
) -> None:
    account = office.account()
    at_first = getattr(office.vault, refuses)

    def locked(account_id: str, *secret: Secret) -> None:
        if OLD not in secret:
            raise REFUSES
        at_first(account_id, *secret)

    monkeypatch.setattr(office.vault, refuses, locked)
    with pytest.raises(UserFacingError, match="locked"):
        office.save(moved(account, "http://127.0.0.1:9"), NEW.reveal())
    assert office.vault.get(account.id) == OLD
    assert office.book.all() == office.accounts.all() == [account]


def test_a_new_account_that_the_disk_refuses_leaves_no_password_behind(office: RunningOffice) -> None:
    account = replace(office.account(), id="another", name="Another")
    with refusing_disk(office.database), pytest.raises(UserFacingError):
        office.save(account, NEW.reveal())
    assert office.vault.get("another") is None


def test_an_old_password_in_the_keyring_does_not_outlive_a_login_that_is_for_this_session_only(
    office: RunningOffice, held_gateways: HeldGateways
) -> None:
    account = office.account()
    changed = moved(account, held_gateways.start().address)
    office.book.save(changed, NEW, session_only=True).result()
    assert office.vault.get(account.id) is None


def test_a_refusal_of_the_password_that_was_just_changed_stops_nothing(
    office: RunningOffice, held_gateways: HeldGateways
) -> None:
    gateway = held_gateways.start("Error: Login Failed")
    account = office.account(address=gateway.address)
    office.send(account, 3)
    gateway.next_request()
    office.save(account, NEW.reveal())
    gateway.answer_now()
    gateway.next_request()
    gateway.answer = "Success:message tracking number:1"
    gateway.answer_now(100)
    assert office.at_rest(account).state is QueueState.IDLE
    assert office.states() == ["accepted"] * 3
    assert office.accounts.refused() == []
    assert [said_by([target], "office", NEW) for target in gateway.targets] == [False, True, True, True]


# A refused login


def test_a_new_name_does_not_make_a_refused_login_right(office: RunningOffice, profile: Profile) -> None:
    account = office.account(password="wrong password")
    office.send(account, 2)
    office.at_rest(account)
    asked = office.requests()
    renamed = office.save(replace(account, name="Reception", senders=("Desk",)))
    office.sender.account_changed(renamed)
    office.poller.account_changed(renamed)
    assert office.at_rest(account).state is QueueState.STOPPED
    assert not office.balance_state(account).asking
    assert office.requests() == asked
    assert [refused.name for refused, _ in office.accounts.refused()] == ["Reception"]
    again = profile.open_again(office, starts=True)
    assert again.poller.ask(renamed, by_hand=False) is None


@pytest.mark.parametrize("right", [True, False])
def test_a_changed_password_lets_the_queue_go_on_by_itself_once(office: RunningOffice, right: bool) -> None:
    account = office.account(password="wrong password")
    office.send(account, 2)
    office.at_rest(account)
    tried = office.sandbox.ledger.failed_logins("smsoffice", "office")
    office.save(account, PASSWORD if right else "wrong again")
    office.sender.account_changed(account)
    office.poller.account_changed(account)
    now = office.at_rest(account)
    office.balance_state(account)
    assert office.states() == ["accepted" if right else "queued"] * 2
    assert now.state is (QueueState.IDLE if right else QueueState.STOPPED)
    assert (now.reason is None) == right
    assert office.sandbox.ledger.failed_logins("smsoffice", "office") == (0 if right else tried + 1)


def test_a_password_that_is_entered_where_there_was_none_lets_the_queue_go_on(office: RunningOffice) -> None:
    account = office.account(password=None)
    office.send(account, 2)
    assert "There is no password" in str(office.at_rest(account).reason)
    office.save(account, PASSWORD)
    office.sender.account_changed(account)
    assert office.at_rest(account).state is QueueState.IDLE
    assert office.states() == ["accepted"] * 2


def test_a_password_that_is_changed_hours_later_sends_nothing_before_it_is_asked_about(
    office: RunningOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    account = office.account(password="wrong password")
    office.send(account, 2)
    office.at_rest(account)
    monkeypatch.setattr("smsdesk.services.sending.queue.tally.elapsed_s", lambda: elapsed_s() + 3 * 3600)
    office.save(account, PASSWORD)
    office.sender.account_changed(account)
    office.until(lambda: "For half an hour" in str(office.sender.progress(account.id).reason))
    assert office.states() == ["queued"] * 2
    office.sender.resume(account)
    office.at_rest(account)
    assert office.states() == ["accepted"] * 2
