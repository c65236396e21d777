"""The balance to look at, in the whole program."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QSpinBox, QTabBar, QWidget

from smsdesk.store.settings import load_settings

if TYPE_CHECKING:
    from smsdesk.demo import Demo
    from tests.helpers.window.operator import Operator

ISMART = "iSmart (REST) — Demo"


def money(operator: Operator) -> list[tuple[str, ...]]:
    """What, people × parts, change and what was left, of each row."""
    return [row[1:] for row in operator.rows("balanceTable")] if operator.sees("balanceTable") else []


async def test_a_click_opens_the_balance_over_months_and_it_stays_up_to_date(operator: Operator) -> None:
    await operator.at_rest()
    operator.press("balancePictureButton")
    await operator.until(lambda: operator.sees("balancePictureValue"))
    await operator.reads("balancePictureValue", "1,234.56 credits")
    assert money(operator) == []
    operator.write("Bus 3 is late")
    operator.add("9000 0010\n9000 0011")
    operator.send()
    await operator.until(lambda: money(operator) == [("Bus 3 is late", "2 × 1", "-2", "1,232.56")])
    picture = operator.find(QWidget, "balancePicture")
    QTest.keyClick(picture, Qt.Key.Key_End)
    assert "-2 credits · 1,232.56 left" in picture.accessibleDescription()
    assert operator.window.isEnabled(), "the window stays usable"
    tabs = operator.find(QTabBar, "balanceAccounts")
    tabs.setCurrentIndex(tabs.count() - 1)
    await operator.until(lambda: operator.sees("allAccountsTable"))
    found = {row[0]: row[1:4] for row in operator.rows("allAccountsTable")}
    assert found["SMS Office — Demo"] == ("1,232.56 credits", "", "2 credits")


async def test_the_menu_opens_it_too(operator: Operator) -> None:
    await operator.at_rest()
    operator.trigger("&Balance…")
    await operator.until(lambda: operator.sees("balanceAccounts"))


async def test_a_low_balance_is_told(operator: Operator, demo: Demo) -> None:
    await operator.at_rest()
    operator.press("editAccountButton")
    operator.find(QLineEdit, "lowMarkEdit").setText("400")
    operator.press("saveAccountButton")
    await operator.until(lambda: operator.account().low_mark == 400)
    await operator.at_rest()
    demo.sandbox.ledger.set_credits("smsoffice", "demo", Decimal(20))
    operator.press("refreshBalanceButton")
    await operator.reads("noticeText", "SMS Office — Demo is running low: 20.00 credits left.")
    assert operator.label("balanceCaption").startswith("! running low")
    kept = operator.program._folder / "settings.json"
    await operator.until(lambda: operator.account().id in load_settings(kept).settings.low_told)


async def test_a_budget_is_shown_and_warned_of(operator: Operator) -> None:
    operator.choose(ISMART)
    operator.press("editAccountButton")
    operator.find(QSpinBox, "budgetSpin").setValue(2)
    operator.press("saveAccountButton")
    await operator.reads("balanceCaption", "0 of 2 parts this month")
    operator.write("Bus 3 is late")
    operator.add("9000 0010\n9000 0011\n9000 0012")
    operator.press("sendButton")
    over = "This goes over the month's budget of 2 parts: 3 would be sent this month."
    assert over in operator.shown_texts()
    operator.press("confirmSendButton")
    await operator.reads("balanceCaption", "! 3 of 2 parts this month: over the budget")
