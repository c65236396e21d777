"""Tries the installers as users and IT would: install, refuse while open, upgrade, uninstall.

    python packaging/windows/trial.py OLD-setup.exe NEW-setup.exe [OLD.msi NEW.msi]

On Windows it tries these files on the Windows that it runs on (meant for a machine that is thrown away). Under wine
`dev.py try-windows` calls it with a stand-in for the program.
"""

# As dev.py: the standard library only.
from __future__ import annotations

import shutil
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from programs import say

from windows.computer import Computer, this_computer, wait_until

if TYPE_CHECKING:
    from collections.abc import Iterator

ENTRY = "Software\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\smsdesk"
LIST = "installed-files.txt"
PEOPLE = "smsdesk.people"
KINDS = (".csv", ".xlsx", ".vcf")
DEMO = ("--demo",)

DONE, FAILED, NO_LIST, OPEN, UNFIT_FOLDER, OLD_WINDOWS = 0, 2, 3, 5, 7, 8
"""Exit codes of the installer, as exit_codes.nsh has them."""


class Trial:
    """What was tried, and how it went.

    Args:
        computer: where.
        open_with: the program's arguments with which it stays open.
    """

    def __init__(self, computer: Computer, *open_with: str) -> None:
        self.computer = computer
        self.failed: list[str] = []
        self._open_with = open_with
        self.profile = computer.local / "smsdesk"
        self.folder = computer.local / "Programs" / "smsdesk"

    def expect(self, what: str, so: object) -> None:
        """Says whether it is so."""
        say(f"{'ok  ' if so else 'FAIL'}  {what}")
        if not so:
            self.failed.append(what)

    def code(self, what: str, expected: int, *command: str) -> None:
        """Runs a program and holds its exit code against the expected one."""
        code = self.computer.run(*command)
        self.expect(f"{what} (exit code {code})", code == expected)

    def setup(self, setup: Path, *options: str, into: Path | None = None) -> tuple[str, ...]:
        """The command that installs silently; a folder is named last and without quotes, whatever blanks it has."""
        folder = () if into is None else f"/D={self.computer.name_of(into)}".split(" ")
        return (self.computer.name_of(setup), "/S", *options, *folder)

    def uninstaller(self, folder: Path) -> tuple[str, ...]:
        """The command that uninstalls silently and stays, so that its exit code can be had; it leaves itself behind."""
        return (
            self.computer.name_of(folder / "uninstall.exe"),
            "/S",
            *f"_?={self.computer.name_of(folder)}".split(" "),
        )

    @contextmanager
    def program_open(self, program: Path, *holding: Path) -> Iterator[None]:
        """The program is open meanwhile; the stand-in can hold a file, too."""
        with tempfile.TemporaryDirectory(prefix="smsdesk-") as temporary:
            sign = Path(temporary) / "runs"
            options = self._open_with or tuple(map(self.computer.name_of, (sign, *holding)))
            process = self.computer.start(self.computer.name_of(program), *options)
            try:
                self.expect("a program is open", self._open_with or wait_until(sign.exists))
                yield
            finally:
                if self._open_with:
                    process.kill()
                sign.unlink(missing_ok=True)
                process.wait(60)

    def program_test(self, folder: Path, test: str) -> None:
        """The program's own test, which says into a file how it went: a window program has no output."""
        with tempfile.TemporaryDirectory(prefix="smsdesk-") as temporary:
            report = Path(temporary) / "report"
            program, output = map(self.computer.name_of, (folder / "smsdesk.exe", report))
            code = self.computer.run(program, test, "--output", output)
            if code != DONE and report.exists():
                say(report.read_text(encoding="utf-8"))
            self.expect(f"the program's {test} (exit code {code})", code == DONE)

    def put_foreign_files(self, folder: Path) -> list[Path]:
        """Files that are not the installer's; none may ever be touched."""
        foreign = [folder / "notes.txt", folder / "_internal" / "notes.txt", self.profile / "smsdesk.db"]
        for path in foreign:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text("not the installer's", encoding="utf-8")
        return foreign

    def remove(self, folder: Path, entry: str) -> None:
        """Uninstalls; the uninstaller goes on after its first process has ended, so its last deed is awaited."""
        self.code("uninstalled", DONE, self.computer.name_of(folder / "uninstall.exe"), "/S")
        self.expect("no entry among the programs", wait_until(lambda: not self.computer.has_key(entry)))


