"""Every dialog of the program, one after the other, without the program."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QSize

from smsdesk.ui.qt.application import program_icon
from tests.helpers.dialogs.look import Look, worn
from tests.helpers.dialogs.stage import Stage
from tests.helpers.window.appearance import english, garbage_is_collected_here  # noqa: F401
from tests.helpers.window.qt_loop import pytest_pyfunc_call  # noqa: F401

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from smsdesk.ui.qt.application import Application


@pytest.fixture
def look(request: pytest.FixtureRequest, qapp: Application) -> Iterator[Look]:
    """How the system shows windows; light, on a usual screen, unless a test asks for something else."""
    look: Look = getattr(request, "param", None) or Look(QSize(1366, 768))
    before = qapp.windowIcon()
    qapp.setWindowIcon(program_icon())
    with worn(qapp, look):
        yield look
    qapp.setWindowIcon(before)


@pytest.fixture
def stage(look: Look, tmp_path: Path) -> Iterator[Stage]:
    """Where the dialogs are opened; no mistake may come of it."""
    stage = Stage(tmp_path, look.screen)
    yield stage
    stage.close()
    assert stage.bugs == []
