"""How a text becomes the parts of a message, and what each part costs.

The alphabets are those of 3GPP TS 23.038; concatenation follows 3GPP TS 23.040, section 9.2.3.24.1. A message
holds 140 octets. A text that does not fit is sent in parts, each of which gives up a few octets to a header
that tells the phone how to join them. A part is filled as far as it goes, but a character of two units (an
escape pair in GSM-7, a surrogate pair in UCS-2) is never cut: it moves to the next part, and the unit it
leaves behind is lost.

Texts are taken as they are, without normalisation: what is counted here is what is sent.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from enum import StrEnum
from typing import Final, NamedTuple

from smsdesk.domain import gsm0338
from smsdesk.domain.frozen import frozen

MESSAGE_OCTETS: Final = 140
HEADER_OCTETS: Final = 6
"""User data header with an 8-bit reference, its length octet included (7 with a 16-bit reference)."""

# Four octets are what a part needs to take any character, and so to make progress.
_LARGEST_HEADER: Final = MESSAGE_OCTETS - 4


class Encoding(StrEnum):
    """How the characters of a message travel."""

    GSM7 = "GSM-7"
    UCS2 = "UCS-2"


_TWO_UNITS: Final = {
    Encoding.GSM7: gsm0338.EXTENDED,
    Encoding.UCS2: re.compile("[\U00010000-\U0010ffff]"),
}


class Part(NamedTuple):
    """One part of a message: the text from `start` up to `end` (Python indexes), and its size in `units`."""

    start: int
    end: int
    units: int


@frozen
class Forcing:
    """A character that GSM-7 cannot carry, so that the whole message becomes UCS-2.

    `name` is its Unicode name; characters that Unicode leaves without one go by their code point and kind
    ("U+0009 CHARACTER TABULATION"). `positions` are all its Python indexes in the text. `invisible` tells
    that nobody can see it there: a no-break space, a direction mark, a tab.
    """

    character: str
    name: str
    positions: tuple[int, ...]
    invisible: bool


@frozen
class SmsInfo:
    """What a text is as a message. A unit is a septet in GSM-7, a UTF-16 code unit in UCS-2.

    Attributes:
        encoding: How it will be sent.
        units: Size of the text; what straddles lose is not counted.
        parts: The parts in order; none for an empty text.
        capacity: Units that this number of parts has room for (one message for an empty text), which is
            `units + units_left + lost_to_straddles`.
        units_left: Units that still fit before another part begins.
        lost_to_straddles: Units left empty because a character of two units did not fit at the end of a part.
        forcing: The distinct characters that force UCS-2, in order of first appearance.
    """

    encoding: Encoding
    units: int
    parts: tuple[Part, ...]
    capacity: int
    units_left: int
    lost_to_straddles: int
    forcing: tuple[Forcing, ...]

    @property
    def segments(self) -> int:
        """Number of parts."""
        return len(self.parts)


def encoding_of(text: str) -> Encoding:
    """The narrowest encoding that carries the text; GSM-7 for an empty one."""
    return Encoding.UCS2 if gsm0338.OUTSIDE.search(text) else Encoding.GSM7


def part_capacity(encoding: Encoding, header_octets: int = HEADER_OCTETS) -> int:
    """Units in each part of a concatenated message; with `header_octets=0`, in a message of one part.

    Raises:
        ValueError: The header is negative, or leaves no room for a character.
    """
    if not 0 <= header_octets <= _LARGEST_HEADER:
        raise ValueError(f"a header takes 0 to {_LARGEST_HEADER} octets, not {header_octets}")
    octets = MESSAGE_OCTETS - header_octets
    return octets * 8 // 7 if encoding == Encoding.GSM7 else octets // 2


def count_segments(text: str, *, encoding: Encoding | None = None, header_octets: int = HEADER_OCTETS) -> int:
    """Number of parts the text is sent in: 0 if it is empty, for the arguments of `analyze`."""
    return len(_parts(text, _sent_as(text, encoding), header_octets))


def split(text: str, *, encoding: Encoding | None = None, header_octets: int = HEADER_OCTETS) -> list[str]:
    """The texts of the parts, which join to the text again, for the arguments of `analyze`."""
    parts = _parts(text, _sent_as(text, encoding), header_octets)
    return [text[part.start : part.end] for part in parts]


def analyze(text: str, *, encoding: Encoding | None = None, header_octets: int = HEADER_OCTETS) -> SmsInfo:
    """All there is to know about the text as a message. Any `str` will do; a lone surrogate is one unit.

    Args:
        text: The text.
        encoding: UCS-2 where the gateway sends even GSM text so. GSM-7 holds only where the text allows it.
        header_octets: Size of the concatenation header, its length octet included.

    Raises:
        ValueError: No part could carry such a header.
    """
    sent_as = _sent_as(text, encoding)
    parts = _parts(text, sent_as, header_octets)
    units = sum(part.units for part in parts)
    per_part = part_capacity(sent_as, header_octets if len(parts) > 1 else 0)
    capacity = per_part * max(1, len(parts))
    lost = sum(per_part - part.units for part in parts[:-1])
    return SmsInfo(
        encoding=sent_as,
        units=units,
        parts=parts,
        capacity=capacity,
        units_left=capacity - units - lost,
        lost_to_straddles=lost,
        forcing=_forcing(text),
    )


def _sent_as(text: str, asked: Encoding | None) -> Encoding:
    return Encoding.UCS2 if asked == Encoding.UCS2 else encoding_of(text)


def _parts(text: str, encoding: Encoding, header_octets: int) -> tuple[Part, ...]:
    capacity = part_capacity(encoding, header_octets)
    if not text:
        return ()
    length = len(text)
    wide = [match.start() for match in _TWO_UNITS[encoding].finditer(text)]
    if length + len(wide) <= part_capacity(encoding, 0):
        return (Part(0, length, length + len(wide)),)
    parts: list[Part] = []
    start = passed = 0
    while start < length:
        end = start + capacity
        passed_before = passed
        while passed < len(wide) and wide[passed] < end:
            # Each one takes a place from the end; the one that stands on the last place itself moves on.
            end -= 1
            if wide[passed] == end:
                break
            passed += 1
        end = min(end, length)
        if _between_surrogates(text, end):
            end -= 1
        parts.append(Part(start, end, end - start + passed - passed_before))
        start = end
    return tuple(parts)


def _between_surrogates(text: str, index: int) -> bool:
    # A `str` can hold the two halves of a pair as two characters; on the wire they are one all the same.
    return "\ud800" <= text[index - 1] <= "\udbff" and "\udc00" <= text[index : index + 1] <= "\udfff"


def _forcing(text: str) -> tuple[Forcing, ...]:
    positions: defaultdict[str, list[int]] = defaultdict(list)
    for match in gsm0338.OUTSIDE.finditer(text):
        positions[match[0]].append(match.start())
    return tuple(
        Forcing(character, _name(character), tuple(where), _is_invisible(character))
        for character, where in positions.items()
    )


# The control characters that pasted text really brings along.
_CONTROL_NAMES: Final = {
    "\x00": "NULL",
    "\x08": "BACKSPACE",
    "\t": "CHARACTER TABULATION",
    "\v": "LINE TABULATION",
    "\x1b": "ESCAPE",
    "\x1e": "INFORMATION SEPARATOR TWO",
    "\x1f": "INFORMATION SEPARATOR ONE",
    "\x7f": "DELETE",
    "\x85": "NEXT LINE",
}
_NAMELESS_KINDS: Final = {
    "Cc": "CONTROL CHARACTER",
    "Cs": "SURROGATE",
    "Co": "PRIVATE USE CHARACTER",
}


def _name(character: str) -> str:
    named = unicodedata.name(character, None)
    if named is not None:
        return named
    kind = _NAMELESS_KINDS.get(unicodedata.category(character), "UNASSIGNED CHARACTER")
    return f"U+{ord(character):04X} {_CONTROL_NAMES.get(character, kind)}"


_INVISIBLE_CATEGORIES: Final = frozenset({"Cc", "Cf", "Zs", "Zl", "Zp"})
# Fillers, joiners, blanks and variation selectors, which Unicode files under letters, marks and symbols.
_INVISIBLE: Final = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\ufe00-\ufe0f\uffa0\U000e0100-\U000e01ef]"
)
# Format characters that are drawn: Arabic and other number signs, which enclose or precede digits.
_DRAWN: Final = re.compile("[\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd]")


def _is_invisible(character: str) -> bool:
    if unicodedata.category(character) in _INVISIBLE_CATEGORIES:
        return not _DRAWN.match(character)
    return bool(_INVISIBLE.match(character))
