from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSize, Qt

from smsdesk.ui.balance.picture.balance_picture import BalancePicture
from smsdesk.ui.balance.picture.month_bars import MonthBars
from tests.helpers.window.overviews import HALF_A_YEAR, NO_BALANCE
from tests.helpers.window.pixels import accent, picture, same

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

SIZE = QSize(900, 140)


@pytest.fixture
def bars(qtbot: QtBot) -> MonthBars:
    made = MonthBars()
    qtbot.addWidget(made)
    made.resize(SIZE)
    made.show_overview(HALF_A_YEAR)
    return made


def test_every_month_says_what_it_cost(bars: MonthBars) -> None:
    assert bars.title() == "Spent each month, in credits"
    told = [spot.told for spot in bars.spots()]
    assert told[0] == "June · 1,294 credits · 1,294 parts"
    assert told[-1] == "November so far · 2,164 credits · 2,164 parts"
    assert bars.accessibleDescription() == " · ".join(told)


def test_the_month_that_is_not_over_is_open(bars: MonthBars) -> None:
    image = picture(bars)
    *over, so_far = (spot.at.toPoint() for spot in bars.spots())
    assert all(same(image.pixelColor(each.x(), each.y() + 3), accent(bars)) for each in over)
    assert not same(image.pixelColor(so_far.x(), so_far.y() + 6), accent(bars))
    heights = [each.y() for each in over]
    assert heights.index(max(heights)) == 1, "July was the cheapest"


def test_months_stand_below_the_same_months_of_the_balance(bars: MonthBars, qtbot: QtBot) -> None:
    above = BalancePicture()
    qtbot.addWidget(above)
    above.resize(SIZE)
    above.show_overview(HALF_A_YEAR)
    august, september = bars.spots()[2].at.x(), bars.spots()[3].at.x()
    assert august < above.spots()[0].at.x() < september, "23 August"


def test_where_a_cost_is_unknown_parts_are_counted(bars: MonthBars, qtbot: QtBot) -> None:
    bars.show_overview(NO_BALANCE)
    assert bars.title() == "Sent each month, in parts"
    qtbot.keyClick(bars, Qt.Key.Key_Home)
    assert bars.accessibleDescription() == "October · 586 parts"
    picture(bars)
