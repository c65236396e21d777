"""Whether this computer's clock agrees with the gateways': its zone set wrongly, or hours off, nobody notices."""

from __future__ import annotations

import threading
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from smsdesk.domain.sentence import QT_TRANSLATE_NOOP
from smsdesk.services.events import ClockDiffers

if TYPE_CHECKING:
    from smsdesk.domain.sentence import Sentence
    from smsdesk.services.events import Publish

TOLERATED: Final = timedelta(minutes=2)

_AHEAD = QT_TRANSLATE_NOOP(
    "clock_check",
    "The clock of this computer is {hours} h {minutes} min ahead of the gateway's. Set its time and time zone right: "
    "else a message for later leaves at another time, and the history shows wrong times.",
)
_BEHIND = QT_TRANSLATE_NOOP(
    "clock_check",
    "The clock of this computer is {hours} h {minutes} min behind the gateway's. Set its time and time zone right: "
    "else a message for later leaves at another time, and the history shows wrong times.",
)


class ClockCheck:
    """Compares with what each gateway says, and tells once by how much the clocks differ; used from any thread.

    Args:
        publish: told where they differ by more than `TOLERATED`, and again when the difference has changed so much.
    """

    def __init__(self, publish: Publish) -> None:
        self._publish = publish
        self._told: dict[str, timedelta] = {}
        self._lock = threading.Lock()

    def heard(self, address: str, ahead: timedelta) -> None:
        """By how much this computer's clock is ahead of the gateway's at this address; negative where it is behind."""
        with self._lock:
            if abs(ahead) <= TOLERATED:
                self._told.pop(address, None)
                return
            told = self._told.get(address)
            if told is not None and abs(ahead - told) <= TOLERATED:
                return
            self._told[address] = ahead
        self._publish(ClockDiffers(ahead))


def clock_told(ahead: timedelta) -> Sentence:
    """What the user reads of it."""
    minutes = round(abs(ahead) / timedelta(minutes=1))
    return (_AHEAD if ahead > timedelta(0) else _BEHIND).fill(hours=minutes // 60, minutes=minutes % 60)
