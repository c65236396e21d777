from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QTableView

ISMART = "iSmart (REST) — Demo"
SMS_OFFICE = "SMS Office — Demo"
NAME, NUMBER, CHECK = range(3)

THREE = "Amal\t+968 9000 0012\nSaid\t9000 0013\n+968 9000 0014"


def footer(clerk: Any) -> str:
    """The counts below the list."""
    counts = ("ready", "attention", "merged")
    return " ".join(text.strip() for text in clerk.shown_texts() if text.strip().endswith(counts))


def people(clerk: Any) -> list[tuple[str, str, str]]:
    """The rows as name, number, and the sign that says whether the row is ready."""
    return [(name, number, check[0]) for name, number, check in clerk.rows("recipientsTable")]


def names(clerk: Any) -> list[str]:
    return [row[NAME] for row in clerk.rows("recipientsTable")]


def type_into_cell(text: str) -> None:
    """Type into the cell that is being edited, in place of what it holds, and press Enter."""
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    editor.selectAll()
    QTest.keyClicks(editor, text)
    QTest.keyClick(editor, Qt.Key.Key_Return)


async def test_a_paste_of_many_lines_keeps_names_and_merges_repeats(clerk: Any) -> None:
    clerk.add(f"{THREE}\n00968 9000 0012\n٩٠٠٠٠٠١٤; Maryam")
    assert people(clerk) == [
        ("Amal", "+968 9000 0012", "✓"),
        ("Said", "+968 9000 0013", "✓"),
        ("Maryam", "+968 9000 0014", "✓"),
    ]
    assert footer(clerk) == "3 ready · 2 repeats merged"
    assert clerk.paste_box.toPlainText() == ""


async def test_enter_adds_what_was_typed(clerk: Any) -> None:
    clerk.paste_box.setFocus()
    QTest.keyClicks(clerk.paste_box, "Amal 90000012")
    QTest.keyClick(clerk.paste_box, Qt.Key.Key_Return)
    assert people(clerk) == [("Amal", "+968 9000 0012", "✓")]
    QTest.keyClicks(clerk.paste_box, "90000013")
    QTest.keyClick(clerk.paste_box, Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier)
    assert len(clerk.rows("recipientsTable")) == 2


async def test_nothing_is_added_when_nothing_was_typed(clerk: Any) -> None:
    clerk.press("addRecipientsButton")
    assert clerk.rows("recipientsTable") == []
    assert not clerk.find(QPushButton, "undoButton").isEnabled()


async def test_a_bad_row_says_why_and_is_mended_in_place(clerk: Any) -> None:
    clerk.add("Amal 900000\nSaid 90000013")
    assert clerk.rows("recipientsTable")[0] == ("Amal", "900000", "! 2 digits missing")
    assert footer(clerk) == "1 ready · 1 needs attention"
    clerk.click_cell("recipientsTable", 0, NUMBER, twice=True)
    type_into_cell("90000012")
    await clerk.until(lambda: people(clerk)[0] == ("Amal", "+968 9000 0012", "✓"))
    assert footer(clerk) == "2 ready"


async def test_a_name_is_changed_in_place(clerk: Any) -> None:
    clerk.add("Amal 90000012")
    clerk.click_cell("recipientsTable", 0, NAME, twice=True)
    type_into_cell("Amal Said")
    await clerk.until(lambda: names(clerk) == ["Amal Said"])


async def test_a_row_edited_into_somebody_on_the_list_merges_with_them(clerk: Any) -> None:
    clerk.add("Amal 90000012\n9000001")
    clerk.click_cell("recipientsTable", 1, NUMBER, twice=True)
    type_into_cell("90000012")
    await clerk.until(lambda: people(clerk) == [("Amal", "+968 9000 0012", "✓")])
    assert footer(clerk) == "1 ready · 1 repeat merged"


