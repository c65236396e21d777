from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from linux import bare_root

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Linux' own")


@pytest.mark.skipif(shutil.which("Xvfb") is None, reason="Xvfb is not installed; bundle --try installs it")
def test_the_screen_is_there_when_its_name_is_told_and_gone_afterwards() -> None:
    with bare_root.screen() as display:
        socket = Path("/tmp/.X11-unix") / f"X{display.removeprefix(':')}"
        assert socket.is_socket()
    assert not socket.exists()


class Installed:
    """Stands for the installed program in its root: says and writes what it is told to."""

    def __init__(self, root: Path, *, said: str, written: str, code: int = 0) -> None:
        self._report = root / "tmp" / "report.txt"
        self._report.parent.mkdir(parents=True)
        self._report.write_text(written)
        self._said, self._code = said, code
        self.command: list[str] = []

    def run(self, command: list[str | Path], **_options: object) -> subprocess.CompletedProcess[str]:
        self.command = [str(part) for part in command]
        return subprocess.CompletedProcess(self.command, self._code, self._said, "")


def test_the_installed_program_is_started_by_its_name_as_somebody_who_owns_nothing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    installed = Installed(tmp_path, said="ok  one\nok  two\n", written="ok  one\nok  two\n")
    monkeypatch.setattr(bare_root, "ROOT_FOLDER", tmp_path)
    monkeypatch.setattr(subprocess, "run", installed.run)
    assert bare_root.last_line("--self-test", "DISPLAY=:7") == "ok  two"
    assert installed.command[-5:] == ["DISPLAY=:7", "smsdesk", "--self-test", "--output", "/tmp/report.txt"]
    assert f"--userspec={bare_root.NOBODY}" in installed.command


@pytest.mark.parametrize(
    ("said", "written", "code"),
    [("FAILED  why\n", "FAILED  why\n", 1), ("", "", 0), ("ok  one\n", "", 0)],
    ids=["failed", "said nothing", "wrote nothing"],
)
def test_an_installed_program_that_fails_its_test_ends_the_trial(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, said: str, written: str, code: int
) -> None:
    installed = Installed(tmp_path, said=said, written=written, code=code)
    monkeypatch.setattr(bare_root, "ROOT_FOLDER", tmp_path)
    monkeypatch.setattr(subprocess, "run", installed.run)
    with pytest.raises(SystemExit, match="--self-test of the installed program failed"):
        bare_root.last_line("--self-test")
