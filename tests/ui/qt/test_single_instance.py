"""One program per profile: who holds the lock, and how a second start reaches the first."""

from __future__ import annotations

import logging
import os
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QLockFile
from PySide6.QtNetwork import QLocalSocket
from PySide6.QtTest import QSignalSpy

from smsdesk.domain.errors import UserFacingError
from smsdesk.ui.qt import single_instance
from smsdesk.ui.qt.single_instance import SingleInstance

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

LOCK = "smsdesk.lock"


@pytest.fixture
def start(qapp: object) -> Iterator[Callable[[Path], SingleInstance]]:
    """Starts on a folder; whatever a test leaves is given free."""
    started: list[SingleInstance] = []

    def start(folder: Path) -> SingleInstance:
        folder.mkdir(parents=True, exist_ok=True)
        started.append(SingleInstance(folder))
        return started[-1]

    yield start
    for each in started:
        each.stop_listening()
        each.release()


def _left_behind(folder: Path, host: str, process: int, program: str = "smsdesk") -> None:
    """A lock's file as Qt writes it: process, program, host, then the machine's id."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / LOCK).write_text(f"{process}\n{program}\n{host}\n0123456789abcdef0123456789abcdef\n\n")


def test_a_lock_copied_from_another_computer_keeps_nobody_out(
    start: Callable[[Path], SingleInstance], tmp_path: Path
) -> None:
    _left_behind(tmp_path, "old-pc", 4242)
    assert start(tmp_path).take_or_show()


def test_a_lock_that_a_power_cut_left_empty_keeps_nobody_out(
    start: Callable[[Path], SingleInstance], tmp_path: Path
) -> None:
    (tmp_path / LOCK).touch()
    assert start(tmp_path).take_or_show()


def test_a_lock_that_names_a_process_which_lives_but_holds_nothing_keeps_nobody_out(
    start: Callable[[Path], SingleInstance], tmp_path: Path
) -> None:
    held = QLockFile(str(tmp_path / "other.lock"))
    assert held.tryLock(0)
    (tmp_path / LOCK).write_bytes((tmp_path / "other.lock").read_bytes())  # this very process, but another file
    assert start(tmp_path).take_or_show()


def test_a_lock_that_is_held_is_never_taken_away(
    start: Callable[[Path], SingleInstance], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(single_instance, "_ANSWER_MS", 700)
    monkeypatch.setattr(single_instance, "_SURELY_TAKEN_MS", 0)
    first = start(tmp_path)
    assert first.take_or_show()
    written = (tmp_path / LOCK).read_bytes()
    with pytest.raises(UserFacingError, match="does not answer"):
        start(tmp_path).take_or_show()
    assert (tmp_path / LOCK).read_bytes() == written


def test_of_two_that_find_the_same_stale_lock_the_one_whose_name_is_in_the_file_has_it(
    start: Callable[[Path], SingleInstance], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(single_instance, "_ANSWER_MS", 0)
    monkeypatch.setattr(single_instance, "_SURELY_TAKEN_MS", 0)
    (tmp_path / LOCK).touch()
    late = start(tmp_path)
    taken = late.take

    def overtaken() -> bool:
        done = taken()
        if done:  # the other one removed our file a moment before we locked it, and made its own
            _left_behind(tmp_path, "this-pc", os.getpid() + 1)
        return done

    monkeypatch.setattr(late, "take", overtaken)
    with pytest.raises(UserFacingError, match="does not answer"):
        late.take_or_show()


def test_a_second_start_with_another_temporary_folder_reaches_the_first(
    start: Callable[[Path], SingleInstance], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    profile = tmp_path / "profile"
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    first = start(profile)
    assert first.take_or_show()
    first.listen()
    for elsewhere in (tmp_path / "not-there", tmp_path / ("long" * 30)):
        monkeypatch.setenv("TMPDIR", str(elsewhere))
        shown = QSignalSpy(first.asked_to_show)
        assert not start(profile).take_or_show()
        qtbot.waitUntil(lambda shown=shown: shown.count() == 1)


def test_a_profile_whose_path_is_too_long_for_a_socket_is_reached_too(
    start: Callable[[Path], SingleInstance], tmp_path: Path, qtbot: QtBot
) -> None:
    profile = tmp_path / ("folder" * 20)
    first = start(profile)
    assert first.take_or_show()
    first.listen()
    shown = QSignalSpy(first.asked_to_show)
    assert not start(profile).take_or_show()
    qtbot.waitUntil(lambda: shown.count() == 1)


def test_where_it_can_listen_nowhere_the_log_says_so(
    start: Callable[[Path], SingleInstance],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    first = start(tmp_path)
    assert first.take_or_show()
    monkeypatch.setattr(first, "_names", lambda: (str(tmp_path / "no-folder" / "socket"),))
    with caplog.at_level(logging.WARNING):
        first.listen()
    assert "a second start can't reach this one" in caplog.text


def test_a_second_start_hands_its_files_over(
    start: Callable[[Path], SingleInstance], tmp_path: Path, qtbot: QtBot
) -> None:
    first = start(tmp_path)
    assert first.take_or_show()
    first.listen()
    given, shown = QSignalSpy(first.files_given), QSignalSpy(first.asked_to_show)
    files = [tmp_path / "Parents 2026.xlsx", tmp_path / "أولياء الأمور\n.csv"]
    assert not start(tmp_path).take_or_show(files)
    qtbot.waitUntil(lambda: given.count() == 1)
    assert given.at(0) == [files]
    assert shown.count() == 1
    assert not start(tmp_path).take_or_show()
    qtbot.waitUntil(lambda: shown.count() == 2)
    assert given.count() == 1


def test_what_says_nothing_that_we_say_opens_nothing(
    start: Callable[[Path], SingleInstance], tmp_path: Path, qtbot: QtBot
) -> None:
    first = start(tmp_path)
    assert first.take_or_show()
    first.listen()
    given, shown = QSignalSpy(first.files_given), QSignalSpy(first.asked_to_show)
    for said in (b"", b"open\0/etc/passwd", b"show\0" + b"\xff" * 10):
        caller = QLocalSocket()
        caller.connectToServer(first._names()[0])
        caller.write(said)
        caller.waitForBytesWritten()
        caller.disconnectFromServer()
    qtbot.waitUntil(lambda: shown.count() == 3)
    qtbot.waitUntil(lambda: given.count() == 1)


def test_the_first_one_is_let_forward_before_it_is_asked_to_come(
    start: Callable[[Path], SingleInstance], tmp_path: Path, qtbot: QtBot
) -> None:
    first = start(tmp_path)
    assert first.take_or_show()
    first.listen()
    order: list[object] = []
    first.asked_to_show.connect(lambda: order.append("asked"))
    second = SingleInstance(tmp_path, let_forward=order.append)
    assert not second.take_or_show()
    qtbot.waitUntil(lambda: len(order) > 1)
    assert order == [os.getpid(), "asked"], "the process that holds the lock is meant, and nobody else"
