"""Inviosmart: its document's examples, the raw bytes on the wire, and every answer of its three calls."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from smsdesk.domain.delivery import DeliveryState
from smsdesk.domain.delivery_report import DeliveryReport
from smsdesk.domain.money import Amount
from smsdesk.domain.outcome import Outcome, Scope, Verdict
from smsdesk.privacy.secret import Secret
from smsdesk.providers.base import HttpReply, Login, Outgoing
from smsdesk.providers.gateways.inviosmart import Inviosmart
from smsdesk.providers.transport.exchange import ask_balance, submit

if TYPE_CHECKING:
    from smsdesk.providers.transport.http_session import HttpSession
    from tests.helpers.wire.wiretap import Wiretap

INVIO = Inviosmart()
NOW = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)


def message(text: str, sender: str = "MyName") -> Outgoing:
    return Outgoing(text, sender, ("+393330000012",), NOW, 1)


def read(answer: str) -> Verdict:
    (verdict,) = INVIO.read_submission(HttpReply(answer), message("Hello"))
    return verdict


def request_line(gateway: Wiretap) -> bytes:
    return gateway.requests[-1].partition(b"\r\n")[0]


# The wire


def test_the_documents_sending_example_goes_out(gateway: Wiretap, session: HttpSession) -> None:
    gateway.plays(gateway.answer(b"OK ID:1234"))
    login = Login(gateway.address, "myusername", Secret("mypass"))
    (verdict,) = submit(session, INVIO, login, message("Hello there."))
    assert request_line(gateway) == (
        b"GET /sendsms/?username=myusername&password=mypass&destination=393330000012&sender=MyName"
        b"&message=Hello%20there. HTTP/1.1"
    )
    assert (verdict.outcome, verdict.message_id) == (Outcome.ACCEPTED, "1234")


def test_the_documents_status_example_goes_out(gateway: Wiretap, session: HttpSession) -> None:
    gateway.plays(gateway.answer(b"1111:20101212152514:393330000012:20101212152519:2048:1:0.057"))
    login = Login(gateway.address, "myusername", Secret("mypass"))
    reply = session.exchange(INVIO.status(login, "1111"), (login.password,))
    assert request_line(gateway) == b"GET /smsstatus/?SMSId=1111&username=myusername&password=mypass HTTP/1.1"
    assert INVIO.read_status(reply) == billed("1111", DeliveryState.DELIVERED, "2048")


@pytest.mark.parametrize(
    ("calling_code", "prefix"), [(39, b"&countryprefix=39"), (968, b"&countryprefix=968"), (0, b"")]
)
def test_the_documents_balance_example_goes_out(
    calling_code: int, prefix: bytes, gateway: Wiretap, session: HttpSession
) -> None:
    gateway.plays(gateway.answer(b"Status: 1000 - Balance:112.24|SmsRemainCount:2877"))
    login = Login(gateway.address, "myusername", Secret("mypass"), calling_code=calling_code)
    balance = ask_balance(session, INVIO, login)
    assert request_line(gateway) == (
        b"GET /account-balance/?username=myusername&password=mypass" + prefix + b" HTTP/1.1"
    )
    assert (balance.amount, balance.messages) == (Amount(Decimal("112.24"), "EUR"), 2877)


@pytest.mark.parametrize(
    ("text", "encoded"),
    [
        ("مرحبا", b"%D9%85%D8%B1%D8%AD%D8%A8%D8%A7"),
        ("& % + # { } ~ €", b"%26%20%25%20%2B%20%23%20%7B%20%7D%20~%20%E2%82%AC"),
        ("%41 è à\n", b"%2541%20%C3%A8%20%C3%A0%0A"),
        ("a\ud83db😀", b"a%3Fb%F0%9F%98%80"),
    ],
)
def test_a_text_arrives_unharmed(
    text: str, encoded: bytes, gateway: Wiretap, session: HttpSession, login: Login
) -> None:
    gateway.plays(gateway.answer(b"OK ID:1"))
    submit(session, INVIO, login, message(text, sender="A&B +1"))
    assert request_line(gateway) == (
        b"GET /sendsms/?username=front%20desk&password=p%C3%A4%20ss%26w%25rd%2B%23%2F%22x"
        b"&destination=393330000012&sender=A%26B%20%2B1&message=" + encoded + b" HTTP/1.1"
    )


@pytest.mark.parametrize("sender", ["393330000", "+39333", "12 34", "..."])
def test_a_sender_without_letters_is_refused(sender: str) -> None:
    assert "without letters" in str(INVIO.refuse_sender(sender))


@pytest.mark.parametrize("sender", ["MyName", "Shop 24", "B&B"])
def test_a_sender_with_letters_is_taken(sender: str) -> None:
    assert INVIO.refuse_sender(sender) is None


@pytest.mark.parametrize("sender", ["مكتب", "😀 Bob", "Caffè", "١٢٣", "a\tb"])
def test_a_sender_that_no_network_carries_is_refused(sender: str) -> None:
    assert "No network carries" in str(INVIO.refuse_sender(sender))


@pytest.mark.parametrize("text", ["مرحبا", "è", "5 €", "£", "`"])
def test_a_text_in_no_documented_charset_comes_with_a_caution(text: str) -> None:
    (caution,) = INVIO.cautions(text, "MyName")
    assert str(caution).startswith("The document of Inviosmart names no character set")
    assert INVIO.cautions("ciao", "MyName") == ()


# Errors, of all three calls

ACCOUNT, MESSAGE, RECIPIENT, GATEWAY = Scope.ACCOUNT, Scope.MESSAGE, Scope.RECIPIENT, Scope.GATEWAY
REFUSED = {
    **dict.fromkeys(("1001", "1002", "1012", "1013", "1014", "1018", "1023", "1038"), ACCOUNT),
    **dict.fromkeys(("1003", "1004", "1005", "1017"), RECIPIENT),
    **dict.fromkeys(("1006", "1007", "1008", "1009", "1011", "1015", "1016", "1021"), MESSAGE),
    **dict.fromkeys(("1022", "1024", "1027", "1028", "1029", "1036", "1042"), MESSAGE),
    **dict.fromkeys(("1031", "1032"), GATEWAY),
}
UNCLEAR = ("1010", "1019", "1020", "1025", "1043")
UNCODED = [
    ("Internal Error.", Outcome.UNKNOWN, None, "internal-error"),
    ("System error. Please report it.", Outcome.UNKNOWN, None, "system-error"),
    ("Invalid destination or Destination not covered.", Outcome.REJECTED, RECIPIENT, "invalid-destination"),
]


def billed(message_id: str, state: DeliveryState | None, code: str) -> DeliveryReport:
    """What is read of the document's own example."""
    return DeliveryReport(message_id, "+393330000012", state, code, parts=1, cost=Decimal("0.057"))


