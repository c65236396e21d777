"""Who an announcement goes to, as the confirmation says it: where they are, and whom each caution means."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from smsdesk.domain.frozen import frozen
from smsdesk.domain.people.number_tables import code_in, region_of

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable

    from smsdesk.domain.announcement import Recipient
    from smsdesk.domain.phone_numbers import ReadNumber
    from smsdesk.domain.recipients.rows import Identity, RecipientRow
    from smsdesk.domain.sentence import Sentence


class Listed(NamedTuple):
    """Somebody as a list shows them.

    Attributes:
        name: "" when there is none.
        number: E.164; where nothing is sent, what was typed.
        said: what is to be known of this row; None for nothing.
    """

    name: str
    number: str
    said: Sentence | None


@frozen
class Audience:
    """Who gets an announcement.

    Attributes:
        people: all of them, in the order of the list.
        left_out: rows of the list that nothing is sent to, because they need attention first.
        repaired: those of the people whose number was mended.
        odd: those whose number looks odd, and is sent to all the same.
        abroad: those whose number is not of the account's country; nobody where the account has none.
        regions: how many are in each ISO region, "" for numbers of no country, the most first.
    """

    people: tuple[Listed, ...]
    left_out: tuple[Listed, ...]
    repaired: tuple[Listed, ...]
    odd: tuple[Listed, ...]
    abroad: tuple[Listed, ...]
    regions: tuple[tuple[str, int], ...]

    def without(self, numbers: Collection[str]) -> Audience:
        """The same without these E.164 numbers."""

        def rest(people: tuple[Listed, ...]) -> tuple[Listed, ...]:
            return tuple(each for each in people if each.number not in numbers)

        people = rest(self.people)
        return Audience(
            people, self.left_out, rest(self.repaired), rest(self.odd), rest(self.abroad), _regions(people)
        )  # fmt: skip


def audience(recipients: Iterable[Recipient], rows: Iterable[RecipientRow], country: str) -> Audience:
    """Tell who gets an announcement; for a long list this takes a moment, and is not for the window's thread.

    Args:
        recipients: who it is sent to.
        rows: the list that they were taken from; empty where there was none.
        country: the account's ISO region, "" for none.
    """
    read: dict[str, ReadNumber] = {}
    left_out: dict[Identity, Listed] = {}
    for row in rows:
        if row.number is None:
            left_out.setdefault(row.identity, Listed(row.name, row.typed, row.problem))
        else:
            read.setdefault(row.number, row.read)
    people = tuple(
        Listed(each.name, each.number, found.note if (found := read.get(each.number)) else None) for each in recipients
    )

    def those(belongs: Callable[[str], object]) -> tuple[Listed, ...]:
        return tuple(each for each in people if belongs(each.number))

    home = f"+{code_in(country)}"
    repaired = those(lambda number: (found := read.get(number)) and found.repair)
    odd = those(lambda number: (found := read.get(number)) and found.warning)
    abroad = those(lambda number: not number.startswith(home)) if home != "+" else ()
    return Audience(people, tuple(left_out.values()), repaired, odd, abroad, _regions(people))


def _regions(people: Iterable[Listed]) -> tuple[tuple[str, int], ...]:
    return tuple(Counter(region_of(each.number[1:]) for each in people).most_common())
