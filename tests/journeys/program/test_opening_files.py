"""`smsdesk FILE`, as "Open with" starts it: the first time, and while the program runs."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from smsdesk.ui.qt.single_instance import SingleInstance
from tests.helpers.patience import PATIENCE_S
from tests.helpers.window.import_dialog import Importer

if TYPE_CHECKING:
    from smsdesk.demo import Demo
    from tests.helpers.window.operator import Operator

ROOT = Path(__file__).resolve().parents[3]

_LOOKS_AT_IT_AND_LEAVES = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialog
from smsdesk import launch

def look(program):
    for dialog in program.window.findChildren(QDialog, "importDialog"):
        if dialog.isVisible() and dialog.preview is not None:
            print(dialog.windowTitle(), dialog.preview.sent, flush=True)
            dialog.reject()
            program.window.close()

def use(program, *rest, real=launch._use):
    timer = QTimer(program.window, interval=20)
    timer.timeout.connect(lambda: look(program))
    timer.start()
    real(program, *rest)

launch._use = use
sys.exit(launch.main(sys.argv[1:]))
"""


def started(folder: Path, *arguments: str, code: str = "") -> subprocess.Popen[str]:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONDONTWRITEBYTECODE": "1"}
    environment["PYTHONPATH"] = str(ROOT)
    program = ["-c", code] if code else ["-m", "smsdesk"]
    pipe = subprocess.PIPE
    return subprocess.Popen([sys.executable, *program, *arguments], cwd=folder, env=environment, stdout=pipe, text=True)


def people(folder: Path) -> Path:
    path = folder / "people.csv"
    path.write_bytes(b"Name,Mobile\nAmal,+968 9000 0012\n")
    return path


def test_a_file_given_with_the_start_is_shown_when_the_window_is_there(tmp_path: Path) -> None:
    people(tmp_path)
    with started(tmp_path, "--profile", "profile", "people.csv", code=_LOOKS_AT_IT_AND_LEAVES) as process:
        out, _ = process.communicate(timeout=PATIENCE_S)
    assert (process.returncode, out) == (0, "Import people — people.csv 1\n")


async def test_a_second_start_gives_its_file_to_the_first(operator: Operator, demo: Demo, tmp_path: Path) -> None:
    people(tmp_path)
    first = SingleInstance(demo.folder)
    assert first.take()
    first.listen()
    first.files_given.connect(operator.program.desks.open_files)
    with started(tmp_path, "--profile", str(demo.folder), "people.csv") as second:
        await Importer(operator.window).read("Take 1 person")
        await operator.until(lambda: second.poll() is not None)
    assert second.returncode == 0
    Importer(operator.window).press("takePeopleButton")
    await Importer(operator.window).closed()
    await operator.until(lambda: [row.name for row in operator.window.recipients.listed()] == ["Amal"])
    first.release()
