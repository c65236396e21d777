"""The line of the balance, looked at as pixels, by pointing and by keys."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSize, Qt

from smsdesk.domain.balance.forecast import Forecast
from smsdesk.domain.money import Amount, Balance
from smsdesk.ui.balance.sparkline import Sparkline
from smsdesk.ui.widgets.colours import Meaning, colour
from tests.helpers.window.pixels import accent, picture, same

if TYPE_CHECKING:
    from PySide6.QtGui import QColor, QImage
    from pytestqt.qtbot import QtBot

RIGHT_TO_LEFT = Qt.LayoutDirection.RightToLeft
START = datetime(2025, 1, 1, 12, tzinfo=UTC)
SIZE = QSize(240, 70)
FALLING = (1000, 900, 100)


def readings(*values: float) -> list[Balance]:
    """One a day."""
    return [
        Balance(Amount(Decimal(str(value)), "credits"), START + timedelta(days=day)) for day, value in enumerate(values)
    ]


@pytest.fixture
def line(qtbot: QtBot) -> Sparkline:
    sparkline = Sparkline()
    qtbot.addWidget(sparkline)
    sparkline.resize(SIZE)
    return sparkline


def test_without_readings_nothing_is_drawn(line: Sparkline) -> None:
    line.show_readings([], Decimal(100))
    image = picture(line, SIZE)
    blank = image.pixelColor(0, 0)
    assert all(image.pixelColor(x, y) == blank for x in range(image.width()) for y in range(image.height()))
    assert line.toolTip() == ""


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, RIGHT_TO_LEFT])
def test_the_newest_reading_is_where_reading_ends(line: Sparkline, direction: Qt.LayoutDirection) -> None:
    line.show_readings(readings(*FALLING))
    line.setLayoutDirection(direction)
    image = picture(line, SIZE)
    oldest, newest = line.spots()[0].at.toPoint(), line.spots()[-1].at.toPoint()
    assert (oldest.x() < newest.x()) == (direction is not RIGHT_TO_LEFT)
    assert oldest.y() < newest.y(), "a balance that falls goes down"
    assert same(image.pixelColor(newest), accent(line)), "the dot"
    away = 2 if oldest.x() < newest.x() else -2
    assert same(image.pixelColor(oldest.x() + away, oldest.y()), accent(line))


def test_a_balance_stays_what_it_is_until_it_changes(line: Sparkline) -> None:
    line.show_readings(readings(1000, 100))
    image = picture(line, SIZE)
    first, last = (spot.at.toPoint() for spot in line.spots())
    assert same(image.pixelColor((first.x() + last.x()) // 2, first.y()), accent(line)), "no slope between readings"


def test_the_low_mark_is_a_line_of_its_own_colour_with_its_name(line: Sparkline) -> None:
    warning = colour(Meaning.BAD, line.palette())
    line.show_readings(readings(1000, 900))
    assert max(redness(picture(line, SIZE))) < 40
    line.show_readings(readings(1000, 900), Decimal(100))
    image = picture(line)
    assert max(redness(image)) > redness_of(warning) / 2
    below = image.copy(SIZE.width() // 2, SIZE.height() - line.fontMetrics().height(), SIZE.width() // 2, 10)
    assert max(redness(below)) > redness_of(warning) / 2, "the name stands below"


def redness(image: QImage) -> list[int]:
    return [redness_of(image.pixelColor(x, y)) for x in range(image.width()) for y in range(image.height())]


def redness_of(shade: QColor) -> int:
    return shade.red() - max(shade.green(), shade.blue())


@pytest.mark.parametrize("values", [[7], [7, 7], [0, 0, 0]])
def test_a_level_balance_is_a_level_line(line: Sparkline, values: list[float]) -> None:
    line.show_readings(readings(*values))
    image = picture(line, SIZE)
    heights = {y for y in range(SIZE.height()) if same(image.pixelColor(40, y), accent(line))}
    assert heights
    assert heights == {y for y in range(SIZE.height()) if same(image.pixelColor(150, y), accent(line))}


def test_what_is_to_come_is_dotted_and_leads_to_nothing(line: Sparkline) -> None:
    ahead = Forecast(Amount(Decimal(50), "credits"), 30, START + timedelta(days=2, hours=6))
    line.show_readings(readings(*FALLING), None, ahead)
    image = picture(line, SIZE)
    newest = line.spots()[-1].at.toPoint()
    beyond = [
        image.pixelColor(x, y) for x in range(newest.x() + 6, SIZE.width()) for y in range(newest.y(), newest.y() + 12)
    ]
    assert any(shade.saturation() > 100 for shade in beyond)


def test_the_line_is_told_in_words(line: Sparkline) -> None:
    line.show_readings(readings(1480, 900, 1234.56), Decimal(100))
    assert line.accessibleDescription() == "1 Jan 2025: 1,480 · now: 1,234.56 · lowest: 900 · low mark: 100"
    assert line.accessibleDescription() in line.toolTip()


def test_the_keys_read_each_change_and_a_screen_reader_hears_it(line: Sparkline, qtbot: QtBot) -> None:
    line.show_readings(readings(1000, 1000, 900, 900, 100))
    line.show()
    line.setFocus()
    heard = []
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End):
        qtbot.keyClick(line, key)
        heard.append(line.accessibleDescription())
    assert heard == [
        "100 · 5 Jan 2025",
        "900 · 3 Jan 2025",
        "1,000 · 1 Jan 2025",
        "900 · 3 Jan 2025",
        "1,000 · 1 Jan 2025",
        "100 · 5 Jan 2025",
    ]
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert line.accessibleDescription().startswith("1 Jan 2025: 1,000")


def test_the_keys_go_where_the_points_are_seen_in_a_mirrored_window(line: Sparkline, qtbot: QtBot) -> None:
    line.setLayoutDirection(RIGHT_TO_LEFT)
    line.show_readings(readings(*FALLING))
    qtbot.keyClick(line, Qt.Key.Key_End)
    qtbot.keyClick(line, Qt.Key.Key_Right)
    assert line.accessibleDescription() == "900 · 2 Jan 2025"


def test_pointing_reads_the_nearest_change(line: Sparkline, qtbot: QtBot) -> None:
    line.show_readings(readings(*FALLING))
    line.show()
    qtbot.mouseMove(line, line.spots()[1].at.toPoint())
    qtbot.waitUntil(lambda: line.current == 1)
    assert line.accessibleDescription() == "900 · 2 Jan 2025"
    line.show_readings(readings(5, 4), None)
    assert line.current == -1, "another account's line has other points"


def test_it_shows_where_the_keys_are(line: Sparkline, qtbot: QtBot) -> None:
    line.show_readings(readings(*FALLING))
    line.show()
    without = picture(line)
    line.activateWindow()
    line.setFocus()
    qtbot.waitUntil(line.hasFocus)
    assert picture(line) != without


def test_it_gives_way_before_anything_else(line: Sparkline) -> None:
    line.show_readings(readings(*FALLING), Decimal(100))
    assert line.minimumSizeHint().width() == 0
    image = picture(line, QSize(20, 70))
    assert image.pixelColor(10, 10) == image.pixelColor(0, 0)
