"""The history as a drawer: one line tells the newest outcome by a bar and by words, whatever the drawer lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from smsdesk.ui.window.history_line import HistoryLine
from tests.helpers.window.history_view import ACCEPTED, REJECTED, HistoryView

if TYPE_CHECKING:
    from tests.helpers.patient_bot import PatientBot
    from tests.helpers.window.stored_office import StoredOffice


class Drawer:
    """The line, beside a pane that is not seen."""

    def __init__(self, qtbot: PatientBot, office: StoredOffice) -> None:
        self.qtbot = qtbot
        self.opened = HistoryView(qtbot, office)
        self.line = HistoryLine(self.opened.pane)
        qtbot.addWidget(self.line)
        self.line.resize(900, 40)
        qtbot.bring_up(self.line)
        self.bar = self.line.findChildren(QWidget, "newestBar")[0]

    def reads(self, message: str, outcome: str) -> None:
        def said() -> tuple[str, str]:
            texts = [self.line.findChildren(QLabel, name)[0].text() for name in ("newestMessage", "newestOutcome")]
            return texts[0].split("  ")[-1], texts[1]

        self.qtbot.waitUntil(lambda: said() == (message, outcome))

    def colours(self) -> int:
        image = self.bar.grab().toImage()
        middle = image.height() // 2
        return len({image.pixel(x, middle) for x in range(image.width())})


@pytest.fixture
def drawer(qtbot: PatientBot, office: StoredOffice) -> Drawer:
    return Drawer(qtbot, office)


def test_nothing_sent_has_no_bar(drawer: Drawer) -> None:
    drawer.reads("", "Nothing was sent yet")
    assert not drawer.bar.isVisible()


def test_the_newest_has_a_bar_and_its_words(drawer: Drawer, office: StoredOffice) -> None:
    sent = office.announce("Bus 3 is late\ntoday", people=4)
    office.submit(sent, ACCEPTED, 2)
    drawer.opened.pane.announcements_added()
    drawer.reads("Bus 3 is late today", "2 accepted · 2 waiting")
    assert drawer.bar.isVisible()
    accepted_and_waiting = drawer.colours()
    assert accepted_and_waiting > 1
    drawer.opened.pane.deliveries_changed({sent: office.submit(sent, REJECTED, 2)})
    drawer.reads("Bus 3 is late today", "2 accepted · 2 failed")
    assert drawer.colours() > accepted_and_waiting  # the stripes


def test_an_open_drawer_tells_it_itself(drawer: Drawer, office: StoredOffice) -> None:
    office.announce("Bus 3 is late")
    drawer.opened.pane.announcements_added()
    drawer.reads("Bus 3 is late", "3 waiting")
    button = drawer.line.findChildren(QPushButton, "historyDrawerButton")[0]
    drawer.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not drawer.bar.isVisible()
    drawer.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert drawer.bar.isVisible()


def test_it_tells_of_the_newest_though_the_drawer_lists_others(drawer: Drawer, office: StoredOffice) -> None:
    office.announce("First", people=1)
    office.announce("Second", people=2)
    drawer.opened.pane.announcements_added()
    drawer.reads("Second", "2 waiting")
    drawer.opened.search("first")
    drawer.qtbot.waitUntil(lambda: drawer.opened.messages() == ["First"])
    drawer.reads("Second", "2 waiting")
