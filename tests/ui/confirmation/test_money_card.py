"""The money of the confirmation: figures where they are known, words where they aren't."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from smsdesk.domain.money import Amount
from tests.helpers.window.confirmations import FRONT_DESK, asked

if TYPE_CHECKING:
    from tests.helpers.window.confirmations import Open

UNPRICED = replace(FRONT_DESK, price_per_part=None)
UNASKED = replace(FRONT_DESK, provider="ismart-rest", senders=())


def test_cost_and_balance_stand_there_as_figures(ask: Open) -> None:
    seen = ask(asked())
    assert seen.label("costTotal") == "4 credits"
    assert seen.label("costSummary") == "4 people × 1 part = 4 credits · 6.5 credits left after"
    assert (seen.label("balanceNow"), seen.label("balanceAfter")) == ("10.5 now", "6.5 after")
    assert seen.sees("balanceBar")
    assert not seen.sees("balanceWords")


def test_less_than_the_low_mark_is_said_in_words_with_a_sign(ask: Open) -> None:
    seen = ask(asked(account=replace(FRONT_DESK, low_mark=Decimal(7))))
    assert seen.label("balanceWords") == "! What is left is below the low mark of 7."
    exactly = ask(asked(account=replace(FRONT_DESK, low_mark=Decimal("6.5"))))
    assert not exactly.sees("balanceWords")


def test_without_a_price_the_parts_are_counted_and_the_balance_is_told(ask: Open) -> None:
    seen = ask(asked(account=UNPRICED))
    assert seen.label("costTotal") == "4 parts"
    assert seen.label("balanceWords").startswith("10.5 credits now. The price of a part is not known")
    assert not seen.sees("balanceBar")
    assert not seen.sees("balanceAfter")


def test_a_balance_that_is_not_known_is_not_made_up(ask: Open) -> None:
    assert ask(asked(balance=None)).label("balanceWords").startswith("The balance is not known yet")
    never = ask(asked(account=UNASKED, balance=None))
    assert never.label("balanceWords") == "iSmart (REST) can't be asked what is left."
    other = ask(asked(balance=Amount(Decimal(3), "OMR")))
    assert other.label("balanceWords").startswith("3 OMR now: another unit")
    assert not other.sees("balanceBar")


def test_when_nobody_is_left_there_is_no_cost(ask: Open) -> None:
    seen = ask(asked(listed=[("90000012", "Amal")], already=["+96890000012"]))
    assert seen.label("costSummary") == "Nobody is left to send to."
    assert not seen.sees("costTotal")
    assert not seen.sees("balanceBar")
    assert not seen.button("confirmSendButton").isEnabled()
