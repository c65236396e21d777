"""The form of a translation that Qt reads: a wheel and a frozen build bring it, a checkout makes it when needed."""

from __future__ import annotations

import os
import subprocess
import tempfile
from pathlib import Path

import PySide6

from smsdesk.ui.qt.resources import resource

_TAKES_AT_MOST_S = 60


def compiled_translation(code: str) -> Path:
    """The compiled translation into this language.

    From source it is made anew when the translation has changed: beside it, or where that may not be written, in the
    folder for temporary files.

    Raises:
        FileNotFoundError: this build was made without it, and without what makes it.
        subprocess.CalledProcessError: the translation is no valid file.
    """
    folder = resource("i18n")
    source, there = folder / f"smsdesk_{code}.ts", folder / f"smsdesk_{code}.qm"
    if not source.exists():
        return resource(f"i18n/{there.name}")
    if there.exists() and there.stat().st_mtime_ns >= source.stat().st_mtime_ns:
        return there
    try:
        return _compile(source, there)
    except OSError:
        return _compile(source, Path(tempfile.mkdtemp(prefix="smsdesk-i18n-")) / there.name)


def _compile(source: Path, target: Path) -> Path:
    """Make it under a name of its own first: another start may be at it, too.

    Raises:
        OSError: the folder may not be written, or Qt's compiler is not there.
        subprocess.CalledProcessError: the translation is no valid file.
    """
    handle, name = tempfile.mkstemp(prefix=target.stem, suffix=".qm", dir=target.parent)
    os.close(handle)
    new = Path(name)
    try:
        _lrelease(source, new)
        stamp = source.stat().st_mtime_ns  # else it would be older than a source that is written meanwhile
        os.utime(new, ns=(stamp, stamp))
        new.replace(target)
    finally:
        new.unlink(missing_ok=True)
    return target


def _lrelease(source: Path, target: Path) -> None:
    program = Path(PySide6.__file__).parent / ("lrelease.exe" if os.name == "nt" else "lrelease")
    command = [str(program), "-silent", str(source), "-qm", str(target)]
    subprocess.run(command, check=True, timeout=_TAKES_AT_MOST_S, capture_output=True)  # noqa: S603 - Qt's own
