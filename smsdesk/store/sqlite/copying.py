"""Copying a database file that may be in use: as one consistent file, and where others write, in small bites."""

from __future__ import annotations

import os
import sqlite3
import time
from contextlib import closing
from typing import TYPE_CHECKING, Final

from smsdesk.store.sqlite.connection import open_unchanged

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_BITE: Final = 256
"""Pages, together a megabyte."""

_PAUSES: Final = 3
"""How many times as long as a bite took the disk is left to others then."""


def copy(source: Path, target: Path, *, gently: bool = False) -> None:
    """Copy a database that may be in use, as one consistent file.

    Args:
        source: the database.
        target: a file that is not there yet, or an empty one.
        gently: others use the disk meanwhile, so they have it most of the time. A whole file at once would hold up a
            commit for a second, and make all of them half as fast.
    """
    with closing(open_unchanged(source)) as old, closing(sqlite3.connect(target)) as new:
        if gently:
            # All bites are of this moment: else each commit in between would make it begin anew.
            old.execute("BEGIN")
            old.execute("SELECT count(*) FROM sqlite_master").fetchone()
            with target.open("rb+") as file:
                old.backup(new, pages=_BITE, progress=_with_pauses(file.fileno()))
        else:
            old.backup(new)
        # The copy says of itself that it has a log beside it, as the original has; it is one file, and stays one.
        new.execute("PRAGMA journal_mode=DELETE")


def _with_pauses(file: int) -> Callable[[int, int, int], None]:
    """What is called after each bite: brings it to the disk, and then waits several times as long as that took."""
    began = time.monotonic()

    def pause(_status: int, _left: int, _whole: int) -> None:
        nonlocal began
        os.fsync(file)
        time.sleep(_PAUSES * (time.monotonic() - began))
        began = time.monotonic()

    return pause
