from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from smsdesk.files.replacing import put_in_place, rename
from tests.helpers.scanner import held_for

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def part(tmp_path: Path) -> Path:
    written = tmp_path / "part"
    written.write_text("new")
    return written


@pytest.mark.parametrize("times", [0, 1, 5])
def test_what_is_held_for_a_moment_is_tried_again(
    part: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, times: int
) -> None:
    (tmp_path / "file").write_text("old")
    pauses = held_for(monkeypatch, times)
    put_in_place(part, tmp_path / "file")
    assert (tmp_path / "file").read_text() == "new"
    assert not part.exists()
    assert len(pauses) == times
    assert sum(pauses) < 2


def test_what_is_held_for_longer_leaves_the_old_file_whole(
    part: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("old")
    held_for(monkeypatch, 100)
    with pytest.raises(PermissionError):
        put_in_place(part, tmp_path / "file")
    assert (tmp_path / "file").read_text() == "old"


def test_a_file_that_is_held_for_a_moment_is_renamed_all_the_same(
    part: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert len(held_for(monkeypatch, 3)) == 0
    rename(part, tmp_path / "file")
    assert (tmp_path / "file").read_text() == "new"
    assert not part.exists()


def test_what_is_not_there_is_not_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pauses = held_for(monkeypatch, 0)
    with pytest.raises(FileNotFoundError):
        rename(tmp_path / "nothing", tmp_path / "file")
    assert pauses == []
