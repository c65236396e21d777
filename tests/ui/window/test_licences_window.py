from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel
from PySide6.QtWidgets import QListWidget, QPlainTextEdit

from smsdesk.ui.qt.resources import resource
from smsdesk.ui.window.licences_window import LicencesWindow

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_every_text_can_be_read_and_what_matters_most_stands_first(qtbot: QtBot) -> None:
    window = LicencesWindow()
    qtbot.addWidget(window)
    works, text = window.findChild(QListWidget, "licenceWorks"), window.findChild(QPlainTextEdit, "licenceText")
    assert [works.item(row).text() for row in range(5)] == [
        "smsdesk", "Qt, PySide6 and Shiboken 6.11.3", "GNU LGPL 3", "GNU GPL 3", "Python",
    ]  # fmt: skip
    assert works.count() == len(list(resource("licences").glob("*.txt")))
    seen = set()
    for row in range(works.count()):
        index = works.model().index(row, 0)
        works.selectionModel().select(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        seen.add(text.toPlainText())
    assert len(seen) == works.count()
    assert min(map(len, seen)) > 500
    assert text.isReadOnly()


def test_the_notice_of_the_lgpl_says_that_the_libraries_can_be_replaced_and_where_their_sources_are() -> None:
    notice = (resource("licences") / "qt.txt").read_text(encoding="utf-8")
    for told in ("Lesser General Public License, version 3", "You may replace them", "https://download.qt.io/"):
        assert told in notice
