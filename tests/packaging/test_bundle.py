from __future__ import annotations

import platform
import subprocess
import sys
import tarfile
from typing import TYPE_CHECKING

import bundle
import pytest
import release
from frozen import Bench
from linux import debian_package

if TYPE_CHECKING:
    from pathlib import Path

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


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="these are Linux' own")
@pytest.mark.parametrize("debian", [True, False])
def test_linux_gets_an_archive_for_every_desktop_and_debian_its_package_too(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, *, debian: bool
) -> None:
    bench = Bench(5)
    bench.folder = tmp_path / "frozen"
    bench.folder.mkdir()
    (bench.folder / "smsdesk").write_text("the program")
    dist = tmp_path / "dist"
    dist.mkdir()
    monkeypatch.setattr(bundle, "DIST", dist)
    monkeypatch.setattr(platform, "machine", lambda: "x86_64")
    package = dist / "smsdesk_1.2.3_amd64.deb"
    monkeypatch.setattr(debian_package, "make_debian_package", lambda *_: package)
    monkeypatch.setattr(debian_package, "check_package", lambda *_: None)

    made = bundle.packages(bench, "1.2.3", debian)

    archive = dist / "smsdesk-1.2.3-linux-x86_64.tar.xz"
    assert made == ([package] if debian else []) + [archive]
    assert {path.name for path in made} <= {kind.format(version="1.2.3") for kind in release.KINDS}
    with tarfile.open(archive) as packed:
        assert packed.getnames() == ["smsdesk-1.2.3", "smsdesk-1.2.3/smsdesk"]
