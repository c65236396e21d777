"""Stop, Undo, Continue and a disk that refuses, at the moments at which they cross what is under way."""

from __future__ import annotations

import asyncio
import sqlite3
import threading
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QObject

from smsdesk.domain.announcement import Announcement, Recipient
from smsdesk.domain.errors import UserFacingError
from smsdesk.privacy.secret import Secret
from smsdesk.services.sending.progress import QueueState
from smsdesk.services.sending.send_request import SendRequest
from smsdesk.ui.qt.tasks import Tasks, done_in_any_case

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

PEOPLE = tuple(Recipient(f"+278300000{n:02}") for n in range(10, 13))
NO_CREDIT = "Error: Not enough credits"


def _new(account: Any, text: str = "We close at noon.") -> Announcement:
    return Announcement(account.id, text, account.sender, 1, PEOPLE)


@contextmanager
def _refusing_disk(office: Any) -> Iterator[None]:
    """The file can be read, and not be written, as when its disk is full or somebody else holds it."""

    def pragma(value: str) -> None:
        job = office.database._writing.engine.raw_connection().driver_connection.execute
        office.database._writer.do(lambda: job(f"PRAGMA query_only={value}")).result(10)

    pragma("ON")
    try:
        yield
    finally:
        pragma("OFF")


def _held_up_writer(office: Any) -> threading.Event:
    go_on, began = threading.Event(), threading.Event()

    def hold_up(_connection: object) -> None:
        began.set()
        go_on.wait(20)

    office.database.write_later(hold_up)
    began.wait(5)
    return go_on


def _again(office: Any, open_office: Callable[..., Any], *accounts: Any) -> Any:
    office.sender.end()
    office.sender.write_down()
    office.close()
    again = open_office()
    for account in accounts:
        again.credentials.keep(account.id, Secret("correct horse"))
    again.outbox.recover()
    return again


def _old_and_young(office: Any, open_office: Callable[..., Any]) -> tuple[Any, Any]:
    """A start that finds an announcement of yesterday and one of a moment ago; the gateway is away."""
    account = office.account()
    office.sandbox.close()
    office.send(account, 2, "closed tomorrow")
    office.until(lambda: office.sender.progress(account.id).state is QueueState.WAITING)
    yesterday = (datetime.now(UTC) - timedelta(hours=20)).isoformat(timespec="microseconds")
    office.database.write(lambda c: c.exec_driver_sql("UPDATE announcement SET leaves_at = ?", (yesterday,)))
    office.send(account, 1, "young", first=5)
    return _again(office, open_office, account), account


def test_stop_concerns_what_was_on_its_way_and_nothing_that_is_sent_after_it(
    office: Any, held_gateway: Callable[..., Any]
) -> None:
    gateway = held_gateway(NO_CREDIT)
    account = office.account(address=gateway.address)
    office.send(account, 2)
    gateway.next_request()
    office.sender.stop(account).result(20)
    office.send(account, 3, "new text", first=20)
    gateway.answer_now(100)
    stopped = office.at_rest(account)
    assert stopped.state is QueueState.STOPPED
    assert office.states() == ["cancelled"] * 2 + ["queued"] * 3
    gateway.answer = "Success:message tracking number:1"
    office.sender.resume(account)
    office.at_rest(account)
    assert office.states() == ["cancelled"] * 2 + ["accepted"] * 3


def test_a_continue_about_something_else_does_not_send_yesterdays_news(
    office: Any, open_office: Callable[..., Any]
) -> None:
    again, account = _old_and_young(office, open_office)
    again.sender.start(again.store.all())
    again.until(lambda: again.sender.progress(account.id).state is QueueState.WAITING)
    again.sandbox.start()
    again.sender.resume(account)  # "Try now"
    stopped = again.at_rest(account)
    assert {copy.text for copy in again.sandbox.ledger.accepted} == {"young"}
    assert "Not sent before the program was closed: 2 messages." in str(stopped.reason)
    again.sender.resume(account)
    again.at_rest(account)
    assert again.states() == ["accepted"] * 3


