"""What an earlier run left in the outbox."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from smsdesk.accounts.account import Account
    from tests.helpers.office import Profile, RunningOffice


def old_and_young(office: RunningOffice, profile: Profile) -> tuple[RunningOffice, Account]:
    """A start that finds an announcement of yesterday and one of a moment ago; the gateway is away."""
    account = office.account()
    office.sandbox.pause()
    office.send(account, 2, "closed tomorrow")
    office.waits(account)
    age(office, timedelta(hours=20))
    office.send(account, 1, "young", first=5)
    return profile.open_again(office), account


def age(office: RunningOffice, by: timedelta) -> None:
    """Everything in the outbox was confirmed so long ago; less than nothing is in the future."""
    then = (datetime.now(UTC) - by).isoformat(timespec="microseconds")
    office.sql("UPDATE announcement SET leaves_at = ?", then)
