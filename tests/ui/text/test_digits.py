from __future__ import annotations

import pytest
from PySide6.QtCore import QLocale

from smsdesk.ui.text.digits import in_digits_of, whole


@pytest.mark.parametrize(("locale", "shown"), [("en_GB", "+968 1530"), ("ar_AE", "+968 1530"), ("ar_OM", "+٩٦٨ ١٥٣٠")])
@pytest.mark.parametrize("typed", ["+968 1530", "+٩٦٨ ١٥٣٠", "+۹۶۸ ۱۵۳۰"])
def test_digits_of_any_script_become_those_of_the_window(locale: str, shown: str, typed: str) -> None:
    assert in_digits_of(QLocale(locale), typed) == shown


def test_a_whole_number_has_no_groups() -> None:
    assert whole(1530) == "1530"
    QLocale.setDefault(QLocale("ar_OM"))
    assert whole(1530) == "١٥٣٠"
