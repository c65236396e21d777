"""Stop, Undo, Continue and the start on a disk that refuses, or is slow, just then."""

from __future__ import annotations

import asyncio
import threading
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject

from smsdesk.domain.announcement import Announcement, Recipient
from smsdesk.domain.errors import UserFacingError
from smsdesk.services.sending.queue.progress import QueueState
from smsdesk.services.sending.send_request import SendRequest
from smsdesk.ui.qt.tasks import Tasks, done_in_any_case
from tests.helpers.patience import PATIENCE_S
from tests.helpers.profile.disk import held_by_another_program, held_up_writer, refusing_disk
from tests.helpers.profile.left_over import old_and_young

if TYPE_CHECKING:
    from smsdesk.accounts.account import Account
    from tests.helpers.held_gateway import HeldGateways
    from tests.helpers.office import Profile, RunningOffice

PEOPLE = tuple(Recipient(f"+278300000{n:02}") for n in range(10, 13))
NO_CREDIT = "Error: Not enough credits"


def _new(account: Account, text: str = "We close at noon.") -> Announcement:
    return Announcement(account.id, text, account.sender, 1, PEOPLE)


def test_a_refusal_that_the_disk_did_not_take_is_not_sent_again_by_stop(
    office: RunningOffice, held_gateways: HeldGateways
) -> None:
    gateway = held_gateways.start(NO_CREDIT)
    account = office.account(address=gateway.address)
    office.send(account, 3)
    gateway.next_request()
    with refusing_disk(office.database):
        gateway.answer_now()
        assert office.at_rest(account).state is QueueState.STOPPED
    office.sender.stop(account).result(PATIENCE_S)
    office.until(lambda: office.states() == ["cancelled"] * 3)
    assert len(gateway.targets) == 1


def test_a_refused_login_is_not_forgotten_because_the_disk_would_not_take_the_answer(
    office: RunningOffice, held_gateways: HeldGateways, profile: Profile
) -> None:
    gateway = held_gateways.start("Error: Login Failed")
    account = office.account(address=gateway.address)
    office.send(account, 1)
    gateway.next_request()
    with refusing_disk(office.database):
        gateway.answer_now()
        office.at_rest(account)
        assert office.poller.ask(account, by_hand=False) is None
    again = profile.open_again(office)
    again.start()
    assert again.at_rest(account).state is QueueState.STOPPED
    assert len(gateway.targets) == 1


def test_an_undo_that_the_disk_refuses_is_kept_in_mind(office: RunningOffice) -> None:
    account = office.account()
    announcement_id = office.send(account, countdown_s=30)
    with refusing_disk(office.database), pytest.raises(UserFacingError):
        office.sender.undo(account, announcement_id).result(PATIENCE_S)
    assert office.at_rest(account).state is QueueState.STOPPED
    office.sender.resume(account)
    office.until(lambda: office.states() == ["cancelled"] * 3)
    assert office.requests("send") == 0


def test_an_undo_that_the_disk_refuses_holds_at_the_next_start_too(office: RunningOffice, profile: Profile) -> None:
    account = office.account()
    announcement_id = office.send(account, countdown_s=30)
    with refusing_disk(office.database), pytest.raises(UserFacingError):
        office.sender.undo(account, announcement_id).result(PATIENCE_S)
    again = profile.open_again(office)
    again.start()
    assert again.states() == ["cancelled"] * 3


def test_a_stop_that_the_disk_refuses_stops_all_the_same(office: RunningOffice, held_gateways: HeldGateways) -> None:
    gateway = held_gateways.start()
    account = office.account(address=gateway.address)
    office.send(account, 5)
    gateway.next_request()
    with refusing_disk(office.database), pytest.raises(UserFacingError):
        office.sender.stop(account).result(PATIENCE_S)
    gateway.answer_now(100)
    assert office.at_rest(account).state is QueueState.STOPPED
    office.until(lambda: not office.sender.sending())
    assert office.states() == ["accepted"] + ["queued"] * 4


def test_an_undo_is_done_though_the_program_ends_before_it_is_on_disk(office: RunningOffice) -> None:
    account = office.account()
    announcement_id = office.send(account, countdown_s=30)
    go_on = held_up_writer(office.database)

    async def undone() -> None:
        await done_in_any_case(office.sender.undo(account, announcement_id))

    async def end_at_once() -> None:
        tasks = Tasks(lambda error: pytest.fail(str(error)))
        tasks.begin()
        owner = QObject()
        tasks.spawn(undone(), owner)
        await asyncio.sleep(0)
        await tasks.cancel_all()

    asyncio.run(end_at_once())
    go_on.set()
    office.until(lambda: office.states() == ["cancelled"] * 3)


def test_an_announcement_that_could_not_be_kept_leaves_no_countdown_behind(office: RunningOffice) -> None:
    account = office.account()
    nobody = replace(account, id="nobody")
    with pytest.raises(Exception, match="FOREIGN KEY"):
        office.sender.send(SendRequest(nobody, Announcement("nobody", "Hi", "", 1, PEOPLE)), 30).result(PATIENCE_S)
    office.until(lambda: not office.sender.unsent())
    assert office.sender.countdown() is None


def test_stop_and_then_send_on_a_slow_disk_sends_the_new_one(office: RunningOffice) -> None:
    account = office.account(credits=0)
    office.send(account, 1)
    office.at_rest(account)
    office.sandbox.ledger.set_credits("smsoffice", "office", Decimal(100))
    go_on = held_up_writer(office.database)
    office.sender.stop(account)
    sent = office.sender.send(SendRequest(account, _new(account)))
    go_on.set()
    sent.result(PATIENCE_S)
    office.until(lambda: office.states() == ["cancelled"] + ["accepted"] * 3)


def test_nobody_waits_for_a_start_that_waits_for_the_disk(office: RunningOffice, profile: Profile) -> None:
    again, account = old_and_young(office, profile)
    again.sandbox.start()
    again.sql("PRAGMA busy_timeout=600000")  # however slow this machine is, it waits for as long as the file is held
    with held_by_another_program(again.path):
        starting = threading.Thread(target=again.start)
        starting.start()
        early = again.sender.send(SendRequest(account, _new(account, "early")), 0)
        assert again.sender.unsent() == 3
        assert again.sender.countdown() is None
        assert starting.is_alive()  # it waits for the other program; we did not
    starting.join()
    early.result(PATIENCE_S)
    assert again.at_rest(account).state is QueueState.STOPPED
    assert {copy.text for copy in again.sandbox.ledger.accepted} == {"young", "early"}


def test_a_start_that_the_disk_refused_can_be_begun_again(office: RunningOffice, profile: Profile) -> None:
    again, account = old_and_young(office, profile)
    again.sandbox.start()
    again.sql("PRAGMA busy_timeout=1")
    with held_by_another_program(again.path), pytest.raises(UserFacingError, match="Another program"):
        again.start()
    assert again.requests("send") == 0
    again.start()
    assert again.at_rest(account).state is QueueState.STOPPED
    assert {copy.text for copy in again.sandbox.ledger.accepted} == {"young"}