async def test_delete_takes_a_row_off_and_undo_brings_it_back_to_its_place(clerk: Any) -> None:
    clerk.add("Amal 90000012\nSaid 90000013\nMaryam 90000014")
    clerk.click_cell("recipientsTable", 1, NAME)
    QTest.keyClick(clerk.find(QTableView, "recipientsTable"), Qt.Key.Key_Delete)
    assert names(clerk) == ["Amal", "Maryam"]
    clerk.press("undoButton")
    assert names(clerk) == ["Amal", "Said", "Maryam"]


async def test_delete_in_a_cell_that_is_being_edited_deletes_a_character(clerk: Any) -> None:
    clerk.add("Amal 90000012")
    clerk.click_cell("recipientsTable", 0, NAME, twice=True)
    editor = QApplication.focusWidget()
    QTest.keyClick(editor, Qt.Key.Key_Home)
    QTest.keyClick(editor, Qt.Key.Key_Delete)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    await clerk.until(lambda: names(clerk) == ["mal"])


async def test_several_rows_are_removed_with_one_click_and_come_back_with_one(clerk: Any) -> None:
    clerk.add("Amal 90000012\nSaid 90000013\nMaryam 90000014")
    clerk.click_cell("recipientsTable", 0, NAME)
    table = clerk.find(QTableView, "recipientsTable")
    at = table.visualRect(table.model().index(2, NAME)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, at)
    clerk.press("removeRecipientsButton")
    assert names(clerk) == ["Said"]
    clerk.press("undoButton")
    assert names(clerk) == ["Amal", "Said", "Maryam"]


async def test_undo_goes_back_step_by_step_to_the_empty_list(clerk: Any) -> None:
    clerk.add("Amal 90000012")
    clerk.add("Said 90000013")
    clerk.press("undoButton")
    assert names(clerk) == ["Amal"]
    clerk.press("undoButton")
    assert names(clerk) == []
    assert not clerk.find(QPushButton, "undoButton").isEnabled()


async def test_an_empty_list_tells_how_to_fill_it(clerk: Any) -> None:
    teaching = "Add people: paste numbers from anywhere, with or without names, then press Add."
    assert teaching in clerk.shown_texts()
    clerk.add("90000012")
    assert teaching not in clerk.shown_texts()


async def test_another_account_reads_the_numbers_its_own_way(clerk: Any) -> None:
    clerk.add("+44 7700 900123\n90000012")
    assert people(clerk) == [("", "+44 7700 900123", "✓"), ("", "+968 9000 0012", "✓")]
    clerk.choose(ISMART)
    assert people(clerk) == [("", "+44 7700 900123", "!"), ("", "+968 9000 0012", "✓")]
    why = clerk.rows("recipientsTable")[0][CHECK]
    assert why == "! iSmart (REST) sends to Oman only: +968 and 8 digits"
    assert footer(clerk) == "1 ready · 1 needs attention"
    clerk.choose(SMS_OFFICE)
    assert footer(clerk) == "2 ready"


async def test_undo_after_a_change_of_account_reads_the_old_rows_for_the_new_one(clerk: Any) -> None:
    clerk.add("+44 7700 900123")
    clerk.add("90000012")
    clerk.choose(ISMART)
    clerk.press("undoButton")
    assert people(clerk) == [("", "+44 7700 900123", "!")]


async def test_what_stands_in_the_paste_box_is_added_when_send_is_pressed(clerk: Any) -> None:
    clerk.write("Closed on Sunday")
    clerk.add("90000012")
    clerk.paste("Said 90000013", clerk.paste_box)
    clerk.press("sendButton")
    assert clerk.find(QPushButton, "confirmSendButton").text() == "Send 2 messages"
    clerk.press("cancelSendButton")
    assert clerk.paste_box.toPlainText() == ""
    assert len(clerk.rows("recipientsTable")) == 2


async def test_a_name_that_looks_like_markup_is_shown_as_it_was_written(clerk: Any) -> None:
    clerk.add("Amal <b>Said</b> Ali 90000012")
    assert names(clerk) == ["Amal <b>Said</b> Ali"]
    tooltip = clerk.find(QTableView, "recipientsTable").model().index(0, NAME).data(Qt.ItemDataRole.ToolTipRole)
    assert "<b>" not in tooltip
