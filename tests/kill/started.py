"""The program in a process of its own, seen from outside."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import threading
from contextlib import suppress
from pathlib import Path

from tests.helpers.patience import PATIENCE_S

ROOT = Path(__file__).resolve().parents[2]
_END_S = PATIENCE_S


class Started:
    """A running program, and what it has said.

    Args:
        profile: its folder.
        passwords: the password of each account, by id.

    Attributes:
        ready: set when it can send.
        confirmed: the texts of the announcements that it said are on disk.
        complaints: what it wrote to its standard error, once it has ended.
    """

    def __init__(self, profile: Path, passwords: dict[str, str]) -> None:
        self.ready = threading.Event()
        self.confirmed: list[str] = []
        self.complaints = ""
        self._errors = tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace")  # noqa: SIM115 - until its end
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.kill.driver", "--profile", str(profile)],
            cwd=ROOT,
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONIOENCODING": "utf-8"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._errors,
            text=True,
            encoding="utf-8",
        )
        self.tell(passwords)
        self._listener = threading.Thread(target=self._listen, daemon=True)
        self._listener.start()

    def tell(self, *lines: object) -> None:
        """What the operator shall do; waits until the program reads it, or is killed."""
        with suppress(OSError, ValueError):
            assert self.process.stdin is not None
            for line in lines:
                self.process.stdin.write(json.dumps(line) + "\n")
            self.process.stdin.flush()

    def kill(self) -> None:
        """End it as nothing else can: it gets to do nothing about it."""
        self.process.kill()
        self.end()

    def end(self, wait_s: float = _END_S) -> int:
        """Wait for its end; gives its exit code, and kills it when it does not come."""
        try:
            code = self.process.wait(wait_s)
        except subprocess.TimeoutExpired:
            self.process.kill()
            code = self.process.wait(_END_S)
        self._listener.join(_END_S)
        self._errors.seek(0)
        self.complaints = self._errors.read()
        for stream in (self.process.stdin, self.process.stdout, self._errors):
            with suppress(OSError):  # what was still to be told
                assert stream is not None
                stream.close()
        return code

    def _listen(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            if not line.endswith("\n"):
                break  # it was killed as it spoke
            said = json.loads(line)
            if "confirmed" in said:
                self.confirmed.append(said["confirmed"])
            else:
                self.ready.set()
