from __future__ import annotations

from decimal import Decimal
from typing import Any

from PySide6.QtWidgets import QTableView

from smsdesk.sandbox.faults import Fault


def send(clerk: Any) -> None:
    clerk.write("Closed on Sunday")
    clerk.add("Amal 90000012\nSaid 90000013\nMaryam 90000014")
    clerk.send()


async def choose_newest(clerk: Any) -> None:
    await clerk.until(lambda: clerk.find(QTableView, "historyTable").model().rowCount())
    clerk.click_cell("historyTable", 0, 1)


async def test_what_an_announcement_cost_stands_on_it(clerk: Any) -> None:
    send(clerk)
    await choose_newest(clerk)
    await clerk.until(lambda: clerk.sees("billNote"))
    assert clerk.label("billNote") == "Cost 3 credits, as expected."


async def test_a_bill_that_is_not_what_was_expected_is_shown_on_its_announcement(clerk: Any, demo: Any) -> None:
    ledger = demo.sandbox.ledger

    def take_more(copies: Any) -> None:
        left = ledger.credits("smsoffice", "demo")
        ledger.set_credits("smsoffice", "demo", left - Decimal("0.50") * len(copies))

    ledger.listen(take_more)
    send(clerk)
    await choose_newest(clerk)
    await clerk.until(lambda: clerk.sees("billNote"))
    assert clerk.label("billNote") == "≠ The balance went down by 4.50 credits; expected: 3 credits."


async def test_what_the_balance_did_stands_beside_the_unknown(clerk: Any, demo: Any) -> None:
    demo.sandbox.faults.then(Fault.RESET_AFTER_ACCEPTING)
    send(clerk)
    await choose_newest(clerk)
    await clerk.until(lambda: clerk.sees("billNote"))
    await clerk.until(lambda: "everything unknown of that time had been sent" in clerk.label("unknownText"))
    assert clerk.label("billNote") == "Cost 3 credits, as expected."
