"""What every test may rely on."""

from __future__ import annotations

import gc
import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest
from hypothesis import settings

from smsdesk.ui.qt.application import Application
from tests.helpers.patient_bot import PatientBot
from tests.helpers.profile.ready_made import ReadyMade

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication

_MEMORY: Final = Path("/dev/shm")
_ROOM_BYTES: Final = 4 * 1024**3

# The program waits for the disk at every commit, which no test sees: a third of what a test of the store takes.
if _MEMORY.is_dir() and shutil.disk_usage(_MEMORY).free > _ROOM_BYTES:
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(_MEMORY))

# A busy machine is slow, not wrong: timings belong into benchmarks.
# The same examples in every run: a red run says something of the change, never of luck.
settings.register_profile("smsdesk", deadline=None, print_blob=True, derandomize=True)
# `--hypothesis-profile search`: other examples each time, and more of them; what it finds becomes an `@example`.
settings.register_profile("search", deadline=None, print_blob=True, max_examples=2000)
settings.load_profile("smsdesk")


def pytest_collection_finish() -> None:
    """All tests and modules that are loaded by now stay: no collection of garbage after a test looks at them again.

    There are a quarter of a million objects of them, and a collection after every test that shows a widget.
    """
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def qapp_cls() -> type[Application]:
    """The application object that the program makes, for all tests of a process."""
    return Application


@pytest.fixture(scope="session", autouse=True)
def ready_made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """New data files are copies of one that the program has made."""
    with pytest.MonkeyPatch.context() as patch:
        ReadyMade(tmp_path_factory.mktemp("ready-made")).use(patch)
        yield


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> PatientBot:
    """Works widgets, and waits for what they do for as long as a busy machine may take."""
    return PatientBot(request)
