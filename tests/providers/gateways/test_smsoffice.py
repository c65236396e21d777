"""SMS Office: its document's examples, the raw bytes on the wire, and every answer."""

from __future__ import annotations

import string
from datetime import UTC, datetime
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smsdesk.domain.money import Amount
from smsdesk.domain.outcome import Outcome, Scope
from smsdesk.privacy.secret import Secret
from smsdesk.providers.base import HttpReply, Login, Outgoing
from smsdesk.providers.gateways.smsoffice import SmsOffice
from smsdesk.providers.transport.exchange import ask_balance, submit

if TYPE_CHECKING:
    from smsdesk.domain.outcome import Verdict
    from smsdesk.providers.transport.http_session import HttpSession
    from tests.helpers.wire.wiretap import Wiretap

OFFICE = SmsOffice()
NOW = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)


def message(text: str, sender: str = "senderID") -> Outgoing:
    return Outgoing(text, sender, ("+27830000012",), NOW, 1)


def read(answer: str) -> Verdict:
    (verdict,) = OFFICE.read_submission(HttpReply(answer), message("Hello"))
    return verdict


def request_line(gateway: Wiretap) -> bytes:
    return gateway.requests[-1].partition(b"\r\n")[0]


# The wire


def test_the_documents_sending_example_goes_out(gateway: Wiretap, session: HttpSession) -> None:
    submit(session, OFFICE, Login(gateway.address, "xxxx", Secret("xxxx")), message("Hello world"))
    assert request_line(gateway) == (
        b"GET /sms/api/sendsms.asp?username=xxxx&password=xxxx&from=senderID&to=27830000012"
        b"&message=Hello%20world HTTP/1.1"
    )


def test_the_documents_balance_example_goes_out(gateway: Wiretap, session: HttpSession) -> None:
    gateway.plays(gateway.answer(b"Success: 1234.56"))
    balance = ask_balance(session, OFFICE, Login(gateway.address, "xxxxx", Secret("xxxxx")))
    assert request_line(gateway) == b"GET /sms/api/balance.asp?username=xxxxx&password=xxxxx HTTP/1.1"
    assert balance.amount == Amount(Decimal("1234.56"), "credits")


@pytest.mark.parametrize(
    ("text", "encoded"),
    [
        ("مرحبا", b"%D9%85%D8%B1%D8%AD%D8%A8%D8%A7"),
        ("& % + # { } ~ €", b"%26%20%25%20%2B%20%23%20%7B%20%7D%20~%20%E2%82%AC"),
        ("a=b;c/d?e", b"a%3Db%3Bc%2Fd%3Fe"),
        ("%41 is not A", b"%2541%20is%20not%20A"),
        (" two  blanks ", b"%20two%20%20blanks%20"),
        ("line\nline\r\nline", b"line%0Aline%0D%0Aline"),
        ("\t\x0c", b"%09%0C"),
        ("😀", b"%F0%9F%98%80"),
        ("[\\]^|", b"%5B%5C%5D%5E%7C"),
        ('"<>`', b"%22%3C%3E%60"),
        ("", b""),
    ],
)
def test_a_text_arrives_unharmed(
    text: str, encoded: bytes, gateway: Wiretap, session: HttpSession, login: Login
) -> None:
    submit(session, OFFICE, login, message(text))
    assert request_line(gateway) == (
        b"GET /sms/api/sendsms.asp?username=front%20desk&password=p%C3%A4%20ss%26w%25rd%2B%23%2F%22x"
        b"&from=senderID&to=27830000012&message=" + encoded + b" HTTP/1.1"
    )


def test_a_sender_with_special_characters_stays_in_its_field(
    gateway: Wiretap, session: HttpSession, login: Login
) -> None:
    submit(session, OFFICE, login, message("x", sender="A&B +1"))
    assert b"&from=A%26B%20%2B1&to=" in request_line(gateway)


def test_half_a_surrogate_pair_does_not_stop_the_lane(gateway: Wiretap, session: HttpSession, login: Login) -> None:
    submit(session, OFFICE, login, message("a\ud83db"))
    assert request_line(gateway).endswith(b"&message=a%3Fb HTTP/1.1")


@pytest.mark.parametrize("sender", ["😀 Bob", "مكتب", "Büro", "a\nb"])
def test_a_sender_that_no_network_carries_is_refused(sender: str) -> None:
    assert "No network carries" in str(OFFICE.refuse_sender(sender))
    assert OFFICE.refuse_sender("A&B +1") is None


@pytest.mark.parametrize("text", ["é", "£", "€", "è", "مرحبا"])
def test_a_text_in_no_documented_charset_comes_with_a_caution(text: str) -> None:
    (caution,) = OFFICE.cautions(text, "Office")
    assert "names no character set" in str(caution)
    assert OFFICE.cautions("Hello [1] {2}~", "Office") == ()


# Answers to a submission


@pytest.mark.parametrize(
    ("answer", "message_id"),
    [
        ("Success:message tracking number:1234567", "1234567"),
        ("Success: message tracking number: 1234567\r\n", "1234567"),
        ("success:12-ab_9", "12-ab_9"),
        ("Success:message tracking number:", ""),
    ],
)
def test_a_success_is_accepted_with_its_tracking_number(answer: str, message_id: str) -> None:
    verdict = read(answer)
    assert (verdict.outcome, verdict.message_id, verdict.scope) == (Outcome.ACCEPTED, message_id, None)


