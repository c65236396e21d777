"""What is outside the alphabet, and what says the same within it."""

from __future__ import annotations

from smsdesk.domain.gsm0338 import OUTSIDE, PLAIN


def test_only_what_is_outside_the_alphabet_has_something_plain_for_it() -> None:
    assert [typed for typed in PLAIN if not OUTSIDE.search(typed)] == []


def test_what_is_plain_is_in_the_alphabet() -> None:
    assert [plain for plain in PLAIN.values() if OUTSIDE.search(plain)] == []


def test_what_word_processors_write_says_the_same_plainly() -> None:
    written = "\u201cDon\u2019t come\u201d \u2013 see\u00a0you\u200b\u2026"
    assert "".join(PLAIN.get(each, each) for each in written) == '"Don\'t come" - see you...'


def test_no_letter_is_written_otherwise() -> None:
    assert [typed for typed in PLAIN if typed.isalpha() and typed != "\u02bc"] == []
