"""What `--self-test` and `--build-check` say."""

from __future__ import annotations

import io
import sys


def say(text: str) -> None:
    """Say one line, or several, at once: they are there whatever comes next, on a console of any code page."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")
    print(text, flush=True)  # noqa: T201 - this is what the options are for
