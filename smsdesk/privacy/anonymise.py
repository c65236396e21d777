"""Taking out of a text what may be a phone number, a message or a name, before somebody else reads it.

Passwords are known and struck out as such (`accounts.secret`), before anything here can hide a piece of them.
"""

from __future__ import annotations

import html
import re
import traceback
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

TEXT: Final = "<text>"
NUMBER: Final = "<number>"

_LONGEST_QUOTE: Final = 20
_LONGEST_SAID: Final = 4000

# A quotation ends at a quote that no letter follows, for "don't" is no end; a cut one ends with the message.
_QUOTED: Final = re.compile(
    rf"(?<!\w)[bBrRuUfF]{{0,2}}(?:(['\"`])|[“‘«„]).{{{_LONGEST_QUOTE + 1},}}?(?:(?(1)\1|[”’»“])(?!\w)|\Z)", re.DOTALL
)
# A request, or what a gateway echoes of one: its values stand between `name=` and the next name, or the line's end.
_FIELD: Final = re.compile(r"([?&][\w.-]+=|\b[\w.-]+=(?=[^=\n]*&[\w.-]+=))([^=\n]*?)(?=&[\w.-]+=|\n|\Z)")
_RUN: Final = re.compile(r"[^\s'\"=&?<>]{3,}")
_CODE: Final = re.compile(r"%(?:u[0-9A-Fa-f]{4}|[0-9A-Fa-f]{2})")
_PACKED: Final = re.compile(r"[A-Za-z0-9+_-]{48,}")
# All but ASCII's signs: letters, and also vowel signs and the like, which are none. A range up to the last character
# would say the same, and take 4 ms to compile.
_WORD: Final = re.compile(r"[^\x00-/:-@\[-^`{-\x7f]+")
_FOREIGN_LETTER: Final = re.compile(r"[^\W\d_a-zA-Z]")
_SEVERAL_TEXTS: Final = re.compile(rf"{TEXT}(?:[^\w<>]+{TEXT})+")
_SQL_VALUES: Final = re.compile(r"\[parameters: .*?\](?=\n|\Z)", re.DOTALL)
_MARKS: Final = r"\u200e\u200f\u202a-\u202e\u2066-\u2069"
_WRITTEN_NUMBER: Final = re.compile(rf"[+({_MARKS}]*\d(?:[\s().\-/{_MARKS}]{{0,3}}\d){{6,}}")
_DIGITS: Final = re.compile(r"\d{7,}")


def clean_words(said: str) -> str:
    """Give what was said without phone numbers, long quotations, other scripts' words and the home folder.

    Of a request that was sent or echoed, only names and short plain values are left. What was taken out is replaced by
    a word for it, and what is very long is cut. Short quotations stay: they name the culprit.
    """
    said = _SQL_VALUES.sub(f"[parameters: {TEXT}]", _without_home(said))
    said = _PACKED.sub(TEXT, html.unescape(said))
    said = _RUN.sub(lambda run: TEXT if len(_CODE.findall(run[0])) > 1 else run[0], said)
    said = _FIELD.sub(lambda field: field[1] + (TEXT if re.search(r"[\s%]", field[2]) else field[2]), said)
    said = _WRITTEN_NUMBER.sub(NUMBER, said)
    said = _QUOTED.sub(TEXT, said.rstrip("\n"))
    said = _WORD.sub(lambda word: TEXT if _FOREIGN_LETTER.search(word[0]) else word[0], said)
    return _SEVERAL_TEXTS.sub(TEXT, said)[:_LONGEST_SAID]


def clean_frames(frames: str) -> str:
    """Give the frames of a traceback, which are our own source, without digits in a row and the home folder."""
    return _DIGITS.sub(NUMBER, _without_home(frames))


def clean_traceback(error: BaseException, scrub: Callable[[str], str]) -> str:
    """Give the traceback of an error and of the errors that led to it, without local variables.

    Args:
        error: what was raised.
        scrub: strikes out the passwords in use.
    """
    return "".join(_told(traceback.TracebackException.from_exception(error), scrub))


def _told(error: traceback.TracebackException, scrub: Callable[[str], str]) -> Iterator[str]:
    """The lines of `traceback`, with the frames and what the exceptions say cleaned each in its own way."""
    if error.__cause__ is not None:
        yield from _told(error.__cause__, scrub)
        yield "\nThe above exception was the direct cause of the following exception:\n\n"
    elif error.__context__ is not None and not error.__suppress_context__:
        yield from _told(error.__context__, scrub)
        yield "\nDuring handling of the above exception, another exception occurred:\n\n"
    yield "Traceback (most recent call last):\n"
    yield clean_frames(scrub("".join(error.stack.format())))
    yield clean_words(scrub("".join(error.format_exception_only()))) + "\n"
    for place, inner in enumerate(error.exceptions or (), start=1):
        yield f"\nError {place} of this group:\n\n"
        yield from _told(inner, scrub)


def _without_home(text: str) -> str:
    home = str(Path.home())
    if len(home) < 2:
        return text  # a service account's home is the root of everything
    for written in (home, home.replace("\\", "\\\\"), Path.home().as_posix()):
        text = re.sub(rf"{re.escape(written)}(?![\w.-])", "~", text)
    return text
