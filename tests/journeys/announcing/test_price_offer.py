from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QTableView

if TYPE_CHECKING:
    from collections.abc import Sequence

    from smsdesk.demo import Demo
    from smsdesk.sandbox.ledger import Accepted
    from tests.helpers.window.operator import Operator

OFFER = "It has cost 1.5 credits a part lately: use that?"
PEOPLE = ("Amal 90000012", "Said 90000013", "Maryam 90000014", "Badr 90000015")


async def send_thrice_at_another_price(operator: Operator, demo: Demo) -> None:
    ledger = demo.sandbox.ledger

    def take_more(copies: Sequence[Accepted]) -> None:
        left = ledger.credits("smsoffice", "demo")
        ledger.set_credits("smsoffice", "demo", left - Decimal("0.50") * len(copies))

    ledger.listen(take_more)
    for number, day in enumerate(("Friday", "Saturday", "Sunday"), 1):
        operator.write(f"Closed on {day}")
        operator.add("\n".join(PEOPLE))
        operator.send()
        await operator.composer_is_free()
        await operator.until(lambda made=number: operator.find(QTableView, "historyTable").model().rowCount() == made)
        await operator.at_rest()
    await operator.reads("priceOfferText", OFFER)


async def test_what_a_part_has_really_cost_is_taken_over_with_one_click(operator: Operator, demo: Demo) -> None:
    await send_thrice_at_another_price(operator, demo)
    assert operator.account().price_per_part == Decimal(1)
    operator.press("usePriceButton")
    await operator.until(lambda: not operator.sees("priceOfferText"))
    assert operator.account().price_per_part == Decimal("1.5")


async def test_a_price_that_is_not_wanted_is_not_offered_again(operator: Operator, demo: Demo) -> None:
    await send_thrice_at_another_price(operator, demo)
    operator.press("keepPriceButton")
    await operator.until(lambda: not operator.sees("priceOfferText"))
    operator.press("refreshBalanceButton")
    await operator.at_rest()
    assert not operator.sees("priceOfferText")
    assert operator.account().price_per_part == Decimal(1)
