"""The developer's commands, from a fresh clone on.

    python3 packaging/dev.py run [smsdesk options]    open smsdesk in demo mode
    python3 packaging/dev.py test [pytest options]    formatting, lint, types, import layers, workflows, tests
    python3 packaging/dev.py test --under-load [pytest options]
                                                      the tests alone, three times, while the machine is busy
    python3 packaging/dev.py bench                    every benchmark, one after the other
    python3 packaging/dev.py translate                bring the files in resources/i18n up to date with the source
    python3 packaging/dev.py bundle [--try]           what is installed on this system, into dist/; as root, tried
    python3 packaging/dev.py installers ZIP           Windows' installers, made on Linux from the portable ZIP
    python3 packaging/dev.py try-windows              the installers tried under wine, with a stand-in for the program
    python3 packaging/dev.py release-files FOLDER REF sums and list of parts for the packages of all systems

Each command first makes sure that what it needs is there: system packages (on Debian and its relatives),
a virtual environment in `.venv`, and the versions pinned in pyproject.toml. What is there is left alone.
"""

# Only the standard library, and nothing at import time that a Python too old for smsdesk has not: it is to be
# told so in words.
from __future__ import annotations

import os
import platform
import sys
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

from environment import ENVIRONMENT, ENVIRONMENT_PYTHON, provide_system_packages, set_up
from programs import ROOT, running, say, start

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

OLDEST_PYTHON = (3, 11)
INTERRUPTED = 130
OFFSCREEN = {"QT_QPA_PLATFORM": "offscreen"}
# What was compiled is kept, though not in the tree: else every process that a test starts compiles all of it anew.
COMPILED = {"PYTHONPYCACHEPREFIX": str(ENVIRONMENT / "compiled")}

UNDER_LOAD = "--under-load"
ROUNDS = 3
# It ends by itself where nobody can end it any more.
BUSY = (sys.executable, "-c", "import os, sys\nwhile os.getppid() == int(sys.argv[1]): pass", str(os.getpid()))
BUSY_PROCESSES = 2

# A file's tests stay together and in order; files go to whichever process is free. There is one more than the two cores
# that are meant: tests wait for answers, and to others that is time.
PYTEST = ("-m", "pytest", "-n", "3", "--dist", "loadfile")

CHECKS = (
    ("ruff format --check .", ("-m", "ruff", "format", "--check", ".")),
    ("ruff check .", ("-m", "ruff", "check", ".")),
    ("mypy", ("-m", "mypy")),
    # The code that only runs on other systems; each has a cache of its own, or every check would begin at nothing.
    ("mypy --platform win32", ("-m", "mypy", "--platform", "win32", "--cache-dir", ".mypy_cache/win32")),
    ("mypy --platform darwin", ("-m", "mypy", "--platform", "darwin", "--cache-dir", ".mypy_cache/darwin")),
    # import-linter cannot be started with -m, and its start script breaks when the folder is moved.
    ("lint-imports", ("-c", "from importlinter.cli import lint_imports_command as main; main()", "--no-logo")),
    ("workflows", ("packaging/workflows.py",)),
    ("pytest", PYTEST),
)


def main(arguments: Sequence[str]) -> int:
    """Carries out one command and returns the exit code."""
    command, *rest = arguments or ("",)
    commands = {
        "run": run,
        "test": test,
        "bench": bench,
        "translate": translate,
        "bundle": bundle,
        "installers": installers,
        "try-windows": try_windows,
        "release-files": release_files,
    }
    if command not in commands:
        asked_for_help = command in ("-h", "--help")
        print(__doc__, file=sys.stdout if asked_for_help else sys.stderr)
        return 0 if asked_for_help else 2
    if is_too_old(sys.version_info[:2]):
        wanted = ".".join(map(str, OLDEST_PYTHON))
        say(f"smsdesk needs Python {wanted} or newer; this is Python {platform.python_version()}.")
        return 1
    try:
        if command != "bundle":  # it works in an environment of its own
            set_up()
        return commands[command](rest)
    except KeyboardInterrupt:
        return INTERRUPTED


def run(options: Sequence[str]) -> int:
    """Opens the window in demo mode, or does the self-test where there is no display."""
    if has_display(sys.platform, os.environ):
        say("Opening smsdesk in demo mode (no real message is sent)")
        return start(ENVIRONMENT_PYTHON, "-m", "smsdesk", "--demo", *options)
    say("There is no display here: smsdesk does its self-test instead of opening the window")
    return start(ENVIRONMENT_PYTHON, "-m", "smsdesk", "--self-test", *options, **OFFSCREEN)


