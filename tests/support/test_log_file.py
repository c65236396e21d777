from __future__ import annotations

import logging
import os
import re
import sys
import warnings
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from smsdesk.privacy.secret import Redactor, Secret
from smsdesk.support import rotating_log
from smsdesk.support.log_file import keep_log, last_logged, log_tail

if TYPE_CHECKING:
    from pathlib import Path

OURS = logging.getLogger("smsdesk.somewhere")
THEIRS = logging.getLogger("library")
ANNOUNCEMENT = "Dear parents, school is closed tomorrow."
AND_SO_ON = "and so on " * 45  # as long as a line with an error's words: a file is full after some hundred


def logged(folder: Path) -> str:
    return (folder / "smsdesk.log").read_text(encoding="utf-8")


def as_is(text: str) -> str:
    return text


def test_a_line_says_when_in_utc_how_grave_where_and_what(tmp_path: Path) -> None:
    with keep_log(tmp_path, Redactor()):
        OURS.info("sending began: %d waiting", 12)
    assert re.fullmatch(
        r"20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ INFO smsdesk.somewhere: sending began: 12 waiting\n", logged(tmp_path)
    )


def test_of_libraries_only_warnings_are_kept_and_of_ours_no_details(tmp_path: Path) -> None:
    with keep_log(tmp_path, Redactor()):
        for each in (OURS, THEIRS):
            each.debug("detail")
            each.info("news")
            each.warning("warning")
    kept = [line.split(" ", 1)[1] for line in logged(tmp_path).splitlines()]
    assert kept == [
        "INFO smsdesk.somewhere: news", "WARNING smsdesk.somewhere: warning", "WARNING library: warning",
    ]  # fmt: skip


def test_passwords_numbers_messages_and_names_in_other_scripts_are_taken_out(tmp_path: Path) -> None:
    redactor = Redactor()
    redactor.add(Secret("open sesame 4711"))
    with keep_log(tmp_path, redactor):
        OURS.warning("login %s for +968 9000 0012 and 96890000013", "open%20sesame+4711")
        OURS.warning("can't take %r", ANNOUNCEMENT)
        THEIRS.warning("can't take %s of أمل سعيد", ["+447700900123"])
    said = logged(tmp_path)
    for private in ("sesame", "4711", "9000", "7700", "parents", "tomorrow", "أمل", "سعيد"):
        assert private not in said
    assert "login *** for <number> and <number>" in said
    assert "can't take <text>" in said


def test_a_password_that_message_and_argument_make_up_together_is_struck_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(logging.getLogger(), "handlers", [])  # pytest's own would raise on what does not fit
    redactor = Redactor()
    redactor.add(Secret("correct horse"))
    with keep_log(tmp_path, redactor):
        OURS.warning("correct %s", "horse")
        OURS.warning("%d tries", "correct horse")
    assert [line.split(": ", 1)[1] for line in logged(tmp_path).splitlines()] == [
        "***", "%d tries (with arguments that do not fit)",
    ]  # fmt: skip


def test_a_line_is_made_only_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(logging.getLogger(), "handlers", [])  # pytest's own makes its own

    class Counted:
        times = 0

        def __str__(self) -> str:
            self.times += 1
            return f"written {self.times} times"

    with keep_log(tmp_path, Redactor()):
        OURS.warning("%s", Counted())
        OURS.warning("%s", Counted())
    assert [line.split(": ", 1)[1] for line in logged(tmp_path).splitlines()] == ["written 1 times"] * 2


def test_of_a_request_only_names_and_short_values_are_kept(tmp_path: Path) -> None:
    with keep_log(tmp_path, Redactor()):
        OURS.warning("can't ask http://gateway.example/send?to=96890000012&text=Gate%20seven%20stays%20shut&lang=0")
        OURS.warning("echoed user=us&text=Gate seven stays shut&lang=0")
        OURS.warning("echoed text=Gate seven stays shut &amp; closed")
        OURS.warning("packed R2F0ZSBzZXZlbiBzdGF5cyBzaHV0IG9uIE1vbmRheSBhbmQgVHVlc2RheQ")
    assert [line.split("WARNING smsdesk.somewhere: ", 1)[1] for line in logged(tmp_path).splitlines()] == [
        "can't ask http://gateway.example/send?to=<number>&text=<text>&lang=0",
        "echoed user=us&text=<text>&lang=0",
        "echoed text=Gate seven stays shut & closed",
        "packed <text>",
    ]


