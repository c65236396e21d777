from __future__ import annotations

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel

from smsdesk.domain.balance.forecast import Forecast
from smsdesk.domain.errors import UserFacingError
from smsdesk.domain.money import Amount, Balance
from smsdesk.domain.sentence import Sentence
from smsdesk.providers.catalog import PROVIDERS
from smsdesk.services.balance.poller import BalanceState
from smsdesk.ui.balance.balance_panel import BalancePanel, Worth
from smsdesk.ui.widgets.colours import Meaning, colour
from tests.helpers.window.pixels import picture, shows

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

AT = datetime(2025, 3, 4, 10, 42).astimezone()
READING = Balance(Amount(Decimal("1234.56"), "credits"), AT)
OUTAGE = UserFacingError(Sentence("poller", "The balance could not be read."))
AHEAD = Forecast(Amount(Decimal(72), "credits"), 30, datetime(2026, 12, 12, 12, tzinfo=UTC))
FEW = Worth(308, 4, None)


@pytest.fixture
def panel(qtbot: QtBot) -> BalancePanel:
    made = BalancePanel()
    qtbot.addWidget(made)
    made.resize(700, 110)
    made.show()
    return made


def said(panel: BalancePanel, name: str) -> str:
    label = panel.findChild(QLabel, name)
    assert label is not None
    return label.text()


def looks_bad(panel: BalancePanel) -> bool:
    value = panel.findChild(QLabel, "balanceValue")
    assert value is not None
    return shows(picture(value), colour(Meaning.BAD, value.palette()))


def test_the_amount_says_what_it_is_good_for_and_how_long_it_lasts(panel: BalancePanel) -> None:
    panel.show_balance(BalanceState(READING), FEW, AHEAD)
    assert said(panel, "balanceValue") == "1,234.56 credits"
    assert said(panel, "balanceCaption") == "about 308 messages of 4 parts"
    assert said(panel, "balanceForecast").startswith("At this pace until 12 December")


def test_with_too_little_to_say_nothing_is_foretold(panel: BalancePanel) -> None:
    panel.show_balance(BalanceState(READING), FEW, None)
    assert said(panel, "balanceForecast") == ""


def test_an_outage_leaves_the_balance_its_colour_and_says_of_when_it_is(panel: BalancePanel) -> None:
    worth = Worth(308, 4, None, Amount(Decimal(418), "credits"))
    panel.show_balance(BalanceState(READING, error=OUTAGE), worth, AHEAD)
    assert not looks_bad(panel)
    assert said(panel, "balanceCaption") == "as of on 4 Mar 2025 at 10:42 · 418 spent since"
    assert said(panel, "balanceForecast").startswith("At this pace until 12 December")


def test_below_the_low_mark_it_is_said_by_sign_word_and_colour(panel: BalancePanel) -> None:
    panel.show_balance(BalanceState(READING), Worth(308, 4, Decimal(2000)), None)
    assert looks_bad(panel)
    assert said(panel, "balanceCaption") == "! running low · about 308 messages of 4 parts"


@pytest.mark.parametrize(
    ("parts", "budget", "told"),
    [
        (986, 2000, "986 of 2,000 parts this month"),
        (2100, 2000, "! 2,100 of 2,000 parts this month: over the budget"),
        (986, None, "986 parts sent through it this month"),
    ],
)
def test_a_gateway_without_a_balance_says_what_was_sent(
    panel: BalancePanel, parts: int, budget: int | None, told: str
) -> None:
    panel.show_month(PROVIDERS["ismart-http"], parts, Amount(Decimal("54.23"), "OMR"), budget)
    assert said(panel, "balanceValue") == "Balance not offered"
    assert said(panel, "balanceCaption") == told
    assert said(panel, "balanceForecast") == "54.23 OMR this month"


def test_both_buttons_are_reached_by_keyboard_and_have_names(panel: BalancePanel, qtbot: QtBot) -> None:
    panel.show_balance(BalanceState(READING), FEW, None)
    for name, signal in (
        ("refreshBalanceButton", panel.refresh_requested),
        ("balancePictureButton", panel.picture_requested),
    ):
        button = panel.findChild(QAbstractButton, name)
        assert button is not None
        assert button.accessibleName()
        with qtbot.waitSignal(signal):
            button.click()


def test_the_panel_keeps_its_height_whatever_it_says(panel: BalancePanel) -> None:
    panel.show_nothing()
    heights = {panel.sizeHint().height()}
    panel.show_balance(BalanceState(), FEW, None)
    heights.add(panel.sizeHint().height())
    panel.show_balance(BalanceState(READING), FEW, AHEAD)
    panel.show_weeks([Balance(READING.amount, AT - timedelta(days=9)), READING], Decimal(400), AHEAD)
    heights.add(panel.sizeHint().height())
    panel.show_balance(BalanceState(READING, error=OUTAGE), FEW, AHEAD)
    heights.add(panel.sizeHint().height())
    assert len(heights) == 1
