"""The frozen program: made in an environment of its own from pinned packages alone, and made to prove itself."""

# As dev.py: the standard library only.
from __future__ import annotations

import os
import platform
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pins
from programs import ROOT, run, say

BUILD = ROOT / "build" / "bundle"
PACKAGING = ROOT / "packaging"

SELF_TESTS = ("--build-check", "--self-test")
MOST_SECONDS = 600


class Bench:
    """Where one build is made; nothing of an earlier one is left in it.

    Args:
        epoch: the time of everything that is made, in seconds since 1970.

    Attributes:
        python: of the build's own environment.
        folder: the frozen program.
        app: the same as macOS wants it; there alone.
        wheel: what was installed.
    """

    def __init__(self, epoch: int) -> None:
        self.epoch = epoch
        self.python = BUILD / "environment" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
        self.folder = BUILD / "frozen" / "smsdesk"
        self.app = BUILD / "frozen" / "smsdesk.app"
        self.wheel = Path()
        # What is made must not depend on what the user happens to have set, nor on the day.
        self._variables = {
            "SOURCE_DATE_EPOCH": str(epoch),
            "PYTHONHASHSEED": "0",
            "PYTHONPATH": "",
            "PYTHONNOUSERSITE": "1",
            "PYINSTALLER_CONFIG_DIR": str(BUILD / "cache"),
            "SMSDESK_BUILD": str(BUILD),
            "QT_QPA_PLATFORM": "offscreen",
        }

    def make(self, version: str) -> None:
        """Makes the wheel, installs it with the pinned packages, and freezes it.

        Raises:
            SystemExit: a step failed; it has said why.
        """
        shutil.rmtree(BUILD, ignore_errors=True)
        BUILD.mkdir(parents=True)
        say("A fresh environment with the pinned packages")
        run(sys.executable, "-m", "venv", self.python.parents[1])
        self._pip("install", "--require-hashes", "--only-binary", ":all:", "-r", pins.BUILD)
        say("The wheel")
        wheels = BUILD / "wheel"
        run(self.python, "-m", "hatchling", "build", "-t", "wheel", "-d", wheels, variables=self._variables)
        (self.wheel,) = wheels.glob("*.whl")
        # By name, not by path: else the path would be written down in what is installed.
        self._pip("install", "--no-index", "--no-deps", "--find-links", wheels, f"smsdesk=={version}")
        forget_scripts(self.python.parents[1])
        run(self.python, PACKAGING / "icons.py", BUILD / "pictures", variables=self._variables)
        if sys.platform == "win32":
            from windows.version_resource import version_resource

            (BUILD / "version.txt").write_text(version_resource(version), encoding="utf-8")
        say("PyInstaller")
        run(
            self.python, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN",
            "--distpath", self.folder.parent, "--workpath", BUILD / "work", PACKAGING / "smsdesk.spec",
            folder=BUILD, variables=self._variables,
        )  # fmt: skip
        if astray := links_to_nowhere(self.folder):
            raise SystemExit(f"In the frozen program, links lead to what is not there: {', '.join(astray)}")

    @property
    def program(self) -> Path:
        """What the user starts."""
        if platform.system() == "Darwin":
            return self.app / "Contents" / "MacOS" / "smsdesk"
        return self.folder / ("smsdesk.exe" if platform.system() == "Windows" else "smsdesk")

    def _pip(self, *arguments: str | Path) -> None:
        # Compiled files would stand in the list of what is installed, which the frozen program carries.
        options = ("--disable-pip-version-check", "--no-input", "--quiet")
        compiled = ("--no-compile",) if arguments[0] == "install" else ()
        run(self.python, "-m", "pip", *options, *arguments, *compiled, variables=self._variables)


def links_to_nowhere(folder: Path) -> list[str]:
    """Gives the links to what was left out, by their place in the folder."""
    return [
        path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_symlink() and not path.exists()
    ]


def forget_scripts(environment: Path) -> None:
    """Takes what lies outside of the packages off their lists of files, which the frozen program carries.

    These are the start scripts, which name the place of the environment; the frozen program has none of them.
    """
    for record in environment.rglob("*.dist-info/RECORD"):
        lines = record.read_text(encoding="utf-8").splitlines(keepends=True)
        inside = [line for line in lines if not line.startswith("..")]
        record.write_text("".join(inside), encoding="utf-8", newline="")


def prove(program: Path) -> None:
    """Lets a frozen program do its build check and its self-test, far from the checkout.

    Raises:
        SystemExit: one of them failed; what it said is printed.
    """
    foreign = {name for name in os.environ if name.startswith(("PYTHON", "VIRTUAL_ENV", "QT_"))}
    variables = {name: value for name, value in os.environ.items() if name not in foreign}
    variables["SMSDESK_SCREENSHOT"] = str(BUILD / "self-test.png")
    for test in SELF_TESTS:
        report = BUILD / f"{test[2:]}.txt"
        with tempfile.TemporaryDirectory(prefix="smsdesk-bundle-") as elsewhere:
            # Into a file: a windowed program has no other way to say anything.
            done = subprocess.run(
                [program, test, "--output", report], cwd=elsewhere, env=variables, capture_output=True, check=False,
                timeout=MOST_SECONDS,
            )  # fmt: skip
        lines = report.read_text(encoding="utf-8").splitlines() if report.exists() else []
        if done.returncode or not lines:
            say("\n".join([*lines, done.stderr.decode("utf-8", "replace")]))
            raise SystemExit(f"{test} of the frozen program failed (exit code {done.returncode}).")
        say(f"  {lines[-1]}")
