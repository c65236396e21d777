"""iSmart REST: its document's example, the raw bytes on the wire, and every code."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smsdesk.domain.outcome import Outcome, Scope
from smsdesk.privacy.secret import Secret
from smsdesk.providers.base import HttpReply, Login, Outgoing
from smsdesk.providers.gateways.ismart_rest import IsmartRest
from smsdesk.providers.transport.exchange import submit

if TYPE_CHECKING:
    from smsdesk.domain.outcome import Verdict
    from smsdesk.providers.transport.http_session import HttpSession
    from tests.helpers.wire.wiretap import Wiretap

ISMART = IsmartRest()
TWO = ("+96890000012", "+96890000034")
PUSHED = b'{"Code": 1, "Message": "Message Pushed"}'


def message(text: str, numbers: tuple[str, ...] = TWO[:1], at: datetime | None = None) -> Outgoing:
    return Outgoing(text, "", numbers, at or datetime(2026, 3, 1, 9, 30, tzinfo=UTC), 1)


def read(answer: str, numbers: tuple[str, ...] = TWO[:1]) -> Verdict:
    verdicts = ISMART.read_submission(HttpReply(answer), message("Hello", numbers))
    assert len(verdicts) == len(numbers)
    assert len(set(verdicts)) == 1
    return verdicts[0]


def body(gateway: Wiretap) -> bytes:
    return gateway.requests[-1].partition(b"\r\n\r\n")[2]


# The wire


def test_the_documents_example_goes_out(gateway: Wiretap, session: HttpSession) -> None:
    gateway.plays(gateway.answer(PUSHED, kind=b"application/json; charset=utf-8"))
    login = Login(gateway.address, "userid", Secret("pass"))
    midnight_in_muscat = datetime(2017, 1, 21, 20, 0, 0, tzinfo=UTC)
    scheduled = replace(message("س شسي", TWO, midnight_in_muscat), scheduled=True)
    verdicts = submit(session, ISMART, login, scheduled)
    assert gateway.requests[0].startswith(b"POST /RestApi/api/SMS/PostSMS HTTP/1.1\r\n")
    assert b"\r\nContent-Type: application/json\r\n" in gateway.requests[0]
    assert body(gateway) == (
        b'{"UserID": "userid", "Password": "pass", "Message": "\xd8\xb3 \xd8\xb4\xd8\xb3\xd9\x8a", "Language": "64", '
        b'"ScheddateTime": "01/22/2017 00:00:00", "MobileNo": ["96890000012", "96890000034"], "RecipientType": "1"}'
    )
    assert [(v.outcome, v.words, v.message_id) for v in verdicts] == [(Outcome.ACCEPTED, "Message Pushed", "")] * 2


@pytest.mark.parametrize(
    ("text", "language", "encoded"),
    [
        ("Hello", b"0", b"Hello"),
        ("مرحبا", b"64", b"\xd9\x85\xd8\xb1\xd8\xad\xd8\xa8\xd8\xa7"),
        ("& % + # { } ~ €", b"0", b"& % + # { } ~ \xe2\x82\xac"),
        ('"quoted" \\ /', b"0", b'\\"quoted\\" \\\\ /'),
        ("line\nline\r\n", b"0", b"line\\nline\\r\\n"),
        ("😀", b"64", b"\xf0\x9f\x98\x80"),
        ("tab\t", b"64", b"tab\\t"),
        ("ñà", b"0", b"\xc3\xb1\xc3\xa0"),
        (" two  blanks ", b"0", b" two  blanks "),
        ("half a pair \ud83d", b"64", b"half a pair ?"),
    ],
)
def test_a_text_arrives_unharmed_in_its_language(
    text: str, language: bytes, encoded: bytes, gateway: Wiretap, session: HttpSession, login: Login
) -> None:
    gateway.plays(gateway.answer(PUSHED))
    submit(session, ISMART, login, message(text))
    assert body(gateway) == (
        b'{"UserID": "front desk", "Password": "p\xc3\xa4 ss&w%rd+#/\\"x", "Message": "' + encoded + b'", '
        b'"Language": "' + language + b'", "ScheddateTime": "02/28/2026 13:30:00", "MobileNo": ["96890000012"], '
        b'"RecipientType": "1"}'
    )
    assert b"p\xc3\xa4" not in gateway.requests[0].partition(b"\r\n\r\n")[0]


def test_a_scheduled_message_carries_its_time_in_muscat(gateway: Wiretap, session: HttpSession, login: Login) -> None:
    assert ISMART.capabilities.can_schedule
    gateway.plays(gateway.answer(PUSHED))
    new_year_in_london = datetime(2027, 1, 1, 0, 0, 5, tzinfo=UTC)
    submit(session, ISMART, login, replace(message("Hello", at=new_year_in_london), scheduled=True))
    assert b'"ScheddateTime": "01/01/2027 04:00:05"' in body(gateway)


def test_a_computer_whose_clock_is_hours_ahead_delays_nothing(
    gateway: Wiretap, session: HttpSession, login: Login
) -> None:
    gateway.plays(gateway.answer(PUSHED))
    four_hours_ahead = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)
    submit(session, ISMART, login, message("Hello", at=four_hours_ahead))
    sent = re.search(rb'"ScheddateTime": "([^"]+)"', body(gateway))
    assert sent is not None
    really_in_muscat = datetime(2026, 3, 1, 9, 30)
    assert datetime.strptime(sent[1].decode(), "%m/%d/%Y %H:%M:%S") < really_in_muscat  # noqa: DTZ007


@pytest.mark.parametrize(
    "number",
    [
        "+447700900123",
        "+27830000012",
        "+9689000001",
        "+968900000123",
        "96890000012",
        "+968٩٠٠٠٠٠١٢",
        "+96890000012\n",
        "",
    ],
)
def test_a_number_that_is_not_omani_is_refused(number: str) -> None:
    assert "Oman only" in str(ISMART.refuse_number(number))


def test_an_omani_number_is_taken() -> None:
    assert ISMART.refuse_number("+96890000012") is None


# Codes

ACCOUNT, MESSAGE, RECIPIENT = Scope.ACCOUNT, Scope.MESSAGE, Scope.RECIPIENT
DOCUMENTED_ERRORS = [
    (2, ACCOUNT, "Company Not Exits. Please check the company.", "company"),
    (3, ACCOUNT, "User or Password is wrong.", "Wrong user name or password at iSmart"),
    (4, ACCOUNT, "Credit is Low.", "Not enough credit"),
    (5, MESSAGE, "Message is blank.", "no text"),
    (6, MESSAGE, "Message Length Exceeded.", "too long"),
    (7, ACCOUNT, "Account is Inactive.", "not active"),
    (8, RECIPIENT, "Mobile No length is empty.", "no number"),
    (9, RECIPIENT, "Invalid Mobile No.", "does not accept this number"),
    (10, MESSAGE, "Invalid Language.", "language"),
    (12, ACCOUNT, "Account is Blocked by administrator, concurrent failure of login.", "blocked this account"),
    (13, ACCOUNT, "Account Expired.", "account has expired"),
    (14, ACCOUNT, "Credit Expired.", "credit at iSmart has expired"),
    (15, MESSAGE, "Invalid Http request or Parameter fields are wrong.", "could not read the request"),
    (16, MESSAGE, "Invalid date time parameter.", "date and time"),
    (18, ACCOUNT, "Web Service User not registered.", "web service"),
    (20, ACCOUNT, "Client IP Address has been blocked.", "internet address"),
    (21, ACCOUNT, "Client IP is outside Oman, Outside Oman IP is not allowed to access web service.", "inside Oman"),
    (22, MESSAGE, "Wrong Flash message parameter , Please pass “y” for flash sms.", "flash"),
    (23, RECIPIENT, "Mobile Number Optout by the customer. SMS Not Sent", "no more messages"),
]


@pytest.mark.parametrize("as_text", [False, True])
@pytest.mark.parametrize(("code", "scope", "words", "sentence"), DOCUMENTED_ERRORS)
def test_a_documented_code_is_read_with_its_scope_and_sentence(
    code: int, scope: Scope, words: str, sentence: str, as_text: bool
) -> None:
    verdict = read(json.dumps({"Code": str(code) if as_text else code, "Message": words}))
    assert verdict.outcome is Outcome.REJECTED
    assert (verdict.code, verdict.scope, verdict.words) == (str(code), scope, words)
    assert sentence in str(ISMART.explain(verdict.code))


def test_every_code_has_its_own_sentence() -> None:
    documented = {str(code) for code, *_ in DOCUMENTED_ERRORS} | {"11"}
    assert set(ISMART.reasons) == documented | {"8-batch", "9-batch", "23-batch"}
    assert len({str(sentence) for sentence in ISMART.reasons.values()}) == len(ISMART.reasons)


@pytest.mark.parametrize("code", [8, 9, 23])
def test_for_several_numbers_it_is_said_that_the_bad_one_is_not_known(code: int) -> None:
    verdict = read(json.dumps({"Code": code, "Message": ""}), TWO)
    assert (verdict.outcome, verdict.code, verdict.scope) == (Outcome.REJECTED, f"{code}-batch", RECIPIENT)
    assert "one by one" in str(ISMART.explain(verdict.code))


def test_for_several_numbers_other_codes_stay_as_they_are() -> None:
    assert read('{"Code": 3, "Message": ""}', TWO).code == "3"


@pytest.mark.parametrize(("code", "sentence"), [(11, "unknown error"), (17, "not in its document"), (99, "not in")])
def test_a_code_that_says_nothing_clear_is_unknown(code: int, sentence: str) -> None:
    verdict = read(json.dumps({"Code": code, "Message": "Un Known Error."}), TWO)
    assert (verdict.outcome, verdict.code, verdict.scope) == (Outcome.UNKNOWN, str(code), None)
    assert sentence in str(ISMART.explain(verdict.code))


@pytest.mark.parametrize("answer", ['{"Code":1}', '{"Code": "1", "Message": null}', ' {"Message": "x", "Code": 1}\r\n'])
def test_code_1_is_accepted_as_number_or_string(answer: str) -> None:
    assert read(answer).outcome is Outcome.ACCEPTED


@pytest.mark.parametrize(
    "answer",
    [
        "",
        "1",
        '"1"',
        "[1]",
        '[{"Code": 1}]',
        '{"Code": true}',
        '{"Code": 1.0}',
        '{"Code": 1e0}',
        '{"Code": "1 "}',
        '{"Code": "01"}',
        '{"Code": "١"}',
        '{"Code": [1]}',
        '{"Code": {"Code": 1}}',
        '{"Code": null}',
        '{"Code": -1}',
        '{"Code": 0}',
        '{"Code": 111}',
        '{"code": 1}',
        '{"Code": 1',
        '{"Code": 1} {"Code": 3}',
        '"{\\"Code\\": 1}"',
        "<html>1</html>",
        '{"Code": ' + "1" * 5000 + "}",
        "[" * 100_000,
    ],
)
def test_any_other_answer_is_unknown(answer: str) -> None:
    verdict = read(answer)
    assert (verdict.outcome, verdict.code, verdict.scope) == (Outcome.UNKNOWN, "unreadable", None)


def _plainly_a_success(answer: str) -> bool:
    return re.fullmatch(r'\s*\{(.*,)?\s*"Code"\s*:\s*("1"|1)\s*(,.*)?\}\s*', answer, re.DOTALL) is not None


CODES = st.sampled_from([1, "1", 0, 3, 11, 17, True, None, 1.0, "1 ", "01", [1], {"Code": 1}, -1, 10**30])
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text() | st.just("Code"), inner, max_size=3),
)
ANSWERS = st.dictionaries(st.sampled_from(["Code", "Message", "code", "X"]), CODES | VALUES).map(json.dumps)


@given(ANSWERS | VALUES.map(json.dumps) | st.text())
def test_noise_is_never_read_as_success(answer: str) -> None:
    if read(answer, TWO).outcome is Outcome.ACCEPTED:
        assert _plainly_a_success(answer)


@given(st.sampled_from([1, "1"]), st.text())
def test_a_success_is_read_with_any_words(code: object, words: str) -> None:
    assert read(json.dumps({"Code": code, "Message": words})).outcome is Outcome.ACCEPTED
