"""A run of digits and what may stand between them, parted into numbers where it is more than one.

Nothing is cut off: digits to spare keep the run whole, so that somebody looks at it, unless it holds several numbers.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from smsdesk.domain.people.characters import CLOSING, INVISIBLE, OPENING, PLUS, SPACES, western
from smsdesk.domain.people.number_tables import (
    Judged,
    Kind,
    code_in,
    code_of,
    judge_abroad,
    judge_local,
    written_lengths,
)
from smsdesk.domain.phone_numbers import read_number

LEAD = rf"(?:[{OPENING}{PLUS}][{OPENING}{PLUS}{INVISIBLE}{SPACES}]{{0,8}})?"
TRAIL = rf"[{CLOSING}{INVISIBLE}]*(?:[{PLUS}](?!\d))?"

_ATOM = re.compile(rf"{LEAD}\d(?:[{INVISIBLE}]*\d)*{TRAIL}")
_ANY_PLUS = re.compile(f"[{PLUS}]")
# No number is longer, however it is grouped: 15 digits, "00", a trunk zero.
_LONGEST = 18
_SHORTEST = 5


class _Step(NamedTuple):
    """The best way to part the atoms up to some place; the lower, the better."""

    left_over: int = 0  # digits
    doubtful: int = 0
    numbers: int = 0
    begin: int = 0  # the atom where its last step begins
    fits: bool = True  # whether that step is a number, not a left-over


def parted(run: str, country: str) -> list[str]:
    """Give the numbers of a run as they were written; one, where it is one or where it can't be told."""
    atoms = list(_ATOM.finditer(run))
    if len(atoms) < 2 or any(char.isalpha() for char in run):
        return [run]
    digits = [_digits_of(atom[0]) for atom in atoms]
    starts = [
        index
        for index in range(len(atoms))
        if index == 0 or _ANY_PLUS.search(atoms[index][0].rstrip(PLUS)) or atoms[index - 1][0][-1] in PLUS
    ]
    parts: list[str] = []
    for first, behind in pairwise([*starts, len(atoms)]):
        bounds = _part_group(run, atoms, digits, (first, behind), country)
        parts += [run[atoms[start].start() : atoms[end - 1].end()] for start, end in bounds]
    return parts


def _part_group(
    run: str, atoms: list[re.Match[str]], digits: list[str], group: tuple[int, int], country: str
) -> list[tuple[int, int]]:
    """Part atoms of which only the first may have a plus; gives where the parts begin and end."""
    first, behind = group
    if behind - first < 2:
        return [group]
    if sum(map(len, digits[first:behind])) <= _LONGEST:
        whole = read_number(run[atoms[first].start() : atoms[behind - 1].end()], country)
        if whole.number and whole.warning is None:
            return [group]
        if whole.suggestion and whole.suggestion.endswith("".join(digits[first:behind]).lstrip("0")):
            return [group]  # of another country, perhaps: to be looked at
    plus = bool(_ANY_PLUS.search(atoms[first][0]) or _ANY_PLUS.search(atoms[behind - 1][0]))
    parting = _Parting(digits[first:behind], country, plus)
    bounds = parting.straight() or parting.best()
    return [(first + start, first + end) for start, end in bounds]


class _Parting:
    """Parts groups of digits into numbers.

    Args:
        digits: of each atom.
        country: whose local form is understood.
        plus: whether the first number is written with its country code.
    """

    def __init__(self, digits: list[str], country: str, plus: bool) -> None:
        self._digits = digits
        self._country = country if code_in(country) else ""
        self._plus = plus
        self._lengths = written_lengths(country) if self._country else frozenset[int]()
        self._whole = [(0, len(digits))]

    def straight(self) -> list[tuple[int, int]]:
        """Take known mobiles one after the other, if that leaves nothing over: what most lists are."""
        bounds, start, atoms = [], 0, len(self._digits)
        while start < atoms:
            end, digits = start, ""
            while end < atoms and len(digits) < _LONGEST:
                digits += self._digits[end]
                end += 1
                judged = self._judge(start, digits)
                if judged is not None and judged.mobile:
                    break
            else:
                return []
            bounds.append((start, end))
            start = end
        return bounds if len(bounds) > 1 else []

    def best(self) -> list[tuple[int, int]]:
        """Leave the fewest digits over, then take the fewest doubtful numbers, then the fewest numbers.

        With one number only, what is left over may belong to it ("9000 0012 3"): then the run stays whole.
        """
        best = [_Step()]
        for behind in range(1, len(self._digits) + 1):
            last = best[-1]
            found = last._replace(
                left_over=last.left_over + len(self._digits[behind - 1]), begin=behind - 1, fits=False
            )
            digits = ""
            for first in range(behind - 1, -1, -1):
                digits = self._digits[first] + digits
                if len(digits) > _LONGEST:
                    break
                if len(digits) < _SHORTEST or best[first].left_over > found.left_over:
                    continue
                judged = self._judge(first, digits)
                if judged is not None and (judged.fits or judged.kind is Kind.LANDLINE):
                    before = best[first]
                    doubtful = before.doubtful + (judged.kind is Kind.UNKNOWN)
                    found = min(found, _Step(before.left_over, doubtful, before.numbers + 1, first))
            best.append(found)
        last = best[-1]
        if last.numbers < 2 or (last.doubtful and last.left_over):
            return self._whole
        bounds = self._steps(best)
        if (last.doubtful and not self._unbroken(bounds)) or (last.left_over and self._has_code(bounds)):
            return self._whole
        return bounds

    def _judge(self, first: int, digits: str) -> Judged | None:
        """Judge digits that begin at an atom; None where they have no number's length."""
        if digits.startswith("00") or (self._plus and first == 0):
            return judge_abroad(digits.removeprefix("00")) if len(digits) > _SHORTEST else None
        return judge_local(digits, self._country) if len(digits) in self._lengths else None

    def _has_code(self, bounds: list[tuple[int, int]]) -> bool:
        """Whether something left over could be the country code of the number behind it."""
        parts = ["".join(self._digits[start:end]) for start, end in bounds]
        return any(code_of(left) == left and judge_abroad(left + right).mobile for left, right in pairwise(parts))

    def _unbroken(self, bounds: list[tuple[int, int]]) -> bool:
        """Whether no part is put together of groups: numbers that no table knows are not made of pieces."""
        return all(end == start + 1 for start, end in bounds)

    def _steps(self, best: list[_Step]) -> list[tuple[int, int]]:
        bounds: list[tuple[int, int]] = []
        behind = end = len(self._digits)
        while behind:
            step = best[behind]
            if step.fits:
                bounds += [(behind, end)] if behind < end else []
                bounds.append((step.begin, behind))
                end = step.begin
            behind = step.begin
        bounds += [(0, end)] if end else []
        return bounds[::-1]


def _digits_of(atom: str) -> str:
    return re.sub(r"\D", "", western(atom))
