"""New data files as copies of one: to make the tables takes longer than what many a test does with them."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from smsdesk.store import database
from smsdesk.store.migrations.runner import bring_up_to_date

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


class ReadyMade:
    """A data file as the program makes it, which every new one is a copy of.

    What the tests of the migrations call is the program's own way, and so is what a process of its own goes.

    Args:
        folder: where it is kept.
    """

    def __init__(self, folder: Path) -> None:
        self._file = folder / "smsdesk.db"

    def use(self, patch: pytest.MonkeyPatch) -> None:
        """From now on a database that is missing begins as a copy."""
        patch.setattr(database, "bring_up_to_date", self._bring_up_to_date)

    def _bring_up_to_date(self, path: Path) -> None:
        if not self._file.exists():
            bring_up_to_date(self._file)
        if not path.exists() and path.parent.is_dir():
            shutil.copyfile(self._file, path)
        bring_up_to_date(path)
