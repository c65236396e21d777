"""iSmart HTTP: its document's examples, the raw bytes on the wire, and every code."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smsdesk.domain.outcome import Outcome, Scope
from smsdesk.privacy.secret import Secret
from smsdesk.providers.base import HttpReply, Login, Outgoing
from smsdesk.providers.gateways.ismart_http import IsmartHttp
from smsdesk.providers.gateways.ismart_rest import IsmartRest
from smsdesk.providers.transport.exchange import submit

if TYPE_CHECKING:
    from smsdesk.domain.outcome import Verdict
    from smsdesk.providers.transport.http_session import HttpSession
    from tests.helpers.wire.wiretap import Wiretap

ISMART = IsmartHttp()
TWO = ("+96890000012", "+447700900123")
NOW = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)
DOCUMENTS_TIME = datetime(2018, 3, 4, 3, 30, 0, tzinfo=UTC)  # 07:30 in Muscat


def message(
    text: str,
    numbers: tuple[str, ...] = TWO[:1],
    references: tuple[str, ...] = ("101", "102"),
    scheduled: datetime | None = None,
) -> Outgoing:
    shown = references[: len(numbers)]
    return Outgoing(text, "AnyHeader", numbers, scheduled or NOW, 1, scheduled is not None, shown)


def read(answer: str, numbers: tuple[str, ...] = TWO[:1]) -> Verdict:
    verdicts = ISMART.read_submission(HttpReply(answer), message("Hello", numbers, references=()))
    assert len(verdicts) == len(numbers)
    assert len(set(verdicts)) == 1
    return verdicts[0]


def body(gateway: Wiretap) -> bytes:
    return gateway.requests[-1].partition(b"\r\n\r\n")[2]


# The wire


@pytest.mark.parametrize(
    ("numbers", "on_the_wire", "references"),
    [(TWO[:1], b"96890000012", b"101"), (TWO, b"96890000012%2C447700900123", b"101%2C102")],
)
def test_the_documents_examples_go_out(
    numbers: tuple[str, ...], on_the_wire: bytes, references: bytes, gateway: Wiretap, session: HttpSession
) -> None:
    gateway.plays(gateway.answer(b"1"))
    login = Login(gateway.address, "ismartsms", Secret("ismartsms"))
    verdicts = submit(session, ISMART, login, message("TestMessage", numbers, scheduled=DOCUMENTS_TIME))
    head = gateway.requests[0].partition(b"\r\n\r\n")[0]
    assert head.startswith(b"POST /iBulkSMS/HttpWS/SMSDynamicRefIntlAPI.aspx HTTP/1.1\r\n")
    assert b"\r\nContent-Type: application/x-www-form-urlencoded\r\n" in head + b"\r\n"
    assert body(gateway) == (
        b"UserId=ismartsms&Password=ismartsms&MobileNo=" + on_the_wire + b"&Message=TestMessage"
        b"&PushDateTime=03%2F04%2F2018%2007%3A30%3A00&Lang=0&Header=AnyHeader&referenceIds=" + references
    )
    assert [(v.outcome, v.message_id) for v in verdicts] == [
        (Outcome.ACCEPTED, reference) for reference in ("101", "102")[: len(numbers)]
    ]


@pytest.mark.parametrize(
    ("text", "language", "encoded"),
    [
        ("Hello", b"0", b"Hello"),
        ("مرحبا", b"64", b"%D9%85%D8%B1%D8%AD%D8%A8%D8%A7"),
        ("& % + # { } ~ €", b"0", b"%26%20%25%20%2B%20%23%20%7B%20%7D%20~%20%E2%82%AC"),
        ("a=b;c/d?e", b"0", b"a%3Db%3Bc%2Fd%3Fe"),
        ("%41 is not A", b"0", b"%2541%20is%20not%20A"),
        ("line\nline\r\n", b"0", b"line%0Aline%0D%0A"),
        (" two  blanks ", b"0", b"%20two%20%20blanks%20"),
        ("😀", b"64", b"%F0%9F%98%80"),
        ("half a pair \ud83d", b"64", b"half%20a%20pair%20%3F"),
    ],
)
def test_a_text_for_now_arrives_unharmed_and_without_a_date(
    text: str, language: bytes, encoded: bytes, gateway: Wiretap, session: HttpSession, login: Login
) -> None:
    gateway.plays(gateway.answer(b"1"))
    submit(session, ISMART, login, message(text))
    assert body(gateway) == (
        b"UserId=front%20desk&Password=p%C3%A4%20ss%26w%25rd%2B%23%2F%22x&MobileNo=96890000012&Message=" + encoded
        + b"&Lang=" + language + b"&Header=AnyHeader&referenceIds=101"
    )  # fmt: skip


def test_nothing_of_the_login_stands_in_the_address(gateway: Wiretap, session: HttpSession, login: Login) -> None:
    gateway.plays(gateway.answer(b"1"))
    submit(session, ISMART, login, message("Hello"))
    head = gateway.requests[0].partition(b"\r\n\r\n")[0]
    assert b"front" not in head
    assert b"p%C3" not in head
    assert b"?" not in head


def test_a_message_without_references_goes_without_the_field(
    gateway: Wiretap, session: HttpSession, login: Login
) -> None:
    gateway.plays(gateway.answer(b"1"))
    (verdict,) = submit(session, ISMART, login, message("Hello", references=()))
    assert body(gateway).endswith(b"&Header=AnyHeader")
    assert (verdict.outcome, verdict.message_id) == (Outcome.ACCEPTED, "")


@pytest.mark.parametrize("number", ["+96890000012", "+447700900123", "+12345678", "+123456789012345", "+27830000012"])
def test_a_number_of_8_to_15_digits_is_taken(number: str) -> None:
    assert ISMART.refuse_number(number) is None


@pytest.mark.parametrize(
    "number", ["", "+1234567", "+1234567890123456", "96890000012", "+968٩٠٠٠٠٠١٢", "+96890000012\n"]
)
def test_any_other_number_is_refused(number: str) -> None:
    assert "8 to 15 digits" in str(ISMART.refuse_number(number))


def test_a_header_in_other_letters_comes_with_a_caution() -> None:
    (caution,) = ISMART.cautions("Hello", "مكتب")
    assert "Latin letters" in str(caution)
    assert ISMART.cautions("مرحبا", "AnyHeader") == ()


# Codes

ACCOUNT, MESSAGE, RECIPIENT = Scope.ACCOUNT, Scope.MESSAGE, Scope.RECIPIENT
DOCUMENTED_ERRORS = [
    ("2", ACCOUNT, "company"),
    ("3", ACCOUNT, "Wrong user name or password at iSmart"),
    ("4", ACCOUNT, "Not enough credit"),
    ("5", MESSAGE, "no text"),
    ("6", MESSAGE, "too long"),
    ("7", ACCOUNT, "not active"),
    ("8", RECIPIENT, "no number"),
    ("9", RECIPIENT, "does not accept this number"),
    ("10", MESSAGE, "language"),
    ("12", ACCOUNT, "blocked this account"),
    ("13", ACCOUNT, "account has expired"),
    ("14", ACCOUNT, "credit at iSmart has expired"),
    ("15", MESSAGE, "could not read the request"),
    ("16", MESSAGE, "date and time"),
    ("17", ACCOUNT, "not registered for iSmart's web service"),
    ("18", ACCOUNT, "may not use iSmart's HTTP service"),
    ("19", MESSAGE, "sender is not registered"),
    ("20", ACCOUNT, "fixed internet address"),
    ("22", MESSAGE, "flash"),
    ("23", RECIPIENT, "no more messages"),
]


@pytest.mark.parametrize("around", ["{}", " {}\r\n"])
@pytest.mark.parametrize(("code", "scope", "sentence"), DOCUMENTED_ERRORS)
def test_a_documented_code_is_read_with_its_scope_and_sentence(
    code: str, scope: Scope, sentence: str, around: str
) -> None:
    verdict = read(around.format(code))
    assert (verdict.outcome, verdict.code, verdict.scope) == (Outcome.REJECTED, code, scope)
    assert sentence in str(ISMART.explain(code))


def test_every_code_has_its_own_sentence() -> None:
    assert set(ISMART.reasons) == {code for code, *_ in DOCUMENTED_ERRORS} | {"11", "8-batch", "9-batch", "23-batch"}
    assert len({str(sentence) for sentence in ISMART.reasons.values()}) == len(ISMART.reasons)


def test_the_two_tables_of_ismart_are_not_the_same() -> None:
    rest = IsmartRest()
    assert [str(rest.explain(code)) != str(ISMART.explain(code)) for code in ("17", "18", "19")] == [True] * 3


@pytest.mark.parametrize("code", ["8", "9", "23"])
def test_for_several_numbers_it_is_said_that_the_bad_one_is_not_known(code: str) -> None:
    verdict = read(code, TWO)
    assert (verdict.outcome, verdict.code, verdict.scope) == (Outcome.REJECTED, f"{code}-batch", RECIPIENT)
    assert "one by one" in str(ISMART.explain(verdict.code))


def test_for_several_numbers_other_codes_stay_as_they_are() -> None:
    assert read("3", TWO).code == "3"


@pytest.mark.parametrize(
    ("code", "sentence"),
    [("11", "unknown error"), ("0", "not in"), ("21", "not in"), ("99", "not in"), ("01", "not in")],
)
def test_a_code_that_says_nothing_clear_is_unknown_and_keeps_its_reference(code: str, sentence: str) -> None:
    verdicts = ISMART.read_submission(HttpReply(code), message("Hello", TWO))
    assert {(v.outcome, v.code, v.scope) for v in verdicts} == {(Outcome.UNKNOWN, code, None)}
    assert [v.message_id for v in verdicts] == ["101", "102"]
    assert sentence in str(ISMART.explain(code))


def test_what_was_refused_has_no_message_id() -> None:
    assert [v.message_id for v in ISMART.read_submission(HttpReply("4"), message("Hello", TWO))] == ["", ""]


@pytest.mark.parametrize(
    "answer",
    [
        "",
        "111",
        "1 1",
        "1,1",
        "1.",
        "-1",
        "+1",
        "1\x00",
        "١",
        "¹",
        "Return Code 1",
        "Message Pushed successfully.",
        '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml">3</html>',
        "1\nServer Error",
        "\u00a01",
    ],
)
def test_any_other_answer_is_unknown(answer: str) -> None:
    verdict = read(answer)
    assert (verdict.outcome, verdict.code, verdict.scope) == (Outcome.UNKNOWN, "unreadable", None)


PIECES = st.lists(
    st.sampled_from(["1", "3", "11", "0", " ", "\r\n", "\t", "\x0b", "\u00a0", "\u2028", "١", "<", "-", ".", "\ufeff"]),
    max_size=5,
).map("".join)


@given(PIECES | st.text())
def test_noise_is_never_read_as_success(answer: str) -> None:
    assert (read(answer, TWO).outcome is Outcome.ACCEPTED) is (answer.strip(" \t\r\n\f\v") == "1")
