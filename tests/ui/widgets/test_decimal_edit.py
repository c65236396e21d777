from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtCore import QLocale

from smsdesk.ui.widgets.decimal_edit import read_decimal


@pytest.mark.parametrize(
    ("locale", "text", "value"),
    [
        ("en_GB", "1.5", "1.5"),
        ("en_GB", " 1,234.50 ", "1234.50"),
        ("en_GB", "1,000", "1000"),
        ("en_IN", "1,00,000", "100000"),
        ("de_DE", "1,5", "1.5"),
        ("de_DE", "1.000", "1000"),
        ("fr_FR", "1 234,5", "1234.5"),
        ("fr_FR", "1.5", "1.5"),
        ("ar_OM", "١٬٢٣٤٫٥", "1234.5"),
        ("ar_OM", "1.5", "1.5"),
        ("ar_AE", "0.25", "0.25"),
    ],
)
def test_a_number_is_read_as_its_country_writes_it(locale: str, text: str, value: str) -> None:
    assert read_decimal(text, QLocale(locale)) == Decimal(value)


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("en_GB", "1,5"),
        ("de_DE", "1.5"),
        ("en_GB", "1.5.2"),
        ("en_GB", "-1"),
        ("en_GB", "free"),
        ("en_GB", "1e3"),
        ("en_GB", "."),
        ("en_GB", "½"),
        ("en_GB", "²"),
    ],
)
def test_what_could_mean_something_else_is_refused_rather_than_guessed(locale: str, text: str) -> None:
    with pytest.raises(ValueError, match="not a decimal"):
        read_decimal(text, QLocale(locale))
