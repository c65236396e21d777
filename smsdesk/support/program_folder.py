"""The folder that the program was installed in is no place for a profile: upgrading and removing clear it away."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from smsdesk.domain.errors import UserFacingError
from smsdesk.domain.sentence import QT_TRANSLATE_NOOP

_IN_THE_WAY = QT_TRANSLATE_NOOP(
    "program_folder",
    "smsdesk can't keep its data in {folder}: the program itself is installed there, and an upgrade or its removal "
    "would take the data with it.",
)
_ELSEWHERE = QT_TRANSLATE_NOOP(
    "program_folder", "Start smsdesk with --profile and another folder, or without it: then it takes the usual one."
)


def program_folders(executable: Path, bundled: str | None) -> tuple[Path, Path]:
    """Give the folder that the program was put into, and the one that an upgrade replaces as a whole.

    Args:
        executable: what runs, as in `sys.executable`.
        bundled: where a frozen program has its files (`sys._MEIPASS`); None where it runs from Python.
    """
    if bundled is None:
        package = Path(__file__).resolve().parents[1]
        return package, package
    app = next((each for each in executable.parents if each.suffix == ".app"), None)  # macOS
    return app or executable.parent, app or Path(bundled)


def refuse_program_folder(profile: Path, folders: tuple[Path, Path] | None = None) -> None:
    """See to it that the profile is not the program's folder, nor inside what is replaced with the program.

    A folder of its own beside the program, as on a stick that is carried around, is no harm.

    Args:
        profile: the folder; it need not be there yet.
        folders: what `program_folders` gives; of this program, if left out.

    Raises:
        UserFacingError: it is.
    """
    installed, replaced = folders or program_folders(Path(sys.executable), getattr(sys, "_MEIPASS", None))
    real = profile.resolve()
    if _same(real, installed) or any(_same(each, replaced) for each in (real, *real.parents)):
        raise UserFacingError(_IN_THE_WAY.fill(folder=str(profile)), _ELSEWHERE)


def _same(folder: Path, other: Path) -> bool:
    """Whatever they are written like: Windows and macOS tell no capitals from small letters."""
    try:
        return os.path.samefile(folder, other)  # noqa: PTH121 - either may be the one that is not there
    except OSError:
        return folder == other
