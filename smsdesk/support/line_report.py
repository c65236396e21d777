"""What `--self-test` and `--build-check` say: on the screen, and in a file where there is no screen."""

from __future__ import annotations

import argparse
import io
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from types import TracebackType


def output_file(name: str) -> Path:
    """The file of this name, emptied; for `argparse`: a place that can't be written is told at once.

    Raises:
        argparse.ArgumentTypeError: it can't be written.
    """
    path = Path(name).absolute()
    try:
        path.write_bytes(b"")
    except OSError as error:
        raise argparse.ArgumentTypeError(f"{path} can't be written: {error.strerror}") from None
    return path


class LineReport:
    """Says each line at once, so that the lines are there whatever comes next.

    A windowed program on Windows has no standard output, and nobody to read it.

    Args:
        path: the file (UTF-8) that gets every line too; None for none.
    """

    def __init__(self, path: Path | None = None) -> None:
        if isinstance(sys.stdout, io.TextIOWrapper):
            sys.stdout.reconfigure(errors="backslashreplace")  # a console of one code page can't write every sign
        self._file = None if path is None else path.open("w", encoding="utf-8", newline="\n")

    def __enter__(self) -> Self:
        """Report as long as this lasts."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None
    ) -> None:
        """Close the file."""
        if self._file is not None:
            self._file.close()

    def say(self, text: str) -> None:
        """Say one line, or several."""
        if sys.stdout is not None:
            print(text, flush=True)  # noqa: T201 - this is what the options are for
        if self._file is not None:
            self._file.write(text + "\n")
            self._file.flush()
