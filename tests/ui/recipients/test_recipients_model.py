from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QItemSelectionModel, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QTableView

from smsdesk.domain.pasted_text import split_pasted
from smsdesk.domain.phone_numbers import Verdict
from smsdesk.domain.recipients.list import FEW, RecipientList
from smsdesk.ui.recipients.recipients_model import SUGGESTION_ROLE, VERDICT_ROLE, RecipientsModel

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.usefixtures("qapp")

NAME, NUMBER, CHECK = range(3)
DESCENDING = Qt.SortOrder.DescendingOrder
FOUR = "Said 90000031\n90000012\nAmal 965 9912 3456\nHuda 90000012\n9000"


class Watched:
    """A model that Qt's own tester watches, and that must never be reset."""

    def __init__(self) -> None:
        self.model = RecipientsModel(RecipientList("OM"))
        self.resets: list[str] = []
        self.tester = QAbstractItemModelTester(self.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
        self.model.modelReset.connect(lambda: self.resets.append("reset"))

    def paste(self, text: str, at: int | None = None) -> None:
        self.model.add_entries(split_pasted(text, "OM"), at)

    def shown(self, column: int = NAME) -> list[str]:
        return [self.model.index(row, column).data() for row in range(self.model.rowCount())]


@pytest.fixture
def watched() -> Iterator[Watched]:
    watched = Watched()
    yield watched
    assert watched.resets == []


def test_repeats_are_shown_only_when_they_are_looked_for(watched: Watched) -> None:
    watched.paste(FOUR)
    assert watched.shown() == ["Said", "Huda", "Amal", ""]
    watched.model.show_only(Verdict.REPEATED)
    assert watched.shown(CHECK) == ["= the same number as Huda"]
    watched.model.show_only(Verdict.ATTENTION)
    assert watched.shown() == ["Amal", ""]
    watched.model.show_only(None)
    assert watched.shown() == ["Said", "Huda", "Amal", ""]


def test_every_cell_tells_verdict_and_suggestion(watched: Watched) -> None:
    watched.paste(FOUR)
    cells = [watched.model.index(2, column) for column in (NAME, NUMBER, CHECK)]
    assert {cell.data(VERDICT_ROLE) for cell in cells} == {Verdict.ATTENTION}
    assert {cell.data(SUGGESTION_ROLE) for cell in cells} == {"+96599123456"}
    assert watched.model.index(0, NAME).data(SUGGESTION_ROLE) is None


def test_a_row_that_is_mended_stays_until_something_else_is_looked_for(watched: Watched) -> None:
    watched.paste(FOUR)
    watched.model.show_only(Verdict.ATTENTION)
    assert watched.model.setData(watched.model.index(1, NUMBER), "90000045")
    assert watched.shown(NUMBER) == ["965 9912 3456", "+968 9000 0045"]
    watched.model.show_only(Verdict.ATTENTION)
    assert watched.shown() == ["Amal"]
    watched.model.undo_stack.undo()
    assert watched.shown(NUMBER) == ["965 9912 3456", "9000"]


def test_rows_are_sorted_by_any_column_and_back(watched: Watched) -> None:
    watched.paste(FOUR)
    watched.model.sort(NAME)
    assert watched.shown() == ["Amal", "Huda", "Said", ""]
    watched.model.sort(NAME, DESCENDING)
    assert watched.shown() == ["", "Said", "Huda", "Amal"]
    watched.model.sort(NUMBER)
    assert watched.shown(NUMBER) == ["+968 9000 0012", "+968 9000 0031", "9000", "965 9912 3456"]
    watched.model.sort(CHECK)
    assert {text[0] for text in watched.shown(CHECK)[:2]} == {"!"}
    watched.model.sort(-1)
    assert watched.shown() == ["Said", "Huda", "Amal", ""]


def test_what_comes_into_a_sorted_table_comes_to_its_place(watched: Watched) -> None:
    watched.paste(FOUR)
    watched.model.sort(NAME)
    watched.paste("Badr 90000077\nZainab 90000078")
    assert watched.shown() == ["Amal", "Badr", "Huda", "Said", "Zainab", ""]
    watched.model.sort(NAME, DESCENDING)
    watched.paste("Khalid 90000079")
    assert watched.shown() == ["", "Zainab", "Said", "Khalid", "Huda", "Badr", "Amal"]
    watched.model.undo_stack.undo()
    assert watched.shown() == ["", "Zainab", "Said", "Huda", "Badr", "Amal"]


def test_an_edited_row_stays_where_it_is_until_the_table_is_sorted_again(watched: Watched) -> None:
    watched.paste(FOUR)
    watched.model.sort(NAME)
    watched.model.setData(watched.model.index(0, NAME), "Zainab")
    assert watched.shown() == ["Zainab", "Huda", "Said", ""]


def test_what_is_chosen_stays_chosen_when_rows_move(watched: Watched) -> None:
    watched.paste(FOUR)
    table = QTableView()
    table.setModel(watched.model)
    said = QPersistentModelIndex(watched.model.index(0, NAME))
    table.selectionModel().select(
        watched.model.index(0, NAME), QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
    )
    watched.model.sort(NAME)
    watched.paste("Aaron 90000077")
    assert (said.row(), said.data()) == (3, "Said")
    assert watched.model.places_in(table.selectionModel().selection()) == [0]
    watched.model.show_only(Verdict.ATTENTION)
    assert not said.isValid()


def test_who_is_deleted_takes_the_repeats_along_that_are_not_shown(watched: Watched) -> None:
    watched.paste(FOUR)
    watched.model.delete([1])
    assert watched.shown() == ["Said", "Amal", ""]
    assert watched.model.recipients.counts.rows == 3
    watched.model.undo_stack.undo()
    watched.model.show_only(Verdict.REPEATED)
    watched.model.delete([3])
    watched.model.show_only(None)
    assert watched.shown() == ["Said", "", "Amal", ""]


def test_everything_is_undone_and_made_again_step_by_step(watched: Watched) -> None:
    model = watched.model
    watched.paste(FOUR)
    model.take_suggestions(range(5))
    model.setData(model.index(0, NAME), "Said Ali")
    model.delete([0])
    model.replace(model.recipients.rows[:1])
    steps = [[*watched.shown(), *watched.shown(CHECK)]]
    while model.undo_stack.canUndo():
        model.undo_stack.undo()
        steps.append([*watched.shown(), *watched.shown(CHECK)])
    assert len(steps) == 6
    assert steps[-1] == []
    for step in reversed(steps[:-1]):
        model.undo_stack.redo()
        assert [*watched.shown(), *watched.shown(CHECK)] == step
    assert not model.undo_stack.canRedo()


def test_what_changes_nothing_is_no_step(watched: Watched) -> None:
    watched.paste("Amal 90000012")
    assert not watched.model.setData(watched.model.index(0, NAME), "Amal")
    watched.model.take_suggestions([0])
    watched.model.delete([])
    watched.paste(" \n ")
    assert watched.model.undo_stack.count() == 1


def test_a_list_is_replaced_by_others_and_comes_back(watched: Watched) -> None:
    watched.paste(FOUR)
    watched.model.replace([watched.model.recipients.reader.row("90000099", "Aaron")])
    assert watched.shown() == ["Aaron"]
    watched.model.replace([])
    assert watched.shown() == []
    watched.model.undo_stack.setIndex(1)
    assert watched.shown() == ["Said", "Huda", "Amal", ""]


def test_after_send_nothing_can_be_undone(watched: Watched) -> None:
    watched.paste(FOUR)
    watched.model.forget_sent({"+96890000012", "+96890000031"})
    assert watched.shown() == ["Amal", ""]
    assert not watched.model.undo_stack.canUndo()


@pytest.mark.parametrize("seed", range(8))
def test_whatever_is_done_the_table_shows_what_the_list_holds(watched: Watched, seed: int) -> None:
    lots, model = random.Random(seed), watched.model
    numbers = [*(f"900000{n:02}" for n in range(40)), "900", "24123456", "9000"]
    for _ in range(60):
        size = len(model.recipients)
        match lots.randrange(8):
            case 0 | 1:
                count = lots.choice((1, 4, 9, FEW + 5))
                watched.paste("\n".join(f"Amal {lots.choice(numbers)}" for _ in range(count)), lots.randrange(size + 1))
            case 2 if model.rowCount():
                row, column = lots.randrange(model.rowCount()), lots.choice((NAME, NUMBER))
                model.setData(model.index(row, column), lots.choice(numbers))
            case 3:
                model.delete(lots.sample(range(size), min(size, lots.choice((1, 3, 40)))))
            case 4:
                model.show_only(lots.choice((None, None, *Verdict)))
            case 5:
                model.sort(
                    lots.choice((-1, NAME, NUMBER, CHECK)), lots.choice((DESCENDING, Qt.SortOrder.AscendingOrder))
                )
            case 6:
                model.undo_stack.undo()
            case _:
                model.undo_stack.redo()
        shown = [model.seat(row) for row in range(model.rowCount())]
        assert len(set(shown)) == len(shown)
        assert {model.place(model.index(row, 0)) for row in range(model.rowCount())} == {
            place for place, seat in enumerate(model.recipients.seats) if seat in set(shown)
        }
        model.show_only(None)
        everybody = [place for place in range(size) if place < len(model.recipients)]
        assert model.rowCount() == sum(
            model.recipients.verdict(place) is not Verdict.REPEATED for place in range(len(model.recipients))
        )
        assert all(model.row_of(place) >= 0 for place in everybody)
