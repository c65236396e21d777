from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QFormLayout, QLineEdit, QWidget

from smsdesk.ui.accounts.form.field_row import FieldRow
from smsdesk.ui.widgets.form_field import FormField

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_a_problem_of_one_field_moves_neither_the_other_nor_its_label(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    first, second = FormField("Gateway", QLineEdit()), FormField("Called", QLineEdit())
    form = QFormLayout(page)
    FieldRow(first, second, filling=True).add_to(form)
    page.resize(600, 200)
    page.show()

    def places() -> list[int]:
        return [each.mapTo(page, QPoint()).y() for each in (first.control, second.control, second.label)]

    before = places()
    assert before[0] == before[1]
    second.show_problem("Give the account a name.")
    qtbot.waitUntil(lambda: second.height() > second.control.height())
    assert places() == before
