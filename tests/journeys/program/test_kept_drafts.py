"""What was being written when Use again took its place: there after a restart, found again, brought back or let go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QPushButton, QTableView

if TYPE_CHECKING:
    from tests.helpers.window.operator import OpenDemo, Operator

DRAFT = "What I was writing"


async def send_one(operator: Operator) -> None:
    operator.write("Closed on Sunday")
    operator.add("Amal 90000012")
    operator.send()
    await operator.until(lambda: operator.message.toPlainText() == "")
    await operator.at_rest()


def kept_drafts(operator: Operator) -> QDialog:
    operator.find(QAction, "keptDraftsAction").trigger()
    return operator.find(QDialog, "keptDraftsDialog")


def listed(dialog: QDialog) -> list[str]:
    model = dialog.findChildren(QTableView)[0].model()
    return [str(model.index(row, 1).data()) for row in range(model.rowCount())]


async def test_a_draft_is_found_again_after_a_restart_and_brought_back_whole(
    operator: Operator, open_demo: OpenDemo
) -> None:
    await send_one(operator)
    operator.write(DRAFT)
    operator.add("Zahra 90000015\nno number 12")
    operator.press("useAgainButton")
    assert DRAFT in operator.label("keptDraftText")
    await operator.leave()
    again = open_demo()
    await again.ready()
    assert again.message.toPlainText() == "Closed on Sunday"
    dialog = kept_drafts(again)
    assert listed(dialog) == [DRAFT]
    dialog.findChildren(QPushButton, "bringKeptBackButton")[0].click()
    await again.until(lambda: again.message.toPlainText() == DRAFT)
    assert "Zahra" in [row[0] for row in again.rows("recipientsTable")]
    await again.until(lambda: again.program.office.drafts.load().text == DRAFT)
    kept = [draft.text for draft in again.program.office.kept_drafts.all()]
    assert kept == ["Closed on Sunday"]  # it stood in the composer, and might have been written there


async def test_later_hides_the_strip_and_keeps_the_draft(operator: Operator) -> None:
    await send_one(operator)
    operator.write(DRAFT)
    operator.press("useAgainButton")
    operator.press("keepForLaterButton")
    assert not operator.sees("keptDraftText")
    await operator.until(lambda: len(operator.program.office.kept_drafts.all()) == 1)
    dialog = kept_drafts(operator)
    assert listed(dialog) == [DRAFT]
    dialog.findChildren(QPushButton, "throwAwayButton")[0].click()
    dialog.reject()
    await operator.until(lambda: operator.program.office.kept_drafts.all() == [])


async def test_what_is_thrown_away_in_the_list_is_not_offered_by_the_strip(operator: Operator) -> None:
    await send_one(operator)
    operator.write(DRAFT)
    operator.press("useAgainButton")
    await operator.until(lambda: len(operator.program.office.kept_drafts.all()) == 1)
    dialog = kept_drafts(operator)
    dialog.findChildren(QPushButton, "throwAwayButton")[0].click()
    assert DRAFT in operator.label("keptDraftText")
    dialog.reject()
    await operator.until(lambda: not operator.sees("keptDraftText"))


async def test_a_draft_that_is_brought_back_while_something_can_be_taken_back_is_not_emptied_with_it(
    operator: Operator,
) -> None:
    await send_one(operator)
    operator.write(DRAFT)
    operator.press("useAgainButton")
    operator.program.settings.undo_seconds = 3600
    operator.write("Closed on Monday, too")
    operator.send()
    await operator.counts_down()
    operator.press("bringBackButton")
    assert operator.message.toPlainText() == DRAFT
    assert not operator.message.isReadOnly()
    # What was sent is no draft that would be kept.
    await operator.until(lambda: operator.program.office.kept_drafts.all() == [])
    operator.press("undoSendButton")
    await operator.until(lambda: not operator.sees("undoSendButton"))
    assert operator.message.toPlainText() == DRAFT
