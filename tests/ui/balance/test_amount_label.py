from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from smsdesk.ui.balance.amount_label import AmountLabel
from smsdesk.ui.widgets.colours import Meaning, colour
from tests.helpers.window.pixels import picture, shows

if TYPE_CHECKING:
    from PySide6.QtGui import QImage
    from pytestqt.qtbot import QtBot

VALUE = Decimal("1234567.89")
TOLD = "1,234,567.89 credits"


@pytest.fixture
def label(qtbot: QtBot) -> AmountLabel:
    made = AmountLabel()
    qtbot.addWidget(made)
    made.show_amount(TOLD, VALUE)
    made.show()
    return made


def inked(image: QImage) -> list[tuple[int, int]]:
    ground = image.pixelColor(0, 0)
    return [(x, y) for x in range(image.width()) for y in range(image.height()) if image.pixelColor(x, y) != ground]


def test_the_figures_are_twice_as_large_as_the_windows_text(label: AmountLabel) -> None:
    label.resize(label.sizeHint())
    drawn = inked(picture(label))
    figures = [y for x, y in drawn if x < label.width() / 3]
    assert max(figures) - min(figures) > 1.2 * label.fontMetrics().capHeight()
    unit = [y for x, y in drawn if x > 0.85 * label.width()]
    assert max(unit) - min(unit) < max(figures) - min(figures)


@pytest.mark.parametrize("points", [9, 18])
def test_nothing_is_cut_off_without_a_sign(label: AmountLabel, points: int) -> None:
    font = label.font()
    font.setPointSizeF(points)
    label.setFont(font)
    height = label.sizeHint().height()
    for width in range(label.sizeHint().width(), 30, -17):
        label.resize(width, height)
        drawn = inked(picture(label))
        assert max(x for x, _ in drawn) < width - 1, f"something is cut at {width}"
        assert label.elided() == TOLD or label.elided().endswith("…")
    assert TOLD in label.toolTip()
    assert label.text() == TOLD


def test_it_shrinks_before_it_is_cut(label: AmountLabel) -> None:
    label.resize(round(0.6 * label.sizeHint().width()), label.sizeHint().height())
    assert label.elided() == TOLD


def test_in_a_mirrored_window_it_stands_at_the_right(label: AmountLabel) -> None:
    label.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    label.resize(2 * label.sizeHint().width(), label.sizeHint().height())
    assert min(x for x, _ in inked(picture(label))) > label.width() / 3


def test_words_stand_in_its_place(label: AmountLabel) -> None:
    label.show_words("Balance unknown", Meaning.IDLE)
    label.resize(label.sizeHint())
    assert label.text() == "Balance unknown"
    assert shows(picture(label), colour(Meaning.IDLE, label.palette()))
