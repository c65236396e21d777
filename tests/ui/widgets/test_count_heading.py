"""A heading whose number is larger than its word."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from smsdesk.ui.widgets.card import heading
from smsdesk.ui.widgets.count_heading import CountHeading
from tests.helpers.window.pixels import picture

if TYPE_CHECKING:
    from PySide6.QtGui import QImage
    from pytestqt.qtbot import QtBot


def shown(qtbot: QtBot, text: str) -> CountHeading:
    label = CountHeading()
    qtbot.addWidget(label)
    label.setText(text)
    label.resize(label.sizeHint())
    return label


def ink(image: QImage, columns: range) -> int:
    """How many rows of pixels are not of the background between these columns."""
    background = image.pixel(image.width() - 1, 0)
    return sum(any(image.pixel(x, y) != background for x in columns) for y in range(image.height()))


def test_the_number_is_larger_than_the_word_and_the_text_stays_plain(qtbot: QtBot) -> None:
    label = shown(qtbot, "214 xxxxxx")
    image = picture(label)
    assert ink(image, range(image.width() // 4)) > 1.5 * ink(image, range(image.width() * 2 // 3, image.width() - 4))
    assert label.text() == "214 xxxxxx"
    assert isinstance(label, QLabel)


@pytest.mark.parametrize("text", ["214 people", "1,234 people", "شخص 214", "١٢٣ شخصا", "nobody"])
def test_it_has_room_for_what_it_draws(qtbot: QtBot, text: str) -> None:
    label = shown(qtbot, text)
    plain = heading(text)
    qtbot.addWidget(plain)
    assert label.sizeHint().width() >= plain.sizeHint().width() - 4
    assert label.minimumSizeHint() == label.sizeHint()


def test_it_follows_its_text_its_font_and_the_reading_direction(qtbot: QtBot) -> None:
    label = shown(qtbot, "7 people")
    small = label.sizeHint().width()
    label.setText("7,000 people")
    larger = label.sizeHint().width()
    assert larger > small
    font = label.font()
    font.setPointSizeF(2 * font.pointSizeF())
    label.setFont(font)
    assert label.sizeHint().width() > 1.5 * larger
    label.resize(2 * label.sizeHint())
    before = picture(label)
    label.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert picture(label) != before


@pytest.mark.usefixtures("mirrored")
def test_in_a_mirrored_window_it_stands_at_the_right(qtbot: QtBot) -> None:
    label = shown(qtbot, "214")
    label.resize(400, label.height())
    image = picture(label)
    background = image.pixel(0, 0)
    columns = [x for x in range(400) if any(image.pixel(x, y) != background for y in range(image.height()))]
    assert min(columns) > 300
