"""`dev.py bundle`: from a checkout to what is installed, for the system that this runs on.

    python3 packaging/dev.py bundle          into dist/, with the sums of all files
    python3 packaging/dev.py bundle --try    the same, and the Debian package tried in a bare Debian (as root)

Wheel, pinned packages in a fresh environment, PyInstaller, the frozen program's own checks, packages. The same commit,
Python and system give the same bytes.
"""

# As dev.py: the standard library only.
from __future__ import annotations

import os
import platform
import shutil
import subprocess
from typing import TYPE_CHECKING, Any

import pins
from archive import pack, write_sums
from environment import DEBIAN_PACKAGES, is_debian_like, is_root, provide_system_packages
from frozen import BUILD, Bench, prove
from programs import ROOT, say

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

DIST = ROOT / "dist"
TRY = "--try"
SOMETIME = 1_700_000_000
"""Seconds since 1970, for a checkout that knows no commit."""


def bundle(options: Sequence[str]) -> int:
    """Makes everything for this system, and gives the exit code."""
    if [option for option in options if option != TRY]:
        say(f"bundle takes one option: {TRY}")
        return 2
    debian = on_debian()
    if TRY in options and not (debian and is_root()):
        say(f"{TRY} needs Debian or one of its relatives, and root")
        return 2
    # Not at the top: Pythons that are too old do not have it.
    import tomllib

    pyproject = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    require_pins(pyproject)
    version, epoch = pyproject["project"]["version"], time_of_commit()
    say(f"System packages: {provide_system_packages(packages_needed(debian, TRY in options))}")
    bench = Bench(epoch)
    bench.make(version)
    say("The frozen program checks itself")
    prove(bench.program)
    shutil.rmtree(DIST, ignore_errors=True)
    DIST.mkdir()
    made = [shutil.copy(bench.wheel, DIST), *packages(bench, version, debian)]
    say("\n".join(["", "In dist:", write_sums(DIST, [path.name for path in map(ROOT.joinpath, made)]).read_text()]))
    if TRY in options:
        from linux.bare_root import try_in_bare_debian

        try_in_bare_debian(next(DIST.glob("*.deb")))
    return 0


def packages(bench: Bench, version: str, debian: bool) -> list[Path]:
    """Makes what is handed out on this system, in `dist`."""
    if platform.system() == "Windows":
        from windows.portable import make_portable

        return [make_portable(bench.folder, version, DIST)]
    if platform.system() == "Darwin":
        from macos.package import make_packages

        return make_packages(bench.app, version, DIST)
    made = []
    if debian:
        from linux.debian_package import Package, check_package, make_debian_package

        say("The Debian package")
        package = Package(bench.folder, version, bench.epoch, BUILD / "pictures")
        made.append(make_debian_package(package, DIST))
        check_package(made[0], package)
    say("The archive, for all that is no Debian")
    packed = DIST / f"smsdesk-{version}-linux-{platform.machine()}.tar.xz"
    return [*made, pack(bench.folder, f"smsdesk-{version}", packed, bench.epoch)]


def require_pins(pyproject: dict[str, Any]) -> None:
    """Sees to it that the lists of pinned packages are those of pyproject.toml.

    Raises:
        SystemExit: one was not made anew after a pin had been changed.
    """
    project = pyproject["project"]
    program, build = project["dependencies"], project["optional-dependencies"]["build"]
    for file, wanted in ((pins.PROGRAM, program), (pins.BUILD, [*program, *build])):
        astray = pins.out_of_step(wanted, pins.pinned_versions(file.read_text(encoding="utf-8")))
        if astray:
            told = f"{file.name} is older than pyproject.toml: {', '.join(astray)}."
            raise SystemExit(f"{told} packaging/README.md says how to make it anew.")


def time_of_commit() -> int:
    """Gives when this commit was made, in seconds since 1970; SOURCE_DATE_EPOCH goes first."""
    given = os.environ.get("SOURCE_DATE_EPOCH")
    if given:
        return int(given)
    try:
        done = subprocess.run(  # as root too, in a checkout that is somebody else's
            ["git", "-c", f"safe.directory={ROOT}", "log", "-1", "--format=%ct"],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=True,
        )
    except (OSError, subprocess.CalledProcessError):
        return SOMETIME
    return int(done.stdout)


def packages_needed(debian: bool, to_try: bool) -> tuple[str, ...]:
    """Gives the Debian packages that bundling takes; none elsewhere."""
    if not debian:
        return ()
    from linux import bare_root, debian_package

    return (
        *DEBIAN_PACKAGES,
        *debian_package.DEBIAN_PACKAGES,
        *(bare_root.DEBIAN_PACKAGES if to_try else ()),
    )


def on_debian() -> bool:
    """Tells whether Debian packages are made here."""
    if platform.system() != "Linux":
        return False
    try:
        return is_debian_like(platform.freedesktop_os_release())
    except OSError:
        return False
