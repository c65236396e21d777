"""Finding announcements by their text, and by the names and numbers of the people they were for."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from sqlalchemy import or_, select

from smsdesk.domain.frozen import frozen
from smsdesk.store.schema import announcement, delivery

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Column, ColumnElement

    from smsdesk.store.database import Database

_AT_ONCE = 20_000
"""Deliveries looked through in one read: whoever shows pages waits no longer than for these."""

_MOST_OF_ONE = 200
_LEAST_DIGITS = 3
_NUMBER = re.compile(r"[+(]*[\d\s().+\-/\u2010-\u2015\u2066-\u2069\u200e\u200f]+")


@frozen
class Wanted:
    """What is searched for.

    Attributes:
        words: as typed, without the space around it.
        digits: either of these a phone number shall hold, in Western digits: as typed, and without the zeros that stand
            before a country's code or its own numbers; none where no number was typed.
    """

    words: str
    digits: tuple[str, ...]

    @classmethod
    def of(cls, typed: str) -> Wanted:
        """Read what was typed: a number in digits of any kind, with or without its country code."""
        words = " ".join(typed.split())
        if not _NUMBER.fullmatch(words):
            return cls(words, ())
        typed_digits = "".join(str(unicodedata.digit(char)) for char in words if char.isdecimal())
        either = {typed_digits, typed_digits.removeprefix("0"), typed_digits.removeprefix("00")}
        return cls(words, tuple(sorted(digits for digits in either if len(digits) >= _LEAST_DIGITS)))


@frozen
class Found:
    """What a step of a search found.

    Attributes:
        ids: announcements, newest first; one may be found again by the next step.
        below: where the next step goes on; 0 when everything was looked through.
        through: announcements above this id have been looked through.
    """

    ids: Sequence[int]
    below: int
    through: int


class HistorySearch:
    """Looks through the history of one profile, newest first, in steps that are short; for any thread."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def texts(self, wanted: Wanted) -> list[int]:
        """The announcements that say this, newest first."""
        query = (
            select(announcement.c.id)
            .where(_holds(announcement.c.text, wanted.words))
            .order_by(announcement.c.id.desc())
        )
        with self._database.reading() as connection:
            return list(connection.scalars(query))

    def people(self, wanted: Wanted, below: int | None = None) -> Found:
        """The announcements for people of this name or number, in one piece of the history.

        Args:
            wanted: who.
            below: what the step before gave; None to begin.
        """
        with self._database.reading() as connection:
            newest = select(delivery.c.id).order_by(delivery.c.id.desc()).limit(1)
            top = below if below is not None else (connection.scalar(newest) or 0) + 1
            bottom = max(top - _AT_ONCE, 0)
            query = (
                select(delivery.c.announcement_id)
                .where(delivery.c.id < top, delivery.c.id >= bottom, _meant(wanted))
                .distinct()
            )
            lowest = select(delivery.c.announcement_id).where(delivery.c.id >= bottom).order_by(delivery.c.id).limit(1)
            through = connection.scalar(lowest) or 0
            return Found(sorted(connection.scalars(query), reverse=True), bottom, through)

    def those_of(self, announcement_id: int, wanted: Wanted, limit: int = _MOST_OF_ONE) -> list[int]:
        """The deliveries of one announcement that are for people of this name or number, the first ones of many."""
        own = (delivery.c.announcement_id == announcement_id, _meant(wanted))
        with self._database.reading() as connection:
            return list(connection.scalars(select(delivery.c.id).where(*own).order_by(delivery.c.id).limit(limit)))


def _meant(wanted: Wanted) -> ColumnElement[bool]:
    """Whether a delivery's name or number is what is searched for."""
    numbers = (delivery.c.number.contains(digits, autoescape=True) for digits in wanted.digits)
    return or_(_holds(delivery.c.name, wanted.words), *numbers)


def _holds(column: Column[str], words: str) -> ColumnElement[bool]:
    """Whether a text holds these words; SQLite itself knows capitals of the English alphabet only."""
    spellings = {words, words.lower(), words.upper(), words.title()}
    if words.isascii() or len(spellings) == 1:
        return column.icontains(words, autoescape=True)
    return or_(*(column.icontains(each, autoescape=True) for each in sorted(spellings)))
