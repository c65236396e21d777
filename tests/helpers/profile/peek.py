"""A second pair of eyes on a data file."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path


class Peek:
    """Reads a data file on a connection of its own, past all of our code: one column as values, several as tuples."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __call__(self, query: str, *values: object) -> list[Any]:
        with closing(sqlite3.connect(self.path)) as connection:
            rows = connection.execute(query, values).fetchall()
        return [row[0] if len(row) == 1 else row for row in rows]
