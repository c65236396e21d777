"""macOS is played: programs of its names write down how they were called."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from macos import package

if TYPE_CHECKING:
    from pathlib import Path

SCRIPT = """#!/bin/sh
echo "$(basename "$0") $*" >> "{log}"
{more}
"""
BUSY_TWICE = 'n=$(cat "{count}" 2>/dev/null || echo 0); echo $((n + 1)) > "{count}"; [ "$n" -ge 2 ]'

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the played programs are shell scripts")


class PlayedMac:
    """The programs of a Mac, first on the path."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.log = folder / "log"
        self.log.touch()
        self._programs = folder / "programs"
        self._programs.mkdir()
        for name in ("codesign", "ditto", "hdiutil", "xcrun"):
            self.put(name)
        monkeypatch.setenv("PATH", f"{self._programs}{os.pathsep}{os.environ['PATH']}")
        for name in (package.IDENTITY, package.NOTARY_KEY, package.NOTARY_KEY_ID, package.NOTARY_ISSUER):
            monkeypatch.delenv(name, raising=False)

    def put(self, name: str, more: str = "") -> None:
        program = self._programs / name
        program.write_text(SCRIPT.format(log=self.log, more=more), encoding="utf-8")
        program.chmod(0o755)

    def calls(self) -> list[str]:
        return [" ".join(line.split()[:3]) for line in self.log.read_text(encoding="utf-8").splitlines()]


@pytest.fixture
def mac(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> PlayedMac:
    return PlayedMac(tmp_path, monkeypatch)


@pytest.fixture
def app(tmp_path: Path) -> Path:
    folder = tmp_path / "smsdesk.app"
    folder.mkdir()
    return folder


def test_without_secrets_an_image_is_made_and_nobody_is_asked(mac: PlayedMac, app: Path, tmp_path: Path) -> None:
    (image,) = package.make_packages(app, "0.1.0", tmp_path)
    assert image.name.startswith("smsdesk-0.1.0-macos-")
    assert image.suffix == ".dmg"
    assert [call.split()[0] for call in mac.calls()] == ["codesign", "ditto", "hdiutil"]


def test_with_secrets_the_app_is_notarised_before_the_image_and_then_the_image(
    mac: PlayedMac, app: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(package.IDENTITY, "Developer ID Application: Example")
    key = tmp_path / "notary.p8"
    key.touch()
    monkeypatch.setenv(package.NOTARY_KEY, str(key))
    for name in (package.NOTARY_KEY_ID, package.NOTARY_ISSUER):
        monkeypatch.setenv(name, "given")
    (image,) = package.make_packages(app, "0.1.0", tmp_path)
    calls = mac.log.read_text(encoding="utf-8").splitlines()
    stapled = [line.split()[-1] for line in calls if "stapler staple" in line]
    assert stapled == [str(app), str(image)]
    order = [
        index for index, line in enumerate(calls) if line.startswith(("xcrun stapler", "hdiutil", "codesign --sign"))
    ]
    assert [calls[index].split()[0] for index in order] == ["xcrun", "hdiutil", "codesign", "xcrun"]
    assert all("--wait" in line for line in calls if "notarytool submit" in line)


def test_a_signed_app_without_a_notary_is_not_sent_anywhere(
    mac: PlayedMac, app: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(package.IDENTITY, "Developer ID Application: Example")
    package.make_packages(app, "0.1.0", tmp_path)
    assert [call.split()[0] for call in mac.calls()] == ["codesign", "ditto", "hdiutil", "codesign"]


def test_an_app_whose_signature_is_broken_is_no_release(mac: PlayedMac, app: Path, tmp_path: Path) -> None:
    mac.put("codesign", "exit 1")
    with pytest.raises(SystemExit, match="codesign failed"):
        package.make_packages(app, "0.1.0", tmp_path)
    assert [call.split()[0] for call in mac.calls()] == ["codesign"]


def test_a_busy_volume_is_tried_again(mac: PlayedMac, tmp_path: Path) -> None:
    mac.put("hdiutil", BUSY_TWICE.format(count=tmp_path / "count"))
    package.make_image(tmp_path, tmp_path / "a.dmg", pause_s=0)
    assert len(mac.calls()) == 3


def test_a_volume_that_stays_busy_is_told(mac: PlayedMac, tmp_path: Path) -> None:
    mac.put("hdiutil", "exit 1")
    with pytest.raises(SystemExit, match="could not make the disk image"):
        package.make_image(tmp_path, tmp_path / "a.dmg", pause_s=0)
    assert len(mac.calls()) == package.TRIES


def test_files_name_the_processor_as_their_users_do() -> None:
    assert package.architecture("x86_64") == "x64"
    assert package.architecture("arm64") == "arm64"
