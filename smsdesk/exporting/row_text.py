"""Rows of the list as text, for the clipboard: a spreadsheet takes them as cells, and the list reads them again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smsdesk.domain.phone_numbers import display
from smsdesk.exporting.table_file import guarded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from smsdesk.domain.recipients.rows import RecipientRow


_MANY = 1_000  # rows; to part so many numbers into groups takes longer than a person waits


def text_of(rows: Sequence[RecipientRow]) -> str:
    """Give a line for each row: name, number and the other fields, with tabs in between.

    A number that is sent to is written with its country code, so that it means the same for another account.
    """
    grouped = len(rows) < _MANY
    return "\n".join(["\t".join(_cells(row, grouped)) for row in rows])


def _cells(row: RecipientRow, grouped: bool) -> list[str]:
    number = row.typed if row.number is None else display(row.number) if grouped else row.number
    return [_cell(guarded(row.name)), _cell(number), *(_cell(guarded(text)) for _, text in row.fields)]


def _cell(text: str) -> str:
    return " ".join(text.split())
