"""Renaming files, and putting one in the place of another, whole or not at all.

On Windows a scanner that looks at a new file holds it for a moment, and so does a program that copies or synchronises:
what is refused then is tried again.
"""

from __future__ import annotations

import os
import sys
import time
from contextlib import suppress
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_PAUSES_S: Final = (0.05, 0.1, 0.2, 0.4, 0.8)

_PLATFORM: Final[str] = sys.platform


def put_in_place(part: Path, path: Path) -> None:
    """Rename a file once every byte of it is on disk, so that there is never half a file of that name.

    Blocks for up to two seconds where another program holds one of the two.

    Raises:
        OSError: it could not be renamed; what was at `path` is still there.
    """
    with part.open("rb+") as file:
        os.fsync(file.fileno())
    once_let_go(lambda: part.replace(path))
    if _PLATFORM == "win32":
        return  # a folder can't be opened there
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        with suppress(OSError):  # some network disks know no such thing
            os.fsync(folder)
    finally:
        os.close(folder)


def rename(path: Path, target: Path) -> None:
    """Rename a file that nothing stands in the way of. Blocks as `put_in_place` does.

    Raises:
        OSError: it could not be renamed; it stands where it stood.
    """
    once_let_go(lambda: path.rename(target))


def once_let_go(work: Callable[[], object]) -> None:
    """Do this, again and again for less than two seconds while another program holds the file that it is about.

    Raises:
        OSError: it could not be done, or not by then.
    """
    for pause_s in _PAUSES_S:
        try:
            work()
        except PermissionError:
            time.sleep(pause_s)
        else:
            return
    work()
