"""The charset of an answer, and what is a web page."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smsdesk.providers.catalog import PROVIDERS
from smsdesk.providers.transport.answer_text import decoded, is_page
from smsdesk.providers.transport.exchange import submit
from tests.helpers.wire.described_gateway import message
from tests.helpers.wire.requests import get

if TYPE_CHECKING:
    from smsdesk.providers.base import Login
    from smsdesk.providers.transport.http_session import HttpSession
    from tests.helpers.wire.wiretap import Wiretap

ARABIC = "رقم غير صحيح"


@pytest.mark.parametrize(
    ("body", "label", "text"),
    [
        (ARABIC.encode("windows-1256"), "text/plain; charset=windows-1256", ARABIC),
        (ARABIC.encode("iso-8859-6"), 'text/plain; charset="ISO-8859-6"', ARABIC),
        (ARABIC.encode("utf-16"), "text/plain;charset=utf-16", ARABIC),
        (ARABIC.encode("utf-16-le"), "text/plain;charset=UTF-16LE", ARABIC),
        (ARABIC.encode(), "text/plain; charset=utf-8", ARABIC),
        (ARABIC.encode(), "text/html; charset=iso-8859-1", ARABIC),
        (ARABIC.encode(), "", ARABIC),
        (b"caf\xe9", "", "café"),
        (b"caf\xe9", "text/html; charset=utf-8", "café"),
        (b"caf\xe9", "text/html; charset=nonsense", "café"),
        (b"caf\xe9", "text/html; charset=idna", "café"),
        (b"\\x41\xe9", "text/html; charset=unicode_escape", "\\x41é"),
        (b"\xef\xbb\xbf\xef\xbb\xbf1", "text/html", "1"),
        (b"\xef\xbb\xbf" * 5, "text/html", ""),
    ],
)
def test_an_answer_is_read_in_its_charset(body: bytes, label: str, text: str) -> None:
    assert decoded(body, label) == text


@given(st.binary(max_size=40), st.text(max_size=20) | st.from_regex(r"charset=[\w-]+"))
def test_every_body_is_some_text_whatever_its_label(body: bytes, label: str) -> None:
    assert isinstance(decoded(body, label), str)


def test_the_gateways_own_words_stay_readable(gateway: Wiretap, session: HttpSession, login: Login) -> None:
    words = json.dumps({"Code": 9, "Message": ARABIC}, ensure_ascii=False).encode("windows-1256")
    gateway.plays(gateway.answer(words, kind=b"application/json; charset=windows-1256"))
    (verdict,) = submit(session, PROVIDERS["ismart-rest"], login, message())
    assert (verdict.code, verdict.words) == ("9", ARABIC)


def test_two_marks_of_byte_order_are_no_text(gateway: Wiretap, session: HttpSession) -> None:
    gateway.plays(gateway.answer(b"\xef\xbb\xbf\xef\xbb\xbf1"))
    assert session.exchange(get(gateway.address), ()).text == "1"


@pytest.mark.parametrize(
    ("text", "page"),
    [
        ('<?xml version="1.0"?><response><id>1</id></response>', False),
        ("<message><body>Hello</body></message>", False),
        (" <response/>", False),
        ("<!DOCTYPE html><p>", True),
        ('<?xml version="1.0"?>\n<!-- a --> <!-- b -->\n<html xmlns="x">', True),
        ('<?xml version="1.0"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN"><html>', True),
        ("<script>", True),
        ("<htmlish/>", False),
        ("OK", False),
    ],
)
def test_where_answers_are_xml_a_page_is_known_by_its_root(text: str, page: bool) -> None:
    assert is_page(text, "text/xml", xml_answers=True) is page
    assert is_page(text, "text/xml") is (text != "OK")


def test_a_hostile_page_takes_no_time() -> None:
    for text in ("<?xml " + "<!-- " * 100_000, " " * 500_000 + "x", "<!-- -->" * 50_000):
        assert is_page(text, "", xml_answers=True) is False
