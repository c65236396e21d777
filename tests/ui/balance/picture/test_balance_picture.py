"""The balance over months: what is drawn, and what can be read of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSize, Qt

from smsdesk.ui.balance.picture.balance_picture import BalancePicture
from smsdesk.ui.widgets.colours import Meaning, colour
from tests.helpers.window.overviews import FRONT, HALF_A_YEAR, NO_BALANCE, day, left
from tests.helpers.window.pixels import accent, picture, same, shows

if TYPE_CHECKING:
    from PySide6.QtGui import QPalette
    from pytestqt.qtbot import QtBot

SIZE = QSize(900, 240)


@pytest.fixture
def shown(qtbot: QtBot) -> BalancePicture:
    made = BalancePicture()
    qtbot.addWidget(made)
    made.resize(SIZE)
    made.show_overview(HALF_A_YEAR)
    return made


def test_each_announcement_is_a_point_that_says_text_people_and_cost(shown: BalancePicture) -> None:
    assert [spot.words for spot in shown.spots()] == [
        ("School begins", "23 August 2025 · 214 people × 3 parts", "-642 credits · 958 left"),
        ("↑ Top-up", "1 September 2025", "+2,000 credits · 2,958 left"),
        ("Something else", "20 September 2025", "-1,701.44 credits · 1,256.56 left"),
        ("Bus 3 is late", "24 November 2025 · 22 people × 1 part", "-22 credits · 1,234.56 left"),
    ]


def test_the_points_are_drawn_where_they_are_read(shown: BalancePicture) -> None:
    image = picture(shown)
    first, top_up, *_ = (spot.at.toPoint() for spot in shown.spots())
    assert same(image.pixelColor(first), accent(shown))
    assert same(image.pixelColor(top_up), colour(Meaning.GOOD, shown.palette()))
    before = image.pixelColor(first.x() - 20, shown.spots()[0].at.toPoint().y() - 0)
    assert not same(before, accent(shown)), "before the announcement there was more"
    assert same(image.pixelColor(first.x() + 8, first.y()), accent(shown)), "and what is left stays until the next one"


def test_time_runs_from_right_to_left_in_a_mirrored_window(shown: BalancePicture) -> None:
    there = [spot.at.x() for spot in shown.spots()]
    assert there == sorted(there)
    shown.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    mirrored = [spot.at.x() for spot in shown.spots()]
    assert mirrored == sorted(mirrored, reverse=True)
    image = picture(shown)
    assert same(image.pixelColor(shown.spots()[0].at.toPoint()), accent(shown))


def test_the_low_mark_and_the_forecast_are_there_where_there_are_such(shown: BalancePicture) -> None:
    bad = colour(Meaning.BAD, shown.palette())
    assert shows(picture(shown), bad)
    here = shown.spots()[-1].at.toPoint()
    ahead = picture(shown).copy(here.x() + 20, here.y() + 10, 60, 200)
    assert shows(ahead, accent(shown))
    shown.show_overview(replace(HALF_A_YEAR, account=replace(FRONT, low_mark=None), forecast=None))
    assert not shows(picture(shown), bad)
    assert shown.spots()[-1].at.x() > here.x(), "months to come are not kept free for nothing"


def test_a_point_that_is_read_has_a_bubble_and_is_heard(shown: BalancePicture, qtbot: QtBot) -> None:
    without = picture(shown)
    qtbot.keyClick(shown, Qt.Key.Key_Home)
    assert shown.accessibleDescription() == " · ".join(shown.spots()[0].words)
    assert picture(shown) != without
    assert shows(picture(shown), shown.palette().toolTipBase().color())
    qtbot.keyClick(shown, Qt.Key.Key_Escape)
    assert "1,600 at first, 1,234.56 now" in shown.accessibleDescription()


def test_what_was_pointed_at_is_read(shown: BalancePicture, qtbot: QtBot) -> None:
    shown.show()
    qtbot.mouseMove(shown, shown.spots()[1].at.toPoint())
    qtbot.waitUntil(lambda: shown.current == 1)


def test_it_follows_the_dark(shown: BalancePicture, dark: QPalette) -> None:
    assert shows(picture(shown), colour(Meaning.BAD, dark))


@pytest.mark.parametrize("points", [9, 18])
@pytest.mark.parametrize("narrow", [900, 420])
def test_no_label_is_cut_off_by_the_edge(shown: BalancePicture, points: int, narrow: int) -> None:
    font = shown.font()
    font.setPointSizeF(points)
    shown.setFont(font)
    image = picture(shown, QSize(narrow, 240))
    ground = image.pixelColor(0, 0)
    assert all(image.pixelColor(x, y) == ground for x in (0, narrow - 1) for y in range(240))


def test_without_readings_there_is_no_picture(shown: BalancePicture) -> None:
    shown.show_overview(NO_BALANCE)
    assert shown.spots() == ()
    image = picture(shown)
    assert not shows(image, accent(shown))


def test_an_empty_balance_can_be_drawn(shown: BalancePicture) -> None:
    nothing = replace(HALF_A_YEAR, account=replace(FRONT, low_mark=None), movements=(), forecast=None)
    zero = left("0", day(6, 2))
    shown.show_overview(replace(nothing, first=zero, newest=zero))
    assert shows(picture(shown), accent(shown))