def tree(folder: Path) -> dict[str, tuple[int, int]]:
    """Every file below, with its size and time."""
    stats = {path: path.stat() for path in folder.rglob("*") if path.is_file()}
    return {path.relative_to(folder).as_posix(): (stat.st_size, stat.st_mtime_ns) for path, stat in stats.items()}


def listed(folder: Path) -> set[str]:
    """The files that the installation's own list names."""
    lines = (folder / LIST).read_text(encoding="utf-16-le").splitlines()
    return {line.replace("\\", "/") for line in lines if not line.endswith("\\")}


def try_one_user(trial: Trial, old: Path, new: Path) -> None:
    """Per user and without an administrator: the way from the first installation to the last file."""
    say("\nOne user, no administrator")
    computer, folder, entry = trial.computer, trial.folder, f"HKCU\\{ENTRY}"
    link = computer.roaming / "Microsoft" / "Windows" / "Start Menu" / "Programs" / "smsdesk.lnk"
    trial.code("installed", DONE, *trial.setup(old))
    trial.expect("the files are those of its list", set(tree(folder)) == listed(folder))
    trial.expect("it is in the start menu", link.is_file())
    trial.expect("it is among the programs", computer.has_key(entry))
    for kind in KINDS:
        offered = computer.has_value(f"HKCU\\Software\\Classes\\{kind}\\OpenWithProgids", PEOPLE)
        trial.expect(f"it is offered for {kind}", offered)
    trial.program_test(folder, "--build-check")
    foreign = trial.put_foreign_files(folder)

    before = tree(folder)
    with trial.program_open(folder / "smsdesk.exe"):
        trial.code("no upgrade while it is open", OPEN, *trial.setup(new))
        trial.code("no uninstallation either", OPEN, *trial.uninstaller(folder))
    trial.expect("nothing was changed", tree(folder) == before)

    leave_half_done(folder)
    trial.code("upgraded in place", DONE, *trial.setup(new))
    here = {path.relative_to(folder).as_posix() for path in foreign if path.is_relative_to(folder)}
    trial.expect("nothing stale is left, nothing foreign gone", set(tree(folder)) == listed(folder) | here)
    trial.program_test(folder, "--self-test")

    trial.remove(folder, entry)
    trial.expect("the profile and foreign files stay", all(path.is_file() for path in foreign))
    trial.expect("nothing else does", set(tree(folder)) == here)
    trial.expect("it left the start menu", not link.exists())
    trial.expect("it is offered no more", not computer.has_key(f"HKCU\\Software\\Classes\\{PEOPLE}"))
    shutil.rmtree(folder)


def leave_half_done(folder: Path) -> None:
    """Leaves the folder as an installer does that a power cut ended when its files were nearly all in place."""
    for name in (".smsdesk-incoming", ".smsdesk-outgoing"):
        (folder / name).mkdir()
        (folder / name / "half.bin").touch()
    (folder / LIST).rename(folder / ".smsdesk-incoming" / LIST)


def try_all_users(trial: Trial, old: Path, new: Path) -> None:
    """As IT deploys it: for all users, in Program Files."""
    say("\nAll users")
    computer, folder, entry = trial.computer, trial.computer.programs / "smsdesk", f"HKLM\\{ENTRY}"
    trial.code("installed", DONE, *trial.setup(old, "/ALLUSERS"))
    trial.expect("the files are those of its list", set(tree(folder)) == listed(folder))
    trial.expect("it is among the programs of all", computer.has_key(entry) and not computer.has_key(f"HKCU\\{ENTRY}"))
    trial.code("upgraded in place", DONE, *trial.setup(new, "/ALLUSERS"))
    trial.expect("nothing stale is left", set(tree(folder)) == listed(folder))
    trial.remove(folder, entry)
    trial.expect("nothing is left", not folder.exists())


