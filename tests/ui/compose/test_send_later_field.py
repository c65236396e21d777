"""A time for later is read as the user's country writes it."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QDateTimeEdit, QVBoxLayout, QWidget

from smsdesk.providers.catalog import PROVIDERS
from smsdesk.ui.compose.send_later_field import SendLaterField

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


class Opened:
    """The choice, with its second line below it."""

    def __init__(self, qtbot: QtBot) -> None:
        self._host = QWidget()
        qtbot.addWidget(self._host)
        self.field = SendLaterField()
        layout = QVBoxLayout(self._host)
        layout.addWidget(self.field)
        layout.addWidget(self.field.later)
        self._host.show()

    def time(self) -> QDateTimeEdit:
        edit = self.field.later.findChild(QDateTimeEdit, "whenEdit")
        assert isinstance(edit, QDateTimeEdit)
        return edit

    def seen(self) -> list[str]:
        shown = [self.field.findChild(QWidget, name) for name in ("whenCombo", "atOnce")]
        return [each.objectName() for each in shown if each.isVisible()]


def test_a_gateway_that_sends_at_once_has_two_words_and_no_dead_choice(qtbot: QtBot) -> None:
    opened = Opened(qtbot)
    field = opened.field
    assert opened.seen() == []
    field.set_gateway(PROVIDERS["smsoffice"])
    assert opened.seen() == ["atOnce"]
    field.set_gateway(PROVIDERS["ismart-rest"])
    assert opened.seen() == ["whenCombo"]
    field.set_picked(datetime(2030, 11, 26, 15, 0))
    assert field.later.isVisible()
    field.set_gateway(PROVIDERS["smsoffice"])
    assert opened.seen() == ["whenCombo"]  # else it could not be taken back
    field.set_picked(None)
    assert not field.later.isVisible()


@pytest.mark.parametrize(
    ("locale", "typed", "hour"),
    [
        ("en_US", "11/27/2026 9:00 AM", 9),
        ("en_US", "11/27/2026 9:00 PM", 21),
        ("en_US", "11/27/2026 12:00 AM", 0),
        ("en_AU", "27/11/2026 9:00 am", 9),
        ("en_IN", "27/11/2026 9:00 am", 9),
        ("en_GB", "27/11/2026 09:00", 9),
        ("en_GB", "27/11/2026 21:00", 21),
        ("de_DE", "27.11.2026 21:00", 21),
    ],
)
def test_a_typed_time_is_the_one_that_was_meant(qtbot: QtBot, locale: str, typed: str, hour: int) -> None:
    QLocale.setDefault(QLocale(locale))
    opened = Opened(qtbot)
    field = opened.field
    field.findChild(QComboBox, "whenCombo").setCurrentIndex(1)
    field.set_picked(datetime(2026, 11, 26, 15, 0))
    edit = opened.time()
    edit.selectAll()
    QTest.keyClicks(edit, typed)
    edit.interpretText()
    assert field.picked() == datetime(2026, 11, 27, hour, 0)


@pytest.mark.parametrize("locale", ["en_US", "en_GB", "ar_AE", "ar_OM", "it_IT", "el_GR"])
def test_every_character_between_the_figures_can_be_typed(qtbot: QtBot, locale: str) -> None:
    QLocale.setDefault(QLocale(locale))
    opened = Opened(qtbot)
    shown = opened.time().displayFormat()
    assert [each for each in shown if not (each.isascii() and each.isprintable())] == []
    assert "yyyy" in shown
