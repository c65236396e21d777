from __future__ import annotations

import os
import re
import struct
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FORCED_TO_LEAVE_S = 100

FORGETS_A_MESSAGE = """
from smsdesk.sandbox import server
from smsdesk.sandbox.ledger import Ledger

class Forgetful(Ledger):
    @property
    def accepted(self):
        return super().accepted[1:]

server.Ledger = Forgetful
"""

TAKES_A_MESSAGE_TWICE = """
from smsdesk.sandbox.gateways import smsoffice

answer = smsoffice.SmsOffice.answer

def twice(self, request, ledger):
    if request.path == smsoffice.SEND_PATH:
        answer(self, request, ledger)
    return answer(self, request, ledger)

smsoffice.SmsOffice.answer = twice
"""

SENDS_ANOTHER_TEXT = """
from dataclasses import replace
from smsdesk.providers.gateways.smsoffice import SmsOffice

submission = SmsOffice.submission

def misspelt(self, login, outgoing):
    return submission(self, login, replace(outgoing, text=outgoing.text.replace("Thursday", "Thurdsay")))

SmsOffice.submission = misspelt
"""

HAS_A_BUG = """
from smsdesk.ui.history.announcements_model import AnnouncementsModel

def broken(self, ids=None):
    raise RuntimeError("a mistake made on purpose")

AnnouncementsModel.refresh = broken
"""

NEVER_ANSWERS = """
from smsdesk.sandbox.faults import Fault, Faults

Faults.take = lambda self, purpose: Fault.HANG if purpose == "send" else None
"""

ONE_ANNOUNCEMENT = """
from smsdesk.selftest import plan

plan.PLAN = plan.PLAN[:1]
"""

IMPATIENT_AFTER = """
import time
from smsdesk.selftest import run as self_test
from smsdesk.selftest.operator import Operator

begin = Operator.__init__

def impatient(self, program, say, deadline_s):
    def said(step):
        say(step)
        if step.startswith({step!r}):
            self._deadline = time.monotonic() + 0.5

    begin(self, program, said, deadline_s)

Operator.__init__ = impatient
self_test._GRACE_S = 60  # to say what it waited for
"""

HANGS = """
import threading, time
from types import SimpleNamespace
from smsdesk.selftest import run as self_test
from smsdesk.app import Program

begin = []

class BeginsWhenItHangs(threading.Timer):
    def start(self):
        begin.append(super().start)

def hang(self):
    for each in begin:
        each()
    time.sleep(1000)

self_test.threading = SimpleNamespace(Timer=BeginsWhenItHangs)
self_test._GRACE_S = 0.5
Program.run = hang
"""


def run(*arguments: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if name not in {"DISPLAY", "WAYLAND_DISPLAY"}}
    own = {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", "QT_QPA_PLATFORM": "offscreen", "TMPDIR": str(folder)}
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        env={**kept, **own, **environment},
        capture_output=True,
        encoding="utf-8",
        timeout=FORCED_TO_LEAVE_S,
        check=False,
    )


def run_broken(
    breakage: str, folder: Path, deadline_s: float = 60, **environment: str
) -> subprocess.CompletedProcess[str]:
    broken = f"import sys\n{ONE_ANNOUNCEMENT}{breakage}\n"
    code = f"{broken}from smsdesk.selftest.run import self_test\nsys.exit(self_test({deadline_s}))"
    return run("-c", code, folder=folder, **environment)


def size_of(picture: Path) -> tuple[int, int]:
    head = picture.read_bytes()[:24]
    assert head[:8] == b"\x89PNG\r\n\x1a\n"
    width, height = struct.unpack(">II", head[16:])
    return width, height


@dataclass(frozen=True, slots=True)
class Finished:
    folder: Path
    report: Path
    done: subprocess.CompletedProcess[str]


@pytest.fixture(scope="module")
def finished(tmp_path_factory: pytest.TempPathFactory) -> Finished:
    """One run as a person starts it, on a machine without a display."""
    folder = tmp_path_factory.mktemp("self-test")
    report = folder / "report.txt"
    surroundings = {"QT_QPA_PLATFORM": ""} if sys.platform.startswith("linux") else {}  # elsewhere there is a display
    done = run("-m", "smsdesk", "--self-test", "--output", str(report), folder=folder, **surroundings)
    return Finished(folder, report, done)


