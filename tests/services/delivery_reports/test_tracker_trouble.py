"""Answers that say nothing, refused logins, mistakes, reports that come too early, and a disk that refuses."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from smsdesk.domain.delivery import DeliveryState
from smsdesk.domain.delivery_report import DeliveryReport
from smsdesk.services.events import DeliveriesChanged
from smsdesk.services.sending.queue.progress import QueueState
from smsdesk.store.history.delivery_reports import DeliveryReportStore
from smsdesk.workers.clock import elapsed_s
from tests.helpers.asked_gateway import ASKED, AskedGateways, TrackedAccount
from tests.helpers.office import PASSWORD
from tests.helpers.profile.disk import refuse
from tests.helpers.wall_clock import set_clocks

if TYPE_CHECKING:
    from tests.helpers.asked_gateway import AskedGateway
    from tests.helpers.office import Profile, RunningOffice


def test_an_answer_that_says_nothing_only_postpones_its_own_question(
    tracked: TrackedAccount, office: RunningOffice, gateway: AskedGateway
) -> None:
    tracked.sent(3)
    gateway.answers = {"1": "noise"}
    tracked.age(timedelta(minutes=1))
    tracked.follow(lambda: office.states() == ["accepted", "delivered", "delivered"])
    assert gateway.asked == ["1", "2", "3"]
    assert office.peek("SELECT count(*) FROM delivery WHERE check_at IS NOT NULL") == [1]


def test_an_answer_about_another_message_moves_nothing_and_only_postpones_its_question(
    tracked: TrackedAccount, office: RunningOffice, gateway: AskedGateway
) -> None:
    tracked.sent(2)
    gateway.answers = {"1": "undelivered@9", "2": "delivered@2"}
    tracked.age(timedelta(minutes=1))
    tracked.follow(lambda: "delivered" in office.states())
    assert office.states() == ["accepted", "delivered"]
    assert gateway.asked == ["1", "2"]
    assert office.peek("SELECT message_id FROM report") == ["2"]
    assert office.peek("SELECT count(*) FROM delivery WHERE check_at IS NOT NULL") == [1]


def test_a_gateway_that_fails_is_left_in_peace_while_others_are_asked(
    tracked: TrackedAccount, office: RunningOffice, gateways: AskedGateways, short_rounds: int
) -> None:
    failing = gateways.start()
    broken = office.account(user="second", address=failing.address)
    tracked.sent(2, broken)
    tracked.sent(short_rounds + 2)
    failing.says = "500"
    tracked.age(timedelta(minutes=1))
    tracked.follow(lambda: office.states().count("delivered") == short_rounds + 2, lambda: failing.asked)
    assert len(failing.asked) == 1


def test_a_refused_login_is_asked_with_once_until_the_account_is_changed(
    tracked: TrackedAccount, office: RunningOffice, gateway: AskedGateway, profile: Profile, gateways: AskedGateways
) -> None:
    tracked.sent(3)
    gateway.says = "login"
    tracked.age(timedelta(minutes=1))
    tracked.follow(lambda: gateway.asked, office.accounts.refused)
    assert office.poller.ask(tracked.account, by_hand=False) is None
    gateway.says = "delivered"
    again = profile.open_again(office, starts=True)
    tracked = TrackedAccount(again, tracked.account, gateways)
    tracked.follow_a_round()
    assert len(gateway.asked) == 1
    again.save(tracked.account, PASSWORD)
    tracked.age(timedelta(minutes=10))
    tracked.follow(lambda: set(again.states()) == {"delivered"})


def test_a_login_that_was_refused_while_sending_is_not_asked_with(
    tracked: TrackedAccount, office: RunningOffice, gateway: AskedGateway
) -> None:
    tracked.sent(1)
    gateway.takes = False
    office.send(tracked.account, 1)
    assert office.at_rest(tracked.account).state is QueueState.STOPPED
    tracked.age(timedelta(minutes=1))
    tracked.follow_a_round()
    assert gateway.asked == []


def test_without_a_password_nothing_is_asked(
    tracked: TrackedAccount, office: RunningOffice, gateway: AskedGateway, profile: Profile, gateways: AskedGateways
) -> None:
    tracked.sent(1)
    tracked.age(timedelta(minutes=1))
    office.close()
    profile.vault.drop(tracked.account.id)
    again = TrackedAccount(profile.open_office(providers=ASKED), tracked.account, gateways)
    again.follow_a_round()
    assert gateway.asked == []


def test_a_bug_in_reading_an_answer_is_told_and_the_question_not_repeated_at_once(
    tracked: TrackedAccount, office: RunningOffice, gateway: AskedGateway
) -> None:
    tracked.sent(2)
    gateway.says = "bug"
    tracked.age(timedelta(minutes=1))
    tracked.follow(office.failures)
    assert gateway.asked == ["1"]
    assert office.states() == ["accepted", "accepted"]


def test_a_password_that_a_gateway_repeats_is_not_kept(
    tracked: TrackedAccount, office: RunningOffice, gateway: AskedGateway
) -> None:
    tracked.sent(1)
    gateway.says = "undelivered for password=correct horse\r\nat noon"
    tracked.age(timedelta(minutes=1))
    tracked.follow(lambda: office.states() == ["undelivered"])
    assert office.peek("SELECT error_text FROM delivery") == ["for password=*** at noon"]
    assert office.peek("SELECT words FROM report") == ["for password=*** at noon"]


def test_a_report_that_overtook_the_reply_is_applied_while_the_tracker_runs(
    tracked: TrackedAccount, office: RunningOffice, gateway: AskedGateway
) -> None:
    gateway.says = "queued"
    office.reports.receive(tracked.account.id, DeliveryReport("1", "", DeliveryState.DELIVERED, "200"))

    def sends() -> bool:
        tracked.sent(1)
        office.tracker.wake()
        return True

    tracked.follow(sends, lambda: office.states() == ["delivered"])
    assert DeliveriesChanged(1, (1,)) in office.events
    assert gateway.asked == []


class Counted:
    """Counts the calls of a method of the store of reports, and lets them through."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, method: str) -> None:
        self.calls = 0
        real = getattr(DeliveryReportStore, method)

        def counted(*args: object) -> object:
            self.calls += 1
            return real(*args)

        monkeypatch.setattr(DeliveryReportStore, method, counted)