DOCUMENTED_ERRORS = [
    ("Error:Invalid [from] parameter", "bad-from", Scope.MESSAGE, "this sender"),
    ("Error:Invalid [to] parameter", "bad-to", Scope.RECIPIENT, "this number"),
    ("Error:Invalid [message] parameter", "bad-message", Scope.MESSAGE, "this text"),
    (
        "Error:Number must start with international prefix, 0 not allowed.",
        "zero-not-allowed",
        Scope.RECIPIENT,
        "country code",
    ),
    ("Error: Not enough credits", "no-credit", Scope.ACCOUNT, "Not enough credits"),
    ("Error:Max of 4 parts per message exceeded", "too-many-parts", Scope.MESSAGE, "4 parts"),
    ("Error: Login Failed", "login-failed", Scope.ACCOUNT, "Wrong user name or password at SMS Office"),
]


@pytest.mark.parametrize(("answer", "code", "scope", "sentence"), DOCUMENTED_ERRORS)
@pytest.mark.parametrize("space", ["", " "])
@pytest.mark.parametrize("hint", ["", ". Use e.g. sendsms.asp?to=27830000012&message=0\r\nSee [message], [from].\r\n"])
def test_a_documented_error_is_known_by_its_phrase(
    answer: str, code: str, scope: Scope, sentence: str, space: str, hint: str
) -> None:
    verdict = read(f"Error{space}:" + space + answer.removeprefix("Error:").strip() + hint)
    assert (verdict.outcome, verdict.code, verdict.scope) == (Outcome.REJECTED, code, scope)
    assert sentence in str(OFFICE.explain(code))


def test_every_documented_error_has_its_own_sentence() -> None:
    assert set(OFFICE.reasons) == {code for _, code, _, _ in DOCUMENTED_ERRORS} | {"100", "200", "300", "400"}
    assert len({str(sentence) for sentence in OFFICE.reasons.values()}) == len(OFFICE.reasons)


def test_the_first_phrase_counts_not_one_in_the_hints() -> None:
    verdict = read("Error:Invalid [from] parameter, a leading 0 not allowed. Not invalid [to] parameter. Login failed")
    assert verdict.code == "bad-from"


@pytest.mark.parametrize(
    "answer",
    [
        "",
        "Success",
        "Success 123",
        "Success:12 34",
        "Success: failed",
        "Success:message tracking number:none",
        "Success:-",
        "Success:1234.56",
        "Success:123 Error: Login Failed",
        "Not a Success:123",
        "ſuccess:123",
        "Success:١٢٣",
        "Success:" + "1" * 65,
        "Success:" + " " * 2**20 + "!",
        "Error",
        "Error:",
        "Error: out of order",
        "Login Failed",
        "<p>Error: Login Failed</p>",
        "100",
    ],
)
def test_any_other_answer_is_unknown(answer: str) -> None:
    verdict = read(answer)
    assert (verdict.outcome, verdict.code, verdict.scope) == (Outcome.UNKNOWN, "unreadable", None)
    assert verdict.words == answer.strip()


def _plainly_a_success(answer: str) -> bool:
    blanks = " \t\n\r\f\v"
    rest = answer.strip(blanks)
    if rest[:8].lower() != "success:":
        return False
    rest = rest[8:].strip(blanks)
    if rest[:24].lower() == "message tracking number:":
        rest = rest[24:].strip(blanks)
    numbered = not rest or any(char in string.digits for char in rest)
    return numbered and set(rest) <= set(string.ascii_letters + string.digits + "_-")


MARKS = ["Success:", "success", ":", "message tracking number:", "Error:", "Login Failed", "[to]", "0 not allowed"]
NOISE = ["12", "-", " ", "\r\n", "\u00a0", "\u2028", "\x00", "<br>", "<html>", "1.5", "١", "ſ", "Invalid [", "\ufeff"]
FRAGMENTS = st.lists(st.sampled_from([*MARKS, *NOISE]), max_size=7).map("".join)


@given(FRAGMENTS | st.text())
def test_noise_is_never_read_as_success(answer: str) -> None:
    assert (read(answer).outcome is Outcome.ACCEPTED) is _plainly_a_success(answer)


# Answers to the balance request


def read_balance(answer: str) -> tuple[Decimal | None, Verdict | None]:
    balance = OFFICE.read_balance(HttpReply(answer))
    return (balance.amount.value if balance.amount else None, balance.verdict)


@pytest.mark.parametrize(
    ("answer", "credits"),
    [
        ("Success:1234.56", "1234.56"),
        ("Success: 1234.56\r\n", "1234.56"),
        ("1234.56", "1234.56"),
        ("0.00", "0.00"),
        ("-3.50", "-3.50"),
        ("Success:12", "12"),
        ("2.42000000", "2.42000000"),
        ("1,234.56", "1234.56"),
        ("1234,56", "1234.56"),
        ("1,234,567", "1234567"),
    ],
)
def test_a_balance_is_read_to_the_cent(answer: str, credits: str) -> None:  # noqa: A002
    assert read_balance(answer) == (Decimal(credits), None)


def test_a_wrong_password_is_told_by_the_balance_request_too() -> None:
    amount, verdict = read_balance("Error: Login Failed")
    assert amount is None
    assert verdict is not None
    assert (verdict.outcome, verdict.code, verdict.scope) == (Outcome.REJECTED, "login-failed", Scope.ACCOUNT)
    assert verdict.refuses_all


@pytest.mark.parametrize(
    "answer", ["", "NaN", "Infinity", "1e9", "1,234", "1.2.3", "1,23,456.7", "Success:", "12 34", "١٢٣"]
)
def test_what_is_no_number_is_no_balance(answer: str) -> None:
    amount, verdict = read_balance(answer)
    assert amount is None
    assert verdict is not None
    assert verdict.outcome is Outcome.UNKNOWN


@given(FRAGMENTS | st.text())
def test_a_balance_answer_gives_an_amount_or_says_why_not(answer: str) -> None:
    amount, verdict = read_balance(answer)
    assert (amount is None) is (verdict is not None)
    assert amount is None or amount.is_finite()
