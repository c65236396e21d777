"""What helps when something is wrong: warnings about the profile's place, the log, and the file of diagnostics."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialogButtonBox, QFileDialog, QLabel, QLineEdit, QMessageBox, QPushButton

from smsdesk.support.exception_hooks import install_hooks
from smsdesk.support.log_file import keep_log
from smsdesk.ui.controllers.start_notices import warn_of_place

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ANNOUNCEMENT = "Sports day moved to Thursday"
PRIVATE = ("demo-password", "Sports day", "Thursday", "9000", "Amal", "Zubair", "ALNOORSCH")


@pytest.fixture
def logging_clerk(clerk: Any, demo: Any) -> Iterator[Any]:
    """The clerk's program with its log and hooks, as it has them when it runs on its own."""
    restore = install_hooks(clerk.program.report_bug)
    with keep_log(demo.folder, clerk.program.redactor):
        yield clerk
    restore()


def trigger(clerk: Any, text: str) -> None:
    next(action for action in clerk.window.findChildren(QAction) if action.text() == text).trigger()


def save_as(clerk: Any, path: Path) -> None:
    """Choose Help > Save diagnostics, type a name and press Save."""
    trigger(clerk, "Save &diagnostics…")
    dialog = clerk.find(QFileDialog, "diagnosticsFileDialog")
    assert dialog.selectedFiles()[0].endswith(".txt"), "a name is proposed"
    dialog.findChild(QLineEdit, "fileNameEdit").setText(str(path))
    dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Save).click()


async def test_diagnostics_are_saved_where_the_person_says_and_hold_nothing_private(
    logging_clerk: Any, demo: Any, tmp_path: Path
) -> None:
    clerk = logging_clerk
    await clerk.at_rest()
    clerk.write(ANNOUNCEMENT)
    clerk.add("Amal 90000012\nZubair 90000013")

    def make_a_mistake() -> None:
        raise RuntimeError(f"demo-password, {ANNOUNCEMENT} to Amal, +968 9000 0012")

    clerk.find(QPushButton, "removeRecipientsButton").clicked.connect(make_a_mistake)
    clerk.press("removeRecipientsButton")
    await clerk.until(lambda: clerk.sees("crashDialog"))
    clerk.press("closeCrashButton")
    clerk.send()
    await clerk.until(lambda: clerk.states() == ["accepted", "accepted"])
    await clerk.at_rest()
    file = tmp_path / "for support.txt"
    save_as(clerk, file)
    await clerk.until(lambda: clerk.sees("noticeText"))
    assert clerk.label("noticeText").startswith(f"Saved: {file}. No phone numbers, messages or passwords are in it")
    saved = file.read_text(encoding="utf-8")
    assert [private for private in PRIVATE if private in saved] == []
    assert "smsdesk.app: a mistake in smsdesk\n" in saved
    assert "in make_a_mistake" in saved
    assert "smsoffice: http, address changed, " in saved
    assert "accepted: 2" in saved
    clerk.press("dismissButton")
    assert not clerk.sees("noticeText")


async def test_a_place_that_can_not_be_written_is_told(clerk: Any, tmp_path: Path) -> None:
    await clerk.at_rest()
    trigger(clerk, "Save &diagnostics…")
    dialog = clerk.find(QFileDialog, "diagnosticsFileDialog")
    dialog.fileSelected.emit(str(tmp_path / "missing" / "file.txt"))
    dialog.reject()
    await clerk.until(lambda: clerk.sees("problemBox"))
    said = [label.text() for label in clerk.find(QMessageBox, "problemBox").findChildren(QLabel)]
    assert any(text.startswith("The diagnostics file could not be saved.") for text in said)
    clerk.press("closeProblemButton")


async def test_the_log_says_when_the_program_began_and_ended(logging_clerk: Any, demo: Any) -> None:
    await logging_clerk.leave()
    lines = (demo.folder / "smsdesk.log").read_text(encoding="utf-8").splitlines()
    assert "INFO smsdesk.app: smsdesk 0." in lines[0]
    assert " began: data of revision 0" in lines[0]
    assert lines[-1].endswith("INFO smsdesk.app: ended")


async def test_a_profile_in_a_synchronised_folder_is_warned_about(house: Any, tmp_path: Path) -> None:
    folder = tmp_path / "OneDrive - Al Noor School" / "smsdesk"
    folder.mkdir(parents=True)
    clerk = house.open(folder)
    await clerk.until(lambda: clerk.sees("noticeText"))
    said = clerk.label("noticeText")
    assert said.startswith(f"smsdesk keeps its data in a folder that OneDrive synchronises: {folder}. ")
    assert "--profile" in said
    clerk.press("dismissButton")
    assert not clerk.sees("noticeText")


async def test_one_warning_does_not_hide_another(house: Any, tmp_path: Path) -> None:
    folder = tmp_path / "Dropbox"
    folder.mkdir()
    (folder / "settings.json").write_text("{", encoding="utf-8")
    clerk = house.open(folder)
    await clerk.until(lambda: clerk.sees("noticeText") and "Dropbox synchronises" in clerk.label("noticeText"))
    assert clerk.label("noticeText").startswith("The settings could not be read")
    clerk.press("dismissButton")
    clerk.window.notice.add("news")
    clerk.window.notice.add("news")
    assert clerk.label("noticeText") == "news"


async def test_a_profile_on_a_disk_of_this_computer_is_not_warned_about(clerk: Any) -> None:
    await clerk.at_rest()
    await warn_of_place(clerk.window.notice, clerk.program._aside, clerk.program._folder)
    assert not clerk.sees("noticeText")
