from __future__ import annotations

import json
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from smsdesk.services.events import AnnouncementAdded, DeliveriesChanged, QueueChanged
from smsdesk.services.sending.queue.account_queue import AccountQueue
from smsdesk.services.sending.queue.progress import Progress, QueueState
from smsdesk.store.sending.outbox import Outbox
from tests.helpers.patience import PATIENCE_S

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from smsdesk.store.sending.outbox import Stopped
    from tests.helpers.held_gateway import HeldGateways
    from tests.helpers.office import RunningOffice

GATEWAYS = ["smsoffice", "ismart-rest"]
ARABIC = "سنغلق عند الظهر & 100% {~€}"


def _posted(office: RunningOffice) -> list[dict[str, list[str]]]:
    return [json.loads(seen.body) for seen in office.sandbox.ledger.requests]


@pytest.mark.parametrize("gateway", GATEWAYS)
@pytest.mark.parametrize("text", ["We close at noon.", ARABIC])
def test_everybody_on_the_list_is_texted_once_and_the_database_says_so(
    office: RunningOffice, gateway: str, text: str
) -> None:
    account = office.account(gateway)
    office.send(account, 5, text)
    assert office.at_rest(account).state is QueueState.IDLE
    assert office.accepted(account) == office.numbers()
    assert {copy.text for copy in office.sandbox.ledger.accepted} == {text}
    assert office.states() == ["accepted"] * 5
    assert set(office.peek("SELECT outcome, finished_at IS NOT NULL FROM submission")) == {("accepted", 1)}


def test_the_gateways_own_message_id_is_kept_with_each_copy(office: RunningOffice) -> None:
    account = office.account()
    office.send(account, 3)
    office.at_rest(account)
    kept = dict(office.peek("SELECT number, message_id FROM delivery"))
    assert kept == {"+" + copy.number: copy.message_id for copy in office.sandbox.ledger.accepted}


def test_one_number_that_is_refused_holds_up_nobody(office: RunningOffice) -> None:
    account = office.account()
    office.send(account, 4, first=97)  # the sandbox refuses the one that ends in 0099
    assert office.at_rest(account).state is QueueState.IDLE
    assert office.states() == ["accepted", "accepted", "rejected", "accepted"]
    assert office.peek("SELECT error_code FROM delivery WHERE state = 'rejected'") == ["bad-to"]


def test_ismart_takes_fifty_people_in_one_request(office: RunningOffice) -> None:
    account = office.account("ismart-rest")
    office.send(account, 97)
    office.at_rest(account)
    assert [len(posted["MobileNo"]) for posted in _posted(office)] == [50, 47]
    assert len(office.accepted(account)) == len(set(office.accepted(account))) == 97


def test_the_office_may_choose_how_many_people_go_in_one_request(office: RunningOffice) -> None:
    account = office.account("ismart-rest", batch_size=4)
    office.send(account, 10)
    office.at_rest(account)
    assert [len(posted["MobileNo"]) for posted in _posted(office)] == [4, 4, 2]


def test_a_number_of_people_that_the_gateway_does_not_let_one_choose_is_not_used(office: RunningOffice) -> None:
    account = office.account("smsoffice", batch_size=4)
    office.send(account, 5)
    office.at_rest(account)
    assert office.accepted(account) == office.peek("SELECT number FROM delivery WHERE state = 'accepted' ORDER BY id")
    assert len(office.accepted(account)) == 5


def test_a_batch_in_which_one_person_wants_no_messages_is_refused_whole_and_the_next_goes(
    office: RunningOffice,
) -> None:
    account = office.account("ismart-rest", batch_size=3)
    office.send(account, 4, first=96)  # 0098 has opted out
    assert office.at_rest(account).state is QueueState.IDLE
    assert office.states() == ["rejected"] * 3 + ["accepted"]
    assert office.peek("SELECT DISTINCT error_code FROM delivery WHERE state = 'rejected'") == ["23-batch"]


def test_announcements_go_out_in_the_order_they_were_confirmed(office: RunningOffice) -> None:
    account = office.account()
    for text in ("first", "second", "third"):
        office.send(account, 3, text)
    office.at_rest(account)
    assert [copy.text for copy in office.sandbox.ledger.accepted] == ["first"] * 3 + ["second"] * 3 + ["third"] * 3


