"""Putting one file in the place of another, whole or not at all."""

from __future__ import annotations

import os
import sys
import time
from contextlib import suppress
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

_PAUSES_S: Final = (0.05, 0.1, 0.2, 0.4, 0.8)
"""On Windows a scanner that looks at a new file holds it for a moment: what is refused then is tried again."""

_PLATFORM: Final[str] = sys.platform


def put_in_place(part: Path, path: Path) -> None:
    """Rename a file once every byte of it is on disk, so that there is never half a file of that name.

    Blocks for up to two seconds where another program holds one of the two.

    Raises:
        OSError: it could not be renamed; what was at `path` is still there.
    """
    with part.open("rb+") as file:
        os.fsync(file.fileno())
    for pause_s in _PAUSES_S:
        try:
            part.replace(path)
            break
        except PermissionError:
            time.sleep(pause_s)
    else:
        part.replace(path)
    if _PLATFORM == "win32":
        return  # a folder can't be opened there
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        with suppress(OSError):  # some network disks know no such thing
            os.fsync(folder)
    finally:
        os.close(folder)
