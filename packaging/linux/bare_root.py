"""A trial of the Debian package in a Debian that holds nothing but itself: only there a missing dependency shows."""

# As dev.py: the standard library only.
from __future__ import annotations

import os
import platform
import shutil
import subprocess
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from frozen import BUILD, MOST_SECONDS, SELF_TESTS
from programs import run, say

if TYPE_CHECKING:
    from collections.abc import Iterator

APT_OPTIONS = ("-y", "-qq", "-o", "Dpkg::Use-Pty=0")
QUIETLY = {"DEBIAN_FRONTEND": "noninteractive"}
DEBIAN_PACKAGES = ("mmdebstrap", "xvfb")

ROOT_FOLDER = BUILD / "bare-root"
SOURCES = (
    "/etc/apt/sources.list.d/debian.sources",
    "/etc/apt/sources.list.d/ubuntu.sources",
    "/etc/apt/sources.list",
)
NOBODY = "65534:65534"


def try_in_bare_debian(package: Path) -> None:
    """Installs the package in a fresh root, lets it check itself there without and with a screen, and removes it.

    Raises:
        SystemExit: something is not as it should be.
    """
    make_root(package)
    try:
        for test in SELF_TESTS:
            say(f"  {last_line(test)}")
        with screen() as display:
            say(f"  on a screen: {last_line('--self-test', f'DISPLAY={display}', 'QT_QPA_PLATFORM=xcb')}")
        run("chroot", ROOT_FOLDER, "apt-get", *APT_OPTIONS, "purge", "smsdesk", variables=QUIETLY)
        left = [str(path) for path in ROOT_FOLDER.glob("usr/**/*smsdesk*")]
        if left:
            raise SystemExit(f"The removed package left behind: {', '.join(left)}")
        say("  removed, and nothing left behind")
    finally:
        shutil.rmtree(ROOT_FOLDER, ignore_errors=True)


def make_root(package: Path) -> None:
    """Makes the root from this system's own sources, with the package and what it says it needs."""
    say("A bare root with the package installed")
    shutil.rmtree(ROOT_FOLDER, ignore_errors=True)
    release = platform.freedesktop_os_release()["VERSION_CODENAME"]
    sources = next(path for path in SOURCES if Path(path).exists() and Path(path).stat().st_size)
    install = f'chroot "$1" apt-get {" ".join(APT_OPTIONS)} install --no-install-recommends /{package.name} >/dev/null'
    run(
        "mmdebstrap", "--mode=root", "--variant=minbase", "--quiet",
        f"--customize-hook=copy-in '{package}' /", f"--customize-hook={install}",
        release, ROOT_FOLDER, sources,
        variables=QUIETLY,
    )  # fmt: skip


def last_line(test: str, *variables: str) -> str:
    """Lets the installed program do this test, as a user who owns nothing; gives the line that it ends with.

    Raises:
        SystemExit: it failed; what it said is printed.
    """
    done = subprocess.run(
        [
            "unshare", "--mount", "--pid", "--fork", f"--mount-proc={ROOT_FOLDER / 'proc'}",
            "chroot", f"--userspec={NOBODY}", ROOT_FOLDER,
            "/usr/bin/env", "-i", "PATH=/usr/bin:/bin", "HOME=/tmp", "LANG=C.UTF-8",
            "SMSDESK_SCREENSHOT=/tmp/self-test.png", *variables,
            "smsdesk", test, "--output", "/tmp/report.txt",
        ],
        capture_output=True, text=True, check=False, timeout=MOST_SECONDS,
    )  # fmt: skip
    lines = done.stdout.splitlines()
    report = ROOT_FOLDER / "tmp/report.txt"
    if done.returncode or not lines or report.read_text(encoding="utf-8").splitlines() != lines:
        say("\n".join([*lines, done.stderr]))
        raise SystemExit(f"{test} of the installed program failed (exit code {done.returncode}).")
    return lines[-1]


@contextmanager
def screen() -> Iterator[str]:
    """Opens a virtual screen outside the root, so that nothing of it is installed there; gives its name."""
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x900x24", "-ac", "-nolisten", "tcp"],
        pass_fds=(write,), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    os.close(write)
    try:
        with os.fdopen(read) as number:
            told = number.readline().strip()  # it writes the number when it is ready, and closes when it ends
        if not told:
            raise SystemExit("Xvfb could not be started.")
        yield f":{told}"
    finally:
        server.terminate()
        server.wait()
