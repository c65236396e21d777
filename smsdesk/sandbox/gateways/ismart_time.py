"""How both iSmart interfaces write the time of a scheduled message."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Final

_TIME: Final = re.compile("[0-9]{2}/[0-9]{2}/[0-9]{4} [0-9]{2}:[0-9]{2}:[0-9]{2}")


def is_ismart_time(written: str) -> bool:
    """Whether it is an existing `MM/DD/YYYY hh:mm:ss`, hh from 00 to 23."""
    if not _TIME.fullmatch(written):
        return False
    try:
        datetime.strptime(written, "%m/%d/%Y %H:%M:%S")  # noqa: DTZ007 - the wire names no zone
    except ValueError:
        return False
    return True
