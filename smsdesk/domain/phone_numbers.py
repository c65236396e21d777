"""Phone numbers as people write them, read into E.164 ("+96890000012").

What can't be a number is refused with the reason in words. What the tables of `phonenumbers` merely don't know gets a
note and is sent all the same: the tables lag behind, and an office knows its people better.

`phonenumbers` is imported inside the functions: its tables are not needed before somebody pastes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from smsdesk.domain.sentence import QT_TRANSLATE_NOOP, Sentence, translate

if TYPE_CHECKING:
    from phonenumbers import PhoneNumber

# Direction marks, zero-width characters and the like: they come along from web pages, chats and spreadsheets.
INVISIBLE = "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe0e\ufe0f\ufeff"
SPACES = " \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
OPENING = r"(\[（［"
CLOSING = r")\]）］"
# What may stand between the digits of one number.
FILLING = rf"{INVISIBLE}{SPACES}{OPENING}{CLOSING}\-\u2010-\u2015\u2043\u2212\ufe58\ufe63\uff0d.·․．_/\\⁄∕／"
PLUS = "+⁺﬩﹢＋"
# "9.6890000012E+10", which Excel shows and copies for a long number in a narrow column.
SHORTENED = r"\d(?:[.,٫]\d+)?[eE]\+\d{1,2}(?!\d)"

_SHORTENED = re.compile(SHORTENED)
_FILLING = re.compile(rf"[{FILLING}\s]+")
_INVISIBLE = re.compile(f"[{INVISIBLE}]+")
_PLUS = re.compile(f"[{PLUS}]")
_SCHEME = re.compile(r"tel:\s*", re.IGNORECASE)
_DECIMALS = re.compile(r"(\+?\d{7,})[.,٫]00?")
_TRUNK_ZERO = re.compile(r"[(\[（［]\s*0\s*[)\]）］]")

NO_NUMBER = QT_TRANSLATE_NOOP("phone_numbers", "No number in this line")
_EXCEL = QT_TRANSLATE_NOOP(
    "phone_numbers", "Excel shortened this number; format its column as Number without decimals and copy it again"
)
_STRAY = QT_TRANSLATE_NOOP("phone_numbers", "“{signs}” does not belong in a phone number")
_NO_COUNTRY = QT_TRANSLATE_NOOP("phone_numbers", "There is no country with the code {code}")
_COUNTRY_MISSING = QT_TRANSLATE_NOOP("phone_numbers", "The country code is missing: write it first, as in +968")
_TOO_SHORT = QT_TRANSLATE_NOOP("phone_numbers", "Too short to be a phone number")
_NOT_IN_USE = QT_TRANSLATE_NOOP("phone_numbers", "perhaps not in use")
_LANDLINE = QT_TRANSLATE_NOOP("phone_numbers", "looks like a landline")
_NOT_MOBILE = QT_TRANSLATE_NOOP("phone_numbers", "perhaps not a mobile number")
_READ_AS = QT_TRANSLATE_NOOP("phone_numbers", "read as {number}, of another country")


@dataclass(frozen=True, slots=True)
class ReadNumber:
    """What became of a typed number.

    Args:
        number: E.164, "+96890000012"; None when it was refused.
        problem: why it was refused.
        note: what looks odd about a number that is sent all the same.
    """

    number: str | None
    problem: Sentence | None = None
    note: Sentence | None = None

    @property
    def guessed(self) -> bool:
        """Whether digits without a plus were taken for a number of another country."""
        return self.note is not None and self.note.text == _READ_AS.text

    @property
    def known(self) -> bool:
        """Whether the tables know it as a number of some kind, without guessing its country."""
        return self.number is not None and self.note in (None, _LANDLINE, _NOT_MOBILE)

    @property
    def sound(self) -> bool:
        """Whether it has at least the length of a mobile number, without guessing its country."""
        return self.known or (self.number is not None and self.note == _NOT_IN_USE)


def read_number(typed: str, country: str) -> ReadNumber:
    """Read one number; never raises.

    Args:
        typed: as a person wrote or pasted it.
        country: ISO region ("OM") whose local form is understood; "" when numbers must carry their country code.
    """
    text = "".join(_western(char) for char in typed) if not typed.isascii() else typed
    text = _INVISIBLE.sub("", text).strip().lstrip("'‘’`´").strip()
    text = _SCHEME.sub("", text, count=1) if _SCHEME.match(text) else text
    if _SHORTENED.fullmatch(text):
        return ReadNumber(None, _EXCEL)
    if decimals := _DECIMALS.fullmatch(text):
        text = decimals[1]
    digits, abroad, stray = _bare(text)
    if not re.search("[0-9]", text):
        return ReadNumber(None, NO_NUMBER)
    if stray:
        return ReadNumber(None, _STRAY.fill(signs=stray))
    if not abroad:
        return _read_local(digits, country)
    read = _read_abroad(digits)
    if read.known or not _TRUNK_ZERO.search(text):
        return read
    # "+968 (0) 9000 0012": the zero is not dialled from abroad, except where landlines keep it (Italy).
    without = _read_abroad(_bare(_TRUNK_ZERO.sub("", text, count=1))[0])
    return without if without.number and (without.note is None or not digits.startswith("39")) else read


def display(number: str) -> str:
    """Give an E.164 number as it is written internationally: "+968 9000 0012"."""
    import phonenumbers

    parsed = _parsed(number)
    if parsed is None:
        return number
    return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.INTERNATIONAL)


def calling_code(iso: str) -> int:
    """Give the calling code of an ISO region, 968 for "OM"; 0 when there is none."""
    import phonenumbers

    return phonenumbers.country_code_for_region(iso)


def regions() -> tuple[str, ...]:
    """Give the ISO regions that have a calling code, sorted."""
    import phonenumbers

    return tuple(sorted(phonenumbers.SUPPORTED_REGIONS))


def _western(char: str) -> str:
    """Give the ASCII digit of any script's decimal digit, and anything else unchanged."""
    return str(int(char)) if char.isdecimal() else char


