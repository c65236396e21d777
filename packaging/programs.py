"""Starting other programs, and talking meanwhile."""

# As dev.py: the standard library only, and no Python is too old for it.
from __future__ import annotations

import os
import shutil
import subprocess
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

ROOT = Path(__file__).resolve().parent.parent
SECONDS_TO_CLOSE = 15


def start(*command: str | Path, **variables: str) -> int:
    """Runs a program in the project's folder and waits for it; gives its exit code as a shell would.

    Args:
        command: the program and its arguments.
        variables: environment variables to set where the user has not set them.
    """
    # Frames and Arabic letters in the output would stop a program whose output Windows takes for cp1252.
    defaults = {"PYTHONIOENCODING": "utf-8", **variables}
    process = subprocess.Popen(command, cwd=ROOT, env={**defaults, **os.environ})
    try:
        code = process.wait()
    except KeyboardInterrupt:
        # The terminal sent Ctrl+C to the program too: let it close its files, but not for ever.
        try:
            process.wait(SECONDS_TO_CLOSE)
        except (KeyboardInterrupt, subprocess.TimeoutExpired):
            process.kill()
        raise
    return code if code >= 0 else 128 - code


def run(*command: str | Path, hint: str = "", folder: Path = ROOT, variables: Mapping[str, str] | None = None) -> None:
    """Runs a program that has to be there and to succeed.

    Args:
        command: the program and its arguments.
        hint: where to have the program from, should it be missing.
        folder: where it runs.
        variables: environment variables to set, whatever the user has set.

    Raises:
        SystemExit: it is missing, or failed.
    """
    name = Path(command[0]).name
    if shutil.which(command[0]) is None:
        raise SystemExit(f"{name} is missing. {hint}".rstrip())
    say(f"{name} ...")
    done = subprocess.run(command, cwd=folder, env={**os.environ, **(variables or {})}, check=False)
    if done.returncode:
        raise SystemExit(f"{name} failed (exit code {done.returncode}).")


def say(text: str) -> None:
    """Prints at once, so that the lines stand in order among those of the programs started."""
    print(text, flush=True)


@contextmanager
def running(commands: Sequence[Sequence[str | Path]]) -> Iterator[list[subprocess.Popen[bytes]]]:
    """Keeps these programs running meanwhile, unheard; they are ended whatever comes of it."""
    started: list[subprocess.Popen[bytes]] = []
    try:
        for command in commands:
            started.append(subprocess.Popen(command, cwd=ROOT, stderr=subprocess.DEVNULL))  # noqa: PERF401 - those before a failure are ended too
        yield started
    finally:
        for process in started:
            process.kill()
        for process in started:
            process.wait()
