"""Files that the system gives to the running program, as macOS does."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]

# Qt allows one application object a process, and the tests have theirs.
_GIVEN = """
from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QFileOpenEvent
from smsdesk.ui.qt.application import Application
application = Application(["smsdesk"])
def give(name):
    QCoreApplication.sendEvent(application, QFileOpenEvent(QUrl.fromLocalFile(name)))
give("/lists/early.csv")
QCoreApplication.sendEvent(application, QFileOpenEvent(QUrl("https://example.org")))
print("so far", [str(path) for path in application.opened_so_far()])
application.files_opened.connect(lambda paths: print("then", [str(path) for path in paths]))
give("/lists/late.csv")
print("so far", application.opened_so_far())
"""


def test_files_given_before_anybody_listens_are_not_lost_and_later_ones_are_told() -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONDONTWRITEBYTECODE": "1"}
    run = [sys.executable, "-c", _GIVEN]
    done = subprocess.run(run, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == ["so far ['/lists/early.csv']", "then ['/lists/late.csv']", "so far []"]
