"""A Windows to try an installer on: this very one, or wine with a drive of its own."""

# As dev.py: the standard library only.
from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

PATIENCE_S = 300
"""Ends only a trial that has failed already."""

WINE = ("/usr/lib/wine/wine64", "/usr/lib/wine/wineserver64")
DEBIAN_PACKAGES = ("wine64", "gcc-mingw-w64-x86-64-win32")
HINT = f"Debian has it: apt-get install {' '.join(DEBIAN_PACKAGES)}"


@dataclass(frozen=True, slots=True)
class Computer:
    """A Windows, as whoever tries an installer sees it.

    Args:
        local: the folder that Windows names %LOCALAPPDATA%.
        roaming: %APPDATA%.
        programs: %PROGRAMFILES%, for 64-bit programs.
        launcher: what starts a Windows program here.
        variables: the environment of what is started.
        drive: where the drive C: lies, when this system does not call it so itself.
    """

    local: Path
    roaming: Path
    programs: Path
    launcher: tuple[str, ...] = ()
    variables: Mapping[str, str] = field(default_factory=lambda: dict(os.environ))
    drive: Path | None = None

    def run(self, *command: str, before: Callable[[], None] | None = None) -> int:
        """Runs a Windows program; gives its exit code.

        Args:
            command: as Windows takes it.
            before: done in the new process before it becomes that program; not on Windows.
        """
        done = subprocess.run(
            [*self.launcher, *command], env=self.variables, preexec_fn=before, stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=PATIENCE_S, check=False,
        )  # fmt: skip
        return done.returncode

    def start(self, *command: str) -> subprocess.Popen[bytes]:
        """Starts a Windows program and does not wait for its end."""
        return subprocess.Popen(
            [*self.launcher, *command], env=self.variables, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )  # fmt: skip

    def has_key(self, key: str) -> bool:
        """Tells whether the registry has this key."""
        return self.run("reg", "query", key) == 0

    def has_value(self, key: str, name: str) -> bool:
        """Tells whether the registry has this value."""
        return self.run("reg", "query", key, "/v", name) == 0

    def name_of(self, path: Path) -> str:
        """Gives a file's name as Windows has it."""
        if self.drive is None:
            return str(path)
        if path.is_relative_to(self.drive):
            return "C:\\" + str(path.relative_to(self.drive)).replace("/", "\\")
        return "Z:" + str(path).replace("/", "\\")


def this_computer() -> Computer:
    """The Windows that this runs on."""
    local, roaming, programs = (Path(os.environ[name]) for name in ("LOCALAPPDATA", "APPDATA", "ProgramFiles"))
    return Computer(local, roaming, programs)


@contextmanager
def wine_computer() -> Iterator[Computer]:
    """A Windows under wine, made for this and gone afterwards.

    Raises:
        SystemExit: wine is not there, or does not start.
    """
    launcher, server = WINE
    if shutil.which(launcher) is None:
        raise SystemExit(f"wine64 is missing. {HINT}")
    with tempfile.TemporaryDirectory(prefix="smsdesk-wine-") as temporary:
        prefix = Path(temporary) / "prefix"
        own = {
            "WINEPREFIX": str(prefix),
            "WINEDEBUG": "-all",
            "WINEDLLOVERRIDES": "mscoree,mshtml=;winemenubuilder.exe=d",
        }
        variables = {name: value for name, value in os.environ.items() if name != "DISPLAY"} | own
        try:
            for command in (("wineboot", "--init"), ("winecfg", "-v", "win10")):
                done = subprocess.run([launcher, *command], env=variables, timeout=PATIENCE_S, check=False)
                if done.returncode:
                    raise SystemExit("wine does not start here")
            user = next(path for path in (prefix / "drive_c" / "users").iterdir() if path.name != "Public")
            yield Computer(
                local=user / "AppData" / "Local", roaming=user / "AppData" / "Roaming",
                programs=prefix / "drive_c" / "Program Files", launcher=(launcher,), variables=variables,
                drive=prefix / "drive_c",
            )  # fmt: skip
        finally:
            subprocess.run([server, "--kill", "--wait"], env=variables, timeout=PATIENCE_S, check=False)


def wait_until(so: Callable[[], bool]) -> bool:
    """Waits for what a process does that nobody can wait for; False when it doesn't come."""
    deadline = time.monotonic() + PATIENCE_S
    while not so():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.1)
    return True
