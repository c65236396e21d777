"""The list of people that an announcement goes to, as the window shows and edits it."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from smsdesk.domain.phone_numbers import ReadNumber, read_number

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator

    from smsdesk.domain.phone_numbers import Verdict
    from smsdesk.domain.sentence import Sentence

    Check = Callable[[str], Sentence | None]

_UNDO_STEPS = 100


@dataclass(frozen=True, slots=True)
class RecipientRow:
    """One row of the list.

    Args:
        typed: the number as it was pasted or edited.
        name: "" when there is none.
        read: what `typed` means for the account in use.
        accepted: whether the user took the suggestion that came with it.
    """

    typed: str
    name: str
    read: ReadNumber
    accepted: bool = False

    @property
    def number(self) -> str | None:
        """E.164, or None while the row has a problem."""
        return self.read.number

    @property
    def problem(self) -> Sentence | None:
        """Why nothing can be sent to this row."""
        return self.read.problem

    @property
    def note(self) -> Sentence | None:
        """What looks odd, though it is sent all the same."""
        return self.read.note

    @property
    def verdict(self) -> Verdict:
        """Ready, repaired or attention; repeats are merged before they become rows."""
        return self.read.verdict

    @property
    def suggestion(self) -> str | None:
        """E.164, the likely reading of a row that needs attention."""
        return self.read.suggestion if self.read.number is None else None

    @property
    def ready(self) -> bool:
        """Whether a message can go to this row."""
        return self.read.number is not None


@dataclass(frozen=True, slots=True)
class Added:
    """What a paste did.

    Args:
        first_row: the first new row; without any, the row that the first repeat went into; -1 for an empty paste.
        added: how many rows are new.
        merged: how many entries repeated a row.
    """

    first_row: int
    added: int
    merged: int


@dataclass(frozen=True, slots=True)
class _State:
    """All of a list at one moment; undo keeps some of these, which share their rows."""

    rows: tuple[RecipientRow, ...] = ()
    merged: int = 0
    ready: int = 0
    reading: int = 0  # which country and check the rows were read with


class RecipientList:
    """Rows in the order they came, nobody twice, every change undoable.

    Rows with the same number are one row: the first keeps its place, and takes a name if it had none. Rows with a
    problem are kept apart unless they were typed, and named, the same.

    Args:
        country: ISO region whose local form is understood, "" for none.
        check: the provider's refusal of an E.164 number, if any; it becomes the row's problem.
    """

    def __init__(self, country: str = "", check: Check | None = None) -> None:
        self._country = country
        self._check = check
        self._reading = 0
        self._state = _State()
        self._undo: deque[_State] = deque(maxlen=_UNDO_STEPS)

    def __len__(self) -> int:
        return len(self._state.rows)

    def __iter__(self) -> Iterator[RecipientRow]:
        return iter(self._state.rows)

    def __getitem__(self, row: int) -> RecipientRow:
        return self._state.rows[row]

    @property
    def rows(self) -> tuple[RecipientRow, ...]:
        """All rows; a later change leaves this tuple as it is."""
        return self._state.rows

    @property
    def country(self) -> str:
        """The ISO region that local numbers are read for."""
        return self._country

    @property
    def ready(self) -> int:
        """How many rows a message can go to."""
        return self._state.ready

    @property
    def problems(self) -> int:
        """How many rows have a problem."""
        return len(self._state.rows) - self._state.ready

    @property
    def merged(self) -> int:
        """How many repeats were merged since the list was empty."""
        return self._state.merged

    @property
    def can_undo(self) -> bool:
        """Whether there is a change to take back."""
        return bool(self._undo)

    def add_pasted(self, text: str, country: str | None = None) -> Added:
        """Add whoever is in a pasted text.

        Args:
            text: whatever was pasted.
            country: as for `reread`; left out, the list's own.
        """
        from smsdesk.domain.pasted_text import (
            split_pasted,  # its patterns take long to build, and most starts paste nothing
        )

        if country is not None and country != self._country:
            self.reread(country, self._check)
        old = self._state
        pasted = [self._checked(one.typed, one.name, one.read) for one in split_pasted(text, self._country)]
        if not pasted:
            return Added(-1, 0, 0)
        self._change([*old.rows, *pasted], old.merged)
        added = len(self) - len(old.rows)
        first_row = len(old.rows)
        if not added:
            first = _identity(pasted[0])
            first_row = next(row for row, recipient in enumerate(self) if _identity(recipient) == first)
        return Added(first_row, added, len(pasted) - added)

    def edit(self, row: int, typed: str | None = None, name: str | None = None) -> int:
        """Change a row; what is None stays.

        Returns:
            The row where it is now: an earlier one, or a list shorter by one, tells that it repeated another row.
        """
        old = self._state.rows[row]
        new = self._recipient(old.typed if typed is None else typed, old.name if name is None else name)
        if (new.typed, new.name) == (old.typed, old.name):
            return row
        self._change([*self._state.rows[:row], new, *self._state.rows[row + 1 :]], self._state.merged)
        same = _identity(new)
        return next(place for place, recipient in enumerate(self) if _identity(recipient) == same)

    def take_suggestions(self, rows: Iterable[int]) -> None:
        """Send to the suggested numbers of these rows; those without a suggestion stay as they are.

        What was typed stays, and needs attention again where it is put back without this: in a draft, say.
        """
        taken = {row for row in rows if self._state.rows[row].suggestion}
        if taken:
            new = [
                self._checked(old.typed, old.name, old.read, accepted=True) if row in taken else old
                for row, old in enumerate(self)
            ]
            self._change(new, self._state.merged)

    def delete(self, rows: Iterable[int]) -> None:
        """Take these rows out; numbers of rows that don't exist are ignored."""
        gone = set(rows)
        kept = [recipient for row, recipient in enumerate(self) if row not in gone]
        if len(kept) < len(self):
            self._change(kept, self._state.merged if kept else 0)

    def clear(self) -> None:
        """Take all rows out; this can be undone."""
        self.delete(range(len(self)))

    def restore(self, people: Iterable[tuple[str, str]]) -> None:
        """Hold these (typed, name) instead: a draft, or the people of an earlier announcement."""
        self._change([self._recipient(typed, name) for typed, name in people], 0)

    def forget(self, numbers: Collection[str]) -> None:
        """Take these out for good: after Send, undo must not bring the same people back."""
        left = [recipient for recipient in self if recipient.number not in numbers]
        self._state = self._settled(left, 0)
        self._undo.clear()

    def undo(self) -> bool:
        """Take the last change back, with every row at its old place.

        Returns:
            False when there was none.
        """
        if not self._undo:
            return False
        state = self._undo.pop()
        self._state = state if state.reading == self._reading else self._again(state)
        return True

    def reread(self, country: str, check: Check | None) -> None:
        """Read all rows for another account; rows that are now the same number become one."""
        self._country = country
        self._check = check
        self._reading += 1
        self._state = self._again(self._state)

    def _again(self, state: _State) -> _State:
        rows = [self._recipient(old.typed, old.name, accepted=old.accepted) for old in state.rows]
        return self._settled(rows, state.merged)

    def _change(self, rows: list[RecipientRow], merged: int) -> None:
        if rows or self._state.rows:
            self._undo.append(self._state)
        self._state = self._settled(rows, merged)

    def _settled(self, rows: list[RecipientRow], merged: int) -> _State:
        single: dict[str | tuple[str, str], RecipientRow] = {}
        for recipient in rows:
            same = _identity(recipient)
            first = single.setdefault(same, recipient)
            if recipient.name and not first.name:
                single[same] = replace(first, name=recipient.name)
        ready = sum(recipient.ready for recipient in single.values())
        return _State(tuple(single.values()), merged + len(rows) - len(single), ready, self._reading)

    def _recipient(self, typed: str, name: str, *, accepted: bool = False) -> RecipientRow:
        return self._checked(typed, name, read_number(typed, self._country), accepted=accepted)

    def _checked(self, typed: str, name: str, read: ReadNumber, *, accepted: bool = False) -> RecipientRow:
        if accepted and read.number is None and read.suggestion:
            read = ReadNumber(read.suggestion, warning=read.problem, abroad=True)
        refusal = self._check(read.number) if self._check and read.number else None
        return RecipientRow(typed, name, ReadNumber(None, refusal) if refusal else read, accepted)


def _identity(recipient: RecipientRow) -> str | tuple[str, str]:
    """What makes two rows the same: the number, or, where there is none yet, everything that was typed."""
    return recipient.number or (recipient.typed.strip(), recipient.name)
