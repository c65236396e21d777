"""Ways in which a data file gets damaged."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

PAGE: Final = 4096


def cover(path: Path, first: int, count: int = 1, filling: bytes = b"\xa5") -> None:
    """Overwrite whole pages of a file; page 0 holds its header."""
    with path.open("r+b") as file:
        file.seek(first * PAGE)
        file.write(filling * (count * PAGE))


def garbage_in_the_middle(path: Path) -> None:
    pages = path.stat().st_size // PAGE
    cover(path, pages // 4, pages // 2)


def cut_off(path: Path) -> None:
    os.truncate(path, path.stat().st_size // PAGE // 2 * PAGE)


def zeros_for_a_header(path: Path) -> None:
    cover(path, 0, filling=b"\0")


DAMAGES: Final = [garbage_in_the_middle, cut_off, zeros_for_a_header]