def assert_is_the_window(picture: Path) -> None:
    width, height = size_of(picture)
    assert width >= 1180
    assert height >= 800
    assert picture.stat().st_size > 20_000


def test_the_main_job_is_done_step_by_step_and_the_books_agree(finished: Finished) -> None:
    done, report = finished.done, finished.report
    assert done.returncode == 0, done.stdout + done.stderr
    steps = done.stdout.splitlines()
    assert report.read_text(encoding="utf-8").splitlines() == steps
    assert all(step.startswith("ok  ") for step in steps)
    for said in (
        "ok  SMS Office — Demo chosen: 1,234.56 credits",
        "ok  English announcement written: 1 part · 99/160 · GSM-7",
        "ok  history shows it: 3 accepted · 1 failed",
        "ok  balance went down by 3: 1,231.56 credits",
        "ok  Arabic announcement written: 2 parts · 130/134 · UCS-2",
        "ok  iSmart (REST) — Demo chosen: Balance not offered",
        "ok  the gateways' ledger and the database agree on 12 accepted messages and their ids",
    ):
        assert said in steps
    assert "passed" in steps[-1]


def test_the_picture_of_the_window_is_in_the_current_folder(finished: Finished) -> None:
    picture = finished.folder / "smsdesk-self-test.png"
    assert f"ok  picture saved: {picture}" in finished.done.stdout.splitlines()
    assert_is_the_window(picture)


def test_the_picture_is_where_it_was_wanted_also_of_a_run_that_fails(tmp_path: Path) -> None:
    picture = tmp_path / "window.png"
    done = run_broken(FORGETS_A_MESSAGE, tmp_path, SMSDESK_SCREENSHOT=str(picture))
    assert done.returncode == 1, done.stdout + done.stderr
    assert "the database has what the gateways' ledger lacks" in done.stdout.partition("FAILED  ")[2]
    assert f"ok  picture saved: {picture}" in done.stdout.splitlines()
    assert_is_the_window(picture)


def test_a_picture_that_can_not_be_saved_fails_it(tmp_path: Path) -> None:
    done = run_broken("", tmp_path, SMSDESK_SCREENSHOT=str(tmp_path / "missing" / "window.png"))
    assert done.returncode == 1
    assert "the picture could not be saved" in done.stdout


@pytest.mark.parametrize(
    ("breakage", "why"),
    [
        pytest.param(SENDS_ANOTHER_TEXT, "the gateways' ledger has what the database lacks", id="another text"),
        pytest.param(HAS_A_BUG, "RuntimeError: a mistake made on purpose", id="a bug"),
    ],
)
def test_what_is_wrong_fails_it_with_the_reason(tmp_path: Path, breakage: str, why: str) -> None:
    done = run_broken(breakage, tmp_path)
    assert done.returncode == 1, done.stdout + done.stderr
    assert why in done.stdout.partition("FAILED  ")[2]


@pytest.mark.parametrize(
    ("breakage", "step", "why"),
    [
        pytest.param(
            TAKES_A_MESSAGE_TWICE, "sent and", "the history to show 3 accepted|balanceValue to read",
            id="a message taken and charged twice",
        ),
        pytest.param(
            NEVER_ANSWERS, "confirmation shown", "the composer to be emptied|the queue to become idle",
            id="a gateway that never answers",
        ),
    ],
)  # fmt: skip
def test_what_does_not_come_in_time_is_named(tmp_path: Path, breakage: str, step: str, why: str) -> None:
    done = run_broken(IMPATIENT_AFTER.format(step=step) + breakage, tmp_path)
    assert done.returncode == 1, done.stdout + done.stderr
    assert re.search(f"FAILED  waited in vain for ({why})", done.stdout), done.stdout


def test_a_window_that_hangs_is_ended_by_force(tmp_path: Path) -> None:
    done = run_broken(HANGS, tmp_path, deadline_s=0)
    assert done.returncode == 1, done.stdout + done.stderr
    assert "FAILED  still waiting for the program to start" in done.stdout
