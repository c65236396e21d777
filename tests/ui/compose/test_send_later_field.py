"""A time for later is read as the user's country writes it."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QLocale, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QDateTimeEdit, QLabel, QVBoxLayout, QWidget

from smsdesk.providers.catalog import PROVIDERS
from smsdesk.ui.compose.send_later_field import SendLaterField

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


class Opened:
    """The choice, with its second line below it."""

    def __init__(self, qtbot: QtBot, *, hijri: bool = False) -> None:
        self._host = QWidget()
        qtbot.addWidget(self._host)
        self.field = SendLaterField(hijri=hijri)
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


def test_the_picked_day_has_its_hijri_day_beside_it_where_that_is_wanted(qtbot: QtBot) -> None:
    for hijri in (False, True):
        opened = Opened(qtbot, hijri=hijri)
        opened.field.set_gateway(PROVIDERS["ismart-rest"])
        opened.field.set_picked(datetime(2026, 11, 26, 15, 0))
        shown = opened.field.later.findChild(QLabel, "hijriDay")
        assert (shown.isVisible(), shown.text()) == (hijri, "15 Jumada II 1448 AH" if hijri else "")


def test_the_weeks_of_the_calendar_are_the_countrys(qtbot: QtBot) -> None:
    opened = Opened(qtbot)
    opened.field.set_gateway(PROVIDERS["ismart-rest"])
    opened.time().calendarWidget().setFirstDayOfWeek(Qt.DayOfWeek.Wednesday)
    opened.field.set_picked(datetime(2030, 11, 26, 15, 0))
    assert opened.time().calendarWidget().firstDayOfWeek() == QLocale.system().firstDayOfWeek()


@pytest.mark.parametrize("typed", ["27/11/2026 9:00 م", "٢٧/١١/٢٠٢٦ ٩:٠٠ م"])
@pytest.mark.parametrize("locale", ["ar_AE", "ar_OM"])
def test_a_time_is_typed_in_arabic(qtbot: QtBot, locale: str, typed: str) -> None:
    QLocale.setDefault(QLocale(locale))
    opened = Opened(qtbot)
    opened.field.set_gateway(PROVIDERS["ismart-rest"])
    opened.field.set_picked(datetime(2026, 11, 26, 15, 0))
    edit = opened.time()
    edit.selectAll()
    for each in typed:
        QApplication.sendEvent(edit, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, each))
    edit.interpretText()
    assert opened.field.picked() == datetime(2026, 11, 27, 21, 0)
