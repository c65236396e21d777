"""What was wrong is mended while the tracker runs: a login that was changed, a clock that was put right."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from tests.helpers.office import PASSWORD
from tests.helpers.wall_clock import set_clocks

if TYPE_CHECKING:
    from tests.helpers.asked_gateway import AskedGateway, TrackedAccount
    from tests.helpers.office import RunningOffice


@pytest.mark.parametrize("people", [1, 4])
def test_a_password_that_was_put_right_is_asked_with_at_once(
    tracked: TrackedAccount, office: RunningOffice, gateway: AskedGateway, people: int
) -> None:
    tracked.sent(people)
    gateway.says = "login"
    tracked.age(timedelta(minutes=1))

    def mends() -> bool:
        gateway.says = "delivered"
        office.tracker.account_changed(office.save(tracked.account, PASSWORD))
        return True

    tracked.follow(office.accounts.refused, lambda: not office.tracker._asking, mends, lambda: _all_arrived(office))
    assert len(gateway.asked) == people + 1


def test_a_password_that_was_put_right_while_the_refusal_came_is_asked_with_at_once(
    tracked: TrackedAccount, office: RunningOffice, gateway: AskedGateway
) -> None:
    tracked.sent(2)
    gateway.says = "login"
    gateway.hold.clear()
    tracked.age(timedelta(minutes=1))

    def mends() -> bool:
        office.tracker.account_changed(office.save(tracked.account, f"{PASSWORD}, the new one"))
        gateway.says = "delivered"
        gateway.hold.set()
        return True

    tracked.follow(lambda: gateway.asked, mends, lambda: _all_arrived(office))
    assert gateway.asked[0] in gateway.asked[1:]


def test_what_was_accepted_while_the_clock_was_a_year_ahead_is_asked_about_when_it_was_put_right(
    tracked: TrackedAccount, office: RunningOffice, gateway: AskedGateway, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as ahead:
        set_clocks(ahead, timedelta(days=365))
        tracked.sent(2)
    gateway.answers = {"1": "queued"}
    tracked.follow(lambda: office.states() == ["accepted", "delivered"])
    assert gateway.asked == ["1", "2"]
    check_at = office.peek("SELECT julianday(check_at) - julianday() FROM delivery WHERE check_at IS NOT NULL")
    assert [0 < 24 * days <= 1 for days in check_at] == [True]


def _all_arrived(office: RunningOffice) -> bool:
    return set(office.states()) == {"delivered"}
