"""Suggestions of the same kind: rows that were kept back for the same reason, and are likely of the same country."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from smsdesk.domain.frozen import frozen
from smsdesk.domain.people.number_tables import code_of, region_of
from smsdesk.domain.people.written import DOUBT
from smsdesk.domain.phone_numbers import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable

    from smsdesk.domain.recipients.rows import RecipientRow, Seat
    from smsdesk.domain.sentence import Sentence


_TELLING = 9
"""So many digits tell the region; the rest would only keep what was found from being found again."""


class Kind(NamedTuple):
    """What suggestions have in common.

    Attributes:
        region: the ISO region of the numbers, "" for none.
        code: the calling code of the numbers, "965".
        reason: the source text of the sentence that says why the rows need attention, whatever it is filled with.
        doubted: whether it may be no number at all, or somebody who wants no messages.
    """

    region: str
    code: str
    reason: str
    doubted: bool


@frozen
class Alike:
    """The rows with one kind of suggestion.

    Attributes:
        kind: what they have in common.
        problem: what is said of the first of them.
        seats: theirs, in order; never none.
    """

    kind: Kind
    problem: Sentence | None
    seats: tuple[Seat, ...]


def kind_of(row: RecipientRow) -> Kind | None:
    """Give the kind of a row's suggestion; None where it has none."""
    if row.suggestion is None:
        return None
    reason = row.problem.text if row.problem else ""
    digits = row.suggestion.removeprefix("+")
    return Kind(_region_of(digits[:_TELLING]), code_of(digits), reason, row.typed.rstrip().endswith(DOUBT))


@lru_cache(maxsize=4096)
def _region_of(head: str) -> str:
    return region_of(head)


def alike(seats: Iterable[Seat]) -> tuple[Alike, ...]:
    """Give all suggestions, those of the same kind together: the most first, and what is doubted last."""
    groups: dict[Kind, list[Seat]] = {}
    for seat in seats:
        if seat.verdict is Verdict.ATTENTION and (kind := kind_of(seat.row)) is not None:
            groups.setdefault(kind, []).append(seat)
    found = [Alike(kind, group[0].row.problem, tuple(group)) for kind, group in groups.items()]
    return tuple(sorted(found, key=lambda one: (one.kind.doubted, -len(one.seats))))
