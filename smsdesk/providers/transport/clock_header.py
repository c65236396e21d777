"""What the head of an answer tells of this computer's clock."""

from __future__ import annotations

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import timedelta


def clock_ahead_of(headers: Mapping[str, str]) -> timedelta | None:
    """By how much this computer's clock is ahead of the gateway's; None where that is not told.

    What a cache kept tells nothing (RFC 9110, section 6.6.1; RFC 9111, section 5.1).
    """
    if "Age" in headers:
        return None
    try:
        there = parsedate_to_datetime(headers.get("Date", ""))
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return None if there.tzinfo is None else datetime.now(UTC) - there
