"""What becomes of a message once a gateway has accepted it, which the number it goes to decides."""

from __future__ import annotations

from enum import StrEnum
from typing import Final


class Fate(StrEnum):
    """How an accepted message ends."""

    DELIVERED = "delivered"
    UNDELIVERED = "undelivered"
    EXPIRED = "expired"


_ENDINGS: Final = {"97": Fate.UNDELIVERED, "96": Fate.EXPIRED}


def fate_of(number: str) -> Fate:
    """How messages to this number end: it never takes any (ends on 97), is switched off for good (96), or takes all."""
    return _ENDINGS.get(number[-2:], Fate.DELIVERED)
