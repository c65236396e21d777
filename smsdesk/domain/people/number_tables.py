"""What the tables of `phonenumbers` know about a number, asked in a way that is fast for plain mobiles.

For a calling code that one region has to itself, a table is built once from phonenumbers' own metadata. It answers only
where nothing else could be meant: the number fits the mobile pattern and none of the special ones, and no dialling
prefix could be taken off it. Whatever else is asked goes to `phonenumbers`, which knows all the exceptions.

`phonenumbers` is imported inside the functions: its tables are not needed before somebody pastes.
"""

from __future__ import annotations

import enum
import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from phonenumbers import PhoneMetadata, PhoneNumber

# Where the tables' pattern is open to shorter numbers than any network gives out ("083 000 00" in South Africa).
_GIVEN_OUT = {"27": (9,), "43": (9, 10, 11, 12, 13), "358": (8, 9, 10)}
_SPECIAL = ("premium_rate", "toll_free", "shared_cost", "voip", "personal_number", "pager", "uan", "voicemail")


class Kind(enum.Enum):
    """What the tables know a number as."""

    MOBILE = "mobile"
    EITHER = "either"  # a country that doesn't tell mobiles from landlines
    LANDLINE = "landline"
    OTHER = "other"
    UNKNOWN = "unknown"  # of a possible length, in no table
    IMPOSSIBLE = "impossible"


class Judged(NamedTuple):
    """What the tables say.

    Attributes:
        number: E.164; None where no line of the country has this length.
        kind: what it is known as.
        surplus: digits over (below zero: under) the nearest length that mobiles of the country have.
    """

    number: str | None
    kind: Kind
    surplus: int = 0

    @property
    def mobile(self) -> bool:
        """Whether it is known as a number that takes messages, and whole."""
        return (self.kind is Kind.MOBILE or self.kind is Kind.EITHER) and not self.surplus

    @property
    def fits(self) -> bool:
        """Whether it may be sent to: of a mobile's length, and no landline."""
        return self.number is not None and not self.surplus and self.kind is not Kind.LANDLINE


class _Table(NamedTuple):
    """The patterns of a calling code that one region has to itself."""

    region: str
    code: str
    lengths: frozenset[int]
    general: re.Pattern[str]
    mobile: re.Pattern[str]  # and neither special nor with a prefix, of the country or of the way out of it
    fixed: re.Pattern[str]
    prefix: re.Pattern[str]

    def plain_mobile(self, national: str) -> Kind | None:
        """Tell a national number that is a mobile beyond doubt; None where `phonenumbers` must be asked."""
        if len(national) not in self.lengths or not self.mobile.fullmatch(national):
            return None
        return Kind.EITHER if self.fixed.fullmatch(national) else Kind.MOBILE


def calling_code(iso: str) -> int:
    """Give the calling code of an ISO region, 968 for "OM"; 0 when there is none."""
    import phonenumbers

    return phonenumbers.country_code_for_region(iso)


def code_of(digits: str) -> str:
    """Give the calling code that digits begin with, "" when they begin with none."""
    codes = _codes()
    if digits[:3] in codes:  # no code begins with another
        return digits[:3]
    if digits[:2] in codes:
        return digits[:2]
    return digits[:1] if digits[:1] in codes else ""


def region_of(digits: str) -> str:
    """Give the ISO region that digits with their calling code belong to, "" for none ("800", satellites).

    Where regions share a code, it is the one whose leading digits fit, else the largest: more is not known without the
    number's kind. Canada, then, counts as "US".
    """
    code = code_of(digits)
    regions = _regions(code) if code else ()
    national = digits[len(code) :]
    return next((region for region, leads in regions if leads is None or leads.match(national)), "")


@cache
def _regions(code: str) -> tuple[tuple[str, re.Pattern[str] | None], ...]:
    """The regions of a calling code with their leading digits, the largest, which takes what is left, last."""
    import phonenumbers

    main, *others = phonenumbers.COUNTRY_CODE_TO_REGION_CODE[int(code)]
    if main == "001":
        return ()
    tables = ((region, phonenumbers.PhoneMetadata.metadata_for_region(region, None)) for region in others)
    told_apart = [(region, re.compile(meta.leading_digits)) for region, meta in tables if meta and meta.leading_digits]
    return (*told_apart, (main, None))


def judge_abroad(digits: str) -> Judged:
    """Judge digits that begin with a calling code."""
    code = code_of(digits)
    table = _table(code) if code else None
    if table is not None and (kind := table.plain_mobile(digits[len(code) :])):
        return Judged("+" + digits, kind)
    return ask_abroad(digits)


def judge_local(digits: str, country: str) -> Judged:
    """Judge digits in the local form of a country, or that are its own code and a full number."""
    code = code_in(country)
    table = _table(code)
    if table is not None and table.region == country:
        if kind := table.plain_mobile(digits):
            return Judged(f"+{code}{digits}", kind)
        rest = digits[len(code) :]
        if (
            digits.startswith(code)
            and (kind := table.plain_mobile(rest))
            and not table.prefix.match(digits)
            and not table.general.fullmatch(digits)
        ):
            return Judged("+" + digits, kind)
    return ask_local(digits, country)


