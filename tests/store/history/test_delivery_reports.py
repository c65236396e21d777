from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from smsdesk.accounts.account import Account
from smsdesk.domain.delivery import DeliveryState
from smsdesk.domain.delivery_report import DeliveryReport
from smsdesk.domain.outcome import Outcome, Scope, Verdict
from smsdesk.store.accounts import AccountStore
from smsdesk.store.history import delivery_reports as module
from smsdesk.store.history.delivery_reports import DeliveryReportStore, Moved

if TYPE_CHECKING:
    from smsdesk.store.database import Database
    from smsdesk.store.sending.outbox import Outbox
    from tests.helpers.profile.outbox import Announce, Submit
    from tests.helpers.profile.peek import Peek

NUMBER = "+278300000{:02}"
LONG_AGO = datetime(2025, 1, 1, tzinfo=UTC)


@pytest.fixture
def reports(database: Database) -> DeliveryReportStore:
    return DeliveryReportStore(database)


TOMORROW = datetime.now(UTC) + timedelta(days=1)


def _report(
    message_id: str = "m1", state: DeliveryState | None = DeliveryState.DELIVERED, **other: str
) -> DeliveryReport:
    return DeliveryReport(message_id, other.get("number", ""), state, other.get("code", "200"), other.get("words", ""))


UNDELIVERED = _report(state=DeliveryState.UNDELIVERED, code="300", words="Delivery Failed")


def test_a_report_moves_the_delivery_with_its_message_id(
    reports: DeliveryReportStore,
    announce: Announce,
    submit: Submit,
    account: Account,
    peek: Peek,
) -> None:
    announcement = announce(3)
    deliveries = submit.under(announcement, "m1", "m2", "m3")
    assert reports.receive(account.id, _report("m2")) == Moved(announcement, deliveries[1])
    assert peek("SELECT state FROM delivery ORDER BY id") == ["accepted", "delivered", "accepted"]
    assert peek("SELECT message_id, state, code, delivery_id FROM report") == [("m2", "delivered", "200", 2)]


def test_why_it_was_not_delivered_is_kept_and_forgotten_when_it_arrives_after_all(
    reports: DeliveryReportStore,
    announce: Announce,
    submit: Submit,
    account: Account,
    peek: Peek,
) -> None:
    submit.under(announce(1), "m1")
    reports.receive(account.id, UNDELIVERED)
    reason = "SELECT state, error_code, error_text FROM delivery"
    assert peek(reason) == [("undelivered", "300", "Delivery Failed")]
    assert reports.receive(account.id, _report()) is not None
    assert peek(reason) == [("delivered", None, None)]


@pytest.mark.parametrize("late", [UNDELIVERED, _report(state=DeliveryState.EXPIRED), _report(state=None, code="100")])
def test_nothing_moves_a_delivered_message_back(
    late: DeliveryReport,
    reports: DeliveryReportStore,
    announce: Announce,
    submit: Submit,
    account: Account,
    peek: Peek,
) -> None:
    submit.under(announce(1), "m1")
    reports.receive(account.id, _report())
    assert reports.receive(account.id, late) is None
    assert peek("SELECT state, error_code FROM delivery") == [("delivered", None)]


def test_a_report_settles_what_was_unknown(
    reports: DeliveryReportStore,
    announce: Announce,
    submit: Submit,
    account: Account,
    peek: Peek,
) -> None:
    submit.under(announce(1), "100", outcome=Outcome.UNKNOWN)
    assert reports.receive(account.id, _report("100")) is not None
    assert peek("SELECT state FROM delivery") == ["delivered"]


def test_what_was_refused_stays_refused(
    reports: DeliveryReportStore, announce: Announce, outbox: Outbox, account: Account, peek: Peek
) -> None:
    claim = outbox.claim(announce(1), 1)
    assert claim is not None
    outbox.record(claim, [Verdict(Outcome.REJECTED, Scope.RECIPIENT, "bad-to", message_id="m1")])
    assert reports.receive(account.id, _report()) is None
    assert peek("SELECT state, error_code FROM delivery") == [("rejected", "bad-to")]


