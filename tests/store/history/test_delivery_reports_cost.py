"""What the gateway says a message cost is kept with it, and added up for its announcement."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from smsdesk.domain.delivery import DeliveryState
from smsdesk.domain.delivery_report import DeliveryReport
from smsdesk.domain.outcome import Outcome, Verdict
from smsdesk.store.history.delivery_reports import DeliveryReportStore, Moved
from smsdesk.store.history.history import History
from smsdesk.store.history.unknowns import Unknowns

if TYPE_CHECKING:
    from smsdesk.accounts.account import Account
    from smsdesk.store.database import Database
    from tests.helpers.profile.outbox import Announce, Submit

D = Decimal


class Billing:
    """An announcement whose gateway tells what each message cost."""

    def __init__(self, database: Database, account: Account, announce: Announce, submit: Submit) -> None:
        self._reports = DeliveryReportStore(database)
        self._account = account
        self.history = History(database)
        self.unknowns = Unknowns(database)
        self.submit = submit
        self.id = announce(3)

    def tell(
        self,
        message_id: str,
        cost: str | None,
        parts: int | None = 1,
        state: DeliveryState | None = DeliveryState.DELIVERED,
    ) -> Moved | None:
        told = DeliveryReport(message_id, "", state, "2048", parts=parts, cost=None if cost is None else D(cost))
        return self._reports.receive(self._account.id, told)

    def costs(self) -> list[tuple[int | None, Decimal | None]]:
        return [(each.billed_parts, each.cost) for each in self.history.deliveries(self.id)]

    def total(self) -> Decimal | None:
        (past,) = self.history.announcements([self.id])
        return past.cost


@pytest.fixture
def billing(database: Database, account: Account, announce: Announce, submit: Submit) -> Billing:
    return Billing(database, account, announce, submit)


def test_the_costs_of_all_copies_are_what_the_announcement_cost_exactly(billing: Billing) -> None:
    billing.submit.under(billing.id, "m1", "m2", "m3")
    totals = []
    for message_id, cost, parts in (("m1", "0.1", 1), ("m2", "0.2", 2), ("m3", "0.000", 1)):
        billing.tell(message_id, cost, parts)
        totals.append(billing.total())
    assert billing.costs() == [(1, D("0.1")), (2, D("0.2")), (1, D("0.000"))]
    assert totals == [None, None, D("0.3")]


def test_a_cost_that_is_told_twice_counts_once_and_the_newest_counts(billing: Billing) -> None:
    billing.submit.under(billing.id, "m1", "m2", "m3")
    for message_id in ("m1", "m2", "m3", "m1"):
        billing.tell(message_id, "0.057")
    assert billing.total() == D("0.171")
    assert billing.tell("m1", "0.057") is None
    assert billing.tell("m1", "0.060", state=DeliveryState.UNDELIVERED) is not None
    assert billing.total() == D("0.174")
    assert billing.tell("m1", None, 2) is not None
    assert (billing.total(), billing.costs()[0]) == (D("0.174"), (2, D("0.060")))


def test_what_nobody_told_the_cost_of_leaves_the_sum_open(billing: Billing) -> None:
    billing.submit.under(billing.id, "m1", "m2", "m3")
    billing.tell("m1", "0.057")
    billing.tell("m2", "0.057")
    billing.tell("m3", None, None)
    assert billing.costs()[2] == (None, None)
    assert billing.total() is None


def test_as_long_as_nothing_final_is_known_the_charge_may_still_change(billing: Billing) -> None:
    billing.submit.under(billing.id, "m1", "m2", "m3")
    assert billing.tell("m1", "0.000", state=None) is None
    assert billing.costs()[0] == (None, None)


def test_what_waits_or_is_unknown_may_still_cost(billing: Billing) -> None:
    billing.submit.under(billing.id, "m1")
    billing.tell("m1", "0.057")
    assert billing.total() is None
    billing.submit.under(billing.id, "m2", outcome=Outcome.UNKNOWN)
    billing.submit(billing.id, Verdict(Outcome.REJECTED, code="1005"))
    assert billing.total() is None
    billing.tell("m2", "0.057", state=DeliveryState.EXPIRED)
    assert billing.total() == D("0.114")


def test_what_was_said_to_have_arrived_by_hand_has_no_known_cost_until_the_gateway_tells(billing: Billing) -> None:
    billing.submit.under(billing.id, "m1", "m2")
    (third,) = billing.submit.under(billing.id, "m3", outcome=Outcome.UNKNOWN)
    billing.tell("m1", "0.057")
    billing.tell("m2", "0.057")
    billing.unknowns.arrived([third]).result()
    assert billing.total() is None
    assert billing.tell("m3", "0.057") == Moved(billing.id, third)
    assert billing.total() == D("0.171")
