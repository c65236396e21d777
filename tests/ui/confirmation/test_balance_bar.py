"""The bar of the balance, looked at as pixels."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSize, Qt

from smsdesk.ui.confirmation.balance_bar import BalanceBar
from smsdesk.ui.widgets.colours import Meaning, colour
from tests.helpers.window.pixels import accent, picture, same

if TYPE_CHECKING:
    from PySide6.QtGui import QColor, QImage
    from pytestqt.qtbot import QtBot

WIDTH = 400


@pytest.fixture
def bar(qtbot: QtBot) -> BalanceBar:
    shown = BalanceBar()
    qtbot.addWidget(shown)
    return shown


def drawn(bar: BalanceBar) -> QImage:
    return picture(bar, QSize(WIDTH, bar.sizeHint().height()))


def at(image: QImage, share: float) -> QColor:
    """The colour in the bar, above the line of the low mark's words."""
    return image.pixelColor(round(share * (image.width() - 1)), 5)


def test_what_will_be_left_is_full_and_the_rest_pale(bar: BalanceBar) -> None:
    bar.show_balance(Decimal(100), Decimal(60), None)
    image = drawn(bar)
    assert same(at(image, 0.5), accent(bar))
    assert not same(at(image, 0.7), accent(bar))


def test_the_low_mark_stands_where_it_is(bar: BalanceBar) -> None:
    bar.show_balance(Decimal(100), Decimal(60), Decimal(25))
    image = drawn(bar)
    near = {round(0.25 * WIDTH) + step for step in (-1, 0)}
    assert any(same(image.pixelColor(x, 5), colour(Meaning.BAD, bar.palette())) for x in near)
    plain = bar.sizeHint().height()
    bar.show_balance(Decimal(100), Decimal(60), Decimal(250))
    assert bar.sizeHint().height() < plain  # no mark outside, and no words for it


def test_it_is_mirrored_with_the_window(bar: BalanceBar) -> None:
    bar.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    bar.show_balance(Decimal(100), Decimal(60), None)
    image = drawn(bar)
    assert same(at(image, 0.5), accent(bar))
    assert not same(at(image, 0.3), accent(bar))


@pytest.mark.parametrize("before", [Decimal(10), Decimal(0), Decimal(-3)])
def test_a_balance_that_is_spent_leaves_nothing_full(bar: BalanceBar, before: Decimal) -> None:
    bar.show_balance(before, Decimal(-5), Decimal(4))
    image = drawn(bar)
    assert not any(same(at(image, share / 10), accent(bar)) for share in range(1, 10))