def ask_abroad(digits: str) -> Judged:
    """Ask `phonenumbers` about digits that begin with a calling code."""
    code = code_of(digits)
    parsed = _parsed("+" + digits) if code else None
    if parsed is None:
        return Judged(None, Kind.IMPOSSIBLE, surplus(len(digits) - len(code), code))
    return _judge(parsed)


def ask_local(digits: str, country: str) -> Judged:
    """Ask `phonenumbers` about digits in the local form of a country."""
    parsed = _parsed(digits, country)
    if parsed is None:
        return Judged(None, Kind.IMPOSSIBLE, surplus(len(digits), code_in(country)))
    return _judge(parsed)


def surplus(length: int, code: str) -> int:
    """Count digits over (below zero: under) the nearest length that mobile numbers have at this calling code."""
    lengths = mobile_lengths(code) or (length,)
    nearest = min(lengths, key=lambda possible: (abs(possible - length), -possible))
    return length - nearest


@cache
def mobile_lengths(code: str) -> tuple[int, ...]:
    """Give the lengths of national numbers that mobiles have at this calling code."""
    import phonenumbers

    if code in _GIVEN_OUT:
        return _GIVEN_OUT[code]
    region = phonenumbers.region_code_for_country_code(int(code or 0))
    table = phonenumbers.PhoneMetadata.metadata_for_region_or_calling_code(int(code or 0), region)
    if table is None:
        return ()
    # Mobile lengths first: Oman's toll-free numbers may have 7 digits, but nobody means those.
    kinds = (kind.possible_length for kind in (table.mobile, table.general_desc) if kind is not None)
    return next((tuple(lengths) for lengths in kinds if lengths and tuple(lengths) != (-1,)), ())


@cache
def trunk_prefix(country: str) -> str:
    """Give what is dialled before a national number within the country: "0" in most, "" in Oman and Italy."""
    import phonenumbers

    table = phonenumbers.PhoneMetadata.metadata_for_region(country, None)
    return (table.national_prefix or "") if table is not None else ""


def written_at_home(number: str) -> str:
    """Give an E.164 number as it is written within its country: "083 123 4567"."""
    parsed = _parsed(number)
    if parsed is None:
        return number
    import phonenumbers

    return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.NATIONAL)


@cache
def code_in(country: str) -> str:
    """Give the calling code of a country as digits, "" when there is none."""
    return str(calling_code(country) or "")


@cache
def written_lengths(country: str) -> frozenset[int]:
    """How many digits a mobile of the country can be written with, in its local form or with its own code."""
    code = code_in(country)
    extra = {0, len(trunk_prefix(country)), len(code)}
    return frozenset(length + more for length in mobile_lengths(code) for more in extra)


@cache
def _codes() -> frozenset[str]:
    import phonenumbers

    return frozenset(map(str, phonenumbers.COUNTRY_CODE_TO_REGION_CODE))


@cache
def _table(code: str) -> _Table | None:
    import phonenumbers

    regions = phonenumbers.COUNTRY_CODE_TO_REGION_CODE.get(int(code or 0), ())
    if len(regions) != 1 or regions[0] == "001":
        return None
    meta = phonenumbers.PhoneMetadata.metadata_for_region(regions[0], None)
    mobile = meta.mobile.national_number_pattern if meta and meta.mobile else None
    general = meta.general_desc.national_number_pattern if meta and meta.general_desc else None
    if meta is None or not mobile or not general:
        return None
    prefix = _any_of([each for each in (meta.national_prefix_for_parsing, meta.international_prefix) if each] + ["0"])
    special = _any_of(_patterns(meta, _SPECIAL))
    plain = f"(?!{prefix})(?!(?:{special})\\Z)(?=(?:{general})\\Z)(?:{mobile})"
    return _Table(
        regions[0], code, frozenset(mobile_lengths(code)), re.compile(general), re.compile(plain),
        re.compile(_any_of(_patterns(meta, ("fixed_line",)))), re.compile(prefix),
    )  # fmt: skip


def _patterns(meta: PhoneMetadata, kinds: tuple[str, ...]) -> list[str]:
    found = (getattr(meta, kind) for kind in kinds)
    return [each.national_number_pattern for each in found if each and each.national_number_pattern]


def _any_of(patterns: list[str]) -> str:
    return "(?:" + ("|".join(f"(?:{pattern})" for pattern in patterns) or "(?!)") + ")"


def _parsed(text: str, country: str | None = None) -> PhoneNumber | None:
    import phonenumbers

    try:
        return phonenumbers.parse(text, country or None)
    except phonenumbers.NumberParseException:
        return None


def _judge(parsed: PhoneNumber) -> Judged:
    import phonenumbers
    from phonenumbers import PhoneNumberType as Type

    over = surplus(len(phonenumbers.national_significant_number(parsed)), str(parsed.country_code or ""))
    if phonenumbers.is_possible_number_with_reason(parsed) != phonenumbers.ValidationResult.IS_POSSIBLE:
        return Judged(None, Kind.IMPOSSIBLE, over)
    kind = {
        Type.MOBILE: Kind.MOBILE, Type.PERSONAL_NUMBER: Kind.MOBILE, Type.FIXED_LINE_OR_MOBILE: Kind.EITHER,
        Type.FIXED_LINE: Kind.LANDLINE, Type.UNKNOWN: Kind.UNKNOWN,
    }.get(phonenumbers.number_type(parsed), Kind.OTHER)  # fmt: skip
    return Judged(phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164), kind, over)
