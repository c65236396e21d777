"""A time for later is read as the user's country writes it."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QDateTimeEdit

from smsdesk.ui.compose.send_later_field import SendLaterField

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


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
    field = SendLaterField()
    qtbot.addWidget(field)
    field.show()
    field.findChild(QComboBox, "whenCombo").setCurrentIndex(1)
    field.set_picked(datetime(2026, 11, 26, 15, 0))
    edit = field.findChild(QDateTimeEdit, "whenEdit")
    edit.selectAll()
    QTest.keyClicks(edit, typed)
    edit.interpretText()
    assert field.picked() == datetime(2026, 11, 27, hour, 0)


@pytest.mark.parametrize("locale", ["en_US", "en_GB", "ar_AE", "ar_OM", "it_IT", "el_GR"])
def test_every_character_between_the_figures_can_be_typed(qtbot: QtBot, locale: str) -> None:
    QLocale.setDefault(QLocale(locale))
    field = SendLaterField()
    qtbot.addWidget(field)
    shown = field.findChild(QDateTimeEdit, "whenEdit").displayFormat()
    assert [each for each in shown if not (each.isascii() and each.isprintable())] == []
    assert "yyyy" in shown
