from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtCore import QLocale

from smsdesk.ui.text.formatting import decimal, with_western_digits


@pytest.mark.parametrize("system", ["ar_OM", "ar_AE", "fa_IR", "C", "en_GB"])
def test_an_amount_is_in_western_digits_whatever_the_system_writes(
    system: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    locale = with_western_digits(QLocale(system))
    monkeypatch.setattr("smsdesk.ui.text.formatting.QLocale", lambda: locale)
    assert decimal(Decimal("-1234.50")).strip("\u200e").endswith("-1,234.50")


def test_a_language_with_western_digits_keeps_its_way_to_write() -> None:
    assert with_western_digits(QLocale("de_DE")) == QLocale("de_DE")
    assert with_western_digits(QLocale("ar_OM")).language() is QLocale.Language.Arabic


def test_an_amount_is_in_one_kind_of_digits() -> None:
    QLocale.setDefault(QLocale("ar_OM"))
    assert decimal(Decimal("1234.056")) == "١٬٢٣٤٫٠٥٦"