def try_refusals(trial: Trial, old: Path, new: Path) -> None:
    """What the installer doesn't do, and leaves as it was."""
    say("\nRefused")
    computer, folder = trial.computer, trial.folder
    trial.profile.mkdir(exist_ok=True)
    for what, place in (("the profile's folder", trial.profile), ("a folder in it", trial.profile / "program")):
        trial.code(f"not into {what}", UNFIT_FOLDER, *trial.setup(old, into=place))
        trial.expect("no program is there", not (place / "smsdesk.exe").exists())
    other = computer.local / "other profile"
    other.mkdir()
    (other / "smsdesk.db").touch()
    trial.code("not into another profile", UNFIT_FOLDER, *trial.setup(old, into=other))
    trial.expect("it holds what it held", [path.name for path in other.iterdir()] == ["smsdesk.db"])

    chosen = computer.local / "برامج المكتب" / "smsdesk"
    trial.code("a folder of one's own, with Arabic letters and a blank", DONE, *trial.setup(old, into=chosen))
    trial.code("no second copy elsewhere", UNFIT_FOLDER, *trial.setup(new, into=folder))
    trial.expect("none is there", not folder.exists())
    trial.code("an upgrade finds the folder by itself", DONE, *trial.setup(new))
    trial.expect("it is there", set(tree(chosen)) == listed(chosen) and not folder.exists())
    (chosen / LIST).rename(chosen / "kept")
    before = tree(chosen)
    trial.code("without its list nothing is removed", NO_LIST, *trial.uninstaller(chosen))
    trial.expect("nothing was", tree(chosen) == before)
    (chosen / "kept").rename(chosen / LIST)
    victims = put_victims(chosen, computer.drive or Path(chosen.anchor))
    trial.remove(chosen, f"HKCU\\{ENTRY}")
    trial.expect("nothing is left", not chosen.exists())
    trial.expect("a damaged list leads nowhere else", all(victim.is_file() for victim in victims))


def put_victims(folder: Path, drive: Path) -> list[Path]:
    """Files outside the folder, and lines in its list that name them."""
    victims = [folder.parent / "victim.txt", drive / "victim.txt"]
    for victim in victims:
        victim.touch()
    with (folder / LIST).open("a", encoding="utf-16-le", newline="") as written:
        written.write("..\\victim.txt\r\n\\victim.txt\r\nC:\\victim.txt\r\n")
    return victims


def try_msi(trial: Trial, old: Path, new: Path) -> None:
    """The MSI, as a group policy would."""
    say("\nMSI")
    computer, folder = trial.computer, trial.computer.programs / "smsdesk"
    trial.code("installed", DONE, "msiexec", "/i", computer.name_of(old), "/qn")
    first = set(tree(folder))
    trial.expect("the program is there", "smsdesk.exe" in first)
    trial.code("upgraded", DONE, "msiexec", "/i", computer.name_of(new), "/qn")
    trial.expect("the program is there", "smsdesk.exe" in set(tree(folder)))
    trial.expect("nothing stale is left", old == new or "_internal/stale.txt" not in tree(folder))
    trial.code("uninstalled", DONE, "msiexec", "/x", computer.name_of(new), "/qn")
    trial.expect("no file is left", not tree(folder))


def main(arguments: list[str]) -> int:
    """Tries the real installers on this Windows; gives the exit code."""
    old, new, *msis = (Path(name).resolve() for name in arguments)
    trial = Trial(this_computer(), *DEMO)
    try_one_user(trial, old, new)
    try_all_users(trial, old, new)
    try_refusals(trial, old, new)
    if msis:
        try_msi(trial, *msis)
    return verdict(trial)


def verdict(trial: Trial) -> int:
    """Says what failed; gives the exit code."""
    say(f"\nFailed: {len(trial.failed)}" if trial.failed else "\nThe installers do what they promise.")
    return 1 if trial.failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
