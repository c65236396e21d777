"""Inviosmart: what no gateway says is never taken for success."""

from __future__ import annotations

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from smsdesk.domain.delivery_report import DeliveryReport
from smsdesk.domain.outcome import Outcome, Verdict
from smsdesk.providers.base import HttpReply, Outgoing
from smsdesk.providers.gateways.inviosmart import Inviosmart

INVIO = Inviosmart()
STATES = ("1", "2", "4", "8", "16", "32", "64", "128", "256", "512", "1024", "2048")
BLANKS = " \t\r\n\f\v"
MESSAGE = Outgoing("Hello", "MyName", ("+393330000012",), datetime(2026, 3, 1, 9, 30, tzinfo=UTC), 1)


def read(answer: str) -> Verdict:
    (verdict,) = INVIO.read_submission(HttpReply(answer), MESSAGE)
    return verdict


def _plainly_taken(answer: str) -> bool:
    said = answer.lstrip(BLANKS)
    if said.startswith("OK ID:"):
        number = said.removeprefix("OK ID:").strip(BLANKS)
        return number.isascii() and number.isdigit() and len(number) <= 20
    queued = said.startswith(("Error: 1026 - ", "Status: 1026 - "))
    return queued and not {"\n", "\r"} & set(said.rstrip(BLANKS))


MARKS = [
    "OK ID:",
    "Error: ",
    "Status: ",
    "1026",
    "1000",
    "1012",
    " - ",
    "Balance:",
    "|SmsRemainCount:",
    "Internal Error",
]
NOISE = ["12", "2048", ":", ":1:2:3:", "\r\n", " ", "\u00a0", "\x00", "<br>", "-9999", "0.5", "١", "\u2028", "\ufeff"]
FRAGMENTS = st.lists(st.sampled_from([*MARKS, *NOISE]), max_size=9).map("".join) | st.text()


@given(FRAGMENTS)
def test_noise_is_never_read_as_success(answer: str) -> None:
    assert (read(answer).outcome is Outcome.ACCEPTED) is _plainly_taken(answer)


@given(FRAGMENTS)
def test_noise_is_never_read_as_delivered(answer: str) -> None:
    report = INVIO.read_status(HttpReply(answer))
    if isinstance(report, DeliveryReport) and report.state is not None:
        fields = answer.strip(BLANKS).split(":")
        assert len(fields) == 7
        assert fields[4].lstrip("0") in STATES


@given(FRAGMENTS)
def test_a_balance_answer_gives_an_amount_or_says_why_not(answer: str) -> None:
    balance = INVIO.read_balance(HttpReply(answer))
    assert (balance.amount is None) is (balance.verdict is not None)
    assert balance.amount is None or answer.strip(BLANKS).startswith("Status: 1000 - Balance:")
