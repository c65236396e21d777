"""A number as somebody wrote it, taken down to its digits, with what was mended on the way.

All that spreadsheets, web pages and keyboards do to a number without losing a digit is mended here, and said; what lost
digits, or never was a phone number, is told as such.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from smsdesk.domain.people.characters import FILLING, PLUS, western, without_entities, without_hidden
from smsdesk.domain.people.lookalikes import told_as
from smsdesk.domain.sentence import QT_TRANSLATE_NOOP, Sentence

# What the reader of lines puts behind digits that it holds for no number to send to.
DOUBT = "?"
# "9.6890000012E+10", which Excel shows and copies for a long number in a narrow column.
SHORTENED = r"\d(?:[.,٫]\d+)?[eE]\+?\d{1,2}(?!\d)"

_SHORTENED = re.compile(r"(\d)(?:[.,٫](\d+))?[eE]\+?(\d{1,2})")
_FILLING = re.compile(rf"[{FILLING}\s]+")
_PLUS = re.compile(f"[{PLUS}]")
_SCHEME = re.compile(r"(?:tel|sms|smsto|callto):(?://)?\s*", re.IGNORECASE)
_BEHIND = re.compile(r"(?:;[\w-]+=[^;,]*)*(?:,+[\d#*]*)*$")  # parameters and pauses of a tel: address
_LINK = re.compile(r"(?:https?://)?(?:wa\.me/|api\.whatsapp\.com/send/?\?phone=)\+?(\d{6,15})[^\d]?.*", re.IGNORECASE)
_EXTENSION = re.compile(r"(?<=\d)\s*[,;]?\s*(?:ext(?:ension)?|تحويلة)\b[.:]?\s*\d{1,6}\s*$", re.IGNORECASE)
_FORMULA = re.compile(r"=\s*\"([^\"]*)\"")
_FLOAT = re.compile(r"(\+?\d{5,})[.,٫]0+")
_FRACTION = re.compile(r"-?\d{5,}[.,٫]\d{1,3}")
_THOUSANDS = re.compile(r"\+?\d{1,3}([,٬'’])\d{3}(?:\1\d{3})+")
_TRUNK_ZERO = re.compile(r"[(\[（［]\s*0\s*[)\]）］]")
_QUOTES = "'‘’`´\"“”"

NO_NUMBER = QT_TRANSLATE_NOOP("written", "No number in this line")
_EXCEL = QT_TRANSLATE_NOOP(
    "written", "Excel shortened this number; format its column as Number without decimals and copy it again"
)
_STRAY = QT_TRANSLATE_NOOP("written", "“{signs}” does not belong in a phone number")
_BROKEN = QT_TRANSLATE_NOOP("written", "A number with a fraction is no phone number")
_NEGATIVE = QT_TRANSLATE_NOOP("written", "A number below zero is no phone number")
_GROUPED = QT_TRANSLATE_NOOP("written", "Written like an amount; take the commas out if it is a phone number")
_DOUBTED = QT_TRANSLATE_NOOP("written", "Perhaps no phone number; take the question mark away if it is one")

WAS_FLOAT = QT_TRANSLATE_NOOP("written", "the spreadsheet's decimals were taken off")
WAS_SHORTENED = QT_TRANSLATE_NOOP("written", "written out again: Excel had shortened it, with every digit kept")
WAS_QUOTED = QT_TRANSLATE_NOOP("written", "the spreadsheet's quotes were taken off")
WAS_HIDDEN = QT_TRANSLATE_NOOP("written", "hidden characters were taken out")
WAS_SCRIPT = QT_TRANSLATE_NOOP("written", "its digits were read from another script")
WAS_EXTENDED = QT_TRANSLATE_NOOP("written", "the extension was left out")


class Written(NamedTuple):
    """What stands in a typed number.

    Attributes:
        digits: western digits without plus or "00".
        abroad: whether it was written with plus or "00", that is, with its country code.
        groups: the digits as they stood in groups.
        plain: the text with nothing but digits and what may stand between them.
        repair: what was mended.
        problem: why it is no number; `digits` may hold what it perhaps is all the same.
    """

    digits: str
    abroad: bool
    groups: tuple[str, ...]
    plain: str
    repair: Sentence | None = None
    problem: Sentence | None = None

    @property
    def without_trunk_zero(self) -> str | None:
        """The digits without a "(0)"; None where there is none."""
        text = _TRUNK_ZERO.sub("", self.plain, count=1)
        return _bare(text)[0] if text != self.plain else None


def take_down(typed: str) -> Written:
    """Take a typed number down to its digits; never raises."""
    text, repair = _cleaned(typed)
    problem = _DOUBTED if text.endswith(DOUBT) else None
    text = text.rstrip(DOUBT + " ")
    if link := _LINK.fullmatch(text):
        text = "+" + link[1]
    if shortened := _SHORTENED.fullmatch(text):
        whole = _written_out(*shortened.groups())
        if whole is None:
            return Written("", False, (), "", problem=_EXCEL)
        text, repair = whole, WAS_SHORTENED
    elif float_text := _FLOAT.fullmatch(text):
        text, repair = float_text[1], WAS_FLOAT
    elif _FRACTION.fullmatch(text):
        return Written("", False, (), "", problem=_BROKEN)
    elif _THOUSANDS.fullmatch(text):
        text, problem = re.sub("[,٬'’]", "", text), _GROUPED
    elif re.fullmatch(r"[-\u2212]\d{5,}", text):
        problem = _NEGATIVE
    elif lookalike := told_as(text):
        return Written("", False, (), "", problem=lookalike)
    digits, abroad, stray = _bare(text)
    if not re.search("[0-9]", text):
        return Written("", False, (), text, problem=NO_NUMBER)
    if stray:
        digits, problem = "", problem or _STRAY.fill(signs=stray)
    return Written(digits, abroad, tuple(re.findall("[0-9]+", text)), text, repair, problem)


def _cleaned(typed: str) -> tuple[str, Sentence | None]:
    """Give the text without what spreadsheets, addresses and scripts put around and into a number."""
    text, repair = western(typed), None
    if text != typed:
        repair = WAS_SCRIPT
    seen = without_hidden(text)
    if seen != text:
        text, repair = seen, repair or WAS_HIDDEN
    text = without_entities(text).strip()
    if formula := _FORMULA.fullmatch(text):
        text, repair = formula[1], WAS_QUOTED
    bare = text.strip(_QUOTES).strip()
    if bare != text:
        text, repair = bare, repair or WAS_QUOTED
    if scheme := _SCHEME.match(text):
        text = text[scheme.end() :]
        if (behind := _BEHIND.search(text)) and behind[0]:
            text, repair = text[: behind.start()], WAS_EXTENDED
    if extension := _EXTENSION.search(text):
        text, repair = text[: extension.start()], WAS_EXTENDED
    return text, repair


def _written_out(first: str, rest: str | None, exponent: str) -> str | None:
    """Give all digits of "9.2123456E7"; None where some are gone."""
    digits = first + (rest or "")
    whole, zeros = digits[: int(exponent) + 1], digits[int(exponent) + 1 :]
    return whole if len(whole) == int(exponent) + 1 and len(whole) > 6 and not zeros.strip("0") else None


def _bare(text: str) -> tuple[str, bool, str]:
    """Give the digits without an international prefix, whether there was one, and what does not belong."""
    packed = _PLUS.sub("+", _FILLING.sub("", text))
    abroad = packed.startswith("+") or packed.endswith("+")  # right-to-left text moves the plus to the end
    packed = packed.lstrip("+") if packed.startswith("+") else packed.removesuffix("+")
    if packed.startswith("00"):
        packed, abroad = packed[2:], True
    stray = "" if packed.isascii() and packed.isdigit() else "".join(dict.fromkeys(re.sub("[0-9]", "", packed)))
    return packed, abroad, stray
