"""A queue that was told to stop: what is on its way is the last, and the stop holds at the next start."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from smsdesk.domain.errors import UserFacingError
from smsdesk.privacy.secret import Secret
from smsdesk.services.lanes import Urgency
from smsdesk.services.sending.queue.progress import QueueState
from tests.helpers.office import PASSWORD
from tests.helpers.patience import PATIENCE_S
from tests.helpers.profile.disk import refusing_disk

if TYPE_CHECKING:
    from collections.abc import Callable

    from smsdesk.accounts.account import Account
    from tests.helpers.held_gateway import HeldGateways
    from tests.helpers.office import Profile, RunningOffice
    from tests.helpers.timers import HeldTimers


def _the_program_is_closed(office: RunningOffice, account: Account) -> None:
    office.sender.stop_here().result(PATIENCE_S)


def _the_disk_refuses_a_stop(office: RunningOffice, account: Account) -> None:
    with refusing_disk(office.database), pytest.raises(UserFacingError):
        office.sender.stop(account).result(PATIENCE_S)


def _the_disk_refuses_an_undo(office: RunningOffice, account: Account) -> None:
    other = office.send(account, 1, "other", first=20, countdown_s=30)
    with refusing_disk(office.database), pytest.raises(UserFacingError):
        office.sender.undo(account, other).result(PATIENCE_S)


@pytest.mark.parametrize(
    "tell",
    [_the_program_is_closed, _the_disk_refuses_a_stop, _the_disk_refuses_an_undo],
    ids=lambda tell: tell.__name__,
)
def test_after_it_was_told_to_stop_the_request_under_way_is_the_last_though_it_succeeds(
    office: RunningOffice, held_gateways: HeldGateways, tell: Callable[[RunningOffice, Account], None]
) -> None:
    gateway = held_gateways.start()
    account = office.account(address=gateway.address)
    office.send(account, 3)
    gateway.next_request()
    tell(office, account)
    gateway.answer_now(100)
    office.until(lambda: not office.sender.sending())
    office.lanes.of(account.login).do(lambda _http: None, Urgency.BALANCE).result(PATIENCE_S)  # the step is over
    assert office.sender.progress(account.id).state is QueueState.STOPPED
    assert office.states()[:3] == ["accepted"] + ["queued"] * 2
    assert len(gateway.targets) == 1


def test_a_stop_for_want_of_a_password_waits_for_continue_at_the_next_start_too(
    office: RunningOffice, profile: Profile
) -> None:
    account = office.account(password=None)
    office.send(account, 2)
    assert office.at_rest(account).state is QueueState.STOPPED
    profile.vault.put(account.id, Secret(PASSWORD))
    again = profile.open_again(office, starts=True)
    assert again.at_rest(account).state is QueueState.STOPPED
    assert again.requests("send") == 0
    again.sender.resume(account)
    again.at_rest(account)
    assert again.states() == ["accepted"] * 2


def test_what_half_an_hour_could_not_send_waits_for_continue_at_the_next_start_too(
    office: RunningOffice, profile: Profile, timers: HeldTimers, monkeypatch: pytest.MonkeyPatch
) -> None:
    account = office.account()
    office.sandbox.close()
    office.send(account, 2)
    office.waits(account)
    with monkeypatch.context() as half_an_hour_later:
        half_an_hour_later.setattr("smsdesk.services.sending.queue.queue_runner.STALE_AFTER", timedelta(0))
        timers.go_off()
        assert office.at_rest(account).state is QueueState.STOPPED
    office.sandbox.start()
    again = profile.open_again(office, starts=True)
    assert again.at_rest(account).state is QueueState.STOPPED
    assert again.requests("send") == 0
