from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QTableView

from smsdesk.sandbox.faults import Fault

if TYPE_CHECKING:
    from collections.abc import Sequence

    from smsdesk.demo import Demo
    from smsdesk.sandbox.ledger import Accepted
    from tests.helpers.window.operator import Operator


def send(operator: Operator) -> None:
    operator.write("Closed on Sunday")
    operator.add("Amal 90000012\nSaid 90000013\nMaryam 90000014")
    operator.send()


async def choose_newest(operator: Operator) -> None:
    await operator.until(lambda: operator.find(QTableView, "historyTable").model().rowCount())
    operator.click_cell("historyTable", 0, 1)


async def test_what_an_announcement_cost_stands_on_it(operator: Operator) -> None:
    send(operator)
    await choose_newest(operator)
    await operator.reads("billNote", "Cost 3 credits, as expected.")


async def test_a_bill_that_is_not_what_was_expected_is_shown_on_its_announcement(
    operator: Operator, demo: Demo
) -> None:
    ledger = demo.sandbox.ledger

    def take_more(copies: Sequence[Accepted]) -> None:
        left = ledger.credits("smsoffice", "demo")
        ledger.set_credits("smsoffice", "demo", left - Decimal("0.50") * len(copies))

    ledger.listen(take_more)
    send(operator)
    await choose_newest(operator)
    await operator.reads("billNote", "≠ The balance went down by 4.50 credits; expected: 3 credits.")


async def test_what_the_balance_did_stands_beside_the_unknown(operator: Operator, demo: Demo) -> None:
    demo.sandbox.faults.then(Fault.RESET_AFTER_ACCEPTING)
    send(operator)
    await choose_newest(operator)
    told = "everything unknown of that time had been sent"
    await operator.until(lambda: operator.sees("unknownText") and told in operator.label("unknownText"))
    await operator.reads("billNote", "Cost 3 credits, as expected.")
