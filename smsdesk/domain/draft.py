"""The announcement that is being written."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

from smsdesk.domain.frozen import frozen

if TYPE_CHECKING:
    from datetime import datetime


class Written(Protocol):
    """Somebody on the list: what was typed, whether its suggestion was taken, and what came along."""

    @property
    def typed(self) -> str:
        """The number as it was written."""

    @property
    def name(self) -> str:
        """Empty when there is none."""

    @property
    def accepted(self) -> bool:
        """Whether the suggestion that came with it was taken."""

    @property
    def fields(self) -> tuple[tuple[str, str], ...]:
        """(header, text) of the other cells that it came with."""


class DraftPerson(NamedTuple):
    """A row of the list as a draft keeps it, bad ones too.

    Attributes:
        typed: the number as it was written.
        name: "" when there is none.
        accepted: whether the suggestion that came with it was taken.
        fields: (header, text) of the other cells that it came with.
    """

    typed: str
    name: str = ""
    accepted: bool = False
    fields: tuple[tuple[str, str], ...] = ()


@frozen
class Draft:
    """An unsent announcement.

    `pending` is what stands in the paste box and has not been added yet; `send_at` is the picked local time, without
    a zone.
    """

    account_id: str | None = None
    sender: str = ""
    text: str = ""
    people: tuple[Written, ...] = ()
    pending: str = ""
    send_at: datetime | None = None

    @property
    def is_written(self) -> bool:
        """Whether there is anything in it that somebody would miss."""
        return bool(self.text.strip() or self.people or self.pending)


@frozen
class KeptDraft:
    """A draft that something else took the place of, as a list shows it.

    Attributes:
        id: the store's own number of it.
        kept_at: since when it is kept (UTC).
        account_id: whose it was.
        text: what was written; where that is nothing, what stood in the paste box.
        people: how many rows were on its list.
    """

    id: int
    kept_at: datetime
    account_id: str | None
    text: str
    people: int
