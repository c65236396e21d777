from __future__ import annotations

import time
from pathlib import Path

import pytest

from smsdesk.store.files import put_in_place


@pytest.fixture
def part(tmp_path: Path) -> Path:
    written = tmp_path / "part"
    written.write_text("new")
    return written


def _held(monkeypatch: pytest.MonkeyPatch, times: int) -> list[float]:
    """A scanner holds the file for so many tries; gives the pauses that were made."""
    pauses: list[float] = []
    replace = Path.replace

    def refuse(self: Path, target: Path) -> Path:
        if len(pauses) < times:
            raise PermissionError(13, "held by another program")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", refuse)
    monkeypatch.setattr(time, "sleep", pauses.append)
    return pauses


@pytest.mark.parametrize("times", [0, 1, 5])
def test_what_is_held_for_a_moment_is_tried_again(
    part: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, times: int
) -> None:
    (tmp_path / "file").write_text("old")
    pauses = _held(monkeypatch, times)
    put_in_place(part, tmp_path / "file")
    assert (tmp_path / "file").read_text() == "new"
    assert not part.exists()
    assert len(pauses) == times
    assert sum(pauses) < 2


def test_what_is_held_for_longer_leaves_the_old_file_whole(
    part: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("old")
    _held(monkeypatch, 100)
    with pytest.raises(PermissionError):
        put_in_place(part, tmp_path / "file")
    assert (tmp_path / "file").read_text() == "old"
