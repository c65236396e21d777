"""Rows of the list as text, for the clipboard: a spreadsheet takes them as cells, and the list reads them again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smsdesk.domain.phone_numbers import display
from smsdesk.exporting.table_file import guarded

if TYPE_CHECKING:
    from collections.abc import Iterable

    from smsdesk.domain.recipients.rows import RecipientRow


def text_of(rows: Iterable[RecipientRow]) -> str:
    """Give a line for each row: name, number and the other fields, with tabs in between.

    A number that is sent to is written with its country code, so that it means the same for another account.
    """
    return "\n".join("\t".join(_cells(row)) for row in rows)


def _cells(row: RecipientRow) -> list[str]:
    number = display(row.number) if row.number else row.typed
    return [_cell(guarded(row.name)), _cell(number), *(_cell(guarded(text)) for _, text in row.fields)]


def _cell(text: str) -> str:
    return " ".join(text.split())
