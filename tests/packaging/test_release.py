from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest
import release

ROOT = Path(__file__).resolve().parents[2]
AT_GITHUB = {"GITHUB_SERVER_URL": "https://github.example", "GITHUB_REPOSITORY": "office/smsdesk"}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """All packages of a release; the list of parts is made by a program that only a release installs."""
    for kind in release.KINDS:
        (tmp_path / kind.format(version="1.2.3")).write_text(kind, encoding="utf-8")
    monkeypatch.setattr(release, "write_parts", lambda file: file.write_text("{}", encoding="utf-8"))
    return tmp_path


def test_every_file_has_its_sum(folder: Path) -> None:
    release.add_release_files(folder, "1.2.3", "refs/tags/v1.2.3", AT_GITHUB)
    lines = (folder / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    sums = {name: total for total, name in (line.split("  ") for line in lines)}
    assert sums == {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.iterdir()
        if path.name != "SHA256SUMS"
    }
    assert {"latest.json", "smsdesk-1.2.3.cdx.json", "smsdesk_1.2.3_amd64.deb"} < sums.keys()


def test_the_update_notice_is_told_the_version_and_where_it_is(folder: Path) -> None:
    release.add_release_files(folder, "1.2.3", "refs/tags/v1.2.3", AT_GITHUB)
    assert json.loads((folder / "latest.json").read_text(encoding="utf-8")) == {
        "version": "1.2.3", "page": "https://github.example/office/smsdesk/releases/latest",
    }  # fmt: skip


def test_outside_of_a_workflow_nobody_is_sent_anywhere(folder: Path) -> None:
    release.add_release_files(folder, "1.2.3", "refs/heads/main", {})
    assert not (folder / "latest.json").exists()


def test_packages_are_looked_for_where_there_is_a_folder(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match=r"There is no folder .*packages"):
        release.add_release_files(tmp_path / "packages", "1.2.3", "refs/heads/main")


def test_a_tag_of_another_version_is_no_release(folder: Path) -> None:
    with pytest.raises(SystemExit, match=r"v1\.2\.4 is not v1\.2\.3"):
        release.add_release_files(folder, "1.2.3", "refs/tags/v1.2.4", AT_GITHUB)
    assert not (folder / "SHA256SUMS").exists()


@pytest.mark.parametrize("kind", release.KINDS)
def test_a_release_without_one_of_its_packages_is_none(folder: Path, kind: str) -> None:
    name = kind.format(version="1.2.3")
    (folder / name).unlink()
    with pytest.raises(SystemExit, match=name):
        release.add_release_files(folder, "1.2.3", "refs/heads/main", AT_GITHUB)
    assert not (folder / "SHA256SUMS").exists()


def test_the_workflow_brings_together_what_a_release_holds() -> None:
    """The names of the artifacts that the workflow makes, for each kind of package."""
    workflow = (ROOT / ".github" / "workflows" / "release.yml").read_text(encoding="utf-8")
    for name in ("linux-x64", "windows-x64", "macos-arm64", "macos-x64"):
        assert f"name: {name}," in workflow
    assert 'pattern: "{bundle-linux-*,bundle-macos-*,installers-*}"' in workflow
