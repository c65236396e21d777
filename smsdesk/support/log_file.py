"""What the program writes down of its run, in `smsdesk.log`: no passwords, numbers or messages."""

from __future__ import annotations

import contextlib
import logging
import re
import time
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from smsdesk.privacy.secret import Redactor

LOG: Final = "smsdesk.log"

_MOST_BYTES: Final = 256 * 1024
_OLD_ONES: Final = 2
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
    handlers = (_FromFirstLine(partial(_rotating, folder / LOG, redactor)), screen)
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


def _rotating(path: Path, redactor: Redactor) -> logging.Handler:
    from smsdesk.support.rotating_log import RotatingLog

    written = RotatingLog(path, _MOST_BYTES, _OLD_ONES)
    written.setFormatter(_CleanLines(redactor, _FORMAT))
    return written


class _FromFirstLine(logging.Handler):
    """Makes what writes as soon as there is something to write: it brings sockets and pickle, and a start says nothing.

    Args:
        make: makes it; called once, whichever thread has something to say.
    """

    def __init__(self, make: Callable[[], logging.Handler]) -> None:
        super().__init__()
        self._make = make
        self._made: logging.Handler | None = None

    def emit(self, record: logging.LogRecord) -> None:
        """Hand the record on."""
        if self._made is None:
            self._made = self._make()
        self._made.handle(record)

    def close(self) -> None:
        """Close what was made."""
        if self._made is not None:
            self._made.close()
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
