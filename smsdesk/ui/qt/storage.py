"""What Qt knows of the disks of this computer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QStorageInfo

if TYPE_CHECKING:
    from pathlib import Path


def file_system_of(folder: Path) -> str:
    """The type of the file system that a folder lies on, as the operating system names it ("ext4", "nfs4")."""
    return bytes(QStorageInfo(str(folder)).fileSystemType().data()).decode("ascii", "replace")
