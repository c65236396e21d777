"""Delimited text cut into records, by Python's own csv reader."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

DELIMITERS = ("\t", ";", ",", "|")

# No cell of a list of people goes over more lines: its quote was never closed.
_MOST_LINES = 8
_SAMPLE = 200


def records_of(text: str, delimiter: str) -> list[list[str]]:
    """Give the records; where a quote is never closed, quotes are taken for ordinary characters.

    Raises:
        csv.Error: a cell is too long to be one.
    """
    lines = text.splitlines(keepends=True)
    if '"' not in text:
        return _each(csv.reader(lines, delimiter=delimiter, quoting=csv.QUOTE_NONE))
    if text.count('"') % 2 == 0:
        try:
            records = _each(csv.reader(lines, delimiter=delimiter))
        except csv.Error:  # a cell without an end
            records = []
        if records and not any("\n" in cell and cell.count("\n") > _MOST_LINES for row in records for cell in row):
            return records
    plain = csv.reader(lines, delimiter=delimiter, quoting=csv.QUOTE_NONE)
    return [[_without_quotes(cell) for cell in record] for record in plain]


def delimiter_of(text: str) -> str:
    """Give what parts the cells of a text, by how evenly it does so; "" where nothing does."""
    lines = [line for line in text[:200_000].splitlines() if line.strip()][:_SAMPLE]
    best, best_score = "", 0.0
    for delimiter in DELIMITERS:
        widths = [len(record) for record in records_of("\n".join(lines), delimiter) if record]
        score = _evenness(widths)
        if score > best_score:
            best, best_score = delimiter, score
    return best


def _evenness(widths: Iterable[int]) -> float:
    """Give the share of the records that have the most frequent width, if that is more than one cell."""
    widths = list(widths)
    wide = [width for width in widths if width > 1]
    if not wide:
        return 0.0
    usual = max(set(wide), key=wide.count)
    share = wide.count(usual) / len(widths)
    return share if share >= 0.5 or len(wide) == len(widths) else 0.0


def _each(records: Iterable[list[str]]) -> list[list[str]]:
    return [record for record in records]  # noqa: C416 - `list` would not let other threads run until its end


def _without_quotes(cell: str) -> str:
    return cell[1:-1] if len(cell) > 1 and cell[0] == cell[-1] == '"' else cell
