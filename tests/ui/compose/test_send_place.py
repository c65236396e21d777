"""The place at the Send button says whole what it costs, at every width and font."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton, QWidget

from smsdesk.domain.money import Amount, Cost
from smsdesk.services.sending.queue.progress import Progress, QueueState
from smsdesk.ui.compose.send_place import SendPlace
from smsdesk.ui.compose.sending_moments import Queue, Written
from smsdesk.ui.widgets.link_button import LinkButton

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

WHOLE = "214 people × 4 parts = 856 credits"
COST = Cost(214, 4, Amount(Decimal(856), "credits"), Amount(Decimal("378.56"), "credits"))


class Opened:
    """The place, with a message for 214 people in the composer."""

    def __init__(self, qtbot: QtBot) -> None:
        self._host = QWidget()
        qtbot.addWidget(self._host)
        self._host.resize(2000, 200)
        self.place = SendPlace(QPlainTextEdit(self._host))
        self.place.setParent(self._host)
        self.place.show_written(Written(COST, has_text=True))
        self._host.show()

    def width(self, width: int) -> None:
        self.place.resize(width, self.place.sizeHint().height())
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)

    def title(self) -> QLabel:
        return self.place.findChildren(QLabel, "sendTitle")[0]

    def send(self) -> QPushButton:
        return self.place.findChildren(QPushButton, "sendButton")[0]


@pytest.fixture(params=[9.0, 18.0], ids=lambda size: f"{size:g} pt")
def opened(request: pytest.FixtureRequest, qapp: QApplication, qtbot: QtBot) -> Iterator[Opened]:
    before, font = qapp.font(), qapp.font()
    font.setPointSizeF(request.param)
    qapp.setFont(font)
    yield Opened(qtbot)
    qapp.setFont(before)


def test_the_button_gives_of_its_width_before_the_cost_is_cut(opened: Opened) -> None:
    opened.width(2000)
    usual = opened.send().width()
    title = opened.title().fontMetrics().horizontalAdvance(WHOLE)
    opened.width(title + usual - 10)
    assert opened.send().width() < usual
    assert opened.title().text() == WHOLE
    assert opened.title().width() >= title


def test_with_less_room_the_price_alone_is_said_and_the_rest_when_pointed_at(opened: Opened) -> None:
    opened.width(opened.place.minimumSizeHint().width() + 20)
    assert opened.title().text() == "856 credits"
    assert WHOLE in opened.title().toolTip()
    assert opened.send().width() >= opened.send().sizeHint().width()
    opened.width(2000)
    assert opened.title().text() == WHOLE
    assert opened.title().toolTip() == ""


def test_what_cancels_what_waits_is_never_cut(opened: Opened) -> None:
    opened.place.show_queue(Queue(Progress(QueueState.SENDING, 1, 33)))
    cancel = next(each for each in opened.place.findChildren(LinkButton) if each.objectName() == "stopButton")
    for width in (opened.place.minimumSizeHint().width(), opened.place.minimumSizeHint().width() + 80, 2000):
        opened.width(width)
        assert cancel.isVisible()
        assert cancel.width() >= cancel.sizeHint().width(), width
    assert opened.place.findChildren(QLabel, "sendCaption")[0].isVisible()