def test_the_same_report_again_is_kept_once_and_harmless(
    reports: DeliveryReportStore,
    announce: Announce,
    submit: Submit,
    account: Account,
    peek: Peek,
) -> None:
    submit.under(announce(1), "m1")
    assert reports.receive(account.id, _report()) is not None
    assert reports.receive(account.id, _report()) is None
    for _ in range(3):
        reports.receive(account.id, _report("nobody knows it"))
    assert peek("SELECT message_id FROM report ORDER BY id") == ["m1", "nobody knows it"]


def test_where_many_numbers_share_a_message_id_the_number_tells_which(
    reports: DeliveryReportStore,
    announce: Announce,
    submit: Submit,
    account: Account,
    peek: Peek,
) -> None:
    submit.under(announce(3), "same", "same", "same")
    assert reports.receive(account.id, _report("same")) is None
    assert reports.receive(account.id, _report("same", number="+278300000099")) is None
    assert reports.receive(account.id, _report("same", number=NUMBER.format(1))) is not None
    assert peek("SELECT state FROM delivery ORDER BY id") == ["accepted", "delivered", "accepted"]


def test_another_logins_message_of_the_same_id_is_not_touched(
    reports: DeliveryReportStore,
    announce: Announce,
    submit: Submit,
    database: Database,
    account: Account,
    peek: Peek,
) -> None:
    other = Account("a2", "Other", "smsoffice", "somebody else", ("Office",), account.address, "ZA")
    AccountStore(database).save(other).result()
    submit.under(announce(1), "m1")
    assert reports.receive(other.id, _report()) is None
    assert peek("SELECT state FROM delivery") == ["accepted"]


def test_accounts_of_one_login_get_their_reports_at_either_address(
    reports: DeliveryReportStore,
    announce: Announce,
    submit: Submit,
    database: Database,
    account: Account,
    peek: Peek,
) -> None:
    second = Account("a2", "Second desk", "smsoffice", account.user_name, ("School",), account.address, "ZA")
    AccountStore(database).save(second).result()
    submit.under(announce(1), "m1")
    assert reports.receive(second.id, _report()) is not None
    assert peek("SELECT state FROM delivery") == ["delivered"]


def test_a_report_that_overtook_the_reply_is_applied_once_the_message_id_is_known(
    reports: DeliveryReportStore,
    announce: Announce,
    submit: Submit,
    account: Account,
    peek: Peek,
) -> None:
    announcement = announce(1)
    reports.receive(account.id, _report(state=None, code="100"))
    reports.receive(account.id, UNDELIVERED)
    assert reports.unmatched()
    assert reports.apply_waiting().result() == []
    (delivery,) = submit.under(announcement, "m1")
    assert reports.apply_waiting().result() == [Moved(announcement, delivery)]
    assert peek("SELECT state, error_code, error_text FROM delivery") == [("undelivered", "300", "Delivery Failed")]
    assert not reports.unmatched()
    assert reports.apply_waiting().result() == []


def test_what_matches_nothing_is_dropped_after_two_days_but_that_reports_do_arrive_stays_known(
    reports: DeliveryReportStore,
    announce: Announce,
    submit: Submit,
    database: Database,
    account: Account,
    peek: Peek,
) -> None:
    submit.under(announce(1), "m1")
    for message_id in ("m1", "x1", "x2", "x3"):
        reports.receive(account.id, _report(message_id))
    age = "UPDATE report SET received_at = '2025-01-01T00:00:00.000000+00:00'"
    database.write(lambda connection: connection.exec_driver_sql(age))
    assert not reports.unmatched()
    reports.apply_waiting().result()
    assert peek("SELECT message_id FROM report ORDER BY id") == ["m1", "x3"]
    assert reports.last_received(account.id) == LONG_AGO
    reports.receive(account.id, _report("x4"))
    assert peek("SELECT message_id FROM report ORDER BY id") == ["m1", "x4"]


