"""What helps when something is wrong: warnings about the profile's place, the log, and the file of diagnostics."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QDialogButtonBox, QFileDialog, QLabel, QLineEdit, QMessageBox, QPushButton

from smsdesk.support.exception_hooks import install_hooks
from smsdesk.support.log_file import keep_log
from smsdesk.ui.controllers.start_notices import warn_of_place

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from smsdesk.demo import Demo
    from tests.helpers.window.operator import Operator, Programs

ANNOUNCEMENT = "Sports day moved to Thursday"
PRIVATE = ("demo-password", "Sports day", "Thursday", "9000", "Amal", "Zubair", "ALNOORSCH")


@pytest.fixture
def kept_log(operator: Operator, demo: Demo) -> Iterator[None]:
    """The log and the hooks that the program has when it runs on its own."""
    restore = install_hooks(operator.program.report_bug)
    with keep_log(demo.folder, operator.program.redactor):
        yield
    restore()


def save_as(operator: Operator, path: Path) -> None:
    """Choose Help > Save diagnostics, type a name and press Save."""
    operator.trigger("Save &diagnostics…")
    dialog = operator.find(QFileDialog, "diagnosticsFileDialog")
    assert dialog.selectedFiles()[0].endswith(".txt"), "a name is proposed"
    dialog.findChild(QLineEdit, "fileNameEdit").setText(str(path))
    dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Save).click()


async def test_diagnostics_are_saved_where_the_person_says_and_hold_nothing_private(
    kept_log: None, operator: Operator, demo: Demo, tmp_path: Path
) -> None:
    await operator.at_rest()
    operator.write(ANNOUNCEMENT)
    operator.add("Amal 90000012\nZubair 90000013")

    def make_a_mistake() -> None:
        raise RuntimeError(f"demo-password, {ANNOUNCEMENT} to Amal, +968 9000 0012")

    operator.find(QPushButton, "removeRecipientsButton").clicked.connect(make_a_mistake)
    operator.press("removeRecipientsButton")
    await operator.until(lambda: operator.sees("crashDialog"))
    operator.press("closeCrashButton")
    operator.send()
    await operator.until(lambda: operator.states() == ["accepted", "accepted"])
    await operator.at_rest()
    file = tmp_path / "for support.txt"
    save_as(operator, file)
    await operator.until(lambda: operator.sees("noticeText"))
    assert operator.label("noticeText").startswith(f"Saved: {file}. No phone numbers, messages or passwords are in it")
    saved = file.read_text(encoding="utf-8")
    assert [private for private in PRIVATE if private in saved] == []
    assert "smsdesk.ui.problems.problem_dialogs: a mistake in smsdesk\n" in saved
    assert "in make_a_mistake" in saved
    assert "smsoffice: http, address changed, " in saved
    assert "accepted: 2" in saved
    operator.press("dismissButton")
    assert not operator.sees("noticeText")


async def test_a_place_that_can_not_be_written_is_told(operator: Operator, tmp_path: Path) -> None:
    await operator.at_rest()
    operator.trigger("Save &diagnostics…")
    dialog = operator.find(QFileDialog, "diagnosticsFileDialog")
    dialog.fileSelected.emit(str(tmp_path / "missing" / "file.txt"))
    dialog.reject()
    await operator.until(lambda: operator.sees("problemBox"))
    said = [label.text() for label in operator.find(QMessageBox, "problemBox").findChildren(QLabel)]
    assert any(text.startswith("The diagnostics file could not be saved.") for text in said)
    operator.press("closeProblemButton")


async def test_the_log_says_when_the_program_began_and_ended(kept_log: None, operator: Operator, demo: Demo) -> None:
    await operator.leave()
    lines = (demo.folder / "smsdesk.log").read_text(encoding="utf-8").splitlines()
    assert "INFO smsdesk.app: smsdesk 0." in lines[0]
    assert " began: data of revision 0" in lines[0]
    assert lines[-1].endswith("INFO smsdesk.app: ended")


async def test_a_profile_in_a_synchronised_folder_is_warned_about(programs: Programs, tmp_path: Path) -> None:
    folder = tmp_path / "OneDrive - Al Noor School" / "smsdesk"
    folder.mkdir(parents=True)
    operator = programs.open(folder)
    await operator.until(lambda: operator.sees("noticeText"))
    said = operator.label("noticeText")
    assert said.startswith(f"smsdesk keeps its data in a folder that OneDrive synchronises: {folder}. ")
    assert "--profile" in said
    operator.press("dismissButton")
    assert not operator.sees("noticeText")


async def test_one_warning_does_not_hide_another(programs: Programs, tmp_path: Path) -> None:
    folder = tmp_path / "Dropbox"
    folder.mkdir()
    (folder / "settings.json").write_text("{", encoding="utf-8")
    operator = programs.open(folder)
    await operator.until(lambda: operator.sees("noticeText") and "Dropbox synchronises" in operator.label("noticeText"))
    assert operator.label("noticeText").startswith("The settings could not be read")
    operator.press("dismissButton")
    operator.window.notice.add("news")
    operator.window.notice.add("news")
    assert operator.label("noticeText") == "news"


async def test_a_profile_on_a_disk_of_this_computer_is_not_warned_about(operator: Operator) -> None:
    await operator.at_rest()
    await warn_of_place(operator.window.notice, operator.program._aside, operator.program._folder)
    assert not operator.sees("noticeText")
