from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFontInfo, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QPlainTextEdit, QPushButton

from smsdesk.domain.errors import UserFacingError
from smsdesk.domain.sentence import QT_TRANSLATE_NOOP
from smsdesk.ui.problems.problem_dialogs import CrashDialog, show_crash, show_user_facing

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

FULL = UserFacingError(
    QT_TRANSLATE_NOOP("test", "The disk is full."),
    QT_TRANSLATE_NOOP("test", "Make room on it, then try again."),
    "<b>ENOSPC</b>",
)


def test_a_problem_is_told_in_plain_text_with_what_to_do(window: QWidget) -> None:
    box = show_user_facing(window, FULL)
    assert box.isVisible()
    assert box.text() == "The disk is full. Make room on it, then try again."
    assert box.textFormat() is Qt.TextFormat.PlainText
    assert box.detailedText() == "<b>ENOSPC</b>"
    box.close()


def test_a_problem_is_left_by_a_button_that_says_what_it_does(window: QWidget) -> None:
    box = show_user_facing(window, UserFacingError(FULL.what))
    assert [button.text() for button in box.buttons()] == ["Close"]
    assert box.standardButtons() is QMessageBox.StandardButton.NoButton
    QTest.keyClick(box, Qt.Key.Key_Escape)
    assert not box.isVisible()


def test_a_report_is_written_as_large_as_everything_beside_it(qapp: QApplication, window: QWidget) -> None:
    before, large = qapp.font(), qapp.font()
    large.setPointSize(18)
    qapp.setFont(large)
    try:
        dialog = show_crash(window, "smsdesk 0.1.0")
        text = dialog.findChild(QPlainTextEdit, "crashReport")
        assert text.font().pointSizeF() == QFontInfo(dialog.font()).pointSizeF() == pytest.approx(18, abs=0.5)
        dialog.close()
    finally:
        qapp.setFont(before)


def test_a_report_can_be_read_and_copied(window: QWidget) -> None:
    dialog = show_crash(window, "smsdesk 0.1.0\nTraceback")
    text = dialog.findChild(QPlainTextEdit, "crashReport")
    assert text.toPlainText() == "smsdesk 0.1.0\nTraceback"
    assert text.isReadOnly()
    dialog.findChild(QPushButton, "copyReportButton").click()
    assert QGuiApplication.clipboard().text() == "smsdesk 0.1.0\nTraceback"
    assert "Copied" in dialog.findChild(QLabel, "crashCopied").text()
    dialog.close()


def test_further_bugs_go_into_the_dialog_that_is_open(window: QWidget) -> None:
    dialog = show_crash(window, "first")
    assert show_crash(window, "second") is dialog
    assert show_crash(None, "second") is dialog
    text = dialog.findChild(QPlainTextEdit, "crashReport").toPlainText()
    assert text.index("first") < text.index("second")
    assert text.count("second") == 1
    dialog.close()


def test_a_bug_that_goes_on_and_on_does_not_fill_the_memory(window: QWidget) -> None:
    dialog = show_crash(window, "bug 0")
    for number in range(1, 1000):
        show_crash(window, f"bug {number}")
    assert len(dialog.findChild(QPlainTextEdit, "crashReport").toPlainText()) < 10_000
    dialog.close()


def test_after_closing_the_next_bug_opens_a_new_dialog(window: QWidget, qapp: QApplication) -> None:
    dialog = show_crash(window, "first")
    dialog.findChild(QPushButton, "closeCrashButton").click()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not [each for each in qapp.topLevelWidgets() if isinstance(each, CrashDialog)]
    again = show_crash(window, "second")
    assert again.findChild(QPlainTextEdit, "crashReport").toPlainText() == "second"
    again.close()
