"""What each column of a table holds: told by its header, in English and Arabic, and by what stands in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from smsdesk.domain.frozen import frozen
from smsdesk.domain.people.entries import Column
from smsdesk.domain.people.header_words import Role, exact_role, role_of
from smsdesk.domain.people.lines import people_of
from smsdesk.domain.phone_numbers import read_number

if TYPE_CHECKING:
    from collections.abc import Sequence

# A header stands near the top, below a title and the like.
TOP = 12
_MOST = 0.5
_SHORTEST = 5  # digits


@frozen
class TableChoice:
    """What the user chose of a table.

    Attributes:
        header_row: the row that heads the columns, as a spreadsheet counts; 0 for none, None for what is recognised.
        roles: what each column holds, from the first on; None for what is recognised. Of several numbers in a row each
            is a person, but for those that only stand in where the others are empty.
    """

    header_row: int | None = None
    roles: tuple[Role, ...] | None = None


AS_RECOGNISED = TableChoice()


class _Content(NamedTuple):
    """What stands in a column, each as the share of its filled cells."""

    certain: float = 0  # known mobiles, and numbers with their country code
    sent: float = 0  # numbers that could be sent to
    digits: float = 0
    words: float = 0
    filled: int = 0


def find_header(rows: Sequence[Sequence[str]], country: str) -> int | None:
    """Give the place of the row that heads the columns; None without one."""
    for place, row in enumerate(rows[:TOP]):
        filled = [text for text in row if text.strip()]
        roles = [role_of(text) for text in filled]
        known = sum(role is not None for role in roles)
        exact = sum(exact_role(text) is not None for text in filled)
        if not exact or known * 2 < len(filled) or not _tells(roles):
            continue
        if not any(one.read.number for text in filled for one in people_of(text, country)):
            return place
    return None


def _tells(roles: list[Role | None]) -> bool:
    return Role.NUMBER in roles or (Role.NAME in roles and len(roles) > 1) or roles == [Role.NAME]


def columns_of(rows: Sequence[Sequence[str]], head: int | None, country: str) -> tuple[Column, ...]:
    """Give the columns of a table by their header and, where that doesn't tell, by their content."""
    width = max(map(len, rows), default=0)
    headers = [text.strip() for text in rows[head]] if head is not None else []
    headers += [""] * (width - len(headers))
    body = rows[head + 1 if head is not None else 0 :]
    content = [_content([row[at] for row in body if at < len(row)], country) for at in range(width)]
    roles = [role_of(header) if header else None for header in headers]
    if Role.NUMBER not in roles:
        for at in _number_columns(content, roles):
            roles[at] = Role.NUMBER
    else:
        _drop_places(roles, content)
    if Role.NAME not in roles:
        words = (at for at in range(width) if roles[at] is None and content[at].words >= _MOST)
        if (first := next(words, None)) is not None:
            roles[first] = Role.NAME
    return tuple(
        Column(at + 1, header, role or Role.OTHER) for at, (header, role) in enumerate(zip(headers, roles, strict=True))
    )


def with_roles(columns: tuple[Column, ...], chosen: Sequence[Role] | None) -> tuple[Column, ...]:
    """Give the columns as the user wants them; those that nothing was chosen for hold what they hold."""
    if chosen is None:
        return columns
    roles = [*chosen[: len(columns)], *(column.role for column in columns[len(chosen) :])]
    return tuple(Column(column.column, column.header, role) for column, role in zip(columns, roles, strict=True))


def _number_columns(content: list[_Content], roles: list[Role | None]) -> list[int]:
    free = [
        at
        for at, role in enumerate(roles)
        if role is None or (role is Role.NAME and content[at].words < _MOST and content[at].sent >= _MOST)
    ]
    for share in ("certain", "sent"):
        found = [at for at in free if getattr(content[at], share) >= _MOST]
        if found:
            return found
    return [at for at in free if content[at].sent > 0 and content[at].digits >= _MOST]


def _drop_places(roles: list[Role | None], content: list[_Content]) -> None:
    """Tell a column that counts the rows from one of numbers, though its header may mean both."""
    numbers = [at for at, role in enumerate(roles) if role is Role.NUMBER]
    if any(content[at].sent >= _MOST for at in numbers):
        for at in numbers:
            if content[at].filled and content[at].digits == 0 and content[at].words == 0:
                roles[at] = Role.OTHER


def _content(texts: list[str], country: str) -> _Content:
    filled = [text.strip() for text in texts if text.strip()]
    if not filled:
        return _Content()
    certain = sent = digits = words = 0
    for text in filled:
        read = read_number(text, country)
        one = read if read.number else next((one.read for one in people_of(text, country) if one.read.number), read)
        alone = one is read or not any(char.isalpha() for char in text)
        certain += one.certain and alone
        sent += (one.number is not None) and alone
        digits += sum(map(str.isdecimal, text)) >= _SHORTEST
        words += sum(map(str.isalpha, text)) * 2 > len(text)
    return _Content(certain / len(filled), sent / len(filled), digits / len(filled), words / len(filled), len(filled))
