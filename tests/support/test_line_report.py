from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING

from smsdesk.support.line_report import say

if TYPE_CHECKING:
    import pytest


def test_a_console_of_one_code_page_gets_what_it_can_not_write_spelt_out(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = io.TextIOWrapper(io.BytesIO(), encoding="cp1252", newline="\n")
    monkeypatch.setattr(sys, "stdout", screen)
    say("2 × غ")
    assert screen.buffer.getvalue() == b"2 \xd7 \\u063a\n", "at once, and whole"  # type: ignore[attr-defined]


def test_a_windowed_program_has_nobody_to_say_it_to(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    say("ok")
