from __future__ import annotations

from datetime import datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QLocale

from smsdesk.domain.charge import Judgement, Likelihood
from smsdesk.domain.delivery import DeliveryState
from smsdesk.domain.money import Amount
from smsdesk.services.balance.evidence import BalanceEvidence, BillNote, NoEvidence, ReportEvidence
from smsdesk.ui.history.reconciliation_text import say_bill, say_evidence

if TYPE_CHECKING:
    from collections.abc import Iterator

TODAY = datetime.now().astimezone().replace(hour=10, minute=41, second=0, microsecond=0)
LATER = TODAY + timedelta(minutes=2)


@pytest.fixture(autouse=True)
def british() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    yield
    QLocale.setDefault(before)


def _of(value: str | None, unit: str = "credits") -> Amount | None:
    return None if value is None else Amount(Decimal(value), unit)


def _bill(
    judgement: Judgement,
    down: str,
    least: str | None = None,
    most: str | None = None,
    others: int = 0,
    unit: str = "credits",
) -> str:
    most = most or least
    return say_bill(BillNote(Amount(Decimal(down), unit), _of(least, unit), _of(most, unit), others, judgement))


@pytest.mark.parametrize(
    ("judgement", "expected", "said"),
    [
        (Judgement.MATCHES, "0.285", "Cost 0.285 EUR as the gateway billed it."),
        (Judgement.NO_PRICE, None, "Cost 0.285 EUR as the gateway billed it."),
        (Judgement.DIFFERS, "0.25", "Cost 0.285 EUR as the gateway billed it; expected: 0.25 EUR."),
    ],
)
def test_what_the_gateway_billed_is_said_to_be_so(judgement: Judgement, expected: str | None, said: str) -> None:
    least = _of(expected, "EUR")
    assert say_bill(BillNote(Amount(Decimal("0.285"), "EUR"), least, least, 0, judgement, billed=True)) == said


def test_a_bill_reads_as_a_person_would_say_it() -> None:
    assert _bill(Judgement.MATCHES, "856.00", "856") == "Cost 856 credits, as expected."
    assert _bill(Judgement.MATCHES, "1.00", "1") == "Cost 1 credit, as expected."
    assert _bill(Judgement.DIFFERS, "900", "856") == "The balance went down by 900 credits; expected: 856 credits."
    assert (
        _bill(Judgement.DIFFERS, "9", "3", "5")
        == "The balance went down by 9 credits; expected: 3 credits to 5 credits."
    )
    assert _bill(Judgement.NO_PRICE, "0.35", unit="EUR") == "The balance went down by 0.35 EUR."
    assert (
        _bill(Judgement.SHARED, "1200", "856", others=1)
        == "The balance went down by 1,200 credits while this and 1 other announcement were sent."
    )
    assert (
        _bill(Judgement.SHARED, "5", "4", others=2)
        == "The balance went down by 5 credits while this and 2 other announcements were sent."
    )
    assert (
        _bill(Judgement.WENT_UP, "-500", "4")
        == "The balance went up by 500 credits while this was sent: it was probably topped up."
    )


def _balance(
    down: str,
    speaks_for: Likelihood = Likelihood.UNCLEAR,
    known: str | None = None,
    unknown: str | None = None,
    others: int = 0,
    before: datetime = TODAY,
    after: datetime = LATER,
) -> str:
    down_by = Amount(Decimal(down), "credits")
    return say_evidence(BalanceEvidence(before, after, down_by, _of(known), _of(unknown), others, speaks_for))


def test_the_balance_says_what_speaks_for_sending() -> None:
    assert _balance("2.00", Likelihood.SENT, "0", "2") == (
        "Between 10:41 and 10:43, the balance went down by 2 credits: "
        "as much as if everything unknown of that time had been sent."
    )
    assert _balance("0.00", Likelihood.NOT_SENT, "0", "2") == (
        "Between 10:41 and 10:43, the balance did not change: what is unknown was probably not sent."
    )
    assert _balance("3", Likelihood.NOT_SENT, "3", "2") == (
        "Between 10:41 and 10:43, the balance went down by 3 credits: just what the other messages cost. "
        "What is unknown was probably not sent."
    )


def test_where_it_is_not_clear_only_the_fact_is_told() -> None:
    assert _balance("4", known="3", unknown="2") == (
        "Between 10:41 and 10:43, the balance went down by 4 credits. "
        "What was surely sent costs 3 credits, what is unknown 2 credits."
    )
    assert _balance("4") == "Between 10:41 and 10:43, the balance went down by 4 credits."
    assert _balance("4", known="3", unknown="2", others=1) == (
        "Between 10:41 and 10:43, the balance went down by 4 credits, while 1 other announcement went out as well."
    )
    assert _balance("-90") == "Between 10:41 and 10:43, the balance went up by 90 credits: it was probably topped up."


def test_times_are_told_as_short_as_they_can_be() -> None:
    assert _balance("4", after=TODAY).startswith("At 10:41, the balance")
    day = timedelta(days=1)
    assert _balance("4", before=TODAY - day, after=LATER - day).startswith("Yesterday, between 10:41 and 10:43, the")
    assert _balance("4", before=TODAY - day, after=LATER).startswith("From yesterday at 10:41 to today at 10:43, the")


def test_a_report_names_number_time_and_state() -> None:
    assert say_evidence(ReportEvidence("+96890000012", DeliveryState.DELIVERED, LATER)) == (
        "A delivery report for \u2066+968 9000 0012\u2069 came today at 10:43: delivered."
    )
    assert say_evidence(ReportEvidence("+96890000012", None, LATER)).endswith(": on its way.")


def test_a_silent_gateway_is_named_with_what_to_do_instead() -> None:
    assert say_evidence(NoEvidence("iSmart (REST)")) == (
        "iSmart (REST) tells neither balance nor status: ask the people, or look at the gateway's own web page."
    )