def test_a_flood_of_unknown_messages_drops_its_own_oldest_and_nothing_else(
    reports: DeliveryReportStore,
    announce: Announce,
    submit: Submit,
    account: Account,
    peek: Peek,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(module, "_MOST_UNMATCHED", 5)
    submit.under(announce(1), "m1")
    reports.receive(account.id, _report())
    for number in range(20):
        reports.receive(account.id, _report(f"x{number}"))
    assert peek("SELECT message_id FROM report ORDER BY id") == ["m1", "x15", "x16", "x17", "x18", "x19"]


def test_when_a_report_last_arrived_is_told_for_each_account(reports: DeliveryReportStore, account: Account) -> None:
    before = datetime.now(UTC)
    assert reports.last_received(account.id) is None
    reports.receive(account.id, _report())
    newest = reports.last_received(account.id)
    assert newest is not None
    assert newest >= before
    reports.receive(account.id, _report())
    assert reports.last_received(account.id) > newest


def test_a_report_of_a_day_when_the_clock_was_ahead_is_the_newest_only_until_the_next_one(
    reports: DeliveryReportStore, account: Account, database: Database
) -> None:
    reports.receive(account.id, _report("x1"))
    ahead = "UPDATE report SET received_at = '2999-01-01T00:00:00.000000+00:00'"
    database.write(lambda connection: connection.exec_driver_sql(ahead))
    assert reports.last_received(account.id) == datetime(2999, 1, 1, tzinfo=UTC)
    reports.receive(account.id, _report("x2"))
    newest = reports.last_received(account.id)
    assert newest is not None
    assert newest <= datetime.now(UTC)


def test_only_accepted_messages_with_an_id_are_asked_about_in_the_order_of_their_time(
    reports: DeliveryReportStore, announce: Announce, submit: Submit, account: Account
) -> None:
    now = datetime.now(UTC)
    later = submit.under(announce(1), "m2", check_at=now - timedelta(seconds=1))
    sooner = submit.under(announce(1), "m1", check_at=now - timedelta(seconds=2))
    submit.under(announce(1), "", check_at=now)
    submit.under(announce(1), "m4", check_at=now, outcome=Outcome.UNKNOWN)
    submit.under(announce(1), "m5")
    not_yet = submit.under(announce(1), "m6", check_at=now + timedelta(hours=1))
    due = reports.due([account.id], now, TOMORROW, 10)
    assert [each.delivery_id for each in due] == [*sooner, *later]
    assert (due[0].account_id, due[0].message_id) == (account.id, "m1")
    assert due[0].accepted_at >= now
    assert [each.message_id for each in reports.due([account.id], now, TOMORROW, 1)] == ["m1"]
    assert reports.due(["another"], now, TOMORROW, 10) == reports.due([], now, TOMORROW, 10) == []
    for each in due:
        reports.asked(each.delivery_id, None)
    assert reports.due([account.id], now, TOMORROW, 10) == []
    assert reports.next_check([account.id]) == now + timedelta(hours=1)
    reports.asked(not_yet[0], now)
    assert [each.message_id for each in reports.due([account.id], now, TOMORROW, 10)] == ["m6"]


def test_what_has_arrived_is_not_asked_about_any_more(
    reports: DeliveryReportStore, announce: Announce, submit: Submit, account: Account
) -> None:
    now = datetime.now(UTC)
    (delivery,) = submit.under(announce(1), "m1", check_at=now)
    reports.receive(account.id, _report(""), delivery)
    assert reports.due([account.id], now, TOMORROW, 10) == []
    assert reports.next_check([account.id]) is None


@pytest.mark.parametrize("question", ["due", "next"])
def test_finding_what_is_due_does_not_read_all_that_was_ever_sent(
    question: str, reports: DeliveryReportStore, announce: Announce, account: Account, database: Database
) -> None:
    asked: list[str] = []
    with database.reading() as connection:
        connection.connection.driver_connection.set_trace_callback(asked.append)
    if question == "due":
        reports.due([account.id], datetime.now(UTC), TOMORROW, 30)
    else:
        reports.next_check([account.id])
    with database.reading() as connection:
        connection.connection.driver_connection.set_trace_callback(None)
        queries = [each for each in asked if each.startswith("SELECT delivery")]
        plans = [[row[3] for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {each}")] for each in queries]
    assert len(plans) == (2 if question == "due" else 1)
    for plan in plans:
        assert "USING INDEX ix_delivery_check_at" in plan[0]
        assert not any("TEMP B-TREE" in step or "SCAN" in step for step in plan)