def all_three(answer: str) -> list[Verdict | DeliveryReport | None]:
    reply = HttpReply(answer)
    return [read(answer), INVIO.read_status(reply), INVIO.read_balance(reply).verdict]


@pytest.mark.parametrize("mark", ["Error", "Status"])
@pytest.mark.parametrize("code", [*REFUSED, *UNCLEAR, "1099"])
def test_a_coded_error_is_read_by_every_call(code: str, mark: str) -> None:
    scope = None if code in UNCLEAR else REFUSED.get(code, MESSAGE)
    outcome = Outcome.UNKNOWN if code in UNCLEAR else Outcome.REJECTED
    words = "The gateway's own - words: here."
    assert all_three(f"{mark}: {code} - {words}\r\n") == [Verdict(outcome, scope, code, words)] * 3


@pytest.mark.parametrize(("answer", "outcome", "scope", "code"), UNCODED)
def test_an_uncoded_error_is_known_by_its_words(answer: str, outcome: Outcome, scope: Scope | None, code: str) -> None:
    assert all_three(answer) == [Verdict(outcome, scope, code, answer)] * 3


def test_the_documents_balance_errors_are_errors_of_the_login() -> None:
    both_on_a_line = "Error: 1001 - No username given. Error: 1002 - No password given."
    for verdict in all_three(both_on_a_line):
        assert isinstance(verdict, Verdict)
        assert (verdict.code, verdict.refuses_all, verdict.code in INVIO.login_refusals) == ("1001", True, True)


def test_queued_without_a_number_is_accepted() -> None:
    words = "Batch of SMS queued"
    assert read(f"Status: 1026 - {words}") == Verdict(Outcome.ACCEPTED, None, "1026", words)
    _, status, balance = all_three(f"Status: 1026 - {words}")
    for verdict in (status, balance):
        assert isinstance(verdict, Verdict)
        assert (verdict.outcome, verdict.code) == (Outcome.UNKNOWN, "unreadable")


