"""The strip is as high as what it says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from smsdesk.ui.widgets.colours import Meaning
from smsdesk.ui.window.notice_bar import NoticeBar

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.mark.parametrize("lines", [1, 2])
def test_a_text_that_is_said_in_a_window_that_stands_already_is_read_without_scrolling(
    qtbot: QtBot, lines: int
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1180, 300)
    bar = NoticeBar("noticeText", Meaning.UNDER_WAY)
    bar.add_button("Dismiss", "dismissButton")
    layout = QVBoxLayout(window)
    layout.addWidget(bar)
    layout.addStretch(1)
    window.show()
    qtbot.waitExposed(window)
    bar.say("The office stays closed on Sunday; please collect your papers. " * (4 * lines - 3))
    text, words = bar.findChild(QLabel, "noticeText"), bar.findChild(QScrollArea)
    wanted = lines * bar.fontMetrics().lineSpacing()
    qtbot.waitUntil(lambda: wanted <= words.height() < 2 * wanted, timeout=30_000)
    qtbot.waitUntil(lambda: text.height() <= words.viewport().height(), timeout=30_000)
