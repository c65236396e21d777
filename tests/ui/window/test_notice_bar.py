"""What a strip says is read: on one line as well as on several, and of very long texts by scrolling."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from smsdesk.ui.widgets.colours import Meaning
from smsdesk.ui.window.notice_bar import NoticeBar

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

SHORT = "What you were writing was kept: 1 row on the list."


class Opened:
    """A strip with three buttons, in a window of this width."""

    def __init__(self, qtbot: QtBot, width: int) -> None:
        self._window = QWidget()
        qtbot.addWidget(self._window)
        self.bar = NoticeBar("noticeText", Meaning.UNDER_WAY)
        for name in ("one", "two", "three"):
            self.bar.add_button("Bring it back", name)
        layout = QVBoxLayout(self._window)
        layout.addWidget(self.bar)
        layout.addStretch(1)
        self._window.resize(width, 300)
        self._window.show()

    def say(self, text: str) -> None:
        self.bar.say(text)
        for _ in range(3):
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)

    def text(self) -> QLabel:
        return self.bar.findChildren(QLabel, "noticeText")[0]

    def area(self) -> QScrollArea:
        return self.bar.findChildren(QScrollArea)[0]


@pytest.mark.parametrize("width", [1180, 700, 460])
def test_what_has_room_is_seen_whole_without_scrolling(qtbot: QtBot, width: int) -> None:
    opened = Opened(qtbot, width)
    opened.say(SHORT)
    assert opened.area().verticalScrollBar().maximum() == 0
    assert opened.text().height() == opened.area().viewport().height()
    assert opened.text().height() >= opened.text().heightForWidth(opened.text().width())


def test_what_is_too_long_is_scrolled_and_the_strip_stays_low(qtbot: QtBot) -> None:
    opened = Opened(qtbot, 460)
    opened.say(20 * SHORT)
    assert opened.area().verticalScrollBar().maximum() > 0
    assert opened.area().height() <= 3 * opened.bar.fontMetrics().lineSpacing() + 1


def test_a_shorter_text_makes_it_lower_again(qtbot: QtBot) -> None:
    opened = Opened(qtbot, 1180)
    opened.say(SHORT)
    once = opened.area().height()
    opened.say(20 * SHORT)
    opened.say(SHORT)
    assert opened.area().height() == once
