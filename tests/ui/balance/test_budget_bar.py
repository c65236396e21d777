from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSize

from smsdesk.ui.balance.budget_bar import BudgetBar
from tests.helpers.window.pixels import accent, at, picture, same

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def bar(qtbot: QtBot) -> BudgetBar:
    made = BudgetBar()
    qtbot.addWidget(made)
    return made


def test_it_is_as_full_as_the_budget_is_used(bar: BudgetBar) -> None:
    bar.show_share(986, 2000, "986 of 2,000 parts this month")
    image = picture(bar, QSize(200, 12))
    assert same(at(image, 0.45), accent(bar))
    assert not same(at(image, 0.55), accent(bar))
    assert bar.accessibleName() == "986 of 2,000 parts this month"


def test_in_a_mirrored_window_it_fills_from_the_right(bar: BudgetBar, mirrored: None) -> None:
    bar.show_share(500, 2000, "")
    image = picture(bar, QSize(200, 12))
    assert same(at(image, 0.9), accent(bar))
    assert not same(at(image, 0.1), accent(bar))


def test_what_goes_over_it_is_hatched(bar: BudgetBar) -> None:
    bar.show_share(4000, 2000, "")
    image = picture(bar, QSize(200, 12))
    assert same(at(image, 0.4), accent(bar))
    over = {image.pixelColor(x, 6).name() for x in range(110, 190)}
    assert len(over) > 1, "lines, so that it shows without colour"


def test_no_budget_is_no_mistake(bar: BudgetBar) -> None:
    bar.show_share(12, 0, "")
    assert not same(at(picture(bar, QSize(200, 12)), 0.1), accent(bar))
