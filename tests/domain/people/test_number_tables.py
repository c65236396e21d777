from __future__ import annotations

import random

import phonenumbers
import pytest

from smsdesk.domain.people.number_tables import (
    Kind,
    ask_abroad,
    ask_local,
    code_in,
    code_of,
    judge_abroad,
    judge_local,
    mobile_lengths,
    region_of,
    trunk_prefix,
    written_lengths,
)

REGIONS = sorted(phonenumbers.SUPPORTED_REGIONS)
OURS = ["OM", "ZA", "GB", "IT", "AE", "SA", "KW", "QA", "BH", "JO", "LB", "EG", "IN", "PK", "AR", "BR", "DE", "US"]


def lots_of_digits(seed: int, how_many: int) -> list[tuple[str, str]]:
    """National numbers near real ones, with and without prefixes, and their regions."""
    lots = random.Random(seed)
    found = []
    for _ in range(how_many):
        region = lots.choice(OURS + REGIONS[:: lots.randint(1, 9)])
        example = phonenumbers.example_number_for_type(region, lots.choice([0, 1]))
        national = phonenumbers.national_significant_number(example) if example else "12345678"
        if lots.random() < 0.7:
            kept = national[: lots.randint(1, 4)]
            rest = max(0, len(national) - len(kept) + lots.choice([-1, 0, 0, 0, 1]))
            national = kept + "".join(lots.choice("0123456789") for _ in range(rest))
        prefix = lots.choice(["", "", "", trunk_prefix(region), code_in(region), "00" + code_in(region)])
        found.append((prefix + national, region))
    return found


@pytest.mark.parametrize("seed", range(4))
def test_the_tables_answer_as_phonenumbers_does(seed: int) -> None:
    for digits, region in lots_of_digits(seed, 2_500):
        assert judge_local(digits, region) == ask_local(digits, region), (digits, region)
        abroad = code_in(region) + digits
        assert judge_abroad(abroad) == ask_abroad(abroad), abroad


def test_plain_mobiles_are_answered_without_phonenumbers(monkeypatch: pytest.MonkeyPatch) -> None:
    assert judge_local("92123456", "OM").mobile  # its table is built now

    def never(*_: object) -> None:
        raise AssertionError("phonenumbers was asked")

    monkeypatch.setattr(phonenumbers, "parse", never)
    assert judge_local("92123456", "OM") == ("+96892123456", Kind.MOBILE, 0)
    assert judge_local("96892123456", "OM") == ("+96892123456", Kind.MOBILE, 0)
    assert judge_abroad("96892123456") == ("+96892123456", Kind.MOBILE, 0)


@pytest.mark.parametrize(
    ("digits", "country", "kind", "fits"),
    [
        ("90000012", "OM", Kind.OTHER, True),
        ("24123456", "OM", Kind.LANDLINE, False),
        ("12345678", "OM", Kind.UNKNOWN, True),
        ("9212345", "OM", Kind.UNKNOWN, False),
        ("112", "OM", Kind.IMPOSSIBLE, False),
        ("0830000012", "ZA", Kind.MOBILE, True),
        ("08300000", "ZA", Kind.MOBILE, False),  # the tables' pattern is open to it, no network gives it out
        ("2025550123", "US", Kind.EITHER, True),
    ],
)
def test_what_the_tables_know_and_what_may_be_sent_to(digits: str, country: str, kind: Kind, fits: bool) -> None:
    judged = judge_local(digits, country)
    assert (judged.kind, judged.fits) == (kind, fits)


def test_codes_and_lengths() -> None:
    assert [code_of(digits) for digits in ("96890000012", "27830000012", "12025550123", "999", "")] == [
        "968", "27", "1", "", "",
    ]  # fmt: skip
    assert (mobile_lengths("968"), mobile_lengths("27")) == ((8,), (9,))
    assert (trunk_prefix("ZA"), trunk_prefix("OM"), trunk_prefix("XX")) == ("0", "", "")
    assert written_lengths("OM") == {8, 11}
    assert written_lengths("ZA") == {9, 10, 11}


@pytest.mark.parametrize(
    ("digits", "region"),
    [
        ("96890000012", "OM"),
        ("27830000012", "ZA"),
        ("447700900012", "GB"),
        ("393330000012", "IT"),
        ("77010000012", "KZ"),
        ("79100000012", "RU"),
        ("12420000012", "BS"),
        ("12010000012", "US"),
        ("870000000012", ""),
        ("0", ""),
    ],
)
def test_a_number_lies_in_the_region_of_its_code_and_where_that_is_shared_of_its_leading_digits(
    digits: str, region: str
) -> None:
    assert region_of(digits) == region