def test(options: Sequence[str]) -> int:
    """Does every check, a failed one included, and says at the end which failed."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # who sets it wants nothing in the tree: see COMPILED
    if UNDER_LOAD in options:
        return test_under_load([option for option in options if option != UNDER_LOAD])
    failed = []
    for number, (name, arguments) in enumerate(CHECKS, start=1):
        say(f"\n[{number}/{len(CHECKS)}] {name}")
        if start(ENVIRONMENT_PYTHON, *arguments, *(options if name == "pytest" else ()), **OFFSCREEN, **COMPILED):
            failed.append(name)
    say(f"\nFailed: {', '.join(failed)}" if failed else f"\nAll {len(CHECKS)} checks passed.")
    return 1 if failed else 0


def test_under_load(options: Sequence[str]) -> int:
    """Runs the tests three times while other processes keep the cores busy; every round must pass."""
    failed = []
    with running([BUSY] * BUSY_PROCESSES):
        for number in range(1, ROUNDS + 1):
            say(f"\n[round {number}/{ROUNDS}] pytest, beside {BUSY_PROCESSES} busy processes")
            code = start(ENVIRONMENT_PYTHON, *PYTEST, *options, **OFFSCREEN, **COMPILED)
            say(f"[round {number}/{ROUNDS}] {'passed' if code == 0 else f'failed (exit code {code})'}")
            if code:
                failed.append(str(number))
    say(f"\nFailed: round {', '.join(failed)} of {ROUNDS}" if failed else f"\nAll {ROUNDS} rounds passed.")
    return 1 if failed else 0


def bench(options: Sequence[str]) -> int:
    """Runs the benchmarks in the order of their names, and says at the end which failed."""
    if options:
        say("bench takes no options")
        return 2
    variables = {} if has_display(sys.platform, os.environ) else OFFSCREEN
    scripts = sorted((ROOT / "tests" / "benchmarks").glob("bench_*.py"))
    failed = []
    for number, script in enumerate(scripts, start=1):
        say(f"\n[{number}/{len(scripts)}] {script.name}")
        if start(ENVIRONMENT_PYTHON, "-m", f"tests.benchmarks.{script.stem}", **variables):
            failed.append(script.name)
    say(f"\nFailed: {', '.join(failed)}" if failed else f"\n{len(scripts)} benchmarks done.")
    return 1 if failed else 0


def bundle(options: Sequence[str]) -> int:
    """Makes what is installed on this system."""
    import bundle

    return bundle.bundle(options)


def installers(options: Sequence[str]) -> int:
    """Makes setup.exe and the MSI from the portable ZIP, beside it."""
    from windows.installer import DEBIAN_PACKAGES, make_installers

    if len(options) != 1:
        say("installers takes one option: the ZIP that bundle made on Windows")
        return 2
    say(f"Packages for the installers: {provide_system_packages(DEBIAN_PACKAGES)}")
    portable = Path(options[0]).resolve()
    try:
        for made in make_installers(portable, portable.parent):
            say(made.name)
    except (OSError, ValueError, zipfile.BadZipFile) as error:
        say(f"No installers could be made. {error}")
        return 1
    return 0


def try_windows(options: Sequence[str]) -> int:
    """Tries the installers under wine."""
    from windows import computer, installer

    if options:
        say("try-windows takes no options")
        return 2
    needed = (*installer.DEBIAN_PACKAGES, *computer.DEBIAN_PACKAGES)
    say(f"Packages for the trial: {provide_system_packages(needed)}")
    from windows.wine_trial import try_under_wine

    return try_under_wine()


def release_files(options: Sequence[str]) -> int:
    """Adds to the packages of all systems what a release needs beside them."""
    import release

    if len(options) != 2:
        say("release-files takes two options: the folder of the packages, and what git names the commit")
        return 2
    release.release_files(Path(options[0]).resolve(), options[1])
    return 0


def translate(options: Sequence[str]) -> int:
    """Bring every translation up to date, in the environment that has Qt's tools."""
    if options:
        say("translate takes no options")
        return 2
    work = "import translations as t; t.update(sorted(t.FOLDER.glob('*.ts')))"
    return start(ENVIRONMENT_PYTHON, "-c", work, PYTHONPATH=str(ROOT / "packaging"))


def is_too_old(version: tuple[int, int]) -> bool:
    """Tells whether smsdesk cannot run in this Python version (major, minor)."""
    return version < OLDEST_PYTHON


def has_display(system: str, variables: Mapping[str, str]) -> bool:
    """Tells whether a window can be shown: on Linux only if X11 or Wayland is announced.

    Args:
        system: as in `sys.platform`.
        variables: the process environment.
    """
    return system != "linux" or bool(variables.get("DISPLAY") or variables.get("WAYLAND_DISPLAY"))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
