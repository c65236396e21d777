"""The top of the window on a small screen, with large fonts and long names."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLabel

from smsdesk.domain.errors import UserFacingError
from smsdesk.domain.money import Amount, Balance
from smsdesk.domain.sentence import Sentence
from smsdesk.providers.catalog import PROVIDERS
from smsdesk.services.balance.poller import BalanceState
from smsdesk.ui.accounts.account_card import AccountCard
from smsdesk.ui.balance.balance_panel import Worth
from smsdesk.ui.widgets.elided.elided_combo import ElidedCombo
from smsdesk.ui.widgets.elided.elided_label import ElidedLabel
from tests.helpers.window.overviews import FRONT, HALF_A_YEAR

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

LONG = replace(FRONT, name="Front desk of the Al Noor School for the whole of the Governorate of Muscat")
NOW = datetime.now(UTC)
RICH = Balance(Amount(Decimal("1234567890.123456"), "credits"), NOW)
TROUBLE = UserFacingError(Sentence("poller", "The balance could not be read. SMS Office doesn’t answer at all."))


@pytest.fixture
def card(qtbot: QtBot) -> AccountCard:
    made = AccountCard()
    qtbot.addWidget(made)
    made.set_accounts([(LONG, PROVIDERS["smsoffice"])], LONG.id)
    made.balance.show_balance(BalanceState(RICH, error=TROUBLE), Worth(9, 2, Decimal(400)), HALF_A_YEAR.forecast)
    earlier = Balance(Amount(Decimal(5), "credits"), NOW - timedelta(days=40))
    made.balance.show_weeks([earlier, RICH], Decimal(400), HALF_A_YEAR.forecast)
    made.line.show_trouble(str(TROUBLE.what), "", "")
    made.show()
    return made


@pytest.mark.parametrize("points", [9, 18])
def test_it_fits_a_small_screen_and_says_whole_what_it_cuts(card: AccountCard, points: int) -> None:
    font = card.font()
    font.setPointSizeF(points)
    card.setFont(font)
    assert card.minimumSizeHint().width() <= 1000
    card.resize(1000, card.sizeHint().height())
    combo = card.findChild(ElidedCombo, "accountCombo")
    assert combo is not None
    assert combo.elided().endswith("…")
    cut = [label for label in card.findChildren(ElidedLabel) if label.elided() != label.text()]
    assert all(label.elided().endswith("…") and label.text()[:9] in label.toolTip() for label in cut)
    assert all(label.width() > 0 for label in card.findChildren(QLabel) if label.isVisible() and label.text())


def test_trouble_takes_the_place_of_what_is_said_in_passing(card: AccountCard) -> None:
    trouble = card.findChild(QLabel, "stopReason")
    assert trouble is not None
    assert trouble.text() == "The balance could not be read. SMS Office doesn’t answer at all."
    height = card.sizeHint().height()
    card.line.show_quiet("Signed in", signed_in=True)
    assert not trouble.isVisible()
    assert card.sizeHint().height() == height, "nothing below it moves"