@pytest.mark.parametrize(
    "answer",
    [
        "",
        "OK",
        "OK ID:",
        "OK ID:12a",
        "OK ID:١٢",
        "ok id:1234",
        "OK ID:1234|OK ID:1235",
        "OK ID:1234\nError: 1012 - x",
        "NOT OK ID:1234",
        "<p>OK ID:1234</p>",
        "1234",
        "Status: 1000 - Balance:112.24|SmsRemainCount:2877",
        "Status: 1000 - ok",
        "Error: 99 - x",
        "Error 1012",
        "Status: 1026 - queued\nError: 1012 - x",
        "2345:20101212152514:393330000012:20101212152519:2048:1:0.057",
        "Error: 1012 - " + " " * 2**20 + "x\ny",
        "Internal Error" + " " * 2**20 + "x\ny",
    ],
)
def test_any_other_answer_is_unknown(answer: str) -> None:
    verdict = read(answer)
    assert (verdict.outcome, verdict.code, verdict.scope) == (Outcome.UNKNOWN, "unreadable", None)


# Status


@pytest.mark.parametrize(
    ("told", "parts", "cost"),
    [
        ("1:0.057", 1, "0.057"), ("3:0.171", 3, "0.171"), ("1:0", 1, "0"), ("04: 1.5 ", 4, "1.5"),
        ("1:0,057", 1, None), ("2:1.234,50", 2, None), ("1:-0.057", 1, None), ("1:", 1, None), ("1:EUR 0.057", 1, None),
        ("1:0.057 EUR", 1, None), ("1:5.7E-2", 1, None), ("1:0.0571234", 1, None), ("1:٠", 1, None), ("1:NaN", 1, None),
        (":0.057", None, "0.057"), ("0:0.057", None, "0.057"), ("-1:0.057", None, "0.057"),
        ("1.0:0.057", None, "0.057"), ("n/a:n/a", None, None), (":", None, None),
    ],
)  # fmt: skip
def test_parts_and_charge_are_read_and_an_odd_one_costs_no_status(
    told: str, parts: int | None, cost: str | None
) -> None:
    report = INVIO.read_status(HttpReply(f"2345:20101212152514:393330000012:20101212152519:2048:{told}"))
    assert isinstance(report, DeliveryReport)
    assert (report.state, report.parts, report.cost) == (DeliveryState.DELIVERED, parts, cost and Decimal(cost))


# Balance


@pytest.mark.parametrize(
    ("count", "messages"),
    [("2877", 2877), ("0", 0), ("-9999", None), ("-1", None), ("", None), ("2877.5", None), ("n/a", None)],
)
@pytest.mark.parametrize("euros", ["112.24", "0", "-3.5", "1234567.123456", "112.24000000000001"])
def test_a_balance_is_read_with_the_messages_left(euros: str, count: str, messages: int | None) -> None:
    balance = INVIO.read_balance(HttpReply(f"Status: 1000 - Balance:{euros}|SmsRemainCount:{count}\r\n"))
    assert (balance.amount, balance.messages, balance.verdict) == (Amount(Decimal(euros), "EUR"), messages, None)


@pytest.mark.parametrize(
    ("answer", "euros"),
    [
        ("Status: 1000 - Balance:112.24", "112.24"),
        ("Status: 1000 - Balance:112,24|SmsRemainCount:1", "112.24"),
        ("Status: 1000 - Balance:1.112,24|SmsRemainCount:1", "1112.24"),
    ],
)
def test_an_amount_that_can_be_read_in_one_way_only_is_read(answer: str, euros: str) -> None:
    assert INVIO.read_balance(HttpReply(answer)).amount == Amount(Decimal(euros), "EUR")


@pytest.mark.parametrize(
    "answer",
    [
        "112.24",
        "Status: 1000 - Balance:1,234|SmsRemainCount:1",
        "Status: 1000 - Balance:NaN|SmsRemainCount:1",
        "Status: 1000 - Balance:1e9|SmsRemainCount:1",
        "Status: 1001 - Balance:112.24|SmsRemainCount:1",
    ],
)
def test_what_is_no_balance_gives_no_amount(answer: str) -> None:
    balance = INVIO.read_balance(HttpReply(answer))
    assert balance.amount is None
    assert balance.verdict is not None