def test_an_error_is_kept_with_its_place_and_without_what_it_repeats(tmp_path: Path) -> None:
    redactor = Redactor()
    redactor.add(Secret("hunter2 hunter2"))

    def fail() -> None:
        try:
            raise ValueError(f"bad {ANNOUNCEMENT!r} with hunter2%20hunter2")
        except ValueError as error:
            raise RuntimeError("cannot send to +44 7700 900123") from error

    with keep_log(tmp_path, redactor):
        try:
            fail()
        except RuntimeError:
            OURS.exception("a mistake")
    said = logged(tmp_path)
    assert "ERROR smsdesk.somewhere: a mistake\n    Traceback" in said
    assert "test_log_file.py" in said
    assert "in fail" in said
    assert "ValueError: bad <text> with ***" in said
    assert "RuntimeError: cannot send to <number>" in said
    assert "hunter2" not in said.replace('f"bad {ANNOUNCEMENT!r} with hunter2%20hunter2"', "")


def test_a_message_of_several_lines_can_not_pass_for_a_line_of_the_log(tmp_path: Path) -> None:
    with keep_log(tmp_path, Redactor()):
        OURS.warning("one\n2026-01-01T00:00:00Z INFO smsdesk.app: two")
    assert logged(tmp_path).splitlines()[1].startswith("    ")


def test_the_log_and_two_old_ones_are_kept_at_256_kib_each(tmp_path: Path) -> None:
    with keep_log(tmp_path, Redactor()):
        for number in range(3_000):
            OURS.info("line %d %s", number, AND_SO_ON)
    files = sorted(path.name for path in tmp_path.iterdir())
    assert files == ["smsdesk.log", "smsdesk.log.1", "smsdesk.log.2"]
    assert all(path.stat().st_size <= 256 * 1024 for path in tmp_path.iterdir())
    assert "line 2999 " in logged(tmp_path)


@pytest.mark.parametrize("held_for", [100, 10_000])
def test_a_log_that_another_program_has_open_goes_on_in_the_same_file_and_within_bounds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, held_for: int
) -> None:
    rename, refused = os.rename, []

    def held(path: str, target: str) -> None:  # as Windows answers
        if path == str(tmp_path / "smsdesk.log") and len(refused) < held_for:
            refused.append(path)
            raise PermissionError(13, "The process cannot access the file")
        rename(path, target)

    monkeypatch.setattr(os, "rename", held)
    monkeypatch.setattr(rotating_log, "_TRIED_AGAIN_BYTES", 1024)
    with keep_log(tmp_path, Redactor()):
        for number in range(4_500):
            OURS.info("line %d %s", number, AND_SO_ON)
    numbers = [int(found) for found in re.findall(r": line (\d+) ", log_tail(tmp_path, as_is, 2**30))]
    assert numbers == list(range(numbers[0], numbers[0] + len(numbers))), "no line is lost in between"
    assert refused
    if held_for > len(refused):
        assert "line 0 " in logged(tmp_path)
        assert 1000 * 1024 < (tmp_path / "smsdesk.log").stat().st_size <= 1026 * 1024
    else:
        assert numbers[-1] == 4_499
        assert (tmp_path / "smsdesk.log").stat().st_size <= 256 * 1024


