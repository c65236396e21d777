"""Inviosmart: what became of a message, and what it cost."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal

import pytest

from smsdesk.domain.delivery import DeliveryState
from smsdesk.domain.delivery_report import DeliveryReport
from smsdesk.domain.outcome import Outcome, Scope, Verdict
from smsdesk.providers.base import HttpReply, Outgoing
from smsdesk.providers.gateways.inviosmart import Inviosmart

INVIO = Inviosmart()


NOW = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)


def message(text: str, sender: str = "MyName") -> Outgoing:
    return Outgoing(text, sender, ("+393330000012",), NOW, 1)


def read(answer: str) -> Verdict:
    (verdict,) = INVIO.read_submission(HttpReply(answer), message("Hello"))
    return verdict


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


STATES = ("1", "2", "4", "8", "16", "32", "64", "128", "256", "512", "1024", "2048")


def test_every_error_and_state_has_its_own_sentence() -> None:
    coded = {*REFUSED, *UNCLEAR, "1026", *(code for *_, code in UNCODED)}
    assert set(INVIO.reasons) == coded | set(STATES)
    assert len({str(sentence) for sentence in INVIO.reasons.values()}) == len(INVIO.reasons)
    assert "not in its document" in str(INVIO.explain("1099"))
    assert "not in its document" in str(INVIO.explain("unknown (3)"))


@pytest.mark.parametrize("code", STATES)
def test_a_documented_state_is_read(code: str) -> None:
    final = {
        **dict.fromkeys(("8", "64", "256", "512"), DeliveryState.UNDELIVERED),
        "128": DeliveryState.EXPIRED,
        "2048": DeliveryState.DELIVERED,
    }
    answer = HttpReply(f"2345:20101212152514:393330000012:20101212152519:{code}:1:0.057\r\n")
    assert INVIO.read_status(answer) == billed("2345", final.get(code), code)


@pytest.mark.parametrize("rest", ["1:0,057", "1:", ":", "x:EUR 0.057", "1:1.234,5"])
@pytest.mark.parametrize("code", ["2048", "02048", "002048"])
def test_a_state_is_read_whatever_its_zeros_and_its_charge(code: str, rest: str) -> None:
    answer = HttpReply(f"2345:20101212152514:393330000012:20101212152519:{code}:{rest}")
    told = INVIO.read_status(answer)
    assert isinstance(told, DeliveryReport)
    assert (told.message_id, told.state, told.code, told.cost) == ("2345", DeliveryState.DELIVERED, "2048", None)


@pytest.mark.parametrize("code", ["0", "3", "2049", "2056", "4096", "99999"])
def test_an_unlisted_state_is_shown_as_unknown(code: str) -> None:
    answer = HttpReply(f"2345:20101212152514:393330000012::{code}:1:0.057")
    assert INVIO.read_status(answer) == billed("2345", None, f"unknown ({code})")


def test_a_report_is_about_the_message_that_the_answer_names() -> None:
    report = INVIO.read_status(HttpReply("9999:20101212152514:393330000012:20101212152519:2048:1:0.057"))
    assert isinstance(report, DeliveryReport)
    assert report.message_id == "9999"


@pytest.mark.parametrize(
    "answer",
    ["", "2048", "1:2:3:4:5:6", "1:2:3:4:2048:6:7:8", "x:2:3:4:2048:1:1", "1:2:3:4:delivered:1:1", "1:2:3:4:٢:1:1"],
)
def test_what_has_not_seven_fields_is_no_report(answer: str) -> None:
    verdict = INVIO.read_status(HttpReply(answer))
    assert isinstance(verdict, Verdict)
    assert (verdict.outcome, verdict.code) == (Outcome.UNKNOWN, "unreadable")
