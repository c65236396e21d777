from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import qasync
import wakepy
from PySide6.QtCore import QLibraryInfo

from smsdesk.build_check import system
from smsdesk.build_check.check import Missing
from smsdesk.services import keep_awake
from smsdesk.ui.qt.single_instance import SingleInstance

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

on_linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="plays Linux' own parts")


def test_this_system_is_got_on_with(qtbot: QtBot) -> None:
    assert system.window_systems().endswith("offscreen")
    assert system.local_socket() == "a second start hands over its file"
    assert system.sleep_inhibitor().startswith("asked by")
    assert system.event_loop() == "Qt's timer and a thread answered"


@on_linux
def test_a_window_system_that_the_build_lost_fails(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    plugins = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath)) / "platforms"
    kept = tmp_path / "platforms"
    kept.mkdir()
    shutil.copy(plugins / "libqxcb.so", kept)
    monkeypatch.setattr(QLibraryInfo, "path", lambda _which: str(tmp_path))
    with pytest.raises(Missing, match="no plug-in for wayland"):
        system.window_systems()


@on_linux
def test_a_window_system_whose_libraries_are_lost_fails(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "platforms").mkdir()
    (tmp_path / "platforms" / "libqxcb.so").write_bytes(b"\x7fELF")
    monkeypatch.setattr(QLibraryInfo, "path", lambda _which: str(tmp_path))
    with pytest.raises(Missing, match="xcb can't be used"):
        system.window_systems()


def test_a_second_start_that_is_not_heard_fails(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(SingleInstance, "_hear", lambda *_: None)
    monkeypatch.setattr(system, "_PATIENCE_S", 0.1)
    with pytest.raises(Missing, match="was not told"):
        system.local_socket()


def test_a_lock_that_everybody_gets_fails(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(SingleInstance, "take_or_show", lambda *_: True)
    with pytest.raises(Missing, match="takes the lock too"):
        system.local_socket()


@on_linux
def test_a_build_that_speaks_no_d_bus_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keep_awake, "session_bus", lambda: None)
    with pytest.raises(Missing, match="D-Bus"):
        system.sleep_inhibitor()


def test_a_build_that_knows_no_way_to_stay_awake_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    running = wakepy.keep.running
    others = ["SetThreadExecutionState"] if sys.platform != "win32" else ["caffeinate"]
    monkeypatch.setattr(wakepy.keep, "running", lambda **options: running(**options, methods=others))
    with pytest.raises(Missing, match="no way is known"):
        system.sleep_inhibitor()


def test_a_loop_that_never_rings_fails(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("PySide6.QtCore.QTimer.singleShot", lambda *_: None)
    monkeypatch.setattr(system, "_PATIENCE_S", 0.1)
    with pytest.raises(TimeoutError):
        system.event_loop()


def test_a_loop_that_can_not_be_made_fails(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(qasync, "QSelectorEventLoop")
    with pytest.raises(AttributeError):
        system.event_loop()
