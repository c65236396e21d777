"""The bar of what became of an announcement, looked at as pixels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPalette, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QTableView

from smsdesk.domain.delivery import DeliveryState
from smsdesk.ui.history.outcome_bar import (
    COUNTS_ROLE,
    OutcomeDelegate,
    outcome_words,
)
from smsdesk.ui.widgets.colours import Meaning, colour
from tests.helpers.window.pixels import at, same, shows

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

S = DeliveryState
RIGHT_TO_LEFT = Qt.LayoutDirection.RightToLeft
MARKS = "\u2066\u2068\u2069"


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
