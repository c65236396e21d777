from __future__ import annotations

import argparse
import io
import sys
from typing import TYPE_CHECKING

import pytest

from smsdesk.support.line_report import LineReport, output_file

if TYPE_CHECKING:
    from pathlib import Path


def test_every_line_is_on_the_screen_and_in_the_file_at_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "report.txt"
    with LineReport(path) as report:
        report.say("ok  ألغِ")
        assert path.read_bytes() == "ok  ألغِ\n".encode()
        report.say("two\nlines")
    assert path.read_text(encoding="utf-8") == capsys.readouterr().out == "ok  ألغِ\ntwo\nlines\n"


def test_a_windowed_program_has_the_file_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    path = tmp_path / "report.txt"
    with LineReport(path) as report:
        report.say("ok")
    assert path.read_text() == "ok\n"


def test_a_console_of_one_code_page_gets_what_it_can_not_write_spelt_out(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = io.TextIOWrapper(io.BytesIO(), encoding="cp1252", newline="\n")
    monkeypatch.setattr(sys, "stdout", screen)
    with LineReport() as report:
        report.say("2 × غ")
    assert screen.detach().getvalue() == b"2 \xd7 \\u063a\n"


def test_what_an_earlier_run_said_is_gone(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text("ok  everything\n")
    assert output_file(str(path)) == path
    assert path.read_text() == ""


def test_a_place_that_can_not_be_written_is_refused_in_words(tmp_path: Path) -> None:
    with pytest.raises(argparse.ArgumentTypeError, match="can't be written"):
        output_file(str(tmp_path / "missing" / "report.txt"))
