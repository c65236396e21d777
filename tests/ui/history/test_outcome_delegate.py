"""The outcome's cell: the bar and its words, which stay to be read where the column is narrow."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QStandardItem, QStandardItemModel

from smsdesk.domain.delivery import DeliveryState
from smsdesk.ui.history.outcome_delegate import COUNTS_ROLE, SIGNS_ROLE, WORDS_ROLE, OutcomeDelegate
from smsdesk.ui.widgets.colours import Meaning, colour
from smsdesk.ui.widgets.listing.tinted_table import TintedTable
from tests.helpers.window.pixels import same

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from tests.helpers.patient_bot import PatientBot

S = DeliveryState
WORDS = "190 delivered · 8 failed · 2 unknown"


class Cell:
    """One cell that is drawn by the delegate."""

    def __init__(
        self, qtbot: PatientBot, width: int, words: str = WORDS, signs: str = "", *, mirrored: bool = False
    ) -> None:
        item = QStandardItem(f"{words} and what the signs mean")
        for role, value in ((COUNTS_ROLE, {S.DELIVERED: 1}), (WORDS_ROLE, words), (SIGNS_ROLE, signs)):
            item.setData(value, role)
        model = QStandardItemModel(1, 1)
        model.setItem(0, 0, item)
        self.table = TintedTable()
        qtbot.addWidget(self.table)
        model.setParent(self.table)
        self.table.setModel(model)
        self.table.setItemDelegate(OutcomeDelegate(self.table))
        self.table.setShowGrid(False)
        self.table.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the frame of the focus is not the delegate's
        self.table.setLayoutDirection(Qt.LayoutDirection.RightToLeft if mirrored else Qt.LayoutDirection.LeftToRight)
        self.table.setColumnWidth(0, width)
        self.table.resize(width + 60, 120)
        qtbot.bring_up(self.table)

    def picture(self) -> QImage:
        return self.table.viewport().grab(self.table.visualRect(self.table.model().index(0, 0))).toImage()

    def bar(self) -> list[int]:
        """The columns in which the bar is seen in the cell's middle."""
        image, shade = self.picture(), colour(Meaning.GOOD, self.table.palette())
        return [x for x in range(image.width()) if same(image.pixelColor(x, image.height() // 2), shade)]

    def written(self) -> list[int]:
        """The columns in which something else is drawn."""
        image = self.picture()
        ground = image.pixelColor(1, 2)
        bar = set(range(self.bar()[0] - 2, self.bar()[-1] + 3))
        rows = range(4, image.height() - 4)
        inked = (x for x in range(image.width()) if any(not same(image.pixelColor(x, y), ground) for y in rows))
        return [x for x in inked if x not in bar]


def unit(cell: Cell) -> int:
    return QFontMetrics(cell.table.font()).averageCharWidth()


def test_the_words_stand_behind_the_bar_and_before_it_in_a_mirrored_window(qtbot: PatientBot) -> None:
    cell = Cell(qtbot, 420)
    assert min(cell.written()) > max(cell.bar())
    mirrored = Cell(qtbot, 420, mirrored=True)
    assert max(mirrored.written()) < min(mirrored.bar())


def test_where_the_column_is_narrow_the_bar_gives_way_to_the_words(qtbot: PatientBot) -> None:
    wide, narrow = Cell(qtbot, 420), Cell(qtbot, 290)
    assert len(narrow.bar()) < len(wide.bar())
    assert len(narrow.bar()) >= 4 * unit(narrow)
    assert len(narrow.written()) > 0.9 * len(wide.written())


def test_signs_stand_at_the_end_and_take_no_word(qtbot: PatientBot) -> None:
    plain, signed = Cell(qtbot, 420), Cell(qtbot, 420, signs="? 2")
    assert max(signed.written()) > max(plain.written())
    assert max(signed.written()) > 420 - 4 * unit(signed)


def test_only_the_words_are_painted_and_the_rest_is_for_those_who_listen(qtbot: PatientBot) -> None:
    cell, short = Cell(qtbot, 600), Cell(qtbot, 600, words="")
    assert max(cell.written()) < 600 - 10 * unit(cell)
    assert short.written() == []


@pytest.mark.parametrize("chosen", [False, True])
def test_a_chosen_row_is_a_tint_on_which_the_bar_keeps_its_colour(qtbot: PatientBot, chosen: bool) -> None:
    cell = Cell(qtbot, 420)
    before = cell.picture().pixelColor(40, 2)
    if chosen:
        cell.table.selectAll()
    assert len(cell.bar()) > 4 * unit(cell)
    assert same(cell.picture().pixelColor(40, 2), before) is not chosen
