"""What the user changed about a table, found again when a file with the same headers comes.

Nothing of the people is kept, nor of the headers themselves: only a digest that tells whether they are the same.
"""

from __future__ import annotations

import hashlib
from itertools import islice
from typing import TYPE_CHECKING

from smsdesk.domain.people.columns import AS_RECOGNISED, TOP, TableChoice, find_header
from smsdesk.domain.people.header_words import Role, plain_header

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from smsdesk.domain.people.table import Row

MOST_KEPT = 60
_MOST_COLUMNS = 80

_HEADED, _NOT_HEADED = "header", "no header"


def remembered(kept: Mapping[str, str], rows: Sequence[Row]) -> TableChoice | None:
    """Give what was chosen for a table with the same headers; None where nothing was."""
    for row in top_rows(rows):
        found = kept.get(_key(row))
        if found is not None and (choice := _read(found, row)) is not None:
            return choice
    return None


def with_choice(kept: Mapping[str, str], rows: Sequence[Row], choice: TableChoice, country: str) -> dict[str, str]:
    """Give what is kept from now on, so that `remembered` finds this choice; the oldest goes where there are too many.

    Args:
        kept: what is kept so far, oldest first.
        rows: of the table.
        choice: the user's; what is recognised anyhow needs nothing kept.
        country: ISO region that it was read for.
    """
    top = list(top_rows(rows))
    place = find_header([[cell.text for cell in row.cells] for row in top], country)
    recognised = top[place].number if place is not None else 0
    heads = choice.header_row or recognised
    row = next((row for row in top if row.number == heads), None)
    found = remembered(kept, rows)
    gone = {_key(each) for each in top} if found is not None else set()
    left = {key: value for key, value in kept.items() if key not in gone}
    same = choice.roles is None and choice.header_row in (None, recognised)
    if row is None or same or len(choice.roles or ()) > _MOST_COLUMNS:
        return left
    heading = _NOT_HEADED if choice.header_row == 0 else _HEADED
    left[_key(row)] = "|".join([heading, *(role.value for role in choice.roles or ())])
    return dict(islice(left.items(), max(len(left) - MOST_KEPT, 0), None))


def top_rows(rows: Sequence[Row]) -> Iterator[Row]:
    """Give the rows that a header may stand in."""
    return islice((row for row in rows if not row.blank), TOP)


def _key(row: Row) -> str:
    headers = "\n".join(plain_header(cell.text) for cell in row.cells).rstrip("\n")
    return hashlib.sha256(headers.encode("utf-8", "surrogatepass")).hexdigest()[:20]


def _read(text: str, row: Row) -> TableChoice | None:
    """Give a choice as it was kept; None for what a person wrote there."""
    heading, *values = text.split("|")
    try:
        roles = tuple(map(Role, values)) or None
    except ValueError:
        return None
    choice = TableChoice(0 if heading == _NOT_HEADED else row.number, roles)
    return None if choice == AS_RECOGNISED else choice
