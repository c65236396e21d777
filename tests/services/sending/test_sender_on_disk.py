from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from smsdesk.domain.errors import UserFacingError
from smsdesk.services.events import AnnouncementAdded, DeliveriesChanged
from smsdesk.services.sending.queue.progress import Progress, QueueState
from tests.helpers.profile.disk import fill_up, make_room

if TYPE_CHECKING:
    from smsdesk.accounts.account import Account
    from tests.helpers.held_gateway import HeldGateway, HeldGateways
    from tests.helpers.office import Profile, RunningOffice

_LONG_WORDS = json.dumps({"Code": 1, "Message": "Message Pushed. " * 12})


def test_a_submission_is_on_disk_before_its_request_leaves(office: RunningOffice, held_gateways: HeldGateways) -> None:
    gateway = held_gateways.start()
    account = office.account(address=gateway.address)
    office.send(account, 2)
    assert "to=27830000000" in gateway.next_request()
    assert office.peek("SELECT state, submission_id FROM delivery ORDER BY id") == [("submitting", 1), ("queued", None)]
    assert office.peek("SELECT id, account_id, finished_at, outcome FROM submission") == [(1, account.id, None, None)]
    gateway.answer_now()
    assert "to=27830000001" in gateway.next_request()
    assert office.states() == ["accepted", "submitting"]
    gateway.answer_now()
    office.at_rest(account)


def test_a_whole_batch_is_on_disk_before_its_request_leaves(office: RunningOffice, held_gateways: HeldGateways) -> None:
    gateway = held_gateways.start(_LONG_WORDS)
    account = office.account("ismart-rest", address=gateway.address, batch_size=3)
    office.send(account, 4)
    gateway.next_request()
    assert office.states() == ["submitting"] * 3 + ["queued"]
    gateway.answer_now(2)
    office.at_rest(account)


def test_every_change_is_on_disk_before_it_is_told(office: RunningOffice) -> None:
    account = office.account()
    seen: list[list[str]] = []

    def hear(event: object) -> None:
        if isinstance(event, DeliveriesChanged) and event.delivery_ids:
            places = ",".join("?" * len(event.delivery_ids))
            seen.append(office.peek(f"SELECT state FROM delivery WHERE id IN ({places})", *event.delivery_ids))
        elif isinstance(event, AnnouncementAdded):
            seen.append(office.peek("SELECT text FROM announcement WHERE id = ?", event.announcement_id))

    office.hear = hear
    office.send(account, 3, "told", first=98)  # the second of them is refused
    office.at_rest(account)
    assert seen == [["told"], ["accepted"], ["rejected"], ["accepted"]]


def test_what_was_on_its_way_when_the_program_ended_is_unknown_and_not_sent_again(
    office: RunningOffice, profile: Profile, held_gateways: HeldGateways
) -> None:
    gateway = held_gateways.start()
    account = office.account(address=gateway.address)
    office.send(account, 2)
    assert "to=27830000000" in gateway.next_request()
    assert not office.lanes.close(0)
    office.database.close()

    again = profile.open_office(starts=False)
    assert again.interrupted == 1
    assert again.states() == ["unknown", "queued"]
    again.start()
    assert "to=27830000001" in gateway.next_request()
    assert again.states() == ["unknown", "submitting"]
    gateway.answer_now(2)
    again.at_rest(account)
    assert again.states() == ["unknown", "accepted"]
    assert len(gateway.targets) == 2


@pytest.fixture
def written_off(office: RunningOffice, held_gateways: HeldGateways) -> tuple[Account, HeldGateway]:
    """An account whose first batch of 50 was accepted just as the disk had filled up; then it is at rest."""
    gateway = held_gateways.start(_LONG_WORDS)
    account = office.account("ismart-rest", address=gateway.address)
    office.send(account, 60)
    gateway.next_request()
    fill_up(office.database)
    gateway.answer_now()
    office.at_rest(account)
    return account, gateway


def test_a_full_disk_stops_the_queue_in_words(office: RunningOffice, written_off: tuple[Account, HeldGateway]) -> None:
    account, gateway = written_off
    now = office.sender.progress(account.id)
    assert now.state is QueueState.STOPPED
    assert str(now.reason and now.reason.what) == "The disk that holds your smsdesk data is full."
    assert office.states() == ["submitting"] * 50 + ["queued"] * 10
    assert len(gateway.targets) == 1


def test_the_answer_that_a_full_disk_did_not_take_is_written_on_continue(
    office: RunningOffice, written_off: tuple[Account, HeldGateway]
) -> None:
    account, gateway = written_off
    make_room(office.database)
    gateway.answer_now()
    office.sender.resume(account)
    assert office.at_rest(account).state is QueueState.IDLE
    assert office.states() == ["accepted"] * 60
    assert len(gateway.targets) == 2


def test_continue_on_a_disk_that_is_still_full_sends_nothing_and_loses_nothing(
    office: RunningOffice, written_off: tuple[Account, HeldGateway]
) -> None:
    account, gateway = written_off
    office.sender.resume(account)
    assert office.at_rest(account).state is QueueState.STOPPED
    assert len(gateway.targets) == 1
    make_room(office.database)
    gateway.answer_now()
    office.sender.resume(account)
    assert office.at_rest(account).state is QueueState.IDLE
    assert office.states() == ["accepted"] * 60


def test_nothing_leaves_when_the_disk_will_not_take_that_it_does(office: RunningOffice) -> None:
    account = office.account(credits=0)
    office.send(account, 2)
    office.at_rest(account)
    before = office.requests("send")
    office.sql("PRAGMA query_only=ON")
    office.sender.resume(account)
    now = office.at_rest(account)
    assert "may not write in its data folder" in str(now.reason)
    assert office.requests("send") == before


def test_an_announcement_that_could_not_be_kept_is_not_counted(office: RunningOffice) -> None:
    account = office.account()
    fill_up(office.database)
    with pytest.raises(UserFacingError, match="full"):
        office.send(account, 3, "x" * 50_000)
    office.until(lambda: office.sender.progress(account.id) == Progress())
    assert (office.states(), office.requests()) == ([], 0)
    make_room(office.database)
    office.send(account, 3)
    assert office.at_rest(account) == Progress(QueueState.IDLE, 3, 3)
