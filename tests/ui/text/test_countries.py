"""Countries are called as the window's language calls them."""

from __future__ import annotations

import pytest

from smsdesk.domain.phone_numbers import regions
from smsdesk.ui.text.countries import COUNTRIES, country_name


def test_every_country_with_a_calling_code_has_a_name() -> None:
    assert set(COUNTRIES) == set(regions())


@pytest.mark.usefixtures("arabic")
def test_a_foreign_country_has_its_arabic_name_in_an_arabic_window() -> None:
    assert country_name("IT") == "إيطاليا"


def test_in_english_it_has_its_english_name() -> None:
    assert country_name("IT") == "Italy"


def test_a_country_that_nobody_knows_is_its_code() -> None:
    assert country_name("QX") == "QX"
