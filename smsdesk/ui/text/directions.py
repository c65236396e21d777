"""Right to left and left to right in one line: what stands in a sentence keeps its own direction.

A phone number, a price, a name or a gateway's word would else pull the signs beside it to its side, or turn round with
them. What is set apart stands between two characters of Unicode's (FSI and PDI) that nobody sees. They are for the eye
alone: nothing that is sent, copied or written into a file holds one that nobody has typed.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from unicodedata import bidirectional

from PySide6.QtCore import QLocale, Qt

if TYPE_CHECKING:
    from collections.abc import Iterable

_OWN, _LEFT_TO_RIGHT, _END = "\u2068", "\u2066", "\u2069"
_RIGHT_TO_LEFT_MARK = "\u200f"
_RIGHTWARD = frozenset({"R", "AL"})
_STRONG = _RIGHTWARD | {"L"}
_APART = re.compile("[\u2066-\u2068][^\u2066-\u2069]*\u2069")
_SEEN_BY_NOBODY = re.compile("[\u200e\u200f\u061c\u2066-\u2069]")


def own_direction(text: str) -> str:
    """A text from outside, set apart within a sentence of ours: it keeps its own direction."""
    return f"{_OWN}{text}{_END}"


def left_to_right(number: str) -> str:
    """A phone number or a code, set apart: its plus stands at the left, whatever stands around it."""
    return f"{_LEFT_TO_RIGHT}{number}{_END}"


def without_directions(text: str) -> str:
    """A text that is no sentence for the eye, a file's name for instance, without what sets directions apart.

    What formats of dates and amounts have of that kind goes as well.
    """
    return _SEEN_BY_NOBODY.sub("", text)


def first_direction(text: str) -> Qt.LayoutDirection:
    """Where a text begins, as its first letter says; what is set apart in it says nothing. Without a letter: left."""
    while (bare := _APART.sub("", text)) != text:
        text = bare
    strong = next(filter(_STRONG.__contains__, map(bidirectional, text)), "L")
    return Qt.LayoutDirection.RightToLeft if strong in _RIGHTWARD else Qt.LayoutDirection.LeftToRight


def has_letters(text: str) -> bool:
    """Whether there is a letter that says where the text begins."""
    return any(bidirectional(each) in _STRONG for each in text)


def led_from_the_right(text: str) -> str:
    """A text of a language that is written from the right, so that it is laid out so whatever it begins with.

    "{people} × {price}" begins with no letter, since what is set apart does not count, and "smsdesk is open" with a
    Latin one: within another sentence, or in a label that goes by the first letter, both would turn round. The place
    of a number (%n) is none.
    """
    filled = text.replace("%n", "0")
    return text if first_direction(filled) is Qt.LayoutDirection.RightToLeft else f"{_RIGHT_TO_LEFT_MARK}{text}"


def joined(pieces: Iterable[str], between: str = " · ") -> str:
    """Pieces that stand side by side in one line, in the order in which the window is read.

    Where it is read from the left, they are joined as they are, but for those that begin at the right.
    """
    if QLocale().textDirection() is Qt.LayoutDirection.RightToLeft:
        line = between.join(map(own_direction, pieces))
        return f"{_RIGHT_TO_LEFT_MARK}{line}" if line else ""
    return between.join(map(_set_apart_from_the_left, pieces))


def _set_apart_from_the_left(piece: str) -> str:
    return own_direction(piece) if first_direction(piece) is Qt.LayoutDirection.RightToLeft else piece
