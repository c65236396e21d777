"""Pasted text taken apart into people, whatever it is: a list, a column, a table, a chat, contacts, vCards.

No row is invented and none vanishes: every line is a person, or is known to be nobody (a header, a title, a total,
nothing at all).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from smsdesk.domain.people.cards import cards_in, holds_cards, read_cards
from smsdesk.domain.people.characters import without_entities
from smsdesk.domain.people.columns import find_header
from smsdesk.domain.people.entries import Entry, People, with_repeats
from smsdesk.domain.people.header_words import TOTALS, exact_role, plain_header
from smsdesk.domain.people.lines import people_of
from smsdesk.domain.people.records import DELIMITERS, records_of
from smsdesk.domain.people.table import read_table, rows_of
from smsdesk.domain.people.written import NO_NUMBER
from smsdesk.domain.phone_numbers import ReadNumber

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from smsdesk.domain.people.entries import Progress
    from smsdesk.domain.people.lines import Found

    Told = Callable[[int, int], None]

_HEADER_WITHIN = 4  # lines
_TOLD_EVERY = 250  # lines


def split_pasted(text: str, country: str = "", told: Told | None = None) -> list[Entry]:
    """Give the people of a pasted text, repeats among them not marked; never raises.

    A line may hold one person ("Amal Said +968 9000 0012", a row of a spreadsheet, "90000012, Amal") or many
    ("90000012 90000031; 90000045"). A name without any number becomes a row of its own.

    Args:
        text: whatever was pasted.
        country: ISO region whose local numbers help to tell "9000 0012" from "90000012 90000031".
        told: called now and then with how many lines of how many have been read; what it raises comes out here.
    """
    return list(_people_of(text, country, told).entries)


def read_pasted(text: str, country: str = "") -> People:
    """Read a pasted text; never raises."""
    people = _people_of(text, country)
    return People(with_repeats(people.entries), people.columns, people.nobody)


def _people_of(text: str, country: str, told: Told | None = None) -> People:
    text = without_entities(text)
    if "BEGIN" in text[:65536].upper() and holds_cards(text):
        return read_cards(cards_in(text.encode("utf-8", "replace")), country)
    delimiter = _delimiter_of_table(text, country)
    if delimiter:
        return read_table(rows_of(records_of(text, delimiter)), country, progress=_share_of(text, told))
    if '"' in text and (quoted := _quoted(text)):
        return _lines(quoted, country, told)
    return _lines(text.splitlines(), country, told)


def _delimiter_of_table(text: str, country: str) -> str:
    """Give what parts the cells of a table with a header; "" where there is no header."""
    top = [line for line in text[:20_000].splitlines()[:40] if line.strip()][:_HEADER_WITHIN]
    for delimiter in DELIMITERS:
        rows = [line.split(delimiter) for line in top if delimiter in line]
        if rows and find_header([[cell.strip('" ') for cell in row] for row in rows], country) is not None:
            return delimiter
    return ""


def _quoted(text: str) -> list[str]:
    """Join the lines of quoted cells that go over several lines; empty where no cell does."""
    if not re.search(r'(?:^|[\t,;|])"[^"\n]*\n', text, re.MULTILINE):
        return []
    delimiter = max(DELIMITERS, key=text.count)
    return [delimiter.join(" ".join(cell.split()) for cell in record) for record in records_of(text, delimiter)]


def _lines(lines: list[str], country: str, told: Told | None) -> People:
    """Read lines, each by itself; a name and a number that stand in turns belong together."""
    found = [people_of(line, country) for line in _counted(lines, told)]
    nobody = [row for row, people in enumerate(found, 1) if not people]
    entries: list[Entry] = []
    turns = _in_turns([people for people in found if people])
    name, waits = "", False
    for row, (line, people) in enumerate(zip(lines, found, strict=True), 1):
        if people and _is_nobody(line, people, first=not (entries or waits or turns), more=row < len(lines)):
            nobody.append(row)
            continue
        if turns and len(people) == 1 and not people[0].typed:
            name, waits = people[0].name, True
            nobody.append(row)  # it is told with the number below it
            continue
        for one in people:
            read = one.read if one.typed else ReadNumber(None, NO_NUMBER)
            entries.append(Entry(row, one.name or name, one.typed, read))
        name, waits = ("", False) if people else (name, waits)
    return People(tuple(entries), nobody=tuple(sorted(nobody)))


def _share_of(text: str, told: Told | None) -> Progress:
    lines = text.count("\n") + 1
    return lambda share: told(round(share * lines), lines) if told else None


def _counted(lines: list[str], told: Told | None) -> Iterable[str]:
    for done, line in enumerate(lines):
        if told and not done % _TOLD_EVERY:
            told(done, len(lines))
        yield line


def _in_turns(found: list[list[Found]]) -> bool:
    """Whether names and numbers stand on lines of their own, a name above each number."""
    if len(found) < 2 or len(found) % 2 or any(len(people) != 1 for people in found):
        return False
    pairs = zip(found[::2], found[1::2], strict=True)
    return all(above.name and not above.typed and below.typed and not below.name for (above,), (below,) in pairs)


def _is_nobody(line: str, people: list[Found], *, first: bool, more: bool) -> bool:
    """Whether a line without any number is a header, a title or a total."""
    if any(one.read.number or one.read.suggestion for one in people):
        return False
    words = [word for word in re.split(r"[,;|\t:،؛]", line) if word.strip()]
    if words and plain_header(re.sub(r"\d+", "", words[0])) in TOTALS:
        return True
    if any(one.typed for one in people) or not (first and more):
        return False
    return bool(words) and (all(exact_role(word) for word in words) or line.rstrip().endswith(":"))
