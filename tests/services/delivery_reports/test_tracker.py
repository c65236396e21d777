from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from smsdesk.services.events import DeliveriesChanged
from tests.helpers.asked_gateway import AskedGateways, TrackedAccount

if TYPE_CHECKING:
    from tests.helpers.asked_gateway import AskedGateway
    from tests.helpers.office import Profile, RunningOffice


NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)


def test_what_is_accepted_is_on_disk_with_the_time_of_its_first_question(
    tracked: TrackedAccount, office: RunningOffice, gateway: AskedGateway
) -> None:
    tracked.sent(1)
    changed_at, check_at = office.peek("SELECT changed_at, check_at FROM delivery")[0]
    later = datetime.fromisoformat(check_at) - datetime.fromisoformat(changed_at)
    assert timedelta(seconds=14) < later < timedelta(seconds=16)


def test_what_the_gateway_answers_stands_in_the_history(
    tracked: TrackedAccount, office: RunningOffice, gateway: AskedGateway
) -> None:
    tracked.sent(4)
    gateway.answers = {"1": "delivered", "2": "undelivered No such phone", "3": "expired", "4": "queued"}
    tracked.age(timedelta(minutes=1))
    tracked.follow(lambda: len(gateway.asked) >= 4, lambda: "expired" in office.states())
    assert office.peek("SELECT state, error_code, error_text FROM delivery ORDER BY id") == [
        ("delivered", None, None),
        ("undelivered", "undelivered", "No such phone"),
        ("expired", "expired", None),
        ("accepted", None, None),
    ]
    assert sorted(gateway.asked) == ["1", "2", "3", "4"]


def test_what_has_moved_is_on_disk_before_it_is_told(
    tracked: TrackedAccount, office: RunningOffice, gateway: AskedGateway
) -> None:
    tracked.sent(1)
    tracked.age(timedelta(minutes=1))
    states: list[str] = []
    office.hear = lambda event: states.extend(office.states() if isinstance(event, DeliveriesChanged) else ())
    tracked.follow(lambda: states)
    assert states == ["delivered"]
    assert DeliveriesChanged(1, (1,)) in office.events


def test_before_its_time_nothing_is_asked_and_a_wake_up_changes_nothing_about_that(
    tracked: TrackedAccount, office: RunningOffice, gateway: AskedGateway
) -> None:
    tracked.sent(1)
    tracked.age(-timedelta(minutes=59))  # not for an hour, however slow this machine is
    office.tracker.wake()
    tracked.follow_a_round()
    assert gateway.asked == []


def test_a_sleeping_tracker_is_woken_by_what_is_accepted_later(
    tracked: TrackedAccount, office: RunningOffice, gateway: AskedGateway
) -> None:
    steps = iter(range(1000))

    def sends() -> bool:
        if next(steps) < 3:
            return False
        tracked.sent(1)
        tracked.age(timedelta(minutes=1))
        office.tracker.wake()
        return True

    tracked.follow(sends, lambda: len(gateway.asked) >= 1, lambda: office.states() == ["delivered"])


def test_more_messages_than_a_round_takes_are_asked_about_one_at_a_time_and_each_once(
    tracked: TrackedAccount, office: RunningOffice, gateway: AskedGateway, short_rounds: int
) -> None:
    many = 2 * short_rounds + 2
    tracked.sent(many)
    gateway.most_at_once = 0
    tracked.age(timedelta(minutes=1))
    tracked.follow(lambda: set(office.states()) == {"delivered"})
    assert sorted(map(int, gateway.asked)) == list(range(1, many + 1))
    assert gateway.most_at_once == 1


def test_sending_goes_before_the_questions_that_are_left(
    tracked: TrackedAccount, office: RunningOffice, gateway: AskedGateway
) -> None:
    tracked.sent(5)
    tracked.age(timedelta(minutes=1))
    gateway.paths.clear()
    gateway.hold.clear()

    def sends() -> bool:
        office.send(tracked.account, 2)
        office.database.write(lambda _connection: None)  # done only when the lane has the first of them
        gateway.hold.set()
        return True

    tracked.follow(lambda: len(gateway.asked) >= 1, sends, lambda: len(gateway.asked) >= 5)
    sending = [at for at, path in enumerate(gateway.paths) if "sendsms" in path]
    assert sending == [1, 2]


def test_a_message_of_two_days_is_asked_about_a_last_time(
    tracked: TrackedAccount, office: RunningOffice, gateway: AskedGateway
) -> None:
    tracked.sent(1)
    gateway.says = "queued"
    tracked.age(timedelta(days=3))
    tracked.follow(lambda: len(gateway.asked) >= 1)
    assert office.peek("SELECT state, check_at FROM delivery") == [("accepted", None)]


def test_inviosmart_is_asked_until_it_knows_what_became_of_each_message(
    profile: Profile, gateways: AskedGateways
) -> None:
    office = profile.open_office()
    account = office.account("inviosmart")
    office.send_to(account, [f"+3933300000{ending}" for ending in ("12", "97", "96")])
    office.at_rest(account)
    tracked = TrackedAccount(office, account, gateways)

    def settled() -> bool:
        tracked.age(timedelta(minutes=1))
        office.tracker.wake()
        return office.states() == ["delivered", "undelivered", "expired"]

    tracked.follow(settled)
    assert office.peek("SELECT error_code FROM delivery ORDER BY id") == [None, "64", "128"]
    assert office.peek("SELECT billed_parts, cost FROM delivery") == [(1, "0.050")] * 3
    assert office.peek("SELECT billed, billed_copies FROM announcement") == [("0.150", 3)]
