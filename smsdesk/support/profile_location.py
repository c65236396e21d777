"""Whether the profile is in a place where a database comes to harm: on a network share, or in a synchronised folder.

SQLite's write-ahead log does not work over a network file system (https://www.sqlite.org/wal.html), and a program
that synchronises copies the database and its log at different moments, or puts an older copy back.
"""

from __future__ import annotations

import contextlib
import os
import re
import sys
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from smsdesk.domain.sentence import QT_TRANSLATE_NOOP, Sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import PurePath

REMOTE: Final = "remote"
"""The file system of a drive of which Windows only says that it is another computer's."""

_NETWORK: Final = frozenset(
    (
        REMOTE,
        *("nfs", "nfs4", "cifs", "smb2", "smb3", "smbfs", "ncpfs", "afs", "afpfs", "webdav", "davfs", "davfs2"),
        *("9p", "ceph", "glusterfs", "lustre", "beegfs", "gpfs", "ocfs2", "gfs2", "coda", "vboxsf", "prl_fs"),
    )
)
_NETWORK_PROGRAMS: Final = re.compile(
    r"fuse\.(sshfs|rclone|davfs2?|cephs?|ceph-fuse|glusterfs|s3fs|gcsfuse|goofys|gvfsd-fuse|curlftpfs|smbnetfs|"
    r"google-drive-ocamlfuse|onedriver|pcloud|juicefs|vmhgfs-fuse|kio-fuse)"
)

_NAMES: Final = {
    "OneDrive": r"onedrive( ?- ?.+)?",
    "Dropbox": r"dropbox( ?[-(].+)?",
    "Google Drive": r"google ?drive( ?[-(].+)?|my drive|il mio drive",
    "iCloud": r"mobile documents|com~apple~clouddocs|icloud ?drive",
    "Nextcloud": r"nextcloud\d?( ?- ?.+)?",
    "ownCloud": r"owncloud\d?( ?- ?.+)?",
    "Box": r"(?-i:Box)( sync|-box)?",
    "pCloud": r"pcloud ?(drive|sync)",
    "MEGA": r"(?-i:MEGA)|mega ?sync",
    "Syncthing": r"syncthing",
}
_BY_NAME: Final = {title: re.compile(pattern, re.IGNORECASE) for title, pattern in _NAMES.items()}
_MARKERS: Final = {
    ".dropbox.cache": "Dropbox",
    ".nextcloudsync.log": "Nextcloud",
    ".owncloudsync.log": "ownCloud",
    ".stfolder": "Syncthing",
}
_VARIABLES: Final = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")

_ON_SHARE: Final = QT_TRANSLATE_NOOP(
    "profile_location",
    "smsdesk keeps its data on a network drive: {folder}. If the network breaks at a bad moment, the history and what "
    "is waiting to be sent can be damaged.",
)
_SYNCHRONISED: Final = QT_TRANSLATE_NOOP(
    "profile_location",
    "smsdesk keeps its data in a folder that {program} synchronises: {folder}. It can be damaged by that, or an older "
    "copy can be put back, and then people may get a message twice.",
)
_SOME_PROGRAM: Final = QT_TRANSLATE_NOOP("profile_location", "a cloud service")
_MOVE: Final = QT_TRANSLATE_NOOP(
    "profile_location",
    "{doubt} Ask whoever looks after this computer to close smsdesk, move this folder to a disk of this computer, and "
    "start smsdesk with --profile and the new place.",
)


def doubt_about(folder: PurePath, file_system: str, environment: Mapping[str, str]) -> Sentence | None:
    """Say why the profile should not be in this folder, and what to do; None when nothing speaks against it.

    Args:
        folder: absolute, with links followed.
        file_system: its type, as the operating system names it ("ext4", "nfs4", "fuse.sshfs").
        environment: the environment variables.
    """
    program = _synchronised_by(folder, environment)
    if program is not None:
        doubt = _SYNCHRONISED.fill(program=program, folder=str(folder))
    elif _is_share(folder) or file_system.lower() in _NETWORK or _NETWORK_PROGRAMS.fullmatch(file_system.lower()):
        doubt = _ON_SHARE.fill(folder=str(folder))
    else:
        return None
    return _MOVE.fill(doubt=doubt)


def doubt_about_profile(folder: Path, file_system_of: Callable[[Path], str]) -> Sentence | None:
    """Look at the folder as it is on this computer. A share that does not answer holds this up.

    Args:
        folder: the profile.
        file_system_of: asks the operating system for the type of the file system that a folder lies on.
    """
    real = folder.resolve()
    return doubt_about(real, _file_system_of(real, file_system_of), os.environ)


def _synchronised_by(folder: PurePath, environment: Mapping[str, str]) -> str | Sentence | None:
    for variable in _VARIABLES:
        place = environment.get(variable)
        if place and folder.is_relative_to(place):
            return "OneDrive"
    for name in reversed(folder.parts):
        for title, pattern in _BY_NAME.items():
            if pattern.fullmatch(name):
                return title
    for each in (folder, *folder.parents):
        with contextlib.suppress(OSError):  # nobody has to let us look there
            if program := _marked(Path(each)):
                return program
    if ("library", "cloudstorage") in pairwise(name.lower() for name in folder.parts):
        return _SOME_PROGRAM
    return None


def _marked(folder: Path) -> str | None:
    """The program that put its mark here. In a home folder, ".dropbox" is a folder of settings: no mark."""
    if (folder / ".dropbox").is_file():
        return "Dropbox"
    return next((title for marker, title in _MARKERS.items() if (folder / marker).exists()), None)


def _is_share(folder: PurePath) -> bool:
    r"""Whether it is a path like `\\server\share`; `\\?\C:` and `\\.\` are this computer's own."""
    drive = folder.drive.upper()
    return drive.startswith("\\\\?\\UNC\\") or (drive.startswith("\\\\") and drive[2:4] not in ("?\\", ".\\"))


def _file_system_of(folder: Path, file_system_of: Callable[[Path], str]) -> str:
    if sys.platform == "win32":
        import ctypes

        drive_remote = 4
        windows: Any = ctypes.windll
        if windows.kernel32.GetDriveTypeW(folder.anchor) == drive_remote:
            return REMOTE
    return file_system_of(folder)
