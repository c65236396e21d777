"""A scanner that holds a file for a moment, as on Windows: whoever renames or replaces it meanwhile is refused."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pytest


def held_for(monkeypatch: pytest.MonkeyPatch, times: int) -> list[float]:
    """Refuses so many tries; gives the pauses (seconds) that were made meanwhile, which take no time."""
    pauses: list[float] = []
    replace, rename = Path.replace, Path.rename

    def refuse() -> None:
        if len(pauses) < times:
            raise PermissionError(13, "held by another program")

    def replaced(self: Path, target: Path) -> Path:
        refuse()
        return replace(self, target)

    def renamed(self: Path, target: Path) -> Path:
        refuse()
        return rename(self, target)

    monkeypatch.setattr(Path, "replace", replaced)
    monkeypatch.setattr(Path, "rename", renamed)
    monkeypatch.setattr(time, "sleep", pauses.append)
    return pauses
