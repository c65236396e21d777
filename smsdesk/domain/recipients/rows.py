"""A row of the recipient list, and what it means for the account in use."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

from smsdesk.domain.frozen import frozen
from smsdesk.domain.phone_numbers import ReadNumber, read_number

if TYPE_CHECKING:
    from collections.abc import Callable

    from smsdesk.domain.draft import Written
    from smsdesk.domain.people.entries import Entry
    from smsdesk.domain.phone_numbers import Verdict
    from smsdesk.domain.sentence import Sentence

    Check: TypeAlias = Callable[[str], Sentence | None]

Identity: TypeAlias = "str | tuple[str, str]"
"""What makes two rows the same."""


@frozen
class RecipientRow:
    """One row of the list.

    Args:
        typed: the number as it was pasted or edited.
        name: "" when there is none.
        read: what `typed` means for the account in use.
        accepted: whether the user took the suggestion that came with it.
        fields: (header, text) of the other cells that it came with.
    """

    typed: str
    name: str
    read: ReadNumber
    accepted: bool = False
    fields: tuple[tuple[str, str], ...] = ()

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
        """What was mended, or looks odd, though it is sent all the same."""
        return self.read.note

    @property
    def verdict(self) -> Verdict:
        """Ready, repaired or attention; that a row repeats another one only the list can tell."""
        return self.read.verdict

    @property
    def suggestion(self) -> str | None:
        """E.164, the likely reading of a row that needs attention."""
        return self.read.suggestion if self.read.number is None else None

    @property
    def ready(self) -> bool:
        """Whether a message can go to this row."""
        return self.read.number is not None

    @property
    def identity(self) -> Identity:
        """What makes two rows the same: the number, or, where there is none yet, everything that was typed."""
        return self.read.number or (self.typed.strip(), self.name)


class Seat:
    """A row's seat in the list: the same one through edits, however its row and its place change.

    Attributes:
        order: rises from the first seat of the list to the last.
        row: what sits there.
        shown: the same with the name that a repeat lends it, if it has none.
        verdict: the row's own, or that it repeats a row before it.
    """

    __slots__ = ("order", "row", "shown", "verdict")

    def __init__(self, row: RecipientRow, order: int = 0) -> None:
        self.order = order
        self.row = row
        self.shown = row
        self.verdict = row.read.verdict


@frozen
class Reader:
    """Reads for one account.

    Args:
        country: ISO region whose local form is understood, "" for none.
        check: the provider's refusal of an E.164 number, if any; it becomes the row's problem.
    """

    country: str = ""
    check: Check | None = None

    def row(self, typed: str, name: str = "", fields: tuple[tuple[str, str], ...] = ()) -> RecipientRow:
        """Make the row of somebody who was typed."""
        return self._checked(typed, name, read_number(typed, self.country), fields)

    def entry_row(self, entry: Entry) -> RecipientRow:
        """Make the row of somebody who was read for this country already."""
        return self._checked(entry.typed, entry.name, entry.read, entry.extras)

    def accepted(self, row: RecipientRow) -> RecipientRow:
        """Give the row with its suggestion taken."""
        return self._checked(row.typed, row.name, row.read, row.fields, accepted=True)

    def again(self, row: RecipientRow) -> RecipientRow:
        """Read a row that was read for another account; the same object where it means the same."""
        read = read_number(row.typed, self.country)
        if read == row.read and not row.accepted and not (self.check and read.number):
            return row
        new = self._checked(row.typed, row.name, read, row.fields, accepted=row.accepted)
        return row if new.read == row.read else new

    def edited(self, row: RecipientRow, typed: str | None, name: str | None) -> RecipientRow:
        """Give a row with what was edited; what is None stays. The same object where nothing becomes different."""
        if typed is not None and typed != row.typed:
            row = self.row(typed, row.name, row.fields)
        return row if name is None or name == row.name else replace(row, name=name)

    def written(self, person: Written) -> RecipientRow:
        """Make the row of somebody of a draft, or of an earlier announcement."""
        read = read_number(person.typed, self.country)
        return self._checked(person.typed, person.name, read, person.fields, accepted=person.accepted)

    def _checked(
        self, typed: str, name: str, read: ReadNumber, fields: tuple[tuple[str, str], ...], *, accepted: bool = False
    ) -> RecipientRow:
        if accepted and read.number is None and read.suggestion:
            read = ReadNumber(read.suggestion, warning=read.problem, abroad=True)
        refusal = self.check(read.number) if self.check and read.number else None
        return RecipientRow(typed, name, ReadNumber(None, refusal) if refusal else read, accepted, fields)


def named(row: RecipientRow, name: str) -> RecipientRow:
    """Give the row with a name that a repeat lends it."""
    return replace(row, name=name) if name else row
