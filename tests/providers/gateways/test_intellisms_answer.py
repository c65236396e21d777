"""IntelliSoftware's answers: a line for all or a line for each, every code, balances and pushed reports."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smsdesk.domain.delivery import DeliveryState
from smsdesk.domain.delivery_report import DeliveryReport
from smsdesk.domain.outcome import Outcome, Scope, Verdict
from smsdesk.providers.base import HttpReply, Outgoing
from smsdesk.providers.gateways.intellisms import Intellisms

INTELLI = Intellisms()
ONE = ("+447700900123",)
THREE = ("+447700900123", "+96890000012", "+393330000012")
ID = "10011000000000000001"
TAKEN = Verdict(Outcome.ACCEPTED, message_id=ID)


def read(answer: str, numbers: tuple[str, ...] = ONE) -> list[Verdict]:
    outgoing = Outgoing("Hello", "", numbers, datetime(2026, 3, 1, tzinfo=UTC), 1)
    verdicts = INTELLI.read_submission(HttpReply(answer), outgoing)
    assert len(verdicts) == len(numbers)
    return list(verdicts)


# One line for all


def test_the_documents_success_is_accepted_with_its_id() -> None:
    assert read(f"ID:{ID}") == [TAKEN]
    assert read(f"\r\n ID:{ID}\r\n") == [TAKEN]


ACCOUNT, MESSAGE, RECIPIENT, GATEWAY = Scope.ACCOUNT, Scope.MESSAGE, Scope.RECIPIENT, Scope.GATEWAY
REFUSED = [
    ("LOGIN_INVALID", ACCOUNT, "Wrong user name or password at IntelliSoftware"),
    ("AUTH_PARAMETER_MISSING", ACCOUNT, "misses part of the login"),
    ("AUTH_PARAMETER_INVALID", ACCOUNT, "can't read the login"),
    ("CONNECTION_NOT_SECURE", ACCOUNT, "https://"),
    ("INSUFFICIENT_CREDIT", ACCOUNT, "Not enough credit"),
    ("DAILY_ALLOWANCE_EXCEEDED", ACCOUNT, "one day"),
    ("NO_TO", MESSAGE, "misses something"),
    ("NO_XXXXXXXXXXX", MESSAGE, "misses something"),
    ("INVALID_NUMBER", RECIPIENT, "can't send to this number"),
    ("INVALID_REQUEST", MESSAGE, "does not accept the request"),
    ("PARAMETER_MISSING", MESSAGE, "no text"),
    ("PARAMETER_INVALID", MESSAGE, "can't read the text"),
    ("GATEWAY_ERROR", GATEWAY, "at the moment"),
]


@pytest.mark.parametrize(("code", "scope", "sentence"), REFUSED)
def test_a_documented_error_is_read_with_its_scope_and_sentence(code: str, scope: Scope, sentence: str) -> None:
    refused = Verdict(Outcome.REJECTED, scope, code, f"ERR:{code}")
    assert read(f"ERR:{code}\r\n") == [refused]
    for written in (f"ERR: {code}", f"ERR:{code} The words of the document, beside it"):
        assert read(written) == [replace(refused, words=written)]
    assert sentence in str(INTELLI.explain(code))
    if scope is not RECIPIENT:
        assert read(f"ERR:{code}", THREE) == [refused] * 3


@pytest.mark.parametrize(
    ("code", "sentence"), [("INTERNAL_ERROR", "sent or not"), ("NEW_ERROR", "not in its document")]
)
def test_an_error_that_says_nothing_clear_is_unknown(code: str, sentence: str) -> None:
    assert read(f"ERR:{code}", THREE) == [Verdict(Outcome.UNKNOWN, None, code, f"ERR:{code}")] * 3
    assert sentence in str(INTELLI.explain(code))


def test_an_invalid_number_in_a_refused_submission_is_not_known() -> None:
    (verdict, *others) = read("ERR:INVALID_NUMBER", THREE)
    assert others == [verdict] * 2
    assert (verdict.code, verdict.scope) == ("INVALID_NUMBER-batch", RECIPIENT)
    assert "one by one" in str(INTELLI.explain(verdict.code))


def test_one_id_for_several_people_does_not_say_who_got_it() -> None:
    assert read(f"ID:{ID}", THREE) == [Verdict(Outcome.UNKNOWN, code="no-line", message_id=ID)] * 3


def test_every_code_and_state_has_its_own_sentence() -> None:
    coded = {code for code, *_ in REFUSED if not code.startswith("NO_")}
    ours = {"NO_*", "INTERNAL_ERROR", "INVALID_NUMBER-batch", "no-line"}
    assert set(INTELLI.reasons) == coded | ours | {"0", "2", "3", "4", "5", "6", "7", "8", "1", "11", "12"}
    assert len({str(sentence) for sentence in INTELLI.reasons.values()}) == len(INTELLI.reasons)


# A line for each


def test_each_number_has_its_own_line_in_any_order() -> None:
    answer = f"393330000012,ID:{ID}\r\n447700900123,ERR:INVALID_NUMBER\r\n96890000012,ID:{ID}\r\n"
    refused = Verdict(Outcome.REJECTED, RECIPIENT, "INVALID_NUMBER", "ERR:INVALID_NUMBER")
    assert read(answer, THREE) == [refused, TAKEN, TAKEN]


@pytest.mark.parametrize(
    "written", ["447700900123", "+447700900123", "00447700900123", "+44 7700 900-123", "44 (7700)900.123"]
)
def test_a_number_is_known_by_its_digits(written: str) -> None:
    assert read(f"{written},ID:{ID}") == [TAKEN]


def test_a_number_without_a_line_is_unknown_and_keeps_the_id_of_the_submission() -> None:
    unlisted = Verdict(Outcome.UNKNOWN, code="no-line", message_id=ID)
    assert read(f"447700900123,ID:{ID}\n96890000034,ID:{ID}", THREE) == [TAKEN, unlisted, unlisted]
    assert "does not mention" in str(INTELLI.explain("no-line"))


@pytest.mark.parametrize("broken", ["96890000012,ID:", "96890000012,ID:1 2", "96890000012", "<br>", "96890000012;ID:1"])
def test_a_broken_line_makes_only_its_own_number_unknown(broken: str) -> None:
    first, second, third = read(f"447700900123,ID:{ID}\n{broken}\n393330000012,ID:{ID}", THREE)
    assert (first, third) == (TAKEN, TAKEN)
    assert second.outcome is Outcome.UNKNOWN


def test_lines_that_contradict_each_other_are_unknown() -> None:
    for other in ("ERR:INVALID_NUMBER", "ID:77", "ID:", ""):
        (verdict,) = read(f"447700900123,ID:{ID}\n447700900123,{other}")
        assert verdict.outcome is Outcome.UNKNOWN
    assert read(f"447700900123,ID:{ID}\n+447700900123,ID:{ID}") == [TAKEN]


@pytest.mark.parametrize(
    "answer",
    ["", "ID:", "ID", "id:1", "ID: 1", "ID:1 2", "ID:١", "ERR:", "ERR:login_invalid", "ERR LOGIN_INVALID", "OK", "1",
     f"ERR:LOGIN_INVALID or ID:{ID}",
     f"ID:{ID}\nID:{ID}", f"ID:{ID}\nERR:LOGIN_INVALID", f"<p>ID:{ID}</p>", "ID:" + "1" * 65, "BALANCE:100"],
)  # fmt: skip
def test_any_other_answer_is_unknown(answer: str) -> None:
    (verdict,) = read(answer)
    assert (verdict.outcome, verdict.code, verdict.scope) == (Outcome.UNKNOWN, "unreadable", None)


def _plainly_taken(answer: str, number: str, *, alone: bool) -> bool:
    lines = [line.strip(" \t\r\n\f\v") for line in answer.split("\n")]
    pairs = [line.split(",", 1) for line in lines if "," in line]
    told = [result.lstrip(" \t") for written, result in pairs if _is_the_number(written, number)]
    if alone and "," not in answer:
        told = [line for line in lines if line]
    return len(set(told)) == 1 and re.fullmatch("ID:[0-9A-Za-z-]+", told[0]) is not None


def _is_the_number(written: str, number: str) -> bool:
    digits = "".join(char for char in written if char in "0123456789")
    return digits.removeprefix("00") == number[1:] and set(written) <= set("0123456789+ ().-")


MARKS = ["ID:", "ERR:", ",", "447700900123", "+447700900123", "96890000012", "LOGIN_INVALID", "INVALID_NUMBER", "NO_TO"]
NOISE = ["\n", "\r\n", "12", " ", "-", "\u00a0", "\u2028", "\x00", "<br>", "١", "BALANCE:", "44 7700 900123", "\ufeff"]
WHOLE_LINES = [f"447700900123,ID:{ID}\n", "447700900123,ERR:INVALID_NUMBER\n", "96890000012,ID:77\n", f"ID:{ID}\n"]
ANSWERS = st.lists(st.sampled_from([*MARKS, *NOISE, *WHOLE_LINES]), max_size=9).map("".join) | st.text()


@given(ANSWERS, st.sampled_from([ONE, THREE]))
def test_noise_is_never_read_as_success(answer: str, numbers: tuple[str, ...]) -> None:
    for number, verdict in zip(numbers, read(answer, numbers), strict=True):
        if verdict.outcome is Outcome.ACCEPTED:
            assert _plainly_taken(answer, number, alone=len(numbers) == 1)
            assert f"ID:{verdict.message_id}" in answer


# Balance


@pytest.mark.parametrize(
    ("answer", "credits"), [("BALANCE:100", "100"), (" BALANCE:99.5\r\n", "99.5"), ("BALANCE:-1", "-1")]
)
def test_a_balance_is_read(answer: str, credits: str) -> None:  # noqa: A002
    balance = INTELLI.read_balance(HttpReply(answer))
    assert balance.amount is not None
    assert (balance.amount.value, balance.amount.unit, balance.verdict) == (Decimal(credits), "credits", None)


def test_a_wrong_password_is_told_by_the_balance_request_too() -> None:
    verdict = INTELLI.read_balance(HttpReply("ERR:LOGIN_INVALID\r\n")).verdict
    assert verdict is not None
    assert (verdict.refuses_all, verdict.code in INTELLI.login_refusals) == (True, True)


@given(
    ANSWERS
    | st.sampled_from(["BALANCE:", "BALANCE:NaN", "BALANCE:1e9", "BALANCE:1,5", "BALANCE:1,234", "100", "BALANCE:١"])
)
def test_what_is_no_balance_gives_no_amount(answer: str) -> None:
    balance = INTELLI.read_balance(HttpReply(answer))
    plain = re.fullmatch("BALANCE:-?[0-9]+([.,][0-9]+)*", answer.strip(" \t\r\n\f\v")) is not None
    assert (balance.amount is not None) <= plain
    assert (balance.amount is None) is (balance.verdict is not None)


# Reports


@pytest.mark.parametrize(
    ("status", "state"),
    [
        *((status, None) for status in ("0", "1", "2", "3", "7", "9", "99")),
        ("4", DeliveryState.DELIVERED),
        ("5", DeliveryState.UNDELIVERED),
        ("6", DeliveryState.UNDELIVERED),
        ("8", DeliveryState.EXPIRED),
    ],
)
def test_a_pushed_report_is_read(status: str, state: DeliveryState | None) -> None:
    fields = {"msgid": ID, "status": status, "toaddr": "447700900123", "other": "x"}
    assert INTELLI.read_report(fields) == DeliveryReport(ID, "+447700900123", state, status)
    assert INTELLI.read_report({"MsgId": f" {ID} ", "Status": status, "ToAddr": "+44 7700 900123"}) is not None


@pytest.mark.parametrize("missing", ["msgid", "status", "toaddr"])
@pytest.mark.parametrize("garbage", [None, "", "\x00", "<script>", "x" * 100_000, "٤", "-4", "4.0", "12 34", "\ud83d"])
def test_a_report_with_garbage_in_it_is_none(missing: str, garbage: str | None) -> None:
    fields = {"msgid": ID, "status": "4", "toaddr": "447700900123"}
    fields.pop(missing)
    if garbage is not None and not (missing == "msgid" and garbage in ("-4", "4.0")):
        fields[missing] = garbage
    assert INTELLI.read_report(fields) is None


@given(
    st.dictionaries(st.sampled_from(["msgid", "status", "toaddr"]) | st.text(), st.text() | st.sampled_from([ID, "4"]))
)
def test_a_report_of_noise_never_raises(fields: dict[str, str]) -> None:
    report = INTELLI.read_report(fields)
    assert report is None or re.fullmatch("[+][1-9][0-9]{7,14}", report.number)
