from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QMainWindow

from smsdesk.ui.widgets.colours import Meaning
from smsdesk.ui.window.demo_mark import mark_as_demo
from smsdesk.ui.window.notice_bar import NoticeBar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication

import pytest

SAID = "Demo: the gateways are played here, nothing is sent or paid."


class Window(QMainWindow):
    """A window with a menu and the place for notices."""

    def __init__(self) -> None:
        super().__init__()
        self.notice = NoticeBar("noticeText", Meaning.UNDER_WAY)
        self.setCentralWidget(self.notice)
        self.menuBar().addMenu("File")


@pytest.fixture
def window(qapp: QApplication) -> Iterator[Window]:
    window = Window()
    window.show()
    yield window
    window.close()


def test_title_and_a_line_beside_the_menus_say_that_it_is_the_demo(window: Window) -> None:
    mark_as_demo(window, "linux")  # type: ignore[arg-type]
    assert window.windowTitle() == "demo — smsdesk"
    line = window.findChildren(QLabel, "demoLine")[0]
    assert line.isVisible()
    assert line.text() == SAID
    assert window.menuBar().isAncestorOf(line)


def test_macos_has_the_menus_elsewhere_so_a_notice_says_it(window: Window) -> None:
    mark_as_demo(window, "darwin")  # type: ignore[arg-type]
    assert window.windowTitle() == "demo — smsdesk"
    assert [each.text() for each in window.findChildren(QLabel, "noticeText")] == [SAID]
