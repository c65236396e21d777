from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QPushButton, QTableView

from smsdesk.ui.recipients.recipients_model import RecipientsModel

if TYPE_CHECKING:
    from tests.helpers.window.operator import OpenDemo, Operator


ISMART = "iSmart (REST) — Demo"
SMS_OFFICE = "SMS Office — Demo"
NAME, NUMBER, CHECK = range(3)

THREE = "Amal\t+968 9000 0012\nSaid\t9000 0013\n+968 9000 0014"


def chips(operator: Operator) -> str:
    """The counts above the list."""
    seen = [each for each in operator.window.findChildren(QAbstractButton) if each.objectName().startswith("chip")]
    return " · ".join(each.text() for each in seen if each.isVisible())


def people(operator: Operator) -> list[tuple[str, str, str]]:
    """The rows as name, number, and the sign that says whether the row is ready."""
    return [(name, number, check[0]) for name, number, check in operator.rows("recipientsTable")]


def names(operator: Operator) -> list[str]:
    return [row[NAME] for row in operator.rows("recipientsTable")]


def type_into_cell(text: str) -> None:
    """Type into the cell that is being edited, in place of what it holds, and press Enter."""
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    editor.selectAll()
    QTest.keyClicks(editor, text)
    QTest.keyClick(editor, Qt.Key.Key_Return)


async def test_a_paste_of_many_lines_keeps_names_and_merges_repeats(operator: Operator) -> None:
    operator.add(f"{THREE}\n00968 9000 0012\n٩٠٠٠٠٠١٤; Maryam")
    assert people(operator) == [
        ("Amal", "+968 9000 0012", "✓"),
        ("Said", "+968 9000 0013", "✓"),
        ("Maryam", "+968 9000 0014", "✓"),
    ]
    assert chips(operator) == "3 ready · 2 repeats"
    assert operator.paste_box.toPlainText() == ""


async def test_enter_adds_what_was_typed(operator: Operator) -> None:
    operator.paste_box.setFocus()
    QTest.keyClicks(operator.paste_box, "Amal 90000012")
    QTest.keyClick(operator.paste_box, Qt.Key.Key_Return)
    assert people(operator) == [("Amal", "+968 9000 0012", "✓")]
    QTest.keyClicks(operator.paste_box, "90000013")
    QTest.keyClick(operator.paste_box, Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier)
    assert len(operator.rows("recipientsTable")) == 2


async def test_nothing_is_added_when_nothing_was_typed(operator: Operator) -> None:
    operator.press("addRecipientsButton")
    assert operator.rows("recipientsTable") == []
    assert not operator.find(QPushButton, "undoButton").isEnabled()


async def test_a_bad_row_says_why_and_is_mended_in_place(operator: Operator) -> None:
    operator.add("Amal 900000\nSaid 90000013")
    assert operator.rows("recipientsTable")[0] == ("Amal", "900000", "! 2 digits missing")
    assert chips(operator) == "1 ready · 1 needs attention"
    operator.click_cell("recipientsTable", 0, NUMBER, twice=True)
    type_into_cell("90000012")
    await operator.until(lambda: people(operator)[0] == ("Amal", "+968 9000 0012", "✓"))
    assert chips(operator) == "2 ready"


async def test_a_name_is_changed_in_place(operator: Operator) -> None:
    operator.add("Amal 90000012")
    operator.click_cell("recipientsTable", 0, NAME, twice=True)
    type_into_cell("Amal Said")
    await operator.until(lambda: names(operator) == ["Amal Said"])


async def test_a_row_edited_into_somebody_on_the_list_merges_with_them(operator: Operator) -> None:
    operator.add("Amal 90000012\n9000001")
    operator.click_cell("recipientsTable", 1, NUMBER, twice=True)
    type_into_cell("90000012")
    await operator.until(lambda: people(operator) == [("Amal", "+968 9000 0012", "✓")])
    assert chips(operator) == "1 ready · 1 repeat"


async def test_delete_takes_a_row_off_and_undo_brings_it_back_to_its_place(operator: Operator) -> None:
    operator.add("Amal 90000012\nSaid 90000013\nMaryam 90000014")
    operator.click_cell("recipientsTable", 1, NAME)
    QTest.keyClick(operator.find(QTableView, "recipientsTable"), Qt.Key.Key_Delete)
    assert names(operator) == ["Amal", "Maryam"]
    operator.press("undoButton")
    assert names(operator) == ["Amal", "Said", "Maryam"]


async def test_delete_in_a_cell_that_is_being_edited_deletes_a_character(operator: Operator) -> None:
    operator.add("Amal 90000012")
    operator.click_cell("recipientsTable", 0, NAME, twice=True)
    editor = QApplication.focusWidget()
    QTest.keyClick(editor, Qt.Key.Key_Home)
    QTest.keyClick(editor, Qt.Key.Key_Delete)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    await operator.until(lambda: names(operator) == ["mal"])


