"""The installers' trial under wine, with a stand-in for the program: two versions, of which the second lacks a file."""

# As dev.py: the standard library only.
from __future__ import annotations

import shutil
import signal
import sys
import tempfile
from pathlib import Path

from programs import run, say

from windows.computer import HINT, Computer, wine_computer
from windows.installer import HERE, make_msi, make_pictures, make_setup
from windows.trial import (
    DONE,
    ENTRY,
    FAILED,
    OLD_WINDOWS,
    Trial,
    listed,
    tree,
    try_all_users,
    try_msi,
    try_one_user,
    try_refusals,
    verdict,
)

COMPILER = "x86_64-w64-mingw32-gcc"
OLD, NEW = "1.0.0", "1.1.0"
ADDED = "added.txt"
LARGE = 4 * 1024 * 1024  # bytes
ROOM = 1024 * 1024  # bytes a file may have on the "full" disk


def try_under_wine() -> int:
    """Makes the installers and tries them; gives the exit code.

    Raises:
        SystemExit: a program that this needs is missing or failed.
    """
    with tempfile.TemporaryDirectory(prefix="smsdesk-") as temporary, wine_computer() as computer:
        folder = Path(temporary)
        pictures = make_pictures(folder)
        frozen = {version: stand_in(folder / version, version) for version in (OLD, NEW)}
        old, new = (make_setup(frozen[version], version, pictures, folder) for version in (OLD, NEW))
        old_msi, new_msi = (make_msi(frozen[version], version, pictures, folder) for version in (OLD, NEW))
        trial = Trial(computer)
        try_one_user(trial, old, new)
        try_all_users(trial, old, new)
        try_refusals(trial, old, new)
        try_old_windows(trial, new)
        try_full_disk(trial, old, new)
        try_what_stays(trial, old, new, frozen[OLD] / "smsdesk.exe")
        try_msi(trial, old_msi, new_msi)
        return verdict(trial)


def stand_in(frozen: Path, version: str) -> Path:
    """Makes a folder such as PyInstaller makes, around a small program of our own."""
    inner = frozen / "_internal"
    (inner / "zones" / "Asia").mkdir(parents=True)
    run(COMPILER, "-O1", "-mwindows", "-o", frozen / "smsdesk.exe", HERE / "stand_in.c", "-lshell32", hint=HINT)
    (inner / "version.txt").write_text(version, encoding="utf-8")
    (inner / "zones" / "Asia" / "Muscat").write_bytes(b"TZif")
    (inner / "large.bin").write_bytes(bytes(range(256)) * (LARGE // 256))
    if version == NEW:
        (inner / ADDED).write_text("of the new version alone", encoding="utf-8")
    if version == OLD:
        (inner / "stale.txt").write_text("of the old version alone", encoding="utf-8")
        (inner / "gone").mkdir()
        (inner / "gone" / "stale.txt").write_text("and its folder", encoding="utf-8")
    return frozen


def try_old_windows(trial: Trial, setup: Path) -> None:
    """A Windows on which the program would not start."""
    say("\nAn old Windows")
    for version, code in (("win81", OLD_WINDOWS), ("win10", DONE)):
        trial.code(f"wine plays {version}", DONE, "winecfg", "-v", version)
        trial.code("installed" if code == DONE else "refused", code, *trial.setup(setup))
        trial.expect("the program is there", trial.folder.exists() == (code == DONE))
    trial.remove(trial.folder, f"HKCU\\{ENTRY}")


def try_full_disk(trial: Trial, old: Path, new: Path) -> None:
    """A write that fails in the middle: the old version still runs, and what was unpacked is gone."""
    say("\nA full disk")
    computer, folder = trial.computer, trial.folder
    trial.expect("a first installation fails", install_without_room(computer, *trial.setup(old)) == FAILED)
    trial.expect("it leaves nothing", not folder.exists())
    trial.code("installed", 0, *trial.setup(old))
    before = tree(folder)
    trial.expect("an upgrade fails", install_without_room(computer, *trial.setup(new)) == FAILED)
    trial.expect("the old version is as it was", tree(folder) == before and set(before) == listed(folder))
    trial.code("it runs", 0, computer.name_of(folder / "smsdesk.exe"), "--version")
    trial.code("with room again it is upgraded", 0, *trial.setup(new))
    trial.expect("nothing stale is left", set(tree(folder)) == listed(folder))
    trial.remove(folder, f"HKCU\\{ENTRY}")


def try_what_stays(trial: Trial, old: Path, new: Path, program: Path) -> None:
    """A file that can't be moved: all that was moved before it comes back."""
    say("\nA file that another program holds, or a folder that has its name")
    folder = trial.folder
    trial.code("installed", 0, *trial.setup(old))
    before = tree(folder)
    with trial.program_open(program, folder / "_internal" / "zones" / "Asia" / "Muscat"):
        trial.code("an upgrade fails", FAILED, *trial.setup(new))
    trial.expect("the old version is as it was", tree(folder) == before)
    in_the_way = folder / "_internal" / ADDED / "notes.txt"
    in_the_way.parent.mkdir()
    in_the_way.touch()
    before = tree(folder)
    trial.code("an upgrade fails", FAILED, *trial.setup(new))
    trial.expect("the old version is as it was", tree(folder) == before)
    shutil.rmtree(in_the_way.parent)
    trial.code("upgraded", 0, *trial.setup(new))
    trial.expect("nothing stale is left", set(tree(folder)) == listed(folder))
    trial.remove(folder, f"HKCU\\{ENTRY}")


def install_without_room(computer: Computer, *command: str) -> int:
    """Installs where no file may become larger than `ROOM`: writing on fails as it does on a full disk."""
    return computer.run(*command, before=limit_files)


def limit_files() -> None:
    """For the process that this is called in, and what it starts."""
    if sys.platform != "win32":  # where there is no wine either
        import resource

        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (ROOM, ROOM))
