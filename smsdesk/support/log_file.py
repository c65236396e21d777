"""What the program writes down of its run, in `smsdesk.log`: no passwords, numbers or messages."""

from __future__ import annotations

import contextlib
import logging
import re
import time
from datetime import datetime
from logging.handlers import RotatingFileHandler
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from smsdesk.privacy.secret import Redactor

LOG: Final = "smsdesk.log"

_MOST_BYTES: Final = 256 * 1024
_OLD_ONES: Final = 2
_MOST_BYTES_HELD: Final = 1024 * 1024
_TRIED_AGAIN_BYTES: Final = 16 * 1024
_FORMAT: Final = "%(asctime)s %(levelname)s %(name)s: %(message)s"
_TIME: Final = "%Y-%m-%dT%H:%M:%SZ"
_HEAD: Final = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ [A-Z]+ [\w.]+: ")
_HEADS: Final = re.compile(r"^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ) [A-Z]+ [\w.]+: ", re.MULTILINE)
_ENOUGH_BYTES: Final = 16 * 1024
_FRAME: Final = re.compile(r" +File \"")
_FURTHER: Final = "\n    "


@contextlib.contextmanager
def keep_log(folder: Path, redactor: Redactor) -> Iterator[None]:
    """Write the log in this folder as long as this lasts; what libraries warn of goes to the error stream as well.

    A log that can't be written is done without: the program goes on.
    """
    screen = logging.StreamHandler()
    screen.setLevel(logging.WARNING)
    screen.addFilter(lambda record: not record.name.startswith("smsdesk"))  # our own troubles the window tells
    screen.setFormatter(_CleanLines(redactor, "%(message)s"))  # some systems keep what is said there
    handlers = (_LogFile(folder / LOG, redactor), screen)
    everything, ours = logging.getLogger(), logging.getLogger("smsdesk")
    before = everything.level, ours.level
    everything.setLevel(logging.WARNING)
    ours.setLevel(logging.INFO)
    for handler in handlers:
        everything.addHandler(handler)
    try:
        yield
    finally:
        for handler in handlers:
            everything.removeHandler(handler)
            handler.close()
        everything.setLevel(before[0])
        ours.setLevel(before[1])


def log_tail(folder: Path, scrub: Callable[[str], str], most_bytes: int) -> str:
    """Give the newest lines of the log, oldest first, cleaned once more: more is known as secret by now.

    Args:
        folder: the profile.
        scrub: strikes out what is known as secret.
        most_bytes: how much of it.

    Raises:
        OSError: it can't be read.
    """
    from smsdesk.privacy.anonymise import clean_frames, clean_words

    def clean(line: str) -> str:
        if _FRAME.match(line):
            return clean_frames(line)
        head = _HEAD.match(line)
        end = head.end() if head else len(line) - len(line.lstrip())
        return line[:end] + clean_words(line[end:])

    return "\n".join(map(clean, scrub(_newest(folder, most_bytes)).splitlines()))


def last_logged(folder: Path) -> datetime | None:
    """When the last line of the log was written (UTC, to the second), None where there is none."""
    try:
        heads = _HEADS.findall(_newest(folder, _ENOUGH_BYTES))
        return datetime.fromisoformat(heads[-1]) if heads else None
    except (OSError, ValueError):
        return None


def _newest(folder: Path, most_bytes: int) -> str:
    found = b""
    for name in (LOG, *(f"{LOG}.{number}" for number in range(1, _OLD_ONES + 1))):
        path = folder / name
        if len(found) <= most_bytes and path.exists():
            found = path.read_bytes() + found
    if len(found) > most_bytes:
        found = found[-most_bytes:].partition(b"\n")[2]  # half a line may be half a number
    return found.decode("utf-8", "replace")


class _LogFile(RotatingFileHandler):
    """Opened at the first line. It never complains: there may be no screen to complain on."""

    def __init__(self, path: Path, redactor: Redactor) -> None:
        super().__init__(
            path, maxBytes=_MOST_BYTES, backupCount=_OLD_ONES, encoding="utf-8", delay=True, errors="backslashreplace"
        )
        self.setFormatter(_CleanLines(redactor, _FORMAT))

    def doRollover(self) -> None:  # noqa: N802 - logging's own name
        """Begin a new file. While another program has the old one open, Windows refuses that: it grows meanwhile.

        Raises:
            OSError: it has grown enough; the line is done without.
        """
        try:
            super().doRollover()
        except OSError:
            if self.maxBytes >= _MOST_BYTES_HELD:
                raise
            self.maxBytes += _TRIED_AGAIN_BYTES
        else:
            self.maxBytes = _MOST_BYTES

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


class _CleanLines(logging.Formatter):
    """Writes a record without secrets, numbers, messages and names, and leaves the record itself as it is."""

    def __init__(self, redactor: Redactor, form: str) -> None:
        super().__init__(form, _TIME)
        self.converter = time.gmtime
        self._scrub = redactor.scrub

    def format(self, record: logging.LogRecord) -> str:
        """Give one line, and below it, indented, further lines of the message and the traceback."""
        # Not at the top: the window shows before the first line is written.
        from smsdesk.privacy.anonymise import clean_frames, clean_traceback, clean_words

        message = clean_words(self._scrub(_message_of(record)))
        error = record.exc_info[1] if record.exc_info else None
        if error is not None:
            message += "\n" + clean_traceback(error, self._scrub)
        if record.stack_info:
            message += "\n" + clean_frames(self._scrub(record.stack_info))
        line = logging.makeLogRecord(
            {"name": record.name, "levelname": record.levelname, "created": record.created, "msg": ""}
        )
        return super().format(line) + _FURTHER.join(message.rstrip().splitlines())


def _message_of(record: logging.LogRecord) -> str:
    """A record's message with its arguments; arguments that do not fit are left out."""
    try:
        return record.getMessage()
    except Exception:  # logging itself would print the raw arguments to stderr
        return f"{record.msg} (with arguments that do not fit)"
