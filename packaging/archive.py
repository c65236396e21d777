"""Packing a folder so that the same folder gives the same bytes, and the sums of what was packed."""

# As dev.py: the standard library only.
from __future__ import annotations

import hashlib
import tarfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

SUMS = "SHA256SUMS"
_EXECUTABLE = 0o100


def pack(folder: Path, top: str, packed: Path, epoch: int) -> Path:
    """Packs a folder as .tar.xz.

    Args:
        folder: what to pack; links stay links.
        top: the folder's name in the archive.
        packed: the file to write.
        epoch: every entry's time, in seconds since 1970.
    """

    def plain(entry: tarfile.TarInfo) -> tarfile.TarInfo:
        entry.uid = entry.gid = 0
        entry.uname = entry.gname = "root"
        entry.mtime = epoch
        entry.mode = 0o755 if entry.isdir() or entry.mode & _EXECUTABLE else 0o644
        return entry

    with tarfile.open(packed, "w:xz", format=tarfile.PAX_FORMAT) as archive:
        for path in sorted([folder, *folder.rglob("*")]):
            name = "/".join((top, *path.relative_to(folder).parts))
            archive.add(path, name, recursive=False, filter=plain)
    return packed


def write_sums(folder: Path, names: Iterable[str]) -> Path:
    """Writes the SHA-256 of each file, as `sha256sum --check` reads it."""
    sums = folder / SUMS
    lines = (f"{hashlib.sha256((folder / name).read_bytes()).hexdigest()}  {name}\n" for name in sorted(names))
    sums.write_text("".join(lines), encoding="utf-8", newline="\n")
    return sums