def test_what_is_held_does_not_end_anothers_countdown_with_a_stop(office: Any, open_office: Callable[..., Any]) -> None:
    again, account = _old_and_young(office, open_office)
    again.sandbox.start()
    again.sender.start(again.store.all())
    again.sender.send(SendRequest(account, _new(account, "newest")), 0.4).result(20)
    again.until(lambda: again.states() == ["queued"] * 2 + ["accepted"] * 4)
    assert again.at_rest(account).state is QueueState.STOPPED


def test_a_refusal_that_the_disk_did_not_take_is_not_sent_again_by_stop(
    office: Any, held_gateway: Callable[..., Any]
) -> None:
    gateway = held_gateway(NO_CREDIT)
    account = office.account(address=gateway.address)
    office.send(account, 3)
    gateway.next_request()
    with _refusing_disk(office):
        gateway.answer_now()
        assert office.at_rest(account).state is QueueState.STOPPED
    office.sender.stop(account).result(20)
    office.until(lambda: office.states() == ["cancelled"] * 3)
    assert len(gateway.targets) == 1


def test_one_continue_tries_a_wrong_password_once(open_office: Callable[..., Any]) -> None:
    office = open_office(asks_balances=True)
    account = office.account(credits=0)
    office.send(account, 2)
    office.at_rest(account)
    office.until(lambda: not office.poller.state(account.id).asking)
    office.sandbox.ledger.set_password("smsoffice", "office", "changed meanwhile")
    office.sender.resume(account)
    office.at_rest(account)
    assert office.sandbox.ledger.failed_logins("smsoffice", "office") == 1


def test_a_refused_login_is_not_forgotten_because_the_disk_would_not_take_the_answer(
    office: Any, held_gateway: Callable[..., Any], open_office: Callable[..., Any]
) -> None:
    gateway = held_gateway("Error: Login Failed")
    account = office.account(address=gateway.address)
    office.send(account, 1)
    gateway.next_request()
    with _refusing_disk(office):
        gateway.answer_now()
        office.at_rest(account)
        assert office.poller.ask(account, by_hand=False) is None
    again = _again(office, open_office, account)
    again.sender.start(again.store.all())
    assert again.at_rest(account).state is QueueState.STOPPED
    assert len(gateway.targets) == 1


def test_an_account_with_an_old_password_is_not_tried_because_another_one_gets_in(office: Any) -> None:
    account = office.account(password="old password")
    other = replace(account, id="other", name="The same login")
    office.store.save(other).result()
    office.credentials.keep(other.id, Secret("correct horse"))
    office.poller.ask(account, by_hand=False).result(20)
    for _ in range(3):
        office.poller.ask(other, by_hand=True).result(20)
        assert office.poller.ask(account, by_hand=False) is None
    assert sum("old%20password" in seen.target for seen in office.sandbox.ledger.requests) == 1


def test_an_undo_that_the_disk_refuses_is_kept_in_mind(office: Any) -> None:
    account = office.account()
    announcement_id = office.sender.send(SendRequest(account, _new(account)), 30).result(20)
    with _refusing_disk(office), pytest.raises(UserFacingError):
        office.sender.undo(account, announcement_id).result(20)
    assert office.at_rest(account).state is QueueState.STOPPED
    office.sender.resume(account)
    office.until(lambda: office.states() == ["cancelled"] * 3)
    assert office.requests() == 0


def test_an_undo_that_the_disk_refuses_holds_at_the_next_start_too(
    office: Any, open_office: Callable[..., Any]
) -> None:
    account = office.account()
    announcement_id = office.sender.send(SendRequest(account, _new(account)), 30).result(20)
    with _refusing_disk(office), pytest.raises(UserFacingError):
        office.sender.undo(account, announcement_id).result(20)
    again = _again(office, open_office, account)
    again.sender.start(again.store.all())
    assert again.states() == ["cancelled"] * 3


