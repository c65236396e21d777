"""Characters are called as the window's language calls them."""

from __future__ import annotations

import pytest

from smsdesk.domain.gsm0338 import PLAIN
from smsdesk.domain.segments import Forcing, SmsInfo, analyze
from smsdesk.ui.text.characters import CHARACTERS, character_name


def forcing(text: str) -> Forcing:
    info: SmsInfo = analyze(text)
    return info.forcing[0]


def test_everything_that_stands_in_the_place_of_a_plain_character_has_a_name() -> None:
    assert set(CHARACTERS) == set(PLAIN)


@pytest.mark.usefixtures("arabic")
@pytest.mark.parametrize(
    ("text", "called"),
    [
        ("’", "علامة اقتباس مفردة مائلة مغلقة"),
        ("\u00a0", "مسافة غير فاصلة"),
        ("á", ""),  # the letter itself says more than an English name
        ("\u2062", "U+2062"),
    ],
)
def test_in_an_arabic_window_no_name_is_english(text: str, called: str) -> None:
    assert character_name(forcing(text)) == called


@pytest.mark.parametrize(
    ("text", "called"),
    [
        ("’", "right single quotation mark"),
        ("á", "latin small letter a with acute"),
        ("\u2062", "invisible times"),
        ("\t", "tab"),
    ],
)
def test_in_english_they_are_called_as_unicode_calls_them(text: str, called: str) -> None:
    assert character_name(forcing(text)) == called
