"""Amounts as gateways write them: read where they can be read in one way only."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smsdesk.providers.encoding import AMOUNT, amount_of


@pytest.mark.parametrize(
    ("written", "amount"),
    [
        ("0", "0"),
        ("-12.50", "-12.50"),
        ("2.42000000", "2.42000000"),
        ("112.24000000000001", "112.24000000000001"),
        ("1.234", "1.234"),
        ("112,24", "112.24"),
        ("12,5", "12.5"),
        ("0,045", "0.045"),
        ("1,2345", "1.2345"),
        ("1,234.56", "1234.56"),
        ("1.234,56", "1234.56"),
        ("1,234,567", "1234567"),
        ("-1.234.567,5", "-1234567.5"),
        ("1,234", None),
        ("12,345", None),
        ("00,045", None),
        ("0,123,456", None),
        ("0.045,5", None),
        ("1,23,456.7", None),
        ("1.2.3", None),
        ("1,234.567.8", None),
        ("1,234,56", None),
        ("", None),
        ("1.", None),
        (".5", None),
        ("1e9", None),
        ("١٢", None),
        ("12 ", None),
    ],
)
def test_an_amount_is_read_where_it_can_mean_one_thing_only(written: str, amount: str | None) -> None:
    read = amount_of(written)
    assert (None if read is None else str(read)) == amount


@given(st.from_regex(AMOUNT, fullmatch=True) | st.text("0123456789.,- "))
def test_no_amount_is_read_with_other_digits_than_were_written(written: str) -> None:
    read = amount_of(written)
    if read is not None:
        assert "".join(re.findall("[0-9]", f"{read:f}")) in re.sub("[^0-9]", "", written)


@given(st.decimals(allow_nan=False, allow_infinity=False, places=2, min_value=Decimal(-(10**9)), max_value=10**9))
def test_thousands_and_decimals_are_told_apart_in_both_ways_of_writing(amount: Decimal) -> None:
    english = f"{amount:,.2f}"
    assert amount_of(english) == amount
    assert amount_of(english.translate(str.maketrans(",.", ".,"))) == amount
