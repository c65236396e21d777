from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from smsdesk.domain.errors import UserFacingError
from smsdesk.support.program_folder import program_folders, refuse_program_folder

WINDOWS = "Programs/smsdesk"


def installed(tmp_path: Path, executable: str, bundled: str) -> tuple[Path, Path]:
    program, files = tmp_path / executable, tmp_path / bundled
    files.mkdir(parents=True)
    program.parent.mkdir(parents=True, exist_ok=True)
    program.touch()
    return program_folders(program, str(files))


@pytest.mark.parametrize("profile", [WINDOWS, f"{WINDOWS}/_internal", f"{WINDOWS}/_internal/deep/er", f"{WINDOWS}/."])
def test_the_folder_of_the_installed_program_is_refused(tmp_path: Path, profile: str) -> None:
    folders = installed(tmp_path, f"{WINDOWS}/smsdesk.exe", f"{WINDOWS}/_internal")
    with pytest.raises(UserFacingError, match="the program itself is installed there"):
        refuse_program_folder(tmp_path / profile, folders)


@pytest.mark.parametrize("profile", ["smsdesk", "Programs", f"{WINDOWS}/data", f"{WINDOWS}-data", "Programs/smsdesk2"])
def test_every_other_folder_is_taken(tmp_path: Path, profile: str) -> None:
    refuse_program_folder(tmp_path / profile, installed(tmp_path, f"{WINDOWS}/smsdesk.exe", f"{WINDOWS}/_internal"))


@pytest.mark.parametrize("inside", ["", "Contents", "Contents/MacOS", "Contents/Resources/data"])
def test_nothing_inside_an_app_of_macos_is_a_profile(tmp_path: Path, inside: str) -> None:
    folders = installed(tmp_path, "smsdesk.app/Contents/MacOS/smsdesk", "smsdesk.app/Contents/Frameworks")
    with pytest.raises(UserFacingError):
        refuse_program_folder(tmp_path / "smsdesk.app" / inside, folders)
    refuse_program_folder(tmp_path / "smsdesk", folders)


@pytest.mark.skipif(sys.platform == "win32", reason="links are for administrators there")
def test_a_link_to_it_is_the_same_folder(tmp_path: Path) -> None:
    folders = installed(tmp_path, f"{WINDOWS}/smsdesk.exe", f"{WINDOWS}/_internal")
    (tmp_path / "link").symlink_to(tmp_path / WINDOWS)
    with pytest.raises(UserFacingError):
        refuse_program_folder(tmp_path / "link", folders)


def test_a_real_start_says_so_and_writes_nothing_there() -> None:
    package = Path(__file__).resolve().parents[2] / "smsdesk"
    before = sorted(path.name for path in package.iterdir())
    done = subprocess.run(
        [sys.executable, "-m", "smsdesk", "--startup-report", "--profile", str(package)],
        capture_output=True, text=True, check=False, timeout=60, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (1, "")
    assert f"smsdesk can't keep its data in {package}: the program itself is installed there" in done.stderr
    assert sorted(path.name for path in package.iterdir()) == before
