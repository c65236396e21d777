"""What is loaded behind the first picture."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

_LOAD = """
import smsdesk.ui
from smsdesk.ui.qt.loader import Loader
loader = Loader(lambda: None)
loader._work()
import qasync
print(qasync.QtModuleName)
"""


@pytest.mark.parametrize("wanted", ["pyqt5", "pyside2", "nonsense", ""])
def test_the_event_loop_is_made_for_our_qt_whatever_another_program_wants(wanted: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _LOAD], capture_output=True, text=True, check=False, timeout=60,
        env={**os.environ, "QT_API": wanted, "QT_QPA_PLATFORM": "offscreen"},
    )  # fmt: skip
    assert (done.returncode, done.stdout.strip()) == (0, "PySide6"), done.stderr
