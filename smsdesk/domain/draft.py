"""The announcement that is being written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime


@dataclass(frozen=True, slots=True)
class Draft:
    """An unsent announcement: the people are (what was typed, name), bad rows too.

    `pending` is what stands in the paste box and has not been added yet; `send_at` is the picked local time, without
    a zone.
    """

    account_id: str | None = None
    sender: str = ""
    text: str = ""
    people: tuple[tuple[str, str], ...] = ()
    pending: str = ""
    send_at: datetime | None = None