async def test_several_rows_are_removed_with_one_click_and_come_back_with_one(operator: Operator) -> None:
    operator.add("Amal 90000012\nSaid 90000013\nMaryam 90000014")
    operator.click_cell("recipientsTable", 0, NAME)
    table = operator.find(QTableView, "recipientsTable")
    at = table.visualRect(table.model().index(2, NAME)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, at)
    operator.press("removeRecipientsButton")
    assert names(operator) == ["Said"]
    operator.press("undoButton")
    assert names(operator) == ["Amal", "Said", "Maryam"]


async def test_undo_goes_back_step_by_step_to_the_empty_list(operator: Operator) -> None:
    operator.add("Amal 90000012")
    operator.add("Said 90000013")
    operator.press("undoButton")
    assert names(operator) == ["Amal"]
    operator.press("undoButton")
    assert names(operator) == []
    assert not operator.find(QPushButton, "undoButton").isEnabled()


async def test_an_empty_list_tells_how_to_fill_it(operator: Operator) -> None:
    teaching = "Add people: paste numbers from anywhere, with or without names, then press Add."
    assert teaching in operator.shown_texts()
    operator.add("90000012")
    assert teaching not in operator.shown_texts()


async def test_another_account_reads_the_numbers_its_own_way(operator: Operator) -> None:
    operator.add("+44 7700 900123\n90000012")
    assert people(operator) == [("", "+44 7700 900123", "✓"), ("", "+968 9000 0012", "✓")]
    operator.choose(ISMART)
    assert people(operator) == [("", "+44 7700 900123", "!"), ("", "+968 9000 0012", "✓")]
    why = operator.rows("recipientsTable")[0][CHECK]
    assert why == "! iSmart (REST) sends to Oman only: +968 and 8 digits"
    assert chips(operator) == "1 ready · 1 needs attention"
    operator.choose(SMS_OFFICE)
    assert chips(operator) == "2 ready"


async def test_undo_after_a_change_of_account_reads_the_old_rows_for_the_new_one(operator: Operator) -> None:
    operator.add("+44 7700 900123")
    operator.add("90000012")
    operator.choose(ISMART)
    operator.press("undoButton")
    assert people(operator) == [("", "+44 7700 900123", "!")]


async def test_what_stands_in_the_paste_box_is_added_when_send_is_pressed(operator: Operator) -> None:
    operator.write("Closed on Sunday")
    operator.add("90000012")
    operator.paste("Said 90000013", operator.paste_box)
    operator.press("sendButton")
    assert operator.find(QPushButton, "confirmSendButton").text() == "Send 2 messages"
    operator.press("cancelSendButton")
    assert operator.paste_box.toPlainText() == ""
    assert len(operator.rows("recipientsTable")) == 2


async def test_a_name_that_looks_like_markup_is_shown_as_it_was_written(operator: Operator) -> None:
    operator.add("Amal <b>Said</b> Ali 90000012")
    assert names(operator) == ["Amal <b>Said</b> Ali"]
    tooltip = operator.find(QTableView, "recipientsTable").model().index(0, NAME).data(Qt.ItemDataRole.ToolTipRole)
    assert "<b>" not in tooltip


async def test_a_long_paste_is_in_the_list_soon_and_send_waits_for_it(operator: Operator) -> None:
    operator.write("Closed on Sunday")
    operator.paste("\n".join(f"Amal Said\t+44 7700 900{number:03}" for number in range(600)), operator.paste_box)
    assert operator.paste_box.toPlainText() == ""
    operator.press("sendButton")
    await operator.until(lambda: operator.sees("confirmSendButton"))
    assert operator.find(QPushButton, "confirmSendButton").text() == "Send 600 messages"
    operator.press("cancelSendButton")
    operator.press("undoButton")
    assert operator.rows("recipientsTable") == []


async def test_a_long_paste_that_was_not_read_when_the_window_closed_is_there_at_the_next_start(
    operator: Operator, open_demo: OpenDemo
) -> None:
    long = "\n".join(f"Amal Said\t+44 7700 900{number:03}" for number in range(600))
    operator.paste(long, operator.paste_box)
    await operator.leave()
    again = open_demo()
    await again.until(lambda: len(again.rows("recipientsTable")) == 600)


async def test_a_long_list_and_what_came_with_it_survive_a_restart(operator: Operator, open_demo: OpenDemo) -> None:
    head, rows = "Name\tPhone\tClass\n", (f"Amal\t+44 7700 900{number:03}\t4B" for number in range(500))
    operator.add(head + "\n".join([*rows, "Huda\t24123456\t4C"]))
    await operator.until(lambda: len(operator.rows("recipientsTable")) == 501)
    operator.window.findChild(RecipientsModel).take_suggestions([500])
    await operator.leave()
    again = open_demo()
    await again.until(lambda: len(again.rows("recipientsTable")) == 501)
    assert again.rows("recipientsTable")[500][CHECK].startswith("✓")
