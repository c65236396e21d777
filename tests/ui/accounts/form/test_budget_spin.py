from __future__ import annotations

from typing import TYPE_CHECKING

from smsdesk.ui.accounts.form.budget_spin import BudgetSpin

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_nothing_is_no_limit(qtbot: QtBot) -> None:
    spin = BudgetSpin()
    qtbot.addWidget(spin)
    assert spin.budget() is None
    assert spin.text() == "no limit"
    spin.set_budget(2000)
    assert spin.budget() == 2000
    assert spin.text() == "2,000"
    spin.set_budget(None)
    assert spin.budget() is None
