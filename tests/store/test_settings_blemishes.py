"""One blemish in the file costs what it stands in, and nothing else."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from smsdesk.store.settings import Settings, load_settings

if TYPE_CHECKING:
    from pathlib import Path

GOOD = {"balance_minutes": 7, "receiver_on": True, "receiver_token": "token", "splitters": {"mainSplitter": "AAAA"}}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "settings.json"


@pytest.mark.parametrize("marks", [1, 2])
def test_marks_that_an_editor_put_in_front_cost_nothing(file: Path, marks: int) -> None:
    file.write_text("\ufeff" * marks + json.dumps(GOOD), encoding="utf-8")
    loaded = load_settings(file)
    assert (loaded.settings, loaded.set_aside) == (Settings(**GOOD), None)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("undo_seconds", 10**9),
        ("undo_seconds", -1),
        ("undo_seconds", True),
        ("undo_seconds", 2.5),
        ("repeat_hours", 10**12),
        ("account_id", None),
        ("geometry", 5),
        ("receiver_public", ["a"]),
    ],
)
def test_an_odd_value_gives_way_to_the_usual_one_and_the_others_stay(file: Path, name: str, value: object) -> None:
    text = json.dumps({**GOOD, name: value})
    file.write_text(text)
    loaded = load_settings(file)
    assert loaded.settings == Settings(**GOOD)  # type: ignore[arg-type]
    assert loaded.refused == (name,)
    assert loaded.set_aside is not None
    assert loaded.set_aside.read_text() == text
    assert file.read_text() == text, "a copy is kept; the file is written when something is saved"


@pytest.mark.parametrize("odd", [{"splitters": []}, {"splitters": {"mainSplitter": 5}}, {"balance_minutes": "5"}])
def test_the_address_for_delivery_reports_outlives_an_odd_value(file: Path, odd: dict[str, object]) -> None:
    file.write_text(json.dumps({**GOOD, **odd}))
    assert load_settings(file).settings.receiver_token == "token"


def test_a_file_that_is_far_too_large_is_set_aside_unread(file: Path) -> None:
    file.write_bytes(b" " * 2_000_000 + b"{}")
    loaded = load_settings(file)
    assert loaded.settings == Settings()
    assert loaded.set_aside is not None
    assert loaded.set_aside.stat().st_size == 2_000_002
