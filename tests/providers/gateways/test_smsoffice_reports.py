"""SMS Office: the delivery reports that it calls with."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smsdesk.domain.delivery import DeliveryState
from smsdesk.domain.delivery_report import DeliveryReport
from smsdesk.providers.gateways.smsoffice import SmsOffice

OFFICE = SmsOffice()
STATES = {
    "100": ("Submitted to gateway", None),
    "200": ("Delivered to Mobile", DeliveryState.DELIVERED),
    "300": ("Delivery Failed", DeliveryState.UNDELIVERED),
    "400": ("Route not available", DeliveryState.UNDELIVERED),
}


def callback(**changed: str) -> dict[str, str]:
    fields = {"messageid": "1234567", "to": "27830000012", "from": "senderID", "StatusID": "200", "statusMessage": "x"}
    return {**fields, **changed}


@pytest.mark.parametrize("status", STATES)
def test_a_documented_callback_is_read(status: str) -> None:
    words, state = STATES[status]
    report = OFFICE.read_report(callback(StatusID=status, statusMessage=words))
    assert report == DeliveryReport("1234567", "+27830000012", state, status, words)


def test_a_status_that_is_not_documented_settles_nothing() -> None:
    report = OFFICE.read_report(callback(StatusID="500"))
    assert report is not None
    assert (report.state, report.code) == (None, "500")


@pytest.mark.parametrize("to", ["", "0830000012", "<b>", "x" * 100_000])
def test_a_callback_with_an_unreadable_number_still_tells_by_its_id(to: str) -> None:
    assert OFFICE.read_report(callback(to=to)) == DeliveryReport("1234567", "", DeliveryState.DELIVERED, "200", "x")


@pytest.mark.parametrize("garbage", ["", "\x00", "<script>", "1" * 65, "١", "12 34", "\ud83d"])
@pytest.mark.parametrize("name", ["messageid", "StatusID"])
def test_a_callback_with_garbage_in_it_is_none(name: str, garbage: str) -> None:
    assert OFFICE.read_report(callback(**{name: garbage})) is None
    assert OFFICE.read_report({}) is None


def test_the_words_of_a_callback_become_one_short_printable_line() -> None:
    report = OFFICE.read_report(callback(statusMessage="Delivered\x00\r\n to\u202e " + "x" * 100_000))
    assert report is not None
    assert report.words.startswith("Delivered to xxx")
    assert len(report.words) == 200


@given(st.dictionaries(st.sampled_from(list(callback())) | st.text(), st.text() | st.sampled_from(["200", "12"])))
def test_a_callback_of_noise_never_raises(fields: dict[str, str]) -> None:
    report = OFFICE.read_report(fields)
    assert report is None or report.message_id