@pytest.fixture
def matched(monkeypatch: pytest.MonkeyPatch) -> Counted:
    """How often kept reports are matched."""
    return Counted(monkeypatch, "apply_waiting")


def test_a_report_of_an_unknown_message_is_matched_only_when_something_has_happened(
    tracked: TrackedAccount, office: RunningOffice, matched: Counted
) -> None:
    office.reports.receive(tracked.account.id, DeliveryReport("unheard of", "", DeliveryState.DELIVERED, "200"))
    ticks = iter(range(20))
    undisturbed: list[int] = []

    def wakes() -> bool:
        undisturbed.append(matched.calls)
        office.tracker.wake()
        return True

    tracked.follow(lambda: next(ticks, 20) == 20, lambda: matched.calls, wakes, lambda: matched.calls > undisturbed[0])
    assert (undisturbed, matched.calls) == ([1], 2)


def test_a_match_that_the_disk_did_not_take_is_tried_again(
    tracked: TrackedAccount, office: RunningOffice, matched: Counted
) -> None:
    office.reports.receive(tracked.account.id, DeliveryReport("unheard of", "", DeliveryState.DELIVERED, "200"))
    refuse(office.database)
    tracked.follow(lambda: matched.calls == 2)


def test_a_disk_that_takes_nothing_stops_the_questions_not_the_tracker(
    tracked: TrackedAccount, office: RunningOffice, gateway: AskedGateway, monkeypatch: pytest.MonkeyPatch
) -> None:
    tracked.sent(2)
    tracked.age(timedelta(minutes=1))
    refuse(office.database)
    noted = Counted(monkeypatch, "asked")
    tracked.follow(lambda: noted.calls, lambda: not office.tracker._asking)
    assert noted.calls == 1
    assert gateway.asked == []
    assert office.failures() == []


def test_a_pause_of_a_minute_is_a_minute_though_the_clock_was_ahead_when_it_began(
    tracked: TrackedAccount, office: RunningOffice, gateway: AskedGateway, monkeypatch: pytest.MonkeyPatch
) -> None:
    tracked.sent(1)
    tracked.age(timedelta(minutes=1))
    gateway.says = "500"
    with monkeypatch.context() as hours_ahead:
        set_clocks(hours_ahead, timedelta(hours=2))
        tracked.follow(lambda: vars(office.tracker)["_quiet_until"])
    assert gateway.asked == ["1"]
    gateway.says = "delivered"
    tracked.age(timedelta(hours=5))  # due by the clock that was put right
    monkeypatch.setattr("smsdesk.services.delivery_reports.tracker.elapsed_s", lambda: elapsed_s() + 61)
    tracked.follow(lambda: office.states()[0] == "delivered")
