"""Phone numbers as people write them, read into E.164 ("+96890000012"): the one rule for everything that is read.

Ready is only what can't be read in two ways; repaired, where every digit is there and what was mended is said. All else
needs attention, with the reason in words and, where there is a likely reading, a suggestion. What the tables of
`phonenumbers` merely don't know gets a warning and is sent all the same: the tables lag behind, and an office knows its
people better.
"""

from __future__ import annotations

import enum
import re

from smsdesk.domain.frozen import frozen
from smsdesk.domain.people import number_tables
from smsdesk.domain.people.number_tables import Judged, Kind, calling_code, code_in, code_of, judge_abroad, judge_local
from smsdesk.domain.sentence import QT_TRANSLATE_NOOP, Sentence, translate

__all__ = ["ReadNumber", "Verdict", "calling_code", "display", "read_number", "regions"]

_PLAIN = re.compile(r"\+?[0-9]{2,15}(?: [0-9]{1,15}){0,7}")
# "20240315" and "15032024", which no table knows as a number.
_DAY = re.compile(
    r"(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])|(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:19|20)\d\d"
)
# A number has no more groups; a longer text gets no suggestion.
_GROUPS = 12

_NO_COUNTRY = QT_TRANSLATE_NOOP("phone_numbers", "There is no country with the code {code}")
_COUNTRY_MISSING = QT_TRANSLATE_NOOP("phone_numbers", "The country code is missing: write it first, as in +968")
_TOO_SHORT = QT_TRANSLATE_NOOP("phone_numbers", "Too short to be a phone number")
_NOT_IN_USE = QT_TRANSLATE_NOOP("phone_numbers", "perhaps not in use")
_NOT_MOBILE = QT_TRANSLATE_NOOP("phone_numbers", "perhaps not a mobile number")
_LANDLINE = QT_TRANSLATE_NOOP("phone_numbers", "This is a landline: it takes no messages in most countries")
_READ_AS = QT_TRANSLATE_NOOP("phone_numbers", "read as {number}, of another country")
_PERHAPS = QT_TRANSLATE_NOOP(
    "phone_numbers", "Perhaps {number}, of another country: write + before the country code if it is"
)
_PERHAPS_DATE = QT_TRANSLATE_NOOP(
    "phone_numbers", "Looks like a date; write the country code first if it is a phone number"
)
_LOST_ZERO = QT_TRANSLATE_NOOP("phone_numbers", "the 0 that is missing at its front was added")
_TRUNK_ZERO = QT_TRANSLATE_NOOP("phone_numbers", "the 0 behind the country code was left out")
_BOTH = QT_TRANSLATE_NOOP("phone_numbers", "{first}; {second}")


class Verdict(enum.Enum):
    """What is to be done with a row; the value is what `--check-list` prints."""

    READY = "ready"
    REPAIRED = "repaired"
    REPEATED = "repeated"
    ATTENTION = "attention"


@frozen
class ReadNumber:
    """What became of a typed number.

    Args:
        number: E.164, "+96890000012"; None when it needs attention.
        problem: why it needs attention.
        repair: what was mended.
        warning: what looks odd about a number that is sent all the same.
        suggestion: E.164, the likely reading of a number that needs attention.
        mobile: whether the tables know it as a mobile.
        abroad: whether it was written with its country code.
    """

    number: str | None
    problem: Sentence | None = None
    repair: Sentence | None = None
    warning: Sentence | None = None
    suggestion: str | None = None
    mobile: bool = False
    abroad: bool = False

    @property
    def verdict(self) -> Verdict:
        """Ready, repaired or attention; that a number repeats another one only the list can tell."""
        if self.number is None:
            return Verdict.ATTENTION
        return Verdict.REPAIRED if self.repair else Verdict.READY

    @property
    def note(self) -> Sentence | None:
        """What is said of a number that is sent: what was mended, what looks odd."""
        if self.repair and self.warning:
            return _BOTH.fill(first=self.repair, second=self.warning)
        return self.repair or self.warning

    @property
    def certain(self) -> bool:
        """Whether it is somebody's number beyond doubt: a known mobile, or written with its country code."""
        return self.number is not None and (self.mobile or self.abroad)

    @property
    def known(self) -> bool:
        """Whether the tables know it as a number of some kind, or it was written with its country code."""
        return self.number is not None and (self.certain or self.warning == _NOT_MOBILE)


