"""The line of the balance, looked at as pixels."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSize, Qt

from smsdesk.ui.accounts.sparkline import Sparkline
from smsdesk.ui.widgets.colours import Meaning, colour
from tests.helpers.window.pixels import accent, picture, same

if TYPE_CHECKING:
    from PySide6.QtGui import QColor, QImage
    from pytestqt.qtbot import QtBot

RIGHT_TO_LEFT = Qt.LayoutDirection.RightToLeft
DAY = 86_400.0


@pytest.fixture
def line(qtbot: QtBot) -> Sparkline:
    sparkline = Sparkline()
    qtbot.addWidget(sparkline)
    return sparkline


def test_without_readings_nothing_is_drawn(line: Sparkline) -> None:
    line.show_readings([], 100)
    image = picture(line, QSize(140, 36))
    blank = image.pixelColor(0, 0)
    assert all(image.pixelColor(x, y) == blank for x in range(image.width()) for y in range(image.height()))
    assert line.toolTip() == ""


def test_the_newest_reading_is_on_the_right(line: Sparkline) -> None:
    line.show_readings([(0, 1000), (DAY, 900), (2 * DAY, 100)], None)
    image = picture(line, QSize(140, 36))
    assert same(image.pixelColor(136, 30), accent(line)), "the dot, low down at the right"
    assert same(image.pixelColor(1, 4), accent(line)), "the oldest, high up at the left"


def test_time_runs_from_right_to_left_in_a_mirrored_window(line: Sparkline) -> None:
    line.show_readings([(0, 1000), (DAY, 900), (2 * DAY, 100)], None)
    line.setLayoutDirection(RIGHT_TO_LEFT)
    image = picture(line, QSize(140, 36))
    assert same(image.pixelColor(3, 30), accent(line))
    assert same(image.pixelColor(138, 4), accent(line))


def test_the_low_mark_is_a_line_of_its_own_colour(line: Sparkline) -> None:
    readings = [(0.0, 1000.0), (DAY, 900.0)]
    warning = colour(Meaning.BAD, line.palette())
    line.show_readings(readings, None)
    assert max(redness(picture(line, QSize(140, 36)))) < 40
    line.show_readings(readings, 100)
    assert max(redness(picture(line))) > redness_of(warning) / 2


def redness(image: QImage) -> list[int]:
    return [redness_of(image.pixelColor(x, y)) for x in range(image.width()) for y in range(image.height())]


def redness_of(shade: QColor) -> int:
    return shade.red() - max(shade.green(), shade.blue())


@pytest.mark.parametrize("readings", [[(5.0, 7.0)], [(5.0, 7.0), (5.0, 7.0)], [(1.0, 0.0), (2.0, 0.0)]])
def test_a_level_balance_is_a_level_line(line: Sparkline, readings: list[tuple[float, float]]) -> None:
    line.show_readings(readings, None)
    image = picture(line, QSize(140, 36))
    heights = {y for y in range(36) if same(image.pixelColor(20, y), accent(line))}
    assert heights
    assert heights == {y for y in range(36) if same(image.pixelColor(100, y), accent(line))}


def test_the_line_is_told_in_words(line: Sparkline) -> None:
    line.show_readings([(0, 1480), (DAY, 900), (2 * DAY, 1234.56)], 100)
    assert line.toolTip() == "1 Jan 1970: 1,480 · now: 1,234.56 · lowest: 900 · low mark: 100"
    assert line.accessibleDescription() == line.toolTip()