def test_an_announcement_that_comes_just_after_the_queue_was_found_empty_is_not_forgotten(
    office: RunningOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    account = office.account()
    find = Outbox.next_announcement
    late = iter(["late", "later"])

    def find_and_be_overtaken(outbox: Outbox, account_id: str, without: Collection[int] = ()) -> int | None:
        found = find(outbox, account_id, without)
        if found is None and (text := next(late, None)):
            office.send(account, 1, text)
            office.database.write(lambda _connection: None)  # done only when all have been told of the one before
        return found

    monkeypatch.setattr(Outbox, "next_announcement", find_and_be_overtaken)
    office.send(account, 1, "in time")
    office.until(lambda: office.states() == ["accepted"] * 3)
    assert office.at_rest(account).state is QueueState.IDLE


@pytest.fixture
def hasty_threads() -> Iterator[None]:
    """Lets threads cut in on each other far more often than usual."""
    usual = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(usual)


@pytest.mark.usefixtures("hasty_threads")
def test_announcements_that_come_about_when_the_queue_runs_empty_all_go_out(office: RunningOffice) -> None:
    account = office.account("ismart-rest")  # no balance is asked for there between the last answer and the end
    rounds = 200
    left = threading.Semaphore(0)
    office.hear = lambda event: left.release() if isinstance(event, DeliveriesChanged) else None
    for n in range(rounds):
        office.send(account, 1, f"round {n}")
        # The lane has told of this one and looks for more; the next comes sooner or later after that.
        assert left.acquire(timeout=PATIENCE_S), "it was forgotten"
        for _ in range(n * 60):
            pass
    office.at_rest(account)
    assert office.states() == ["accepted"] * rounds


def test_announcements_from_several_sides_at_once_all_go_out(office: RunningOffice) -> None:
    account = office.account()
    with ThreadPoolExecutor(4) as operators:
        list(operators.map(lambda n: office.send(account, 1, f"from operator {n}"), range(80)))
    assert office.at_rest(account).state is QueueState.IDLE
    assert {copy.text for copy in office.sandbox.ledger.accepted} == {f"from operator {n}" for n in range(80)}
    assert office.states() == ["accepted"] * 80


def test_progress_counts_what_has_left_of_what_was_confirmed(
    office: RunningOffice, held_gateways: HeldGateways
) -> None:
    gateway = held_gateways.start()
    account = office.account(address=gateway.address)
    assert office.sender.progress(account.id) == Progress()
    office.send(account, 3)
    gateway.next_request()
    assert office.sender.progress(account.id) == Progress(QueueState.SENDING, 0, 3)
    assert office.sender.sending()
    gateway.answer_now(2)
    gateway.next_request()
    gateway.next_request()
    office.until(lambda: office.sender.progress(account.id).done == 2)
    office.send(account, 2)
    now = office.sender.progress(account.id)
    assert (now.state, now.done, now.total, now.waiting) == (QueueState.SENDING, 2, 5, 3)
    gateway.answer_now(3)
    office.at_rest(account)
    assert office.sender.progress(account.id) == Progress(QueueState.IDLE, 5, 5)
    assert not office.sender.sending()


def test_progress_begins_anew_with_the_next_run(office: RunningOffice) -> None:
    account = office.account()
    office.send(account, 3)
    office.at_rest(account)
    office.send(account, 2)
    assert office.at_rest(account) == Progress(QueueState.IDLE, 2, 2)


def test_the_window_is_told_of_each_step(office: RunningOffice) -> None:
    account = office.account()
    announcement_id = office.send(account, 2)
    office.at_rest(account)
    moved = office.moved()
    told = [event for event in office.events if isinstance(event, AnnouncementAdded) or event in moved]
    first, second = office.peek("SELECT id FROM delivery ORDER BY id")
    assert told == [
        AnnouncementAdded(announcement_id),
        DeliveriesChanged(announcement_id, (first,)),
        DeliveriesChanged(announcement_id, (second,)),
    ]
    assert QueueChanged(account.id) in office.events


def test_stop_cancels_what_has_not_left_and_tells_how_many(office: RunningOffice, held_gateways: HeldGateways) -> None:
    gateway = held_gateways.start()
    account = office.account(address=gateway.address)
    first = office.send(account, 3)
    second = office.send(account, 2)
    gateway.next_request()
    assert office.sender.stop(account).result(PATIENCE_S).cancelled == {first: 2, second: 2}
    gateway.answer_now()
    assert office.at_rest(account) == Progress(QueueState.IDLE, 1, 1)
    assert office.states() == ["accepted"] + ["cancelled"] * 4
    assert len([target for target in gateway.targets if "sendsms" in target]) == 1


def test_who_waits_for_a_stop_finds_the_queue_stopped(office: RunningOffice, monkeypatch: pytest.MonkeyPatch) -> None:
    account, learns, goes_on = office.account(), threading.Event(), threading.Event()
    stopped_by_user = AccountQueue.stopped_by_user

    def slowly(queue: AccountQueue, stopped: Stopped) -> bool:
        learns.set()
        assert goes_on.wait(PATIENCE_S)
        return stopped_by_user(queue, stopped)

    monkeypatch.setattr(AccountQueue, "stopped_by_user", slowly)
    office.send(account, 2, countdown_s=30)
    stop = office.sender.stop(account)
    assert learns.wait(PATIENCE_S)
    assert not stop.done()
    goes_on.set()
    assert stop.result(PATIENCE_S).people == 2
    assert office.sender.progress(account.id) == Progress()


def test_after_a_stop_the_next_announcement_goes_out(office: RunningOffice) -> None:
    account = office.account(credits=0)
    office.send(account, 2)
    assert office.at_rest(account).state is QueueState.STOPPED
    office.sender.stop(account).result(PATIENCE_S)
    assert office.at_rest(account) == Progress()
    office.sandbox.ledger.set_credits("smsoffice", "office", Decimal(10))
    office.send(account, 1, "another")
    office.at_rest(account)
    assert office.states() == ["cancelled", "cancelled", "accepted"]
