"""The list's problem rows on their way to a file and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QDialogButtonBox, QFileDialog, QLineEdit

from smsdesk.domain.errors import UserFacingError
from smsdesk.importing.registry import open_book
from smsdesk.ui.qt.tasks import Tasks
from smsdesk.ui.recipients.problem_rows import ProblemRows
from smsdesk.ui.widgets.colours import Meaning
from smsdesk.ui.window.notice_bar import NoticeBar
from tests.helpers.waiting import until_seen
from tests.helpers.window.people_card import NUMBER, PeopleCard

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

PASTED = "Amal 90000012\nOmar 9000 001\nHuda 447700900123"


class Saving:
    """The card, with what saves its problem rows."""

    def __init__(self, qtbot: QtBot) -> None:
        self.card = PeopleCard(qtbot, PASTED)
        self.notice = NoticeBar("noticeText", Meaning.UNDER_WAY, self.card.window)
        self.failed: list[BaseException] = []
        tasks = Tasks(self.failed.append)
        tasks.begin()
        self.rows = ProblemRows(self.card.pane, self.notice, tasks)

    def save(self, path: Path, kind: str = "") -> None:
        """Choose where to in the system's dialog."""
        self.card.pane.save_problems_requested.emit()
        dialog = self.card.window.findChild(QFileDialog, "problemRowsFileDialog")
        if kind:
            dialog.selectNameFilter(next(each for each in dialog.nameFilters() if kind in each))
            dialog.filterSelected.emit(dialog.selectedNameFilter())
        dialog.findChild(QLineEdit).setText(str(path))
        dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Save).click()

    @property
    def told(self) -> str:
        return self.notice.findChild(type(self.notice._text), "noticeText").text()


@pytest.mark.parametrize(("kind", "ending"), [("xlsx", ".xlsx"), ("csv", ".csv")])
async def test_they_are_saved_mended_and_dropped_again(qtbot: QtBot, tmp_path: Path, kind: str, ending: str) -> None:
    saving = Saving(qtbot)
    saving.save(tmp_path / "rows", kind)
    await until_seen(lambda: saving.told, lambda: str(saving.failed))
    file = tmp_path / f"rows{ending}"
    assert saving.told == f"2 rows saved: {file}. Mend them there and drop the file on the list."
    people = open_book(file).people("OM").entries
    typed = [(one.name, one.typed.removeprefix("'")) for one in people]  # in CSV, Excel would cut so long a number
    assert typed == [("Omar", "9000 001"), ("Huda", "447700900123")]
    assert dict(people[0].extras)["What to mend"] == "1 digit short of a mobile number"
    saving.card.pane.add_entries(people)
    assert saving.card.column(NUMBER).count("9000 001") == 1, "the same row again is a repeat"
    assert saving.failed == []


async def test_what_went_wrong_is_told_and_nothing_was_saved(qtbot: QtBot, tmp_path: Path) -> None:
    saving = Saving(qtbot)
    (tmp_path / "rows.xlsx").mkdir()
    saving.rows._tasks.spawn(saving.rows._save(tmp_path / "rows.xlsx"), saving.rows)
    await until_seen(lambda: saving.failed, lambda: saving.told)
    assert isinstance(saving.failed[0], UserFacingError)
    assert saving.told == ""
