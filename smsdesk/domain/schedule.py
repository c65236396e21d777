"""A time that somebody picks on a clock on the wall, and the moment that is meant."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from smsdesk.domain.errors import UserFacingError
from smsdesk.domain.sentence import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from datetime import tzinfo

_PAST = QT_TRANSLATE_NOOP("schedule", "The time that you chose has passed.")
_LATER = QT_TRANSLATE_NOOP("schedule", "Choose a later one, or send now.")
_SKIPPED = QT_TRANSLATE_NOOP("schedule", "There is no such time on that day: the clocks are put forward over it.")
_OTHER = QT_TRANSLATE_NOOP("schedule", "Choose a time before or after that hour.")


def moment_of(picked: datetime, now: datetime, zone: tzinfo | None = None) -> datetime:
    """The moment that a picked local time means.

    Args:
        picked: what the clock on the wall shall say; without a zone. Of a time that comes twice, the first is meant.
        now: the present moment, aware.
        zone: the local time zone; None for this computer's.

    Returns:
        The moment in UTC.

    Raises:
        UserFacingError: the time has passed, or daylight saving skips it.
    """
    local = picked.replace(tzinfo=zone) if zone else picked.astimezone()
    moment = local.astimezone(UTC)
    if moment.astimezone(zone).replace(tzinfo=None) != picked:
        raise UserFacingError(_SKIPPED, _OTHER)
    if moment <= now:
        raise UserFacingError(_PAST, _LATER)
    return moment


def wall_clock(moment: datetime, zone_name: str) -> datetime | None:
    """What the gateway's clock says at a moment; None where it says the same as the clock here."""
    from zoneinfo import ZoneInfo  # it looks for the zones of this computer, and few gateways have one

    there = moment.astimezone(ZoneInfo(zone_name))
    same = there.utcoffset() == moment.astimezone().utcoffset()
    return None if same else there.replace(tzinfo=None)


def next_full_hour(now: datetime) -> datetime:
    """The next full hour on the clock here, without a zone: what a time picker offers first."""
    local = now.astimezone().replace(minute=0, second=0, microsecond=0, tzinfo=None)
    return local + timedelta(hours=1)