def test_the_tail_reaches_back_over_the_old_ones_and_begins_with_a_whole_line(tmp_path: Path) -> None:
    with keep_log(tmp_path, Redactor()):
        for number in range(1_200):
            OURS.info("line %d %s", number, AND_SO_ON)
    lines = log_tail(tmp_path, as_is, 400 * 1024).splitlines()
    numbers = [int(found[1]) for line in lines if (found := re.search(r": line (\d+) ", line))]
    assert len(numbers) == len(lines)
    assert numbers == list(range(numbers[0], 1_200))
    assert (tmp_path / "smsdesk.log").stat().st_size < sum(len(line) + 1 for line in lines) <= 400 * 1024


def test_the_tail_is_cleaned_once_more_and_keeps_times_and_places(tmp_path: Path) -> None:
    with keep_log(tmp_path, Redactor()):
        OURS.warning("a password nobody knew of yet: swordfish")
        try:
            {}["segments"]
        except KeyError:
            OURS.exception("a mistake")
    before = logged(tmp_path)
    redactor = Redactor()
    redactor.add(Secret("swordfish"))
    assert log_tail(tmp_path, redactor.scrub, 10_000) == before.rstrip("\n").replace("swordfish", "***")


def test_there_may_be_no_log_yet(tmp_path: Path) -> None:
    assert log_tail(tmp_path, as_is, 1000) == ""


def test_a_log_that_can_not_be_written_breaks_nothing_and_says_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "smsdesk.log").mkdir()
    with keep_log(tmp_path, Redactor()):
        OURS.error("not to be kept")
    assert capsys.readouterr().err == ""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux has a disk that is always full")
def test_a_full_disk_breaks_nothing_and_once_there_is_room_again_the_log_goes_on(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "smsdesk.log").symlink_to("/dev/full")
    with keep_log(tmp_path, Redactor()):
        OURS.error("not to be kept")
        (tmp_path / "smsdesk.log").unlink()
        OURS.error("there is room again")
    assert logged(tmp_path).endswith("there is room again\n")
    assert capsys.readouterr().err == ""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux has a disk that is always full")
def test_a_disk_that_is_full_to_the_end_breaks_nothing(tmp_path: Path) -> None:
    (tmp_path / "smsdesk.log").symlink_to("/dev/full")
    with keep_log(tmp_path, Redactor()):
        OURS.error("not to be kept")


def test_what_libraries_warn_of_is_on_the_error_stream_too_and_our_own_troubles_are_not(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    redactor = Redactor()
    redactor.add(Secret("swordfish"))
    with keep_log(tmp_path, redactor):
        THEIRS.warning("odd: swordfish for +968 9000 0012")
        OURS.error("told in the window")
    assert capsys.readouterr().err == "odd: *** for <number>\n"


def test_logging_is_afterwards_as_it_was_and_the_file_is_closed(tmp_path: Path) -> None:
    everything, ours = logging.getLogger(), logging.getLogger("smsdesk")
    before = list(everything.handlers), everything.level, ours.level
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for run in range(3):
            with keep_log(tmp_path, Redactor()):
                OURS.info("run %d", run)
    assert (list(everything.handlers), everything.level, ours.level) == before
    OURS.error("nobody listens any more")
    assert [line[-5:] for line in logged(tmp_path).splitlines()] == ["run 0", "run 1", "run 2"]


def test_the_time_of_the_last_line_is_known_whatever_follows_it(tmp_path: Path) -> None:
    assert last_logged(tmp_path) is None
    before = datetime.now(UTC).replace(microsecond=0)
    with keep_log(tmp_path, Redactor()):
        try:
            raise ValueError("2999-01-01T00:00:00Z ERROR smsdesk: no line of the log")
        except ValueError:
            OURS.exception("a mistake")
    last = last_logged(tmp_path)
    assert last is not None
    assert before <= last <= datetime.now(UTC)


@pytest.mark.parametrize("content", ["", "no line of ours\n", "2026-99-99T00:00:00Z INFO smsdesk: damaged\n"])
def test_a_log_that_tells_no_time_is_no_log(tmp_path: Path, content: str) -> None:
    (tmp_path / "smsdesk.log").write_text(content, encoding="utf-8")
    assert last_logged(tmp_path) is None
