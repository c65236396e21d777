"""The window's parts, on a real profile database; no screen is needed."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from smsdesk.store.database import Database
from tests.helpers.window.appearance import arabic, dark, english, garbage_is_collected_here, mirrored  # noqa: F401
from tests.helpers.window.qt_loop import pytest_pyfunc_call  # noqa: F401
from tests.helpers.window.stored_office import StoredOffice

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication


@pytest.fixture
def office(tmp_path: Path) -> Iterator[StoredOffice]:
    database = Database(tmp_path / "smsdesk.db")
    yield StoredOffice(database)
    database.close()


@pytest.fixture
def window(qapp: QApplication) -> Iterator[QWidget]:
    """The window to which dialogs belong; they go with it."""
    qapp.setQuitOnLastWindowClosed(False)
    window = QWidget()
    window.show()
    yield window
    window.close()
    window.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
