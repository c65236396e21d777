from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QLocale

from smsdesk.ui.widgets.decimal_edit import AmbiguousDecimal, DecimalEdit, read_decimal

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.mark.parametrize(
    ("locale", "text", "value"),
    [
        ("en_GB", "1.5", "1.5"),
        ("en_GB", " 1,234.50 ", "1234.50"),
        ("en_GB", "1000", "1000"),
        ("en_GB", "1,000.0", "1000"),
        ("en_GB", "1,000,000", "1000000"),
        ("en_IN", "1,00,000", "100000"),
        ("de_DE", "1,5", "1.5"),
        ("de_DE", "1.000.000", "1000000"),
        ("it_IT", "0,045", "0.045"),
        ("fr_FR", "0.045", "0.045"),
        ("fr_FR", "1 234,5", "1234.5"),
        ("fr_FR", "1.5", "1.5"),
        ("ar_OM", "١٬٢٣٤٫٥", "1234.5"),
        ("ar_OM", "1.5", "1.5"),
        ("ar_OM", "1,234.50", "1234.50"),
        ("ar_OM", "٠.٠٤٥", "0.045"),
        ("ar_AE", "١٬٢٣٤٫٥", "1234.5"),
        ("ar_AE", "١٬٢٣٤", "1234"),
        ("ar_AE", "٠٫٠٤٥", "0.045"),
        ("en_GB", "٠٫٠٤٥", "0.045"),
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
        ("it_IT", "0.045"),
        ("tr_TR", "0.045"),
        ("it_IT", "00.045"),
        ("it_IT", "0.045,5"),
        ("en_GB", "0,045"),
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


@pytest.mark.parametrize(
    ("locale", "text", "readings"),
    [
        ("it_IT", "1.045", ("1045", "1,045")),
        ("de_DE", "1.000", ("1000", "1")),
        ("en_GB", "1,000", ("1000", "1")),
        ("en_GB", "12,345", ("12345", "12.345")),
        ("en_IN", "1,000", ("1000", "1")),
    ],
)
def test_what_is_a_thousand_times_less_in_a_neighbouring_country_is_told_with_both_readings(
    locale: str, text: str, readings: tuple[str, str]
) -> None:
    with pytest.raises(AmbiguousDecimal) as doubt:
        read_decimal(text, QLocale(locale))
    assert doubt.value.readings == readings
    for reading in readings:
        read_decimal(reading, QLocale(locale))


@pytest.mark.parametrize("locale", ["it_IT", "en_GB", "fr_FR", "ar_AE", "en_IN"])
@pytest.mark.parametrize("value", ["0.045", "1000", "1234.5", "1000000", "1.045", "0"])
def test_what_the_line_shows_is_read_as_it_was(qtbot: QtBot, locale: str, value: str) -> None:
    before = QLocale()
    QLocale.setDefault(QLocale(locale))
    try:
        edit = DecimalEdit()
        qtbot.addWidget(edit)
        edit.set_value(Decimal(value))
        assert edit.value() == Decimal(value)
    finally:
        QLocale.setDefault(before)


@pytest.mark.parametrize(("locale", "shown"), [("ar_AE", "1234.5"), ("ar_OM", "١٢٣٤٫٥")])
def test_a_number_is_shown_in_the_digits_of_the_window_and_read_again(qtbot: QtBot, locale: str, shown: str) -> None:
    QLocale.setDefault(QLocale(locale))
    edit = DecimalEdit()
    qtbot.addWidget(edit)
    edit.set_value(Decimal("1234.5"))
    assert edit.text() == shown
    assert edit.value() == Decimal("1234.5")
