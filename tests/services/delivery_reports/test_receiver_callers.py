"""Who calls the report address, and how: websites that try it, tools with habits, gateways of accounts long gone."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import parse_qsl

import pytest

from tests.helpers.patience import PATIENCE_S
from tests.helpers.reported_account import DELIVERED, ReportedAccount

if TYPE_CHECKING:
    from tests.helpers.office import Profile


@pytest.fixture
def reported(profile: Profile) -> ReportedAccount:
    return ReportedAccount(profile.open_office())


def test_head_at_the_right_address_is_answered_and_takes_no_report(reported: ReportedAccount) -> None:
    reported.sent()
    assert reported.call(f"{reported.path}?{DELIVERED.format('m1')}", "HEAD") == (200, b"")
    assert reported.call(f"/wrong/{reported.account.id}", "HEAD") == (404, b"")
    assert reported.kept() == []
    assert reported.office.states() == ["accepted"]


def test_a_slash_behind_the_address_is_as_good(reported: ReportedAccount) -> None:
    (message_id,) = reported.sent()
    assert reported.call(f"{reported.path}/?{DELIVERED.format(message_id)}")[0] == 200
    assert reported.office.states() == ["delivered"]


def test_a_report_may_come_as_a_multipart_form(reported: ReportedAccount) -> None:
    (message_id,) = reported.sent()
    fields = parse_qsl(DELIVERED.format(message_id))
    part = '--x1y2\r\nContent-Disposition: form-data; name="{}"\r\n\r\n{}\r\n'
    form = "".join(part.format(*field) for field in fields) + "--x1y2--\r\n"
    kind = {"Content-Type": "multipart/form-data; boundary=x1y2"}
    assert reported.call(reported.path, "POST", form.encode(), **kind)[0] == 200
    assert reported.office.states() == ["delivered"]


def test_a_report_for_a_deleted_account_is_kept_and_answered_so_that_its_gateway_stops(
    reported: ReportedAccount,
) -> None:
    (message_id,) = reported.sent()
    reported.office.book.delete(reported.account.id).result(PATIENCE_S)
    assert reported.report(message_id) == 200
    assert reported.kept() == [message_id]
    assert reported.office.states() == ["delivered"]


def test_ids_that_differ_in_case_or_zeros_are_those_of_different_messages(reported: ReportedAccount) -> None:
    reported.sent(2)
    reported.office.sql("UPDATE delivery SET message_id = CASE id WHEN 1 THEN 'AB-12' ELSE '000123' END")
    assert [reported.report(message_id) for message_id in ("ab-12", "123")] == [200, 200]
    assert reported.office.states() == ["accepted", "accepted"]
    assert reported.kept() == ["ab-12", "123"]
