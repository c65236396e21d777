"""From pane to pane by keys: each has the focus again where it was, and no key does what nobody asked for."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

import pytest
import shiboken6
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QLineEdit, QTableView

from tests.helpers.keys import CONTROL, SHIFT, focus, press

if TYPE_CHECKING:
    from tests.helpers.window.operator import Operator


async def test_f6_walks_the_panes_and_back(operator: Operator) -> None:
    panes = (operator.window.compose, operator.window.recipients, operator.window.history, operator.window.account)
    operator.message.setFocus()
    for pane in (*panes[1:], panes[0], panes[1]):
        press(Qt.Key.Key_F6)
        assert pane.isAncestorOf(focus())
    for pane in (panes[0], panes[3], panes[2]):
        press(Qt.Key.Key_F6, SHIFT)
        assert pane.isAncestorOf(focus())


async def test_a_pane_has_the_focus_again_where_it_was(operator: Operator) -> None:
    operator.find(QLineEdit, "senderEdit").setFocus()
    sender = focus()
    press(Qt.Key.Key_F6)
    assert focus().objectName() == "recipientsInput"
    press(Qt.Key.Key_F6, SHIFT)
    assert focus() is sender


@pytest.mark.parametrize(
    ("key", "modifiers"), [(Qt.Key.Key_2, CONTROL), (Qt.Key.Key_F6, Qt.KeyboardModifier.NoModifier)]
)
async def test_the_first_key_in_the_people_writes_over_no_number(
    operator: Operator, key: Qt.Key, modifiers: Qt.KeyboardModifier
) -> None:
    operator.add("Amal 90000012")
    table = operator.find(QTableView, "recipientsTable")
    table.setFocus()
    table.setCurrentIndex(table.model().index(0, 1))
    operator.message.setFocus()
    press(key, modifiers)
    press(Qt.Key.Key_7)
    assert operator.paste_box.toPlainText() == "7"
    assert operator.rows("recipientsTable")[0][1] == "+968 9000 0012"
    assert table.state() == QTableView.State.NoState


async def test_a_garbage_collection_after_the_walk_takes_nothing_of_the_window(operator: Operator) -> None:
    operator.message.setFocus()
    everything = operator.window.findChildren(QObject)
    for key in (Qt.Key.Key_F6, Qt.Key.Key_Tab, Qt.Key.Key_F6, Qt.Key.Key_F6, Qt.Key.Key_F6):
        press(key)
    gc.collect()
    assert [each for each in everything if not shiboken6.isValid(each)] == []


async def test_control_and_a_figure_go_to_a_pane(operator: Operator) -> None:
    operator.message.setFocus()
    press(Qt.Key.Key_3, CONTROL)
    assert operator.window.history.isAncestorOf(focus())
    press(Qt.Key.Key_1, CONTROL)
    assert operator.message.hasFocus()


async def test_tab_leads_from_the_message_to_the_people_and_on_to_send_and_the_history(operator: Operator) -> None:
    operator.message.setFocus()
    walked = []
    for _ in range(40):
        press(Qt.Key.Key_Tab)
        walked.append(focus())
        if operator.window.history.isAncestorOf(focus()):
            break
    names = [each.objectName() for each in walked]
    assert names[0] == "recipientsInput"
    people = [at for at, widget in enumerate(walked) if operator.window.recipients.isAncestorOf(widget)]
    assert people == list(range(len(people)))
    assert names[len(people)] == "sendButton"
    assert operator.window.history.isAncestorOf(walked[-1])
