"""IntelliSoftware: its document's examples, the raw bytes on the wire, and how a text is counted and carried."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from smsdesk.domain.money import Amount
from smsdesk.domain.outcome import Outcome
from smsdesk.domain.segments import Encoding, analyze
from smsdesk.privacy.secret import Secret
from smsdesk.providers.base import Login, Outgoing
from smsdesk.providers.gateways.intellisms import Intellisms
from smsdesk.providers.transport.exchange import ask_balance, submit

if TYPE_CHECKING:
    from smsdesk.providers.transport.http_session import HttpSession
    from tests.helpers.wire.wiretap import Wiretap

INTELLI = Intellisms()
TWO = ("+447700900123", "+447700900124")
NOW = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)
TAKEN = b"ID:10011000000000000001"
VOICE = {"voice": "1"}
BY_KEY = {"access-key": "1"}


def message(text: str, numbers: tuple[str, ...] = TWO[:1], sender: str = "", parts: int = 1) -> Outgoing:
    return Outgoing(text, sender, numbers, NOW, parts)


def body(gateway: Wiretap) -> bytes:
    return gateway.requests[-1].partition(b"\r\n\r\n")[2]


# The wire


def test_the_documents_example_goes_out_as_a_form(gateway: Wiretap, session: HttpSession) -> None:
    gateway.plays(gateway.answer(b"447700900123,ID:10011000000000000001\r\n447700900124,ID:10011000000000000001\r\n"))
    login = Login(gateway.address, "MyUsername", Secret("MyPassword"))
    verdicts = submit(session, INTELLI, login, message("TheMessage", TWO))
    head = gateway.requests[0].partition(b"\r\n\r\n")[0]
    assert head.startswith(b"POST /smsgateway/sendmsg.aspx HTTP/1.1\r\n")
    assert b"\r\nContent-Type: application/x-www-form-urlencoded\r\n" in head + b"\r\n"
    assert body(gateway) == (
        b"username=MyUsername&password=MyPassword&to=447700900123%2C447700900124&text=TheMessage&maxconcat=1&type=1"
    )
    assert [(v.outcome, v.message_id) for v in verdicts] == [(Outcome.ACCEPTED, "10011000000000000001")] * 2


@pytest.mark.parametrize(
    ("text", "encoded"),
    [
        ("Hello", b"text=Hello&maxconcat=1&type=1"),
        ("& % + # { } ~", b"text=%26%20%25%20%2B%20%23%20%7B%20%7D%20~&maxconcat=1&type=1"),
        ("£è¥ñ§ [\\]^|", b"text=%A3%E8%A5%F1%A7%20%5B%5C%5D%5E%7C&maxconcat=1&type=1"),
        ("line\nline\r\n%41", b"text=line%0Aline%0D%0A%2541&maxconcat=1&type=1"),
        ("5 €", b"hex=0035002020AC&maxconcat=1&type=2"),
        ("& % + # { } ~ €", b"hex=0026002000250020002B002000230020007B0020007D0020007E002020AC&maxconcat=1&type=2"),
        ("ΔΩ", b"hex=039403A9&maxconcat=1&type=2"),
        ("HELLO–", b"hex=00480045004C004C004F2013&maxconcat=1&type=2"),
        ("مرحبا", b"hex=06450631062D06280627&maxconcat=1&type=2"),
        ("ê", b"hex=00EA&maxconcat=1&type=2"),
        ("😀", b"hex=D83DDE00&maxconcat=1&type=2"),
        ("a\ud83db", b"hex=0061003F0062&maxconcat=1&type=2"),
    ],
)
def test_a_text_goes_as_latin_or_as_unicode(
    text: str, encoded: bytes, gateway: Wiretap, session: HttpSession, login: Login
) -> None:
    gateway.plays(gateway.answer(TAKEN))
    submit(session, INTELLI, login, message(text))
    assert body(gateway) == (
        b"username=front%20desk&password=p%E4%20ss%26w%25rd%2B%23%2F%22x&to=447700900123&" + encoded
    )
    assert b"p%E4" not in gateway.requests[0].partition(b"\r\n\r\n")[0]


@pytest.mark.parametrize(
    ("sender", "on_the_wire"),
    [
        ("447700900123", b"&from=447700900123&"),
        ("+447700900123", b"&from=447700900123&"),
        ("+44 7700 900123", b"&from=447700900123&"),
        ("A&B £", b"&from=A%26B%20%A3&"),
    ],
)
def test_a_sender_goes_along_where_there_is_one(
    sender: str, on_the_wire: bytes, gateway: Wiretap, session: HttpSession, login: Login
) -> None:
    gateway.plays(gateway.answer(TAKEN))
    submit(session, INTELLI, login, message("x", sender=sender))
    assert on_the_wire in body(gateway)
    submit(session, INTELLI, login, message("x"))
    assert b"from=" not in body(gateway)


@pytest.mark.parametrize(("parts", "on_the_wire"), [(0, b"maxconcat=1&"), (1, b"maxconcat=1&"), (4, b"maxconcat=4&")])
def test_the_counted_parts_always_go_along(
    parts: int, on_the_wire: bytes, gateway: Wiretap, session: HttpSession, login: Login
) -> None:
    gateway.plays(gateway.answer(TAKEN))
    submit(session, INTELLI, login, message("x", parts=parts))
    assert on_the_wire in body(gateway)


def test_a_password_that_latin_does_not_hold_goes_as_utf8(gateway: Wiretap, session: HttpSession) -> None:
    gateway.plays(gateway.answer(b"BALANCE:100"))
    ask_balance(session, INTELLI, Login(gateway.address, "desk", Secret("س€")))
    assert body(gateway) == b"username=desk&password=%D8%B3%E2%82%AC"


def test_the_balance_is_asked_by_a_form(gateway: Wiretap, session: HttpSession) -> None:
    gateway.plays(gateway.answer(b"BALANCE:100"))
    balance = ask_balance(session, INTELLI, Login(gateway.address, "MyUsername", Secret("MyPassword")))
    assert gateway.requests[0].startswith(b"POST /smsgateway/getbalance.aspx HTTP/1.1\r\n")
    assert body(gateway) == b"username=MyUsername&password=MyPassword"
    assert balance.amount == Amount(Decimal(100), "credits")


def test_an_access_key_has_fields_and_a_folder_of_its_own(gateway: Wiretap, session: HttpSession, login: Login) -> None:
    by_key = replace(login, options=BY_KEY)
    gateway.plays(gateway.answer(TAKEN), gateway.answer(b"BALANCE:100"))
    submit(session, INTELLI, by_key, message("x"))
    assert gateway.requests[0].startswith(b"POST /api/https/sendmsg.aspx HTTP/1.1\r\n")
    credentials = b"accesskey=front%20desk&secretkey=p%E4%20ss%26w%25rd%2B%23%2F%22x"
    assert body(gateway) == credentials + b"&to=447700900123&text=x&maxconcat=1&type=1"
    ask_balance(session, INTELLI, by_key)
    assert gateway.requests[1].startswith(b"POST /api/https/getbalance.aspx HTTP/1.1\r\n")
    assert body(gateway) == credentials


# Voice


@pytest.mark.parametrize(
    ("text", "encoded"),
    [
        ("Hello", b"&text=Hello&maxconcat=1&type=6"),
        ("fête", b"&text=f%EAte&maxconcat=1&type=6"),
        ("مرحبا", b"&hex=06450631062D06280627&maxconcat=1&type=2"),
    ],
)
def test_a_voice_message_has_a_latin_text_and_any_other_still_arrives(
    text: str, encoded: bytes, gateway: Wiretap, session: HttpSession, login: Login
) -> None:
    gateway.plays(gateway.answer(TAKEN))
    submit(session, INTELLI, replace(login, options=VOICE), message(text))
    assert body(gateway).endswith(encoded)


@pytest.mark.parametrize("text", ["مرحبا", "5 €", "Ω"])
def test_a_voice_message_in_other_letters_is_refused_beforehand(text: str) -> None:
    assert "aloud" in str(INTELLI.refuse_text(text, VOICE))
    assert INTELLI.refuse_text(text, {}) is None


@pytest.mark.parametrize("text", ["", "Hello", "fête £"])
def test_a_voice_message_in_latin_letters_is_taken(text: str) -> None:
    assert INTELLI.refuse_text(text, VOICE) is None


# Counting


@pytest.mark.parametrize("text", ["", "Hello", "£è [x]", "مرحبا", "ê", "x" * 161])
def test_most_texts_count_as_everywhere(text: str) -> None:
    assert INTELLI.analyze(text) == analyze(text)


def test_a_euro_sign_makes_a_gsm_text_count_as_unicode() -> None:
    info = INTELLI.analyze("x" * 70 + "€")
    assert (info.encoding, info.units, info.segments) == (Encoding.UCS2, 71, 2)
    assert analyze("x" * 70 + "€").segments == 1
    assert [(each.character, each.name, each.positions) for each in info.forcing] == [("€", "EURO SIGN", (70,))]


def test_what_forces_unicode_is_named_in_order() -> None:
    info = INTELLI.analyze("Ω–€Ω")
    assert [(each.character, each.positions) for each in info.forcing] == [("Ω", (0, 3)), ("–", (1,)), ("€", (2,))]


@pytest.mark.parametrize(
    ("chosen", "most"),
    [({}, 5), ({"max-parts": "1"}, 1), ({"max-parts": "8"}, 8), ({"max-parts": "10"}, 10), ({"max-parts": "99"}, 10),
     ({"max-parts": "0"}, 1), ({"max-parts": "many"}, 5), ({"max-parts": "²"}, 5), ({"max-parts": "9" * 5000}, 5)],
)  # fmt: skip
def test_the_most_parts_are_the_accounts_own(chosen: dict[str, str], most: int) -> None:
    assert INTELLI.max_parts(chosen) == most


# Senders, cautions, hosts


@pytest.mark.parametrize(
    "sender", ["", "447700900123", "+44 7700 900123", "1" * 15, "My Office", "x" * 11, "A.B & C_D-1"]
)
def test_a_number_or_a_short_name_is_taken_as_sender(sender: str) -> None:
    assert INTELLI.refuse_sender(sender) is None


@pytest.mark.parametrize(
    ("sender", "why"),
    [
        ("1" * 16, "15 digits"),
        ("x" * 12, "11 characters"),
        ("+44 (0)7700", "A to Z"),
        ("مكتب", "A to Z"),
        ("Bürö", "A to Z"),
    ],
)
def test_any_other_sender_is_refused(sender: str, why: str) -> None:
    assert why in str(INTELLI.refuse_sender(sender))


def test_a_name_as_sender_comes_with_a_caution() -> None:
    (caution,) = INTELLI.cautions("Hello", "My Office")
    assert "not of a name" in str(caution)
    assert INTELLI.cautions("Hello", "+447700900123") == ()
    assert INTELLI.cautions("Hello", "") == ()


def test_a_long_unicode_text_comes_with_a_caution() -> None:
    (caution,) = INTELLI.cautions("م" * 71, "447700900123")
    assert "70 characters" in str(caution)
    assert INTELLI.cautions("م" * 70, "447700900123") == ()


def test_the_backup_host_stands_in_for_the_documented_one_only() -> None:
    login = Login("https://www.intellisoftware.co.uk", "desk", Secret("x"))
    assert INTELLI.capabilities.default_address == login.address
    assert INTELLI.backup_addresses(login) == ("https://www.intellisoftware2.co.uk",)
    for other in ("http://www.intellisoftware.co.uk", "https://sms.example", "http://127.0.0.1:8080"):
        assert INTELLI.backup_addresses(replace(login, address=other)) == ()
