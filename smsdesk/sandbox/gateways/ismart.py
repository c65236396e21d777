"""What both iSmart interfaces have alike: codes up to 16, languages and lengths, the lock, how they write a time."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Final

from smsdesk.domain.segments import Encoding, count_segments, encoding_of

MAX_PARTS: Final = 5
LOGINS_BEFORE_BLOCK: Final = 3
"""Wrong passwords in a row. A blocked login stays so even for the right one: somebody at the gateway has to lift it."""

PUSHED: Final = 1
WRONG_LOGIN: Final = 3
LOW_CREDIT: Final = 4
BLANK: Final = 5
TOO_LONG: Final = 6
NO_NUMBER: Final = 8
INVALID_NUMBER: Final = 9
INVALID_LANGUAGE: Final = 10
BLOCKED: Final = 12
INVALID_REQUEST: Final = 15
INVALID_TIME: Final = 16

_ENGLISH, _ARABIC = "0", "64"
_TIME: Final = re.compile("[0-9]{2}/[0-9]{2}/[0-9]{4} [0-9]{2}:[0-9]{2}:[0-9]{2}")


def parts_of(text: str, language: str) -> int:
    """The parts a text is charged as: after the language that was declared, also where it would have done with less."""
    return count_segments(text, encoding=Encoding.UCS2 if language == _ARABIC else None)


def fits_language(text: str, language: str) -> bool:
    """Whether it is one of the two languages, and the text can be written in it."""
    return language == _ARABIC or (language == _ENGLISH and encoding_of(text) == Encoding.GSM7)


def is_ismart_time(written: str) -> bool:
    """Whether it is an existing `MM/DD/YYYY hh:mm:ss`, hh from 00 to 23."""
    if not _TIME.fullmatch(written):
        return False
    try:
        datetime.strptime(written, "%m/%d/%Y %H:%M:%S")  # noqa: DTZ007 - the wire names no zone
    except ValueError:
        return False
    return True
