"""Real processes on real profiles, as an office starts them."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from contextlib import ExitStack, closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.helpers.patience import PATIENCE_S
from tests.helpers.waiting import until

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROOT = Path(__file__).resolve().parents[3]

_CLOSED_BY_A_WORD = """
import sys, threading
from PySide6.QtCore import QMetaObject, Qt
from smsdesk.app import Program
from smsdesk import launch

class Watched(Program):
    def run(self, **how):
        threading.Thread(target=self.obey, daemon=True).start()
        super().run(**how)

    def obey(self):
        for word in sys.stdin:
            if word.strip() == "close":
                QMetaObject.invokeMethod(self.window, "close", Qt.ConnectionType.QueuedConnection)

launch.Program = Watched
sys.exit(launch.main(sys.argv[1:]))
"""
"""The program, with somebody at its window who closes it when told to."""


class Started:
    """A smsdesk of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.process = subprocess.Popen(
            [sys.executable, "-c", _CLOSED_BY_A_WORD, "--profile", str(folder)],
            cwd=ROOT,
            env=_environment(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def began(self) -> bool:
        log = self.folder / "smsdesk.log"
        return log.exists() and " began: " in log.read_text(encoding="utf-8")

    def runs(self) -> bool:
        return self.process.poll() is None

    def close_window(self) -> tuple[int, str]:
        """Its exit code and what it printed."""
        out, _ = self.process.communicate("close\n", timeout=PATIENCE_S)
        return self.process.returncode, out


@pytest.fixture
def start() -> Iterator[Callable[[Path], Started]]:
    """Starts the program and waits until it listens; whatever a test leaves running is ended."""
    with ExitStack() as running:

        def start(folder: Path) -> Started:
            started = Started(folder)
            running.enter_context(started.process)
            running.callback(started.process.kill)
            until(lambda: started.began() or not started.runs())
            assert started.runs(), started.process.communicate()
            return started

        yield start


def _environment() -> dict[str, str]:
    return {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONDONTWRITEBYTECODE": "1"}


def _start_again(folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "smsdesk", "--profile", str(folder)],
        cwd=ROOT, env=_environment(), capture_output=True, text=True, timeout=PATIENCE_S, check=False,
    )  # fmt: skip


def _begun(folder: Path) -> int:
    return (folder / "smsdesk.log").read_text(encoding="utf-8").count(" began: ")


def test_two_profiles_run_side_by_side_and_each_is_one_program(
    start: Callable[[Path], Started], tmp_path: Path
) -> None:
    first, second = start(tmp_path / "A"), start(tmp_path / "B")
    assert first.runs()
    assert second.runs()

    again = _start_again(tmp_path / "A")
    assert (again.returncode, again.stdout) == (0, "")
    assert (_begun(tmp_path / "A"), _begun(tmp_path / "B")) == (1, 1)

    assert first.close_window() == (0, "")
    assert second.runs()
    assert start(tmp_path / "A").close_window() == (0, ""), "the profile is free again"
    assert _begun(tmp_path / "A") == 2
    assert second.close_window() == (0, "")
    for name in ("A", "B"):
        assert (tmp_path / name / "smsdesk.log").read_text(encoding="utf-8").endswith("ended\n")
        with closing(sqlite3.connect(tmp_path / name / "smsdesk.db")) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
