from __future__ import annotations

import os
import struct
import subprocess
import sys
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

WITH_TIME_TO_SAY_SO = """
from smsdesk.selftest import run as self_test

self_test._GRACE_S = 60
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


def run_broken(breakage: str, folder: Path, deadline_s: float = 60) -> subprocess.CompletedProcess[str]:
    code = f"import sys\n{breakage}\nfrom smsdesk.selftest.run import self_test\nsys.exit(self_test({deadline_s}))"
    return run("-c", code, folder=folder)


def size_of(picture: Path) -> tuple[int, int]:
    head = picture.read_bytes()[:24]
    assert head[:8] == b"\x89PNG\r\n\x1a\n"
    width, height = struct.unpack(">II", head[16:])
    return width, height


def test_the_main_job_is_done_step_by_step_and_the_books_agree(tmp_path: Path) -> None:
    report = tmp_path / "report.txt"
    done = run("-m", "smsdesk", "--self-test", "--output", str(report), folder=tmp_path)
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


@pytest.mark.parametrize("told", [None, "window.png"])
def test_the_picture_of_the_window_is_where_it_was_wanted(tmp_path: Path, told: str | None) -> None:
    environment = {"SMSDESK_SCREENSHOT": str(tmp_path / told)} if told else {}
    done = run("-m", "smsdesk", "--self-test", folder=tmp_path, **environment)
    picture = tmp_path / (told or "smsdesk-self-test.png")
    assert f"ok  picture saved: {picture}" in done.stdout.splitlines(), done.stdout + done.stderr
    width, height = size_of(picture)
    assert width >= 1180
    assert height >= 800
    assert picture.stat().st_size > 20_000


def test_a_picture_that_can_not_be_saved_fails_it(tmp_path: Path) -> None:
    nowhere = str(tmp_path / "missing" / "window.png")
    done = run("-m", "smsdesk", "--self-test", folder=tmp_path, SMSDESK_SCREENSHOT=nowhere)
    assert done.returncode == 1
    assert "the picture could not be saved" in done.stdout


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there always is a display")
def test_without_a_display_none_is_asked_for(tmp_path: Path) -> None:
    done = run("-m", "smsdesk", "--self-test", folder=tmp_path, QT_QPA_PLATFORM="")
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("breakage", "why"),
    [
        pytest.param(FORGETS_A_MESSAGE, "the database has what the gateways' ledger lacks", id="a forgotten message"),
        pytest.param(SENDS_ANOTHER_TEXT, "the gateways' ledger has what the database lacks", id="another text"),
        pytest.param(HAS_A_BUG, "RuntimeError: a mistake made on purpose", id="a bug"),
    ],
)
def test_what_is_wrong_fails_it_with_the_reason(tmp_path: Path, breakage: str, why: str) -> None:
    done = run_broken(breakage, tmp_path)
    assert done.returncode == 1, done.stdout + done.stderr
    assert why in done.stdout.partition("FAILED  ")[2]


@pytest.mark.parametrize(
    ("breakage", "why"),
    [
        pytest.param(
            TAKES_A_MESSAGE_TWICE + WITH_TIME_TO_SAY_SO, "waited in vain for ", id="a message taken and charged twice"
        ),
        pytest.param(NEVER_ANSWERS + WITH_TIME_TO_SAY_SO, "waited in vain for ", id="a gateway that never answers"),
        pytest.param(HANGS, "still waiting for the program to start", id="a window that hangs"),
    ],
)
def test_what_does_not_come_in_time_is_named(tmp_path: Path, breakage: str, why: str) -> None:
    done = run_broken(breakage, tmp_path, deadline_s=4)
    assert done.returncode == 1, done.stdout + done.stderr
    assert f"FAILED  {why}" in done.stdout