def read_number(typed: str, country: str) -> ReadNumber:
    """Read one number; never raises.

    Args:
        typed: as a person wrote or pasted it.
        country: ISO region ("OM") whose local form is understood; "" when numbers must carry their country code.
    """
    if _PLAIN.fullmatch(typed):
        digits = typed.replace(" ", "")
        abroad = digits[0] == "+" or digits.startswith("00")
        if abroad:
            read = _read_abroad(digits.lstrip("+").removeprefix("00"))
        else:
            read = _read_local(digits, tuple(typed.split(" ")), country)
        if read.number or read.suggestion or " " not in typed:
            return read
        return _with_suggestion(read, tuple(typed.lstrip("+").split(" ")), abroad, country)
    from smsdesk.domain.people.written import take_down  # most of what is pasted is plain

    written = take_down(typed)
    if written.problem and not written.digits:
        return ReadNumber(None, written.problem)
    if not written.abroad:
        read = _read_local(written.digits, written.groups, country)
    elif (shorter := written.without_trunk_zero) is not None:
        read = _without_zero(written.digits, shorter)
    else:
        read = _read_abroad(written.digits)
    if written.problem:
        return ReadNumber(None, written.problem, suggestion=read.number or read.suggestion)
    if read.number is None:
        return read if read.suggestion else _with_suggestion(read, written.groups, written.abroad, country)
    if written.repair:
        return _repaired(read, written.repair)
    return read


def display(number: str) -> str:
    """Give an E.164 number as it is written internationally: "+968 9000 0012"."""
    import phonenumbers

    try:
        parsed = phonenumbers.parse(number)
    except phonenumbers.NumberParseException:
        return number
    return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.INTERNATIONAL)


def regions() -> tuple[str, ...]:
    """Give the ISO regions that have a calling code, sorted."""
    import phonenumbers

    return tuple(sorted(phonenumbers.SUPPORTED_REGIONS))


def _read_abroad(digits: str) -> ReadNumber:
    """Read digits that begin with a country code and were written so."""
    code = code_of(digits)
    if digits.startswith("0") or (not code and len(digits) >= 3):
        return ReadNumber(None, _NO_COUNTRY.fill(code="0" if digits.startswith("0") else digits[:3]))
    if not code:
        return ReadNumber(None, _TOO_SHORT)
    judged = judge_abroad(digits)
    if judged.fits:
        zero = _TRUNK_ZERO if digits[len(code)] == "0" and judged.number != "+" + digits else None
        return _sent(judged, abroad=True, repair=zero)
    read = _held(judged)
    if digits[len(code) :].startswith("0"):
        shorter = judge_abroad(code + digits[len(code) + 1 :])
        return _held(judged, shorter.number if shorter.mobile else None)
    return read


def _without_zero(digits: str, shorter: str) -> ReadNumber:
    """Read "+968 (0) 9000 0012": the zero is not dialled from abroad, except where landlines keep it (Italy)."""
    with_zero, without = _read_abroad(digits), _read_abroad(shorter)
    keeps = digits.startswith("39") and not without.mobile
    return with_zero if keeps or without.number is None else _repaired(without, _TRUNK_ZERO)


def _read_local(digits: str, groups: tuple[str, ...], country: str) -> ReadNumber:
    """Read digits in the local form of a country, or, where they can't be that, with a country code."""
    if not code_in(country):
        return _guessed(digits, groups, country) or ReadNumber(None, _COUNTRY_MISSING)
    judged = judge_local(digits, country)
    if judged.mobile:
        return _sent(judged, repair=_LOST_ZERO if _lost_zero(digits, country, judged.number) else None)
    if judged.kind is Kind.UNKNOWN and judged.fits and _DAY.fullmatch(digits):
        return ReadNumber(None, _PERHAPS_DATE, suggestion=judged.number)
    guessed = _guessed(digits, groups, country)
    if judged.fits and (guessed is None or not guessed.mobile):
        return _sent(judged, repair=_LOST_ZERO if _lost_zero(digits, country, judged.number) else None)
    if guessed is not None and judged.fits:
        return ReadNumber(None, guessed.problem or _perhaps(guessed.number), suggestion=guessed.number)
    if guessed is not None and judged.kind is not Kind.LANDLINE:
        return guessed
    shorter = judge_local(digits[1:], country) if digits.startswith("0") else None
    return _held(judged, shorter.number if shorter and shorter.mobile else None)


