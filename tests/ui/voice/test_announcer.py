from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from smsdesk.ui.voice.announcer import Announcer

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[tuple[QObject, str, QAccessible.AnnouncementPoliteness]]:
    """What the system's screen reader gets."""
    got = []

    def take(event: QAccessibleAnnouncementEvent) -> None:
        got.append((event.object(), event.message(), event.politeness()))

    monkeypatch.setattr(QAccessible, "updateAccessibility", take)
    return got


def test_a_sentence_reaches_the_screen_reader_politely_or_at_once(
    window: QWidget, told: list[tuple[QObject, str, QAccessible.AnnouncementPoliteness]]
) -> None:
    announcer = Announcer(window)
    announcer.say("9 added")
    announcer.say("Sending has stopped.", at_once=True)
    announcer.say("")
    assert told == [
        (window, "9 added", QAccessible.AnnouncementPoliteness.Polite),
        (window, "Sending has stopped.", QAccessible.AnnouncementPoliteness.Assertive),
    ]


def test_after_a_pause_only_the_newest_is_said(window: QWidget, qtbot: QtBot) -> None:
    announcer = Announcer(window, pause_ms=1)
    with qtbot.waitSignal(announcer.said) as said:
        for text in ("1 part", "2 parts", "3 parts"):
            announcer.say_after_pause(text)
    assert said.args == ["3 parts", False]


def test_what_is_no_more_so_after_the_pause_is_not_said(window: QWidget, qtbot: QtBot) -> None:
    announcer = Announcer(window, pause_ms=1)
    said: list[str] = []
    announcer.said.connect(said.append)
    announcer.say_after_pause("2 parts")
    announcer.say_after_pause("")
    with qtbot.waitSignal(announcer._pause.timeout):
        pass
    assert said == []
