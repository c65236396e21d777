"""The question before money is spent: what it says, and what each key does."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QWidget

from smsdesk.ui.confirmation.facts import ScrolledColumn
from tests.helpers.window.confirmations import FRONT_DESK, LIST, asked

if TYPE_CHECKING:
    from PySide6.QtGui import QFont

    from tests.helpers.window.confirmations import Open

AMAL, LAILA = "+96890000012", "+96890000013"
AFRICA = replace(FRONT_DESK, provider="ismart-rest", senders=(), country="ZA")
CONTROL = Qt.KeyboardModifier.ControlModifier


def test_it_says_who_where_when_and_from_whom(ask: Open) -> None:
    seen = ask(asked())
    assert seen.label("audienceHeading") == "To 4 people"
    assert seen.label("whereText") == "2 in South Africa, 2 in Oman"
    assert seen.label("leftOutText") == "1 row that needs attention"
    assert seen.label("whenText") == "Now, after 10 seconds to undo"
    assert seen.label("previewSender") == "ALNOORSCH"
    assert seen.label("previewRoute") == "From ALNOORSCH, through SMS Office — Front desk"
    assert seen.label("previewSummary") == "1 part · 17/160 · GSM-7"
    assert seen.button("confirmSendButton").text() == "Send 4 messages"


def test_the_time_is_now_where_nothing_can_be_undone_and_else_the_one_that_was_picked(ask: Open) -> None:
    assert ask(asked(undo_s=0)).label("whenText") == "Now"
    later = ask(asked(send_at=datetime.now(UTC) + timedelta(days=3)))
    assert re.match(r"\w{3} \d+ \w+ \d{4}, \d+:\d\d", later.label("whenText"))


def test_cancel_has_the_focus_and_is_what_enter_and_escape_mean(ask: Open) -> None:
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Escape):
        seen = ask(asked())
        sent: list[bool] = []
        seen.dialog.accepted.connect(lambda sent=sent: sent.append(True))
        assert seen.dialog.focusWidget() is seen.button("cancelSendButton")
        QTest.keyClick(seen.dialog, key)
        assert (seen.dialog.isVisible(), sent) == (False, [])


def test_enter_does_not_send_even_from_the_send_button(ask: Open) -> None:
    seen = ask(asked())
    sent: list[bool] = []
    seen.dialog.accepted.connect(lambda: sent.append(True))
    seen.button("confirmSendButton").setFocus()
    QTest.keyClick(seen.button("confirmSendButton"), Qt.Key.Key_Return)
    assert sent == []


def test_where_there_is_just_room_nothing_is_scrolled(ask: Open) -> None:
    many = [*LIST, *((f"900001{n:02}", "Somebody") for n in range(9))]
    dialog = ask(asked("سنغلق ظهراً.", many, already=[AMAL])).dialog
    column = dialog.findChild(ScrolledColumn, "confirmColumn")
    spare = column.viewport().height() - column.height_for(column.viewport().width())
    dialog.resize(dialog.width(), dialog.height() - spare)
    QApplication.processEvents()
    assert column.verticalScrollBar().maximum() == 0


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_control_and_enter_send_and_are_named(ask: Open, key: Qt.Key) -> None:
    seen = ask(asked())
    sent: list[bool] = []
    seen.dialog.accepted.connect(lambda: sent.append(True))
    assert seen.label("sendKeys") == "Ctrl+Enter sends"
    QTest.keyClick(seen.dialog, key, CONTROL)
    assert sent == [True]


def test_each_caution_shows_whom_it_means(ask: Open) -> None:
    seen = ask(asked(already=[AMAL]))
    assert {"1 number repaired", "2 numbers in another country than Oman"} <= set(seen.shown_texts())
    ((name, number, said),) = seen.rows("showRepairedButton")
    assert (name, number) == ("ليلى", "+968 9000 0013")
    assert said.startswith("the spreadsheet's decimals were taken off")
    assert [row[0] for row in seen.rows("showAbroadButton")] == ["Thandi", ""]
    ((name, _, said),) = seen.rows("showRepeatedButton")
    assert name == "Amal"
    assert re.fullmatch(r"got this on 20 Nov.* at \d\d:\d\d", said)
    assert seen.rows("showLeftOutButton") == [("Said", "900000", "2 digits missing")]
    assert [row[0] for row in seen.rows("showAllButton")] == ["Thandi", "ليلى", ""]


def test_who_has_the_text_is_left_out_or_not_and_everything_follows(ask: Open) -> None:
    seen = ask(asked(already=[AMAL, LAILA]))
    assert seen.label("audienceHeading") == "To 2 people"
    assert seen.label("whereText") == "2 in South Africa"
    assert not seen.sees("showRepairedButton")
    assert seen.button("showRepeatedButton").text() == "Sho&w the 2"
    assert seen.dialog.people_left_out() == {AMAL, LAILA}
    seen.button("leaveOutCheck").click()
    assert seen.label("audienceHeading") == "To 4 people"
    assert seen.button("showRepairedButton").text() == "&Show the 1"
    assert seen.dialog.people_left_out() == frozenset()
    assert seen.button("confirmSendButton").text() == "Send 4 messages"


def test_where_nothing_is_odd_there_is_no_box(ask: Open) -> None:
    seen = ask(asked(listed=[("+27830000012", "Thandi")], account=AFRICA))
    for name in ("showRepairedButton", "showOddButton", "showAbroadButton", "repeatText", "leftOutText"):
        assert not seen.sees(name)
    assert not seen.dialog.findChildren(QCheckBox, "leaveOutCheck")[0].isVisible()


def test_escape_in_a_list_goes_back_to_the_question(ask: Open) -> None:
    seen = ask(asked())
    sent: list[bool] = []
    seen.dialog.accepted.connect(lambda: sent.append(True))
    seen.button("showAllButton").setFocus()
    QTest.keyClick(seen.button("showAllButton"), Qt.Key.Key_Return)
    table = seen.people
    assert table is not None
    QTest.keyClick(table, Qt.Key.Key_Return, CONTROL)
    assert sent == []
    if table.isVisible():
        QTest.keyClick(table, Qt.Key.Key_Escape)
    assert (seen.people, seen.dialog.isVisible(), sent) == (None, True, [])


def test_tab_reaches_every_button_that_shows_somebody(ask: Open) -> None:
    seen = ask(asked(already=[AMAL]))
    reached = set()
    for _ in range(20):
        QTest.keyClick(seen.dialog.focusWidget() or seen.dialog, Qt.Key.Key_Tab)
        reached.add((seen.dialog.focusWidget() or seen.dialog).objectName())
    assert reached >= {
        "showAllButton", "showLeftOutButton", "showRepairedButton", "showAbroadButton", "showRepeatedButton",
        "leaveOutCheck", "confirmSendButton", "cancelSendButton",
    }  # fmt: skip


@pytest.fixture
def large_print(qapp: QApplication) -> QFont:
    before = qapp.font()
    large = qapp.font()
    large.setPointSizeF(18)
    qapp.setFont(large)
    yield large
    qapp.setFont(before)


@pytest.mark.usefixtures("large_print", "mirrored")
def test_in_large_print_on_a_small_screen_the_buttons_stay_and_the_rest_scrolls(ask: Open) -> None:
    long = "الأحوال الجوية سيئة.\n" * 20
    seen = ask(asked(long, [*LIST, *((f"900001{n:02}", "Noor") for n in range(40))], already=[AMAL]))
    seen.dialog.resize(QSize(1024, 660))
    QApplication.processEvents()
    assert seen.dialog.minimumSizeHint().width() <= 1024
    assert seen.dialog.minimumSizeHint().height() <= 660
    area = QRect(QPoint(0, 0), seen.dialog.size())
    for name in ("confirmSendButton", "cancelSendButton"):
        button = seen.button(name)
        assert area.contains(QRect(button.mapTo(seen.dialog, QPoint(0, 0)), button.size()))
        assert button.width() >= button.sizeHint().width()
    column = seen.dialog.findChild(QWidget, "confirmColumn")
    last = seen.button("showRepeatedButton")
    last.setFocus()
    QTest.keyClick(last, Qt.Key.Key_Tab)
    QTest.keyClick(seen.dialog.focusWidget() or seen.dialog, Qt.Key.Key_Backtab)
    assert not column.visibleRegion().isEmpty()
    assert last.visibleRegion().boundingRect().size() == last.size()