def _guessed(digits: str, groups: tuple[str, ...], country: str) -> ReadNumber | None:
    """Read "97450000012" as if a plus had been lost; None where that makes no mobile.

    It is taken for that where it is a mobile that the tables know, and nothing else: "965 9000 0012" could also be a
    number at home behind some other number.
    """
    if len(digits) < 9 or digits.startswith("0"):
        return None
    judged = judge_abroad(digits)
    if judged.number is None or not judged.fits:
        return None
    if judged.kind is not Kind.MOBILE or _stands_apart(groups, country):
        if judged.kind is not Kind.MOBILE and _stands_apart(groups, country):
            return None  # "92123456 2024" is nobody in Pakistan
        if judged.kind is Kind.UNKNOWN and len(groups) > 1 and groups[0] != code_of(digits):
            return None
        return ReadNumber(None, _perhaps(judged.number), suggestion=judged.number)
    return ReadNumber(
        judged.number, repair=_READ_AS.fill(number=display(judged.number)), mobile=True, abroad=False
    )  # fmt: skip


def _stands_apart(groups: tuple[str, ...], country: str) -> bool:
    """Whether the digits without their first or last groups are a mobile at home."""
    return any(judge_local("".join(rest), country).mobile for rest in _rests(groups)) if code_in(country) else False


def _rests(groups: tuple[str, ...]) -> list[tuple[str, ...]]:
    if len(groups) > _GROUPS:
        return []
    return [groups[n:] for n in range(1, len(groups))] + [groups[:n] for n in range(len(groups) - 1, 0, -1)]


def _with_suggestion(read: ReadNumber, groups: tuple[str, ...], abroad: bool, country: str) -> ReadNumber:
    """Add the number that stands among digits to spare, if there is one only."""
    found: set[str | None] = set()
    for rest in _rests(groups):
        whole = abroad and rest[0] is groups[0]
        if whole or code_in(country):
            judged = judge_abroad("".join(rest)) if whole else judge_local("".join(rest), country)
            found |= {judged.number} if judged.mobile else set()
    return ReadNumber(None, read.problem, suggestion=found.pop()) if len(found) == 1 else read


def _sent(judged: Judged, *, abroad: bool = False, repair: Sentence | None = None) -> ReadNumber:
    if judged.mobile and not repair:
        return ReadNumber(judged.number, mobile=True, abroad=abroad)
    odd = {Kind.OTHER: _NOT_MOBILE, Kind.UNKNOWN: _NOT_IN_USE}.get(judged.kind)
    return ReadNumber(judged.number, repair=repair, warning=odd, mobile=judged.mobile, abroad=abroad)


def _held(judged: Judged, suggestion: str | None = None) -> ReadNumber:
    if judged.kind is Kind.LANDLINE and judged.number:
        return ReadNumber(None, _LANDLINE, suggestion=judged.number)
    return ReadNumber(None, _length_problem(judged), suggestion=suggestion)


def _repaired(read: ReadNumber, repair: Sentence) -> ReadNumber:
    both = _BOTH.fill(first=repair, second=read.repair) if read.repair and read.repair != repair else repair
    return ReadNumber(read.number, repair=both, warning=read.warning, mobile=read.mobile, abroad=read.abroad)


def _perhaps(number: str | None) -> Sentence:
    return _PERHAPS.fill(number=display(number or ""))


def _length_problem(judged: Judged) -> Sentence:
    surplus = judged.surplus
    if judged.number is None or surplus == 0:
        if surplus > 0:
            return translate("phone_numbers", "%n digit(s) too many", None, 1).count(surplus)
        return translate("phone_numbers", "%n digit(s) missing", None, 1).count(-surplus)
    if surplus > 0:
        return translate("phone_numbers", "%n digit(s) too many for a mobile number", None, 1).count(surplus)
    return translate("phone_numbers", "%n digit(s) short of a mobile number", None, 1).count(-surplus)


def _lost_zero(digits: str, country: str, number: str | None) -> bool:
    """Whether a local number stands without the 0 that it is written with at home."""
    if number_tables.trunk_prefix(country) != "0" or digits.startswith("0") or number is None:
        return False
    return number == f"+{code_in(country)}{digits}" and number_tables.written_at_home(number).startswith("0")
