from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from smsdesk.build_check.run import CHECKS, build_check

if TYPE_CHECKING:
    import pytest

ROOT = Path(__file__).resolve().parents[2]
FORCED_TO_LEAVE_S = 100

LOST_LIBRARY = "import sys; sys.modules['python_calamine'] = None"

NEVER_RETURNS = """
import sys, threading
from smsdesk.build_check.check import Check
from smsdesk.build_check.run import build_check
hangs = Check("hangs", lambda: str(threading.Event().wait()))
sys.exit(build_check([hangs], deadline_s=0.5))
"""


def run(*arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    own = {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", "TMPDIR": str(folder)}
    return subprocess.run(
        [sys.executable, *arguments], cwd=folder, env={**os.environ, **own}, capture_output=True, encoding="utf-8",
        timeout=FORCED_TO_LEAVE_S, check=False,
    )  # fmt: skip


def test_the_checkout_itself_passes_and_says_so_in_a_file_too(tmp_path: Path) -> None:
    report = tmp_path / "report.txt"
    done = run("-m", "smsdesk", "--build-check", "--output", str(report), folder=tmp_path)
    lines = done.stdout.splitlines()
    assert done.returncode == 0, done.stdout + done.stderr
    assert all(line.startswith("ok    ") for line in lines)
    assert len(lines) == len(CHECKS) + 2
    assert report.read_text(encoding="utf-8").splitlines() == lines
    assert [path.name for path in tmp_path.iterdir()] == ["report.txt"], "it left something behind"


def test_what_the_build_lost_fails_it_and_only_that(tmp_path: Path) -> None:
    code = f"{LOST_LIBRARY}\nfrom smsdesk.build_check.run import main\nsys.exit(main(['--build-check']))"
    done = run("-c", code, folder=tmp_path)
    assert done.returncode == 1, done.stdout + done.stderr
    lines = [line for line in done.stdout.splitlines() if not line.startswith("      ")]
    failed = [line.partition(": ")[0] for line in lines[:-1] if line.startswith("FAIL")]
    assert failed == ["FAIL  lists of people"]
    assert lines[-1] == f"FAIL  1 of {len(CHECKS) + 1} checks failed: lists of people"


def test_a_build_without_a_part_of_qt_fails(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")  # it is set, and shall be as before afterwards
    monkeypatch.setitem(sys.modules, "PySide6.QtWidgets", None)
    assert build_check(()) == 1
    said = capsys.readouterr().out.splitlines()
    assert said[0].startswith("FAIL  window library: ModuleNotFoundError")
    assert said[-1] == "FAIL  1 of 1 checks failed: window library"


def test_a_check_that_never_returns_is_ended(tmp_path: Path) -> None:
    done = run("-c", NEVER_RETURNS, folder=tmp_path)
    assert done.returncode == 1
    assert done.stdout.splitlines()[-1] == "FAIL  not done after 0.5 s"


def test_a_place_that_can_not_be_written_is_told(tmp_path: Path) -> None:
    done = run("-m", "smsdesk", "--build-check", "--output", str(tmp_path / "no" / "report.txt"), folder=tmp_path)
    assert done.returncode == 2
    assert "can't be written" in done.stderr
