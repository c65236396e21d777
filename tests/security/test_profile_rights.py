from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="that system has its own rights")


def start_and_leave(profile: Path) -> None:
    """The program on this profile, as somebody starts it whose files everybody may read."""
    subprocess.run(
        [sys.executable, "-m", "smsdesk", "--profile", str(profile), "--startup-report"],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.DEVNULL,
        umask=0o022,
        check=True,
    )


def rights(path: Path) -> str:
    return stat.filemode(path.stat().st_mode)


def test_a_profile_that_is_made_is_for_its_user_alone(tmp_path: Path) -> None:
    profile = tmp_path / "new" / "profile"
    start_and_leave(profile)
    assert rights(profile) == "drwx------"
    assert (profile / "smsdesk.db").exists()
    assert {rights(path) for path in profile.rglob("*") if path.is_file()} == {"-rw-------"}


def test_a_folder_that_was_there_keeps_its_rights_and_what_is_written_into_it_is_for_its_user_alone(
    tmp_path: Path,
) -> None:
    shared = tmp_path / "shared"
    shared.mkdir()
    shared.chmod(0o755)
    theirs = shared / "theirs.txt"
    theirs.touch()
    theirs.chmod(0o644)
    start_and_leave(shared)
    assert rights(shared) == "drwxr-xr-x"
    assert rights(theirs) == "-rw-r--r--"
    assert {rights(path) for path in shared.rglob("*") if path.is_file() and path != theirs} == {"-rw-------"}
