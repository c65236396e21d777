from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from smsdesk import __version__
from smsdesk.support.output_file import also_to, taken_out

if TYPE_CHECKING:
    from pathlib import Path

_WINDOWED = """
import sys
sys.stdout = sys.stderr = None  # as in a program for Windows that has no console
from smsdesk.__main__ import run
sys.exit(run())
"""


def smsdesk(*arguments: str | Path, windowed: bool = False) -> subprocess.CompletedProcess[str]:
    start = ["-c", _WINDOWED] if windowed else ["-m", "smsdesk"]
    return subprocess.run(
        [sys.executable, *start, *map(str, arguments)], capture_output=True, text=True, check=False, timeout=60,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )  # fmt: skip


@pytest.mark.parametrize("windowed", [False, True])
def test_what_is_printed_stands_in_the_file(tmp_path: Path, *, windowed: bool) -> None:
    file = tmp_path / "told.txt"
    done = smsdesk("--version", "--output", file, windowed=windowed)
    assert (done.returncode, done.stderr) == (0, "")
    assert file.read_text() == f"smsdesk {__version__}\n"
    assert done.stdout == ("" if windowed else file.read_text())


@pytest.mark.parametrize("windowed", [False, True])
def test_a_list_is_checked_into_the_file(tmp_path: Path, *, windowed: bool) -> None:
    people, file = tmp_path / "people.csv", tmp_path / "told.txt"
    people.write_text("Name,Phone\nAmal,+968 9000 0012\n")
    done = smsdesk("--check-list", f"--output={file}", people, windowed=windowed)
    assert (done.returncode, done.stderr) == (0, "")
    assert '"number": "+96890000012"' in file.read_text()
    assert done.stdout == ("" if windowed else file.read_text())


def test_a_windowed_program_without_a_file_goes_on_in_silence(tmp_path: Path) -> None:
    people = tmp_path / "people.csv"
    people.write_text("Name,Phone\nAmal,+968 9000 0012\n")
    done = smsdesk("--check-list", people, windowed=True)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


@pytest.mark.parametrize("windowed", [False, True])
def test_what_goes_wrong_stands_in_the_file_too(tmp_path: Path, *, windowed: bool) -> None:
    (tmp_path / "taken").touch()
    file, profile = tmp_path / "told.txt", tmp_path / "taken" / "profile"
    done = smsdesk("--startup-report", "--profile", profile, "--output", file, windowed=windowed)
    assert done.returncode == 1
    assert "something else stands in its place" in file.read_text()


def test_a_file_that_can_not_be_written_is_said(tmp_path: Path) -> None:
    done = smsdesk("--version", "--output", tmp_path / "nowhere" / "told.txt")
    assert done.returncode == 2
    assert "can't be written" in done.stderr
    assert done.stdout == ""


def test_the_option_stands_anywhere_and_names_a_file() -> None:
    assert taken_out(["--self-test", "--output", "a b.txt", "--demo"]) == (["--self-test", "--demo"], "a b.txt")
    assert taken_out(["--output=x", "--version"]) == (["--version"], "x")
    assert taken_out(["--outputs"]) == (["--outputs"], None)
    for nothing in (["--output"], ["--output="]):
        with pytest.raises(SystemExit, match="2"):
            taken_out(nothing)


def test_each_line_is_in_the_file_as_soon_as_it_is_printed_whatever_its_signs(tmp_path: Path) -> None:
    file = tmp_path / "told.txt"
    with also_to(str(file)):
        print("ok  أمل \udcff")  # noqa: T201
        assert file.read_text(encoding="utf-8") == "ok  أمل \\udcff\n"
    with pytest.raises(SystemExit), also_to(str(file)):
        raise SystemExit("no such thing")
    assert file.read_text() == "no such thing\n"
