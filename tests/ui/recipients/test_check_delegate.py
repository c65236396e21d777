"""The Check column: a sign and words in their colour, and a button where a reading is suggested."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QHelpEvent, QPalette
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QToolTip

from smsdesk.ui.widgets.colours import Meaning, colour
from tests.helpers.window.people_table import CHECK, NAME, click, people_table
from tests.helpers.window.pixels import accent, picture, shows

if TYPE_CHECKING:
    from PySide6.QtGui import QImage
    from pytestqt.qtbot import QtBot

    from smsdesk.ui.recipients.people_table import PeopleTable

READY, YOUSEF, OMAR = range(3)


def cell(table: PeopleTable, row: int) -> QRect:
    return table.visualRect(table.model().index(row, CHECK))


def painted(table: PeopleTable, rect: QRect) -> QImage:
    return picture(table.viewport()).copy(rect)


@pytest.mark.parametrize(("row", "meaning"), [(READY, Meaning.GOOD), (OMAR, Meaning.BAD)])
def test_sign_and_words_have_the_colour_of_what_they_mean(qtbot: QtBot, row: int, meaning: Meaning) -> None:
    table, _ = people_table(qtbot)
    table.clearFocus()
    assert shows(painted(table, cell(table, row)), colour(meaning, table.palette()))


def test_a_chosen_row_keeps_its_colours_on_a_tint_with_a_bar_at_its_leading_edge(qtbot: QtBot) -> None:
    table, _ = people_table(qtbot)
    table.go_to(OMAR, NAME)
    assert shows(painted(table, cell(table, OMAR)), colour(Meaning.BAD, table.palette()))
    row = table.visualRect(table.model().index(OMAR, NAME))
    assert shows(painted(table, QRect(0, row.center().y(), 2, 1)), accent(table))


def test_the_sign_is_drawn_and_not_said_twice(qtbot: QtBot) -> None:
    table, delegate = people_table(qtbot)
    assert delegate.displayText("✓ ready", table.locale()) == "ready"
    assert delegate.displayText("! 7 digits", table.locale()) == "7 digits"


def test_only_a_row_with_a_suggestion_has_a_button_at_its_trailing_edge(qtbot: QtBot) -> None:
    table, delegate = people_table(qtbot)
    rects = [delegate.button_rect(table, table.model().index(row, CHECK)) for row in (READY, YOUSEF, OMAR)]
    assert [rect.isEmpty() for rect in rects] == [True, False, True]
    assert cell(table, YOUSEF).right() - rects[YOUSEF].right() < 12
    assert shows(painted(table, rects[YOUSEF]), accent(table))


@pytest.mark.usefixtures("mirrored")
def test_in_a_mirrored_window_the_button_stands_at_the_left_and_the_sign_at_the_right(qtbot: QtBot) -> None:
    table, delegate = people_table(qtbot)
    inside = cell(table, YOUSEF)
    button = delegate.button_rect(table, table.model().index(YOUSEF, CHECK))
    assert button.left() - inside.left() < 12
    edge = QRect(inside.right() - 24, inside.top(), 24, inside.height())
    assert shows(painted(table, edge), colour(Meaning.BAD, table.palette()))


def test_a_click_on_the_button_tells_which_row_and_where(qtbot: QtBot) -> None:
    table, delegate = people_table(qtbot)
    told = QSignalSpy(delegate.pressed)
    button = delegate.button_rect(table, table.model().index(YOUSEF, CHECK))
    click(table, button.center())
    assert [(told.at(at)[0].row(), told.at(at)[1]) for at in range(told.count())] == [(YOUSEF, button)]


def test_a_click_beside_the_button_chooses_the_row_and_no_more(qtbot: QtBot) -> None:
    table, delegate = people_table(qtbot)
    told = QSignalSpy(delegate.pressed)
    click(table, cell(table, YOUSEF).topLeft() + QPoint(4, 4))
    click(table, cell(table, OMAR).center())
    assert told.count() == 0
    assert table.chosen_rows() == [OMAR]


def test_in_a_narrow_table_the_sign_and_a_shorter_button_stay(qtbot: QtBot) -> None:
    table, delegate = people_table(qtbot, width=300)
    index = table.model().index(YOUSEF, CHECK)
    button = delegate.button_rect(table, index)
    assert not button.isEmpty()
    assert cell(table, YOUSEF).contains(button)
    sign = QRect(cell(table, YOUSEF).topLeft(), QPoint(button.left() - 1, cell(table, YOUSEF).bottom()))
    assert shows(painted(table, sign), colour(Meaning.BAD, table.palette()))


def test_the_button_says_what_it_does_in_a_tooltip(qtbot: QtBot) -> None:
    table, delegate = people_table(qtbot)
    at = delegate.button_rect(table, table.model().index(YOUSEF, CHECK)).center()
    event = QHelpEvent(QEvent.Type.ToolTip, at, table.viewport().mapToGlobal(at))
    QApplication.sendEvent(table.viewport(), event)
    qtbot.waitUntil(lambda: "+965 9000 0044" in QToolTip.text())
    QToolTip.hideText()


def test_in_the_dark_the_words_are_lighter(qtbot: QtBot, dark: QPalette) -> None:
    table, _ = people_table(qtbot)
    assert shows(painted(table, cell(table, OMAR)), colour(Meaning.BAD, dark))
    assert colour(Meaning.BAD, dark).lightness() > 128
    assert table.layoutDirection() == Qt.LayoutDirection.LeftToRight


def test_the_button_has_an_edge_where_the_systems_accent_is_lost_in_the_dark(
    qtbot: QtBot, qapp: QApplication, dark: QPalette
) -> None:
    lost = QPalette(dark)
    lost.setColor(QPalette.ColorRole.Accent, dark.color(QPalette.ColorRole.Base))
    qapp.setPalette(lost)
    table, delegate = people_table(qtbot)
    button = delegate.button_rect(table, table.model().index(YOUSEF, CHECK))
    edge = QRect(button.center().x(), button.top(), 1, 1)
    assert not shows(painted(table, edge), lost.color(QPalette.ColorRole.Base))
