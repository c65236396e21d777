"""What is written down about a bug: enough to find it, and nothing about the office or the people it writes to."""

from __future__ import annotations

import platform
import re
import traceback
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import qVersion

from smsdesk import __version__

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smsdesk.accounts.secret import Redactor

_TEXT: Final = "<text>"
_NUMBER: Final = "<number>"
_LONGEST_QUOTE: Final = 20
_LONGEST_SAID: Final = 4000

# A quotation ends at a quote that no letter follows, for "don't" is no end; a cut one ends with the message.
_QUOTED: Final = re.compile(
    rf"(?<!\w)[bBrRuUfF]{{0,2}}(?:(['\"`])|[“‘«„]).{{{_LONGEST_QUOTE + 1},}}?(?:(?(1)\1|[”’»“])(?!\w)|\Z)", re.DOTALL
)
_WORD: Final = re.compile(r"[\w\u0080-\U0010ffff]+")  # with vowel signs and the like, which are no letters
_FOREIGN_LETTER: Final = re.compile(r"[^\W\d_a-zA-Z]")
_SEVERAL_TEXTS: Final = re.compile(rf"{_TEXT}(?:[^\w<>]+{_TEXT})+")
_SQL_VALUES: Final = re.compile(r"\[parameters: .*?\](?=\n|\Z)", re.DOTALL)
_MARKS: Final = r"\u200e\u200f\u202a-\u202e\u2066-\u2069"
_WRITTEN_NUMBER: Final = re.compile(rf"[+({_MARKS}]*\d(?:[\s().\-/{_MARKS}]{{0,3}}\d){{6,}}")
_DIGITS: Final = re.compile(r"\d{7,}")


def crash_report(error: BaseException, redactor: Redactor) -> str:
    """Describe a bug: versions, and where it happened, with the errors that led to it.

    No local variables. Passwords are struck out; phone numbers, the home folder, and whatever may be a message or a
    name in what an exception says are replaced by a word for it.

    Args:
        error: what was raised.
        redactor: knows the passwords in use.
    """
    versions = (
        f"smsdesk {__version__}",
        f"Python {platform.python_version()}, Qt {qVersion()}",
        f"{platform.system()} {platform.release()} ({platform.machine()})",
    )
    told = "".join(_told(traceback.TracebackException.from_exception(error), redactor))
    return "\n".join([*versions, "", told])


def _told(error: traceback.TracebackException, redactor: Redactor) -> Iterator[str]:
    """The lines of `traceback`, with the frames and what the exceptions say cleaned each in its own way."""
    if error.__cause__ is not None:
        yield from _told(error.__cause__, redactor)
        yield "\nThe above exception was the direct cause of the following exception:\n\n"
    elif error.__context__ is not None and not error.__suppress_context__:
        yield from _told(error.__context__, redactor)
        yield "\nDuring handling of the above exception, another exception occurred:\n\n"
    yield "Traceback (most recent call last):\n"
    yield _DIGITS.sub(_NUMBER, _without_home(redactor.scrub("".join(error.stack.format()))))
    yield _without_content(redactor.scrub("".join(error.format_exception_only())))
    for place, inner in enumerate(error.exceptions or (), start=1):
        yield f"\nError {place} of this group:\n\n"
        yield from _told(inner, redactor)


def _without_content(said: str) -> str:
    said = _SQL_VALUES.sub(f"[parameters: {_TEXT}]", _without_home(said))
    said = _WRITTEN_NUMBER.sub(_NUMBER, said)
    said = _QUOTED.sub(_TEXT, said.rstrip("\n"))
    said = _WORD.sub(lambda word: _TEXT if _FOREIGN_LETTER.search(word[0]) else word[0], said)
    return _SEVERAL_TEXTS.sub(_TEXT, said)[:_LONGEST_SAID] + "\n"


def _without_home(text: str) -> str:
    home = str(Path.home())
    if len(home) < 2:
        return text  # a service account's home is the root of everything
    for written in (home, home.replace("\\", "\\\\"), Path.home().as_posix()):
        text = re.sub(rf"{re.escape(written)}(?![\w.-])", "~", text)
    return text