def test_a_stop_that_the_disk_refuses_stops_all_the_same(office: Any, held_gateway: Callable[..., Any]) -> None:
    gateway = held_gateway()
    account = office.account(address=gateway.address)
    office.send(account, 5)
    gateway.next_request()
    with _refusing_disk(office), pytest.raises(UserFacingError):
        office.sender.stop(account).result(20)
    gateway.answer_now(100)
    assert office.at_rest(account).state is QueueState.STOPPED
    office.until(lambda: not office.sender.sending())
    assert office.states() == ["accepted"] + ["queued"] * 4


def test_an_undo_is_done_though_the_program_ends_before_it_is_on_disk(office: Any) -> None:
    account = office.account()
    announcement_id = office.sender.send(SendRequest(account, _new(account)), 30).result(20)
    go_on = _held_up_writer(office)

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


def test_an_announcement_that_could_not_be_kept_leaves_no_countdown_behind(office: Any) -> None:
    account = office.account()
    nobody = replace(account, id="nobody")
    with pytest.raises(Exception, match="FOREIGN KEY"):
        office.sender.send(SendRequest(nobody, Announcement("nobody", "Hi", "", 1, PEOPLE)), 30).result(20)
    assert office.sender.countdown() is None
    assert office.sender.unsent() == 0


def test_an_announcement_for_an_account_that_was_just_deleted_is_refused(office: Any) -> None:
    account = office.account()
    office.store.delete(account.id).result(20)
    with pytest.raises(UserFacingError, match="deleted meanwhile"):
        office.sender.send(SendRequest(account, _new(account))).result(20)
    assert office.states() == []


def test_stop_and_then_send_on_a_slow_disk_sends_the_new_one(office: Any) -> None:
    account = office.account(credits=0)
    office.send(account, 1)
    office.at_rest(account)
    office.sandbox.ledger.set_credits("smsoffice", "office", 100)
    go_on = _held_up_writer(office)
    office.sender.stop(account)
    sent = office.sender.send(SendRequest(account, _new(account)))
    go_on.set()
    sent.result(20)
    office.until(lambda: office.states() == ["cancelled"] + ["accepted"] * 3)


def test_nobody_waits_for_a_start_that_waits_for_the_disk_and_it_can_be_begun_again(
    office: Any, open_office: Callable[..., Any]
) -> None:
    again, account = _old_and_young(office, open_office)
    again.close()
    third = open_office(starts=False)
    third.credentials.keep(account.id, Secret("correct horse"))
    third.sandbox.start()
    failed: list[BaseException] = []

    def begin() -> None:
        try:
            third.sender.start(third.store.all())
        except UserFacingError as error:
            failed.append(error)

    yesterday = (datetime.now(UTC) - timedelta(hours=20)).isoformat(timespec="microseconds")
    with closing(sqlite3.connect(third.path, isolation_level=None)) as other:
        other.execute("UPDATE announcement SET leaves_at = ? WHERE leaves_at IS NULL", (yesterday,))  # a start writes
        other.execute("BEGIN IMMEDIATE")
        starting = threading.Thread(target=begin)
        starting.start()
        early = third.sender.send(SendRequest(account, _new(account, "early")), 0)
        assert third.sender.unsent() == 3
        assert third.sender.countdown() is None
        assert starting.is_alive()  # it waits for the other program; we did not
        other.execute("ROLLBACK")
        starting.join()
    if failed:
        third.sender.start(third.store.all())
    early.result(20)
    assert third.at_rest(account).state is QueueState.STOPPED
    assert {copy.text for copy in third.sandbox.ledger.accepted} == {"young", "early"}


def test_a_time_to_leave_that_is_far_away_because_the_clock_was_set_back_is_asked_about(
    office: Any, open_office: Callable[..., Any]
) -> None:
    account = office.account()
    office.sandbox.close()
    office.send(account, 1)
    office.until(lambda: office.sender.progress(account.id).state is QueueState.WAITING)
    far = (datetime.now(UTC) + timedelta(hours=3)).isoformat(timespec="microseconds")
    office.database.write(lambda c: c.exec_driver_sql("UPDATE announcement SET leaves_at = ?", (far,)))
    again = _again(office, open_office, account)
    again.sandbox.start()
    again.sender.start(again.store.all())
    assert again.at_rest(account).state is QueueState.STOPPED
    assert again.states() == ["queued"]
