from __future__ import annotations

from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest

from smsdesk.domain.charge import TAKEN, Bill, Charge, Judgement, Likelihood, parts_billed
from smsdesk.domain.delivery import DeliveryState
from smsdesk.domain.money import Amount, Balance

NOON = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
D = Decimal


def reading(amount: str, unit: str = "credits", minute: int = 0) -> Balance:
    return Balance(Amount(D(amount), unit), NOON + timedelta(minutes=minute))


def charge(before: str, after: str, bill: Bill, topped_up: str = "0") -> Charge:
    return Charge(reading(before), reading(after, minute=1), bill, D(topped_up))


def test_a_bill_that_is_exactly_what_was_expected_matches() -> None:
    assert charge("1000", "144", Bill(856, 0, D(1))).judgement is Judgement.MATCHES


@pytest.mark.parametrize("after", ["143", "145", "143.99", "144.01"])
def test_a_bill_that_is_a_hundredth_off_differs(after: str) -> None:
    assert charge("1000", after, Bill(856, 0, D(1))).judgement is Judgement.DIFFERS


def test_prices_that_no_float_can_hold_add_up_exactly() -> None:
    assert charge("1.00", "0.70", Bill(3, 0, D("0.1"))).judgement is Judgement.MATCHES


@pytest.mark.parametrize(
    ("after", "judgement"),
    [
        ("98", Judgement.DIFFERS),
        ("97", Judgement.MATCHES),
        ("96", Judgement.MATCHES),
        ("95", Judgement.MATCHES),
        ("94", Judgement.DIFFERS),
    ],
)
def test_what_is_unknown_may_or_may_not_have_been_charged_for(after: str, judgement: Judgement) -> None:
    assert charge("100", after, Bill(3, 2, D(1))).judgement is judgement


def test_what_was_charged_for_refused_messages_is_a_difference() -> None:
    assert charge("100", "99", Bill(0, 0, D(1))).judgement is Judgement.DIFFERS


def test_without_a_price_there_is_nothing_to_judge_by() -> None:
    assert charge("100", "99.65", Bill(3, 0, None)).judgement is Judgement.NO_PRICE


def test_a_balance_that_went_up_was_topped_up() -> None:
    risen = charge("100", "150", Bill(3, 0, D(1)))
    assert (risen.judgement, risen.went_down) == (Judgement.WENT_UP, D(-50))


def test_a_top_up_while_nothing_was_sent_does_not_hide_the_price() -> None:
    topped_up = charge("100", "147", Bill(3, 0, D(1)), topped_up="50")
    assert (topped_up.judgement, topped_up.went_down) == (Judgement.MATCHES, D(3))


def test_no_difference_is_laid_at_the_door_of_one_announcement_of_two() -> None:
    assert charge("100", "90", Bill(3, 0, D(1), others=1)).judgement is Judgement.SHARED


def test_different_units_are_never_compared() -> None:
    with pytest.raises(ValueError, match="units"):
        Charge(reading("100"), reading("97", "EUR"), Bill(3, 0, D(1)))


@pytest.mark.parametrize(
    ("after", "likelihood"),
    [
        ("97", Likelihood.NOT_SENT),
        ("96", Likelihood.UNCLEAR),
        ("95", Likelihood.SENT),
        ("94", Likelihood.UNCLEAR),
        ("100", Likelihood.UNCLEAR),
        ("120", Likelihood.UNCLEAR),
    ],
)
def test_only_an_exact_sum_says_what_became_of_the_unknown(after: str, likelihood: Likelihood) -> None:
    assert charge("100", after, Bill(3, 2, D(1))).doubtful_sent is likelihood


def test_of_something_free_the_balance_says_nothing() -> None:
    assert Bill(3, 2, D(0)).doubtful_sent(D(0)) is Likelihood.UNCLEAR


def test_without_a_price_an_untouched_balance_still_speaks_against_sending() -> None:
    assert Bill(0, 2, None).doubtful_sent(D(0)) is Likelihood.NOT_SENT
    assert Bill(0, 2, None).doubtful_sent(D("0.1")) is Likelihood.UNCLEAR
    assert Bill(1, 2, None).doubtful_sent(D(0)) is Likelihood.UNCLEAR


def test_while_others_were_sent_the_balance_says_nothing_of_the_unknown() -> None:
    assert Bill(0, 2, D(1), others=1).doubtful_sent(D(2)) is Likelihood.UNCLEAR


def test_only_what_the_gateway_took_is_billed_and_the_unknown_may_be() -> None:
    parts = {state: 10**place for place, state in enumerate(DeliveryState)}
    taken, doubtful = parts_billed(parts)
    assert taken == sum(parts[state] for state in TAKEN)
    assert doubtful == parts[DeliveryState.UNKNOWN]
    assert parts_billed({}) == (0, 0)
