"""A table of three people as the list shows them: ready, with a suggestion, and without one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHeaderView

from smsdesk.domain.phone_numbers import Verdict
from smsdesk.ui.recipients.check_delegate import CheckDelegate
from smsdesk.ui.recipients.people_table import PeopleTable

if TYPE_CHECKING:
    from tests.helpers.patient_bot import PatientBot

VERDICT: Final = Qt.ItemDataRole.UserRole
SUGGESTION: Final = Qt.ItemDataRole.UserRole + 1
NAME, NUMBER, CHECK = range(3)
PEOPLE = (
    ("Amal", "+968 9000 0012", "✓ ready", Verdict.READY, None),
    ("Yousef", "965 9000 0044", "! Oman or Kuwait? Write the country code first", Verdict.ATTENTION, "+96590000044"),
    ("Omar", "9000 001", "! 7 digits; mobiles in Oman have 8", Verdict.ATTENTION, None),
)


def people_model() -> QStandardItemModel:
    model = QStandardItemModel()
    for name, number, check, verdict, suggestion in PEOPLE:
        row = [QStandardItem(text) for text in (name, number, check)]
        row[CHECK].setEditable(False)
        for item in row:
            item.setData(verdict, VERDICT)
            item.setData(suggestion, SUGGESTION)
        model.appendRow(row)
    return model


def people_table(qtbot: PatientBot, width: int = 640) -> tuple[PeopleTable, CheckDelegate]:
    """The table in sight, with the keyboard."""
    table = PeopleTable(people_model(), "recipientsTable", "Recipients")
    delegate = CheckDelegate(table, verdict_role=VERDICT, suggestion_role=SUGGESTION)
    table.setItemDelegateForColumn(CHECK, delegate)
    table.model().setParent(table)
    table.horizontalHeader().setSectionResizeMode(CHECK, QHeaderView.ResizeMode.Stretch)
    qtbot.addWidget(table)
    table.resize(width, 200)
    qtbot.bring_up(table)
    table.activateWindow()
    table.setFocus()
    qtbot.waitUntil(table.hasFocus)
    return table, delegate


def click(table: PeopleTable, at: QPoint) -> None:
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)
