from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QPushButton

from smsdesk.accounts.account import Account
from smsdesk.domain.money import Amount
from smsdesk.ui.accounts.account_card import AccountCard

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from tests.helpers.window.account_dialog import AccountDialogOperator

LEARNT = Amount(Decimal("0.057"), "EUR")
OFFER = "It has cost 0.057 EUR a part lately: use that?"


def _kept(dialogs: AccountDialogOperator) -> Account:
    address = dialogs.sandbox.address
    account = Account("i1", "Front desk", "inviosmart", "demo", ("ALNOORSCH",), address, "IT", Decimal("0.05"))
    dialogs.keep(account, "demo-password")
    return account


async def test_in_the_account_the_learnt_price_is_taken_over_with_one_click(dialogs: AccountDialogOperator) -> None:
    dialogs.open(_kept(dialogs), LEARNT)
    assert dialogs.shown("priceOfferText") == OFFER
    dialogs.press("usePriceButton")
    assert dialogs.edit("pricePerPartEdit").text() == "0.057"
    assert dialogs.shown("priceOfferText") == ""
    dialogs.press("saveAccountButton")
    await dialogs.closed()
    assert dialogs.saved[0].price_per_part == Decimal("0.057")


async def test_who_does_not_take_it_keeps_the_price(dialogs: AccountDialogOperator) -> None:
    dialogs.open(_kept(dialogs), LEARNT)
    dialogs.press("saveAccountButton")
    await dialogs.closed()
    assert dialogs.saved[0].price_per_part == Decimal("0.05")


@pytest.mark.parametrize(("typed", "offered"), [("0.057", False), ("0.0570", False), ("", True), ("x", True)])
async def test_it_is_offered_as_long_as_the_line_says_something_else(
    dialogs: AccountDialogOperator, typed: str, offered: bool
) -> None:
    dialogs.open(_kept(dialogs), LEARNT)
    dialogs.fill_in(pricePerPartEdit=typed)
    assert dialogs.shown("priceOfferText") == (OFFER if offered else "")


async def test_nothing_learnt_nothing_offered(dialogs: AccountDialogOperator) -> None:
    dialogs.open(_kept(dialogs))
    assert dialogs.shown("priceOfferText") == ""


def test_the_card_asks_and_tells_the_answer(window: QWidget) -> None:
    card = AccountCard(window)
    card.show()
    answers: list[tuple[str, Amount]] = []
    card.price_accepted.connect(lambda price: answers.append(("use", price)))
    card.price_declined.connect(lambda price: answers.append(("no", price)))
    use, no = (card.findChild(QPushButton, name) for name in ("usePriceButton", "keepPriceButton"))
    assert use is not None
    assert no is not None
    assert not use.isVisible()
    card.show_price_offer(LEARNT)
    for button in (use, no):
        assert button.isVisible()
        button.click()
    card.show_price_offer(None)
    assert not no.isVisible()
    assert answers == [("use", LEARNT), ("no", LEARNT)]
