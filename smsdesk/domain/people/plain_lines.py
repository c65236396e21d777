"""The lines that most pastes are made of, read without looking any closer: one known number, with a name or without.

Whatever is not plain in every respect is left to `lines`.
"""

from __future__ import annotations

import re

from smsdesk.domain.people.header_words import CURRENCIES, LABELS_NUMBER, NO_NUMBER_BEHIND
from smsdesk.domain.people.number_tables import written_lengths
from smsdesk.domain.phone_numbers import ReadNumber, read_number

_NAME = r"[^\W\d_][^\d@:;,|\t\n<>=\"+(\[{/\\،؛，；、¦?&$€£¥₹*#]*"
_NUMBER = r"\+?[0-9](?:[ -]?[0-9]){6,14}"
_NAME_FIRST = re.compile(rf"(?P<name>{_NAME})?(?P<edge>[\t,;:<|]?) ?(?P<number>{_NUMBER})>?\s*")
_NUMBER_FIRST = re.compile(rf"(?P<number>{_NUMBER}) ?(?P<edge>[\t,;:|]| -) ?(?P<name>{_NAME})")
_ONLY_NUMBERS = re.compile(r"[0-9+][0-9 ,;+]{14,}")
_EDGE = re.compile(r"[,;]| (?=\+)")  # a plus begins another number
_WORDS = re.compile(r"[^\W\d_]+")
_SAYS_MORE = NO_NUMBER_BEHIND | LABELS_NUMBER | CURRENCIES
_LONGEST = 15  # digits of one number

Plain = tuple[str, str, ReadNumber]


def plain_line(line: str, country: str) -> Plain | None:
    """Give name, number and reading of a line that can't mean anything else; None for any other line."""
    found = _NAME_FIRST.fullmatch(line)
    if found is None:
        found = _NUMBER_FIRST.fullmatch(line)
    elif found["name"] and not (found["edge"] or found["name"][-1] == " "):
        return None
    if found is None or ("<" in line) != (">" in line):
        return None
    name, number = found["name"] or "", found["number"]
    read = read_number(number, country)
    if read.number is None or (" " in number and (read.repair or not read.known)):
        return None
    if name:
        words = _WORDS.findall(name)
        if not _SAYS_MORE.isdisjoint({words[0].casefold(), words[-1].casefold()}):
            return None
    return name, number, read


def plain_list(line: str, country: str) -> list[Plain]:
    """Give the numbers of a line that holds nothing but known ones, one after the other; empty for any other line."""
    if not _ONLY_NUMBERS.fullmatch(line):
        return []
    lengths = written_lengths(country)
    found: list[Plain] = []
    for cell in _EDGE.split(line):
        groups = cell.split()
        if "+" in cell:
            number = " ".join(groups)
            read = read_number(number, country)
            if not number.startswith("+") or not read.mobile or read.note:
                return []
            found.append(("", number, read))
            continue
        if len(groups) > 1 and sum(map(len, groups)) <= _LONGEST:
            whole = read_number(" ".join(groups), country)
            if whole.suggestion or whole.number:
                return []
        start = digits = 0
        for end, group in enumerate(groups, 1):
            digits += len(group)
            if digits in lengths:
                number = " ".join(groups[start:end])
                read = read_number(number, country)
                if read.mobile and not read.note:
                    found.append(("", number, read))
                    start, digits = end, 0
        if digits:
            return []
    return found
