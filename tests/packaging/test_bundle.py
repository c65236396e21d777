from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import bundle

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

COMMIT = "git -c user.name=a -c user.email=a@b.example -c commit.gpgsign=false commit -q --allow-empty -m x --date"


def test_an_unknown_option_builds_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert bundle.bundle(["--fast"]) == 2
    assert "--try" in capsys.readouterr().out


def test_a_trial_is_refused_where_it_can_not_be_made(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(bundle, "on_debian", lambda: False)
    assert bundle.bundle(["--try"]) == 2
    assert "root" in capsys.readouterr().out


def test_what_is_made_is_as_old_as_its_commit(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    monkeypatch.setattr(bundle, "ROOT", tmp_path)
    assert bundle.time_of_commit() == bundle.SOMETIME, "a checkout without commits"
    subprocess.run(["git", "init", "-q", tmp_path], check=True)
    when = "2024-05-01T08:00:00Z"
    subprocess.run(
        [*COMMIT.split(), when], cwd=tmp_path, check=True, env={"GIT_COMMITTER_DATE": when, "PATH": "/usr/bin:/bin"}
    )
    assert bundle.time_of_commit() == 1_714_550_400
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "5")
    assert bundle.time_of_commit() == 5
