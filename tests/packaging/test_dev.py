from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import dev
import programs
import pytest

from tests.helpers.patience import PATIENCE_S

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = ROOT / "packaging" / "dev.py"


def runs(process: subprocess.Popen[bytes]) -> bool:
    return process.poll() is None


def test_on_linux_a_window_needs_x11_or_wayland_and_elsewhere_nothing() -> None:
    assert dev.has_display("linux", {"DISPLAY": ":0"})
    assert dev.has_display("linux", {"WAYLAND_DISPLAY": "wayland-0"})
    assert not dev.has_display("linux", {"DISPLAY": ""})
    assert dev.has_display("win32", {})
    assert dev.has_display("darwin", {})


def test_pythons_before_3_11_are_too_old() -> None:
    assert dev.is_too_old((3, 9))
    assert dev.is_too_old((3, 10))
    assert not dev.is_too_old((3, 11))
    assert not dev.is_too_old((4, 0))


def test_an_unknown_command_gets_the_list_of_commands() -> None:
    answer = subprocess.run([sys.executable, SCRIPT, "tset"], capture_output=True, text=True, check=False)
    assert answer.returncode == 2
    assert "dev.py test" in answer.stderr


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("smsdesk.zip", b"", "smsdesk.zip is no smsdesk-VERSION-windows-x64.zip"),
        ("smsdesk-0.1.0-windows-x64.zip", None, "There is no file "),
        ("smsdesk-0.1.0-windows-x64.zip", b"MZ", "File is not a zip file"),
    ],
    ids=["another name", "not there", "no ZIP"],
)
def test_what_no_installers_can_be_made_of_is_said_in_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
    name: str, content: bytes | None, told: str,
) -> None:  # fmt: skip
    monkeypatch.setattr(dev, "provide_system_packages", lambda _names: "all there")
    if content is not None:
        (tmp_path / name).write_bytes(content)
    assert dev.installers([str(tmp_path / name)]) == 1
    assert f"No installers could be made. {told}" in capsys.readouterr().out


class Rounds:
    """Stands for the tests: each round ends as it is told, and sees which processes keep the cores busy meanwhile."""

    def __init__(self, *codes: int) -> None:
        self.codes = list(codes)
        self.commands: list[tuple[str | Path, ...]] = []

    def __call__(self, *command: str | Path, **_variables: str) -> int:
        self.commands.append(command)
        return self.codes.pop(0)


@pytest.mark.parametrize(
    ("codes", "code", "told"),
    [
        ((0, 0, 0), 0, "All 3 rounds passed."),
        ((0, 1, 0), 1, "Failed: round 2 of 3"),
        ((1, 0, 2), 1, "Failed: round 1, 3 of 3"),
    ],
)
def test_under_load_every_round_must_pass(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], codes: tuple[int, ...], code: int, told: str
) -> None:
    rounds = Rounds(*codes)
    monkeypatch.setattr(dev, "start", rounds)
    assert dev.test(["--under-load", "-k", "queue"]) == code
    said = capsys.readouterr().out.splitlines()
    assert said[-1] == told
    assert [line.rpartition("] ")[2] for line in said if line.startswith("[round") and "beside" not in line] == [
        f"failed (exit code {each})" if each else "passed" for each in codes
    ]
    assert [command[1:] for command in rounds.commands] == [(*dev.PYTEST, "-k", "queue")] * 3


@pytest.mark.parametrize("how", [None, KeyboardInterrupt, RuntimeError])
def test_what_keeps_the_cores_busy_is_ended_whatever_happens(how: type[BaseException] | None) -> None:
    def meanwhile() -> list[subprocess.Popen[bytes]]:
        with programs.running([dev.BUSY] * 2) as busy:
            seen.extend(busy)
            assert all(map(runs, busy))
            if how is not None:
                raise how
        return busy

    seen: list[subprocess.Popen[bytes]] = []
    if how is None:
        meanwhile()
    else:
        with pytest.raises(how):
            meanwhile()
    assert [runs(process) for process in seen] == [False, False]


@pytest.mark.skipif(sys.platform == "win32", reason="there a process keeps the parent that it had")
def test_a_busy_process_ends_when_nobody_is_left_to_end_it() -> None:
    # The busy process has this one's output open for as long as it runs.
    script = "import dev, subprocess; subprocess.Popen(dev.BUSY)"
    subprocess.run(
        [sys.executable, "-c", script], cwd=SCRIPT.parent, capture_output=True, check=True, timeout=PATIENCE_S
    )
