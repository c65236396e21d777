"""Files that the system gives to the running program, as macOS does."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from smsdesk import __version__

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


_AT_THE_FIRST_PICTURE = """
import sys
from PySide6.QtCore import QEvent
import smsdesk.ui
from smsdesk import launch

class Noted(launch.Application):
    seen = False
    def notify(self, receiver, event):
        if event.type() == QEvent.Type.Paint and not self.seen:
            self.seen = True
            print(self.applicationName(), self.applicationDisplayName(), self.applicationVersion())
            print(self.desktopFileName())
            print(self.windowIcon().isNull(), receiver.window().windowIcon().isNull(), receiver.window().windowTitle())
        return super().notify(receiver, event)

launch.Application = Noted
sys.exit(launch.main(["--startup-report", "--profile", sys.argv[1]]))
"""


def test_name_and_icon_are_there_when_the_window_is_painted_first(tmp_path: Path) -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONDONTWRITEBYTECODE": "1"}
    run = [sys.executable, "-c", _AT_THE_FIRST_PICTURE, str(tmp_path)]
    done = subprocess.run(run, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
    names, file, looks, _report = done.stdout.splitlines()
    assert (names, file) == (f"smsdesk smsdesk {__version__}", "smsdesk")
    assert looks == "False False smsdesk"