def _bare(text: str) -> tuple[str, bool, str]:
    """Give the digits without an international prefix, whether there was one, and what does not belong."""
    packed = _PLUS.sub("+", _FILLING.sub("", text))
    abroad = packed.startswith("+") or packed.endswith("+")  # right-to-left text moves the plus to the end
    packed = packed.lstrip("+") if packed.startswith("+") else packed.removesuffix("+")
    if packed.startswith("00"):
        packed, abroad = packed[2:], True
    stray = "".join(dict.fromkeys(re.sub("[0-9]", "", packed)))
    return packed, abroad, stray


def _read_abroad(digits: str) -> ReadNumber:
    """Read digits that begin with a country code."""
    import phonenumbers

    codes = phonenumbers.COUNTRY_CODE_TO_REGION_CODE
    code = next((digits[:n] for n in (1, 2, 3) if digits[:n].isdigit() and int(digits[:n]) in codes), "")
    if digits.startswith("0") or (not code and len(digits) >= 3):
        return ReadNumber(None, _NO_COUNTRY.fill(code="0" if digits.startswith("0") else digits[:3]))
    if not code:
        return ReadNumber(None, _TOO_SHORT)
    parsed = _parsed("+" + digits)
    return _judge(parsed) if parsed else ReadNumber(None, _length_problem(len(digits) - len(code), int(code)))


def _read_local(digits: str, country: str) -> ReadNumber:
    """Read digits in the local form of a country, or, where they can't be that, with a country code."""
    code = calling_code(country)
    if not code:
        abroad = _guess_abroad(digits)
        return abroad or ReadNumber(None, _COUNTRY_MISSING)
    parsed = _parsed(digits, country)
    local = _judge(parsed) if parsed else ReadNumber(None, _length_problem(len(digits), code))
    guess = None if local.sound else _guess_abroad(digits)
    if guess and guess.number and (local.number is None or guess.known):
        return ReadNumber(guess.number, note=_READ_AS.fill(number=display(guess.number)))
    return local


def _guess_abroad(digits: str) -> ReadNumber | None:
    """Read "447700900123" as "+447700900123", if there it has the length of a mobile number."""
    import phonenumbers

    parsed = _parsed("+" + digits) if not digits.startswith("0") else None
    mobile = phonenumbers.PhoneNumberType.MOBILE
    if parsed is None or not phonenumbers.is_possible_number_for_type(parsed, mobile):
        return None
    read = _judge(parsed)
    return read if read.number else None


def _parsed(text: str, country: str | None = None) -> PhoneNumber | None:
    import phonenumbers

    try:
        return phonenumbers.parse(text, country or None)
    except phonenumbers.NumberParseException:
        return None


def _judge(parsed: PhoneNumber) -> ReadNumber:
    import phonenumbers
    from phonenumbers import PhoneNumberType as Kind

    length = len(phonenumbers.national_significant_number(parsed))
    code = parsed.country_code or 0
    if phonenumbers.is_possible_number_with_reason(parsed) != phonenumbers.ValidationResult.IS_POSSIBLE:
        return ReadNumber(None, _length_problem(length, code))
    number = phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164)
    kind = phonenumbers.number_type(parsed)
    if kind in (Kind.MOBILE, Kind.FIXED_LINE_OR_MOBILE, Kind.PERSONAL_NUMBER):
        return ReadNumber(number)
    if kind == Kind.FIXED_LINE:
        return ReadNumber(number, note=_LANDLINE)
    if kind != Kind.UNKNOWN:
        return ReadNumber(number, note=_NOT_MOBILE)
    return ReadNumber(number, note=_length_note(length, code) or _NOT_IN_USE)


def _length_problem(length: int, code: int) -> Sentence:
    surplus = _surplus(length, code)
    if surplus > 0:
        return translate("phone_numbers", "%n digit(s) too many", None, 1).count(surplus)
    return translate("phone_numbers", "%n digit(s) missing", None, 1).count(-surplus)


def _length_note(length: int, code: int) -> Sentence | None:
    """Tell when a length that some line in the country may have is none of a mobile's."""
    surplus = _surplus(length, code)
    if surplus > 0:
        return translate("phone_numbers", "%n digit(s) too many for a mobile number", None, 1).count(surplus)
    if surplus < 0:
        return translate("phone_numbers", "%n digit(s) short of a mobile number", None, 1).count(-surplus)
    return None


def _surplus(length: int, code: int) -> int:
    """Count digits over (below zero: under) the nearest length that mobile numbers have at this country code."""
    import phonenumbers

    region = phonenumbers.region_code_for_country_code(code)
    table = phonenumbers.PhoneMetadata.metadata_for_region_or_calling_code(code, region)
    if table is None:
        return 0
    # Mobile lengths first: Oman's toll-free numbers may have 7 digits, but nobody means those.
    kinds = (kind.possible_length for kind in (table.mobile, table.general_desc) if kind is not None)
    lengths = next((lengths for lengths in kinds if lengths and lengths != (-1,)), (length,))
    nearest = min(lengths, key=lambda possible: (abs(possible - length), -possible))
    return length - nearest
