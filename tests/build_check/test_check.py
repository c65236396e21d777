from __future__ import annotations

import pytest

from smsdesk.build_check.check import Check, Missing, carry_out, expect


def found() -> str:
    return "245 read"


def missing() -> str:
    raise Missing("there is none")


def broken() -> str:
    raise ModuleNotFoundError("No module named 'mako'")


def test_each_check_has_its_line_and_those_after_a_failed_one_are_done() -> None:
    said: list[str] = []
    failed = carry_out([Check("icon", missing), Check("regions", found)], said.append)
    assert failed == ["icon"]
    assert said == ["FAIL  icon: there is none", "ok    regions: 245 read"]


def test_any_error_fails_the_check_and_is_shown_with_its_place() -> None:
    said: list[str] = []
    assert carry_out([Check("profile", broken)], said.append) == ["profile"]
    first, *rest = said[0].splitlines()
    assert first == "FAIL  profile: ModuleNotFoundError: No module named 'mako'"
    assert any("in broken" in line for line in rest)
    assert all(line.startswith("      ") for line in rest)


def test_what_does_not_hold_is_missing() -> None:
    expect([1], "there is none")
    with pytest.raises(Missing, match="there is none"):
        expect([], "there is none")
