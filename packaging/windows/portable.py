"""The frozen program as one ZIP: to be unpacked anywhere, and what the installers are made from."""

# As dev.py: the standard library only.
from __future__ import annotations

import re
import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

PROGRAM = "smsdesk.exe"
OLDEST_IN_ZIP = (1980, 1, 1, 0, 0, 0)

_NAME = re.compile(r"smsdesk-(?P<version>\d+(\.\d+)+)-windows-x64\.zip")


def make_portable(frozen: Path, version: str, out: Path) -> Path:
    """Packs the frozen folder; the same folder gives the same bytes.

    Args:
        frozen: holds smsdesk.exe and what it needs.
        version: as in `smsdesk.__version__`.
        out: where the ZIP is put.

    Raises:
        FileNotFoundError: the folder holds no smsdesk.exe.
    """
    require_program(frozen)
    packed = out / f"smsdesk-{version}-windows-x64.zip"
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path in sorted(frozen.rglob("*")):
            if path.is_file():
                name = f"smsdesk-{version}/{path.relative_to(frozen).as_posix()}"
                archive.writestr(zipfile.ZipInfo(name, OLDEST_IN_ZIP), path.read_bytes(), zipfile.ZIP_DEFLATED)
    return packed


def unpack_portable(packed: Path, into: Path) -> tuple[Path, str]:
    """Unpacks such a ZIP; gives the folder of the program, and the version.

    Raises:
        ValueError: the file is not named as `make_portable` names it.
        FileNotFoundError: it is not there, or holds no smsdesk.exe.
        BadZipFile: it is no ZIP.
    """
    named = _NAME.fullmatch(packed.name)
    if named is None:
        raise ValueError(f"{packed.name} is no smsdesk-VERSION-windows-x64.zip")
    if not packed.is_file():
        raise FileNotFoundError(f"There is no file {packed}")
    with zipfile.ZipFile(packed) as archive:
        archive.extractall(into)
    folder = into / f"smsdesk-{named['version']}"
    require_program(folder)
    return folder, named["version"]


def require_program(frozen: Path) -> None:
    """Looks whether the program itself is there.

    Raises:
        FileNotFoundError: it is not.
    """
    if not (frozen / PROGRAM).is_file():
        raise FileNotFoundError(f"{PROGRAM} is not in {frozen.name}")
