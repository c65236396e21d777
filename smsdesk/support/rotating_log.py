"""The file that the log is written to. It never complains: there may be no screen to complain on."""

from __future__ import annotations

import contextlib
from logging.handlers import RotatingFileHandler
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import logging
    from pathlib import Path

_TIMES_WHILE_HELD: Final = 4
_TRIED_AGAIN_BYTES: Final = 16 * 1024


class RotatingLog(RotatingFileHandler):
    """Opened at the first line.

    Args:
        path: the newest file; older ones have a number behind its name.
        most_bytes: how large a file becomes; up to four times as large while another program has it open.
        old_ones: how many older files are kept.
    """

    def __init__(self, path: Path, most_bytes: int, old_ones: int) -> None:
        super().__init__(
            path, maxBytes=most_bytes, backupCount=old_ones, encoding="utf-8", delay=True, errors="backslashreplace"
        )

        self._most_bytes = most_bytes
        self._made: tuple[logging.LogRecord, str] | None = None

    def emit(self, record: logging.LogRecord) -> None:
        """Write a line. It is made once: `logging` makes it for its length, and then once more to write it."""
        try:
            super().emit(record)
        finally:
            self._made = None

    def format(self, record: logging.LogRecord) -> str:
        """Make a line, or give the one that was just made of this record."""
        if self._made is None or self._made[0] is not record:
            self._made = record, super().format(record)
        return self._made[1]

    def doRollover(self) -> None:  # noqa: N802 - logging's own name
        """Begin a new file. While another program has the old one open, Windows refuses that: it grows meanwhile.

        Raises:
            OSError: it has grown enough; the line is done without.
        """
        try:
            super().doRollover()
        except OSError:
            if self.maxBytes >= _TIMES_WHILE_HELD * self._most_bytes:
                raise
            self.maxBytes += _TRIED_AGAIN_BYTES
        else:
            self.maxBytes = self._most_bytes

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: ARG002, N802 - logging's own signature
        """Do without this line; the next one finds the file opened anew."""
        if self.stream is not None:
            with contextlib.suppress(OSError, ValueError):
                self.stream.close()
            self.stream = None

    def close(self) -> None:
        """Close the file, though the disk may not take its last line."""
        with contextlib.suppress(OSError, ValueError):
            super().close()
