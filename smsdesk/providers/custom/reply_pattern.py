"""How an answer is recognised: the words that are in it, `*` for anything, `{id}` for what is read out of it.

Not regular expressions. An office that copies "OK 12345" out of its gateway's document can write `OK {id}`, and no
pattern takes long: it is cut at its asterisks, and each piece is looked for once, after the one before it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from smsdesk.domain.errors import UserFacingError
from smsdesk.domain.sentence import QT_TRANSLATE_NOOP
from smsdesk.providers.encoding import AMOUNT

if TYPE_CHECKING:
    from collections.abc import Mapping

MOST_ANSWER: Final = 64 * 1024
_MOST_PATTERN: Final = 300

_PLACE: Final = re.compile(r"\{([A-Za-z_]\w*)\}", re.ASCII)
# Each as (what it may stand for, what may not stand right before, what may not stand right after): where no fixed
# word limits it, it must be the whole of a word or number. 234.56 is not read out of 1,234.56.
_READ: Final[Mapping[str, tuple[str, str, str]]] = {
    "id": ("[A-Za-z0-9_-]{1,64}", "(?<![A-Za-z0-9_-])", "(?![A-Za-z0-9_-])"),
    "digits": ("[0-9]{1,32}", "(?<![A-Za-z0-9_-])", "(?![A-Za-z0-9_-])"),
    "amount": (AMOUNT, "(?<![0-9.,-])", "(?![.,]?[0-9])"),
}
_WITHOUT_COMMA: Final = r"-?[0-9]{1,15}(?:\.[0-9]{1,20})?"
# What follows a name in JSON or XML whose value is over without an amount: an asterisk does not run on from there
# into the value of another name.
_VALUE_OVER: Final = re.compile(
    r"""["\s:]*(?:null|true|false|"[^"]*"|\[\s*\]|\{\s*\})?\s*[,}\]]|\s*(?:</|/>)""", re.ASCII
)
_NAMES_AND_VALUES: Final = ("{", "[", "<")

_EMPTY: Final = QT_TRANSLATE_NOOP("reply_pattern", "Write what the answer looks like.")
_TOO_LONG: Final = QT_TRANSLATE_NOOP(
    "reply_pattern", "“{pattern}…” is too long for an answer: leave out what follows, with *."
)
_UNKNOWN_PLACE: Final = QT_TRANSLATE_NOOP(
    "reply_pattern", "An answer can't hold {place}: use *, or what the hint below names in braces."
)
_TWICE: Final = QT_TRANSLATE_NOOP(
    "reply_pattern", "“{pattern}” has more than one place in braces: only one can be read."
)
_FITS_ALL: Final = QT_TRANSLATE_NOOP(
    "reply_pattern", "“{pattern}” fits any answer, also an error: put the words in it by which the answer is known."
)


class ReplyPattern:
    """One pattern. It fits an answer as a whole, in capitals or small letters, however its blanks and lines run.

    Args:
        written: fixed words with `*`, and at most one of `{id}`, `{digits}` and `{amount}`.
        reads: which of these three may be in it.

    Raises:
        UserFacingError: it can't be used; says why.
    """

    def __init__(self, written: str, reads: tuple[str, ...] = ()) -> None:
        written = _one_line(written)
        if not written:
            raise UserFacingError(_EMPTY)
        if len(written) > _MOST_PATTERN:
            raise UserFacingError(_TOO_LONG.fill(pattern=written[:40]))
        places = _PLACE.findall(written)
        for name in places:
            if name not in reads:
                raise UserFacingError(_UNKNOWN_PLACE.fill(place=f"{{{name}}}"))
        if len(places) > 1:
            raise UserFacingError(_TWICE.fill(pattern=written))
        # A bare {id} would read success out of any one word; digits and amounts are known by what they are.
        if not re.search(r"[^\s*]", _PLACE.sub("", written)) and not {"digits", "amount"} & set(places):
            raise UserFacingError(_FITS_ALL.fill(pattern=written))
        self._pieces = [re.compile(_piece(text), re.IGNORECASE | re.ASCII) for text in re.split(r"\*+", written)]
        self._last = re.compile(f"(?:{self._pieces[-1].pattern})\\Z", re.IGNORECASE | re.ASCII)

    def read(self, answer: str) -> Mapping[str, str] | None:
        """What the answer holds at the places in braces; None when the pattern does not fit. Never raises."""
        if len(answer) > MOST_ANSWER:
            return None
        line = _one_line(answer)
        if len(self._pieces) == 1:
            whole = self._last.match(line)
            return whole.groupdict() if whole else None
        found: dict[str, str] = {}
        end = 0
        for number, piece in enumerate((*self._pieces[:-1], self._last)):
            match = piece.search(line, end) if number else piece.match(line)
            if match is None:
                return None
            if number and _runs_on(line, end, match):
                return None
            found.update(match.groupdict())
            end = match.end()
        return found


def _runs_on(line: str, end: int, match: re.Match[str]) -> bool:
    """Whether an amount was found in the value of another name than the one that stands before the asterisk."""
    if "amount" not in match.groupdict() or not end or not line.startswith(_NAMES_AND_VALUES):
        return False
    of_its_own = any(char.isalnum() for char in line[match.start() : match.start("amount")])
    return not of_its_own and _VALUE_OVER.match(line, end, match.start()) is not None


def _piece(text: str) -> str:
    """The regular expression for what stands between two asterisks."""
    parts = []
    for at, bit in enumerate(tokens := _PLACE.split(text)):
        if at % 2 == 0:
            parts.append(re.escape(bit))
            continue
        stands_for, before, after = _READ[bit]
        if bit == "amount" and tokens[at + 1].startswith(","):  # which stands between values then, not in one
            stands_for = _WITHOUT_COMMA
        first, last = not "".join(tokens[:at]), not "".join(tokens[at + 1 :])
        parts.append(f"{before if first else ''}(?P<{bit}>{stands_for}){after if last else ''}")
    return "".join(parts)


def _one_line(text: str) -> str:
    return " ".join(text.split())
