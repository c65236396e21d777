"""The bars and the line that the window draws itself, looked at as pixels."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QImage, QPalette, QStandardItem, QStandardItemModel, QTextLayout, QTextOption
from PySide6.QtWidgets import QTableView, QWidget

from smsdesk.domain.delivery import DeliveryState
from smsdesk.ui.accounts.sparkline import Sparkline
from smsdesk.ui.compose.parts_bar import PartsBar
from smsdesk.ui.history.outcome_bar import COUNTS_ROLE, OutcomeDelegate, outcome_words
from smsdesk.ui.widgets.colours import Meaning, colour
from smsdesk.ui.widgets.delegates import LeftToRightDelegate, OwnDirectionDelegate

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

S = DeliveryState
RIGHT_TO_LEFT = Qt.LayoutDirection.RightToLeft
DAY = 86_400.0
MARKS = "\u2066\u2068\u2069"


def picture(widget: QWidget, size: QSize | None = None) -> QImage:
    if size is not None:
        widget.resize(size)
    return widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def same(one: QColor, other: QColor) -> bool:
    return all(abs(a - b) <= 3 for a, b in zip(one.getRgb(), other.getRgb(), strict=True))


def shows(image: QImage, shade: QColor, *, row: int | None = None) -> bool:
    rows = range(image.height()) if row is None else (row,)
    return any(same(image.pixelColor(x, y), shade) for y in rows for x in range(image.width()))


def at(image: QImage, share: float) -> QColor:
    """The colour at so much of the width from the left, half way down."""
    return image.pixelColor(round(share * (image.width() - 1)), image.height() // 2)


def accent(widget: QWidget) -> QColor:
    return widget.palette().color(QPalette.ColorRole.Accent)


@pytest.fixture
def parts(qtbot: QtBot) -> PartsBar:
    bar = PartsBar()
    qtbot.addWidget(bar)
    return bar


@pytest.fixture
def line(qtbot: QtBot) -> Sparkline:
    sparkline = Sparkline()
    qtbot.addWidget(sparkline)
    return sparkline


# --- parts


def test_parts_fill_from_the_left(parts: PartsBar) -> None:
    parts.show_parts([1.0, 0.5], most=4)
    image = picture(parts, QSize(400, 8))
    assert same(at(image, 0.1), accent(parts))
    assert same(at(image, 0.3), accent(parts))
    assert not same(at(image, 0.45), accent(parts))
    assert not same(at(image, 0.9), accent(parts))


def test_parts_fill_from_the_right_in_a_mirrored_window(parts: PartsBar) -> None:
    parts.show_parts([1.0, 0.5], most=4)
    plain = picture(parts, QSize(400, 8))
    parts.setLayoutDirection(RIGHT_TO_LEFT)
    mirrored = picture(parts)
    assert same(at(mirrored, 0.9), accent(parts))
    assert not same(at(mirrored, 0.1), accent(parts))
    assert all(same(at(mirrored, 1 - share), at(plain, share)) for share in (0.1, 0.3, 0.45, 0.6, 0.9))


def test_parts_beyond_the_gateways_limit_stand_out(parts: PartsBar) -> None:
    parts.show_parts([1.0, 1.0, 0.9], most=2)
    image = picture(parts, QSize(300, 8))
    assert same(at(image, 0.1), accent(parts))
    assert same(at(image, 0.8), colour(Meaning.BAD, parts.palette()))


def test_an_empty_text_shows_empty_parts(parts: PartsBar) -> None:
    parts.show_parts([], most=5)
    image = picture(parts, QSize(300, 8))
    background = parts.palette().color(QPalette.ColorRole.Window)
    assert not shows(image, accent(parts))
    assert not same(at(image, 0.5), background)


def test_a_part_with_one_character_is_seen(parts: PartsBar) -> None:
    parts.show_parts([1.0, 0.007], most=2)
    image = picture(parts, QSize(400, 8))
    assert same(image.pixelColor(208, 4), accent(parts))


def test_very_many_parts_still_fit(parts: PartsBar) -> None:
    parts.show_parts([1.0] * 60, most=5)
    assert shows(picture(parts, QSize(240, 8)), colour(Meaning.BAD, parts.palette()))


def test_parts_follow_a_dark_palette(dark: QPalette, parts: PartsBar) -> None:
    parts.show_parts([1.0, 1.0], most=1)
    assert same(at(picture(parts, QSize(300, 8)), 0.75), QColor(Meaning.BAD.value[1]))


# --- balance


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


# --- outcomes


def outcome_cell(qtbot: QtBot, counts: dict[DeliveryState, int], direction: Qt.LayoutDirection) -> QTableView:
    item = QStandardItem(outcome_words(counts))
    item.setData(counts, COUNTS_ROLE)
    model = QStandardItemModel(1, 1)
    model.setItem(0, 0, item)
    table = QTableView()
    qtbot.addWidget(table)
    model.setParent(table)
    table.setModel(model)
    table.setItemDelegate(OutcomeDelegate(table))
    table.setLayoutDirection(direction)
    table.setShowGrid(False)
    table.setCurrentIndex(model.index(0, 0))
    table.clearSelection()
    table.setColumnWidth(0, 212)
    table.setRowHeight(0, 30)
    table.resize(400, 120)
    table.show()
    qtbot.waitExposed(table)
    return table


def cell_picture(table: QTableView) -> QImage:
    return table.viewport().grab(table.visualRect(table.model().index(0, 0))).toImage()


COUNTS = {S.DELIVERED: 50, S.ACCEPTED: 20, S.REJECTED: 10, S.UNDELIVERED: 5, S.UNKNOWN: 5, S.QUEUED: 10}


def test_the_bar_shows_good_news_first(qtbot: QtBot) -> None:
    table = outcome_cell(qtbot, COUNTS, Qt.LayoutDirection.LeftToRight)
    image, palette = cell_picture(table), table.palette()
    assert same(at(image, 0.25), colour(Meaning.GOOD, palette))
    assert same(at(image, 0.60), colour(Meaning.UNDER_WAY, palette))
    assert same(at(image, 0.75), colour(Meaning.BAD, palette))
    assert same(at(image, 0.86), colour(Meaning.DOUBTFUL, palette))
    assert not any(same(at(image, 0.92), colour(meaning, palette)) for meaning in Meaning)


def test_the_bar_is_mirrored_in_a_mirrored_window(qtbot: QtBot) -> None:
    plain = cell_picture(outcome_cell(qtbot, COUNTS, Qt.LayoutDirection.LeftToRight))
    table = outcome_cell(qtbot, COUNTS, RIGHT_TO_LEFT)
    mirrored = cell_picture(table)
    assert same(at(mirrored, 0.75), colour(Meaning.GOOD, table.palette()))
    assert all(same(at(mirrored, 1 - share), at(plain, share)) for share in (0.1, 0.25, 0.6, 0.75, 0.86, 0.92))


def test_one_failure_among_thousands_is_seen(qtbot: QtBot) -> None:
    table = outcome_cell(qtbot, {S.DELIVERED: 20_000, S.REJECTED: 1}, Qt.LayoutDirection.LeftToRight)
    image = cell_picture(table)
    assert shows(image, colour(Meaning.BAD, table.palette()), row=image.height() // 2)


def test_a_selected_bar_keeps_the_selections_background_and_its_own_colours(qtbot: QtBot) -> None:
    table = outcome_cell(qtbot, COUNTS, Qt.LayoutDirection.LeftToRight)
    table.selectAll()
    image = cell_picture(table)
    assert shows(image, table.palette().color(QPalette.ColorRole.Highlight), row=3)
    assert same(at(image, 0.25), colour(Meaning.GOOD, table.palette()))


def test_the_bars_words_are_not_painted(qtbot: QtBot) -> None:
    table = outcome_cell(qtbot, {S.DELIVERED: 0}, Qt.LayoutDirection.LeftToRight)
    table.model().setData(table.model().index(0, 0), "180 accepted")
    image = cell_picture(table)
    inner = {image.pixelColor(x, y).name() for x in range(8, 200) for y in range(8, 22)}
    assert len(inner) == 1


def test_outcomes_are_told_in_words() -> None:
    assert outcome_words({S.ACCEPTED: 180, S.REJECTED: 2}) == "180 accepted · 2 rejected"
    assert outcome_words({S.QUEUED: 1200, S.DELIVERED: 0}) == "1,200 waiting"
    assert all(outcome_words({state: 1}) for state in DeliveryState)


# --- directions


def painted_text(qtbot: QtBot, delegate: type, text: str) -> str:
    table = QTableView()
    qtbot.addWidget(table)
    return delegate(table).displayText(text, table.locale())


def seen(text: str, direction: Qt.LayoutDirection) -> str:
    """The characters in the order in which they stand on the screen, from left to right."""
    option = QTextOption()
    option.setTextDirection(direction)
    layout = QTextLayout(text)
    layout.setTextOption(option)
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    places = (
        (layout.glyphRuns(at, 1)[0].positions()[0].x(), char) for at, char in enumerate(text) if char not in MARKS
    )
    return "".join(char for _, char in sorted(places, key=lambda place: place[0]))


def test_a_number_reads_the_same_in_a_mirrored_window(qtbot: QtBot) -> None:
    number = "+968 9000 0012"
    assert seen(number, RIGHT_TO_LEFT) != number, "what would happen without the delegate"
    assert seen(painted_text(qtbot, LeftToRightDelegate, number), RIGHT_TO_LEFT) == number


@pytest.mark.parametrize("direction", list(Qt.LayoutDirection)[:2])
def test_a_number_reads_the_same_beside_an_arabic_name(qtbot: QtBot, direction: Qt.LayoutDirection) -> None:
    shown = painted_text(qtbot, LeftToRightDelegate, "أمل · +968 9000 0012")
    assert "+968 9000 0012" in seen(shown, direction)


def test_a_half_typed_number_stays_in_one_piece(qtbot: QtBot) -> None:
    assert painted_text(qtbot, LeftToRightDelegate, "(0) 9000-00") == "\u2066(0) 9000-00\u2069"


def test_an_english_sentence_keeps_its_full_stop_at_the_end_in_a_mirrored_window(qtbot: QtBot) -> None:
    assert seen(painted_text(qtbot, OwnDirectionDelegate, "No school."), RIGHT_TO_LEFT) == "No school."


def test_an_arabic_sentence_keeps_its_full_stop_at_the_end_in_an_english_window(qtbot: QtBot) -> None:
    assert seen("نعم.", Qt.LayoutDirection.LeftToRight) == "معن.", "what would happen without the delegate"
    assert seen(painted_text(qtbot, OwnDirectionDelegate, "نعم."), Qt.LayoutDirection.LeftToRight) == ".معن"
