from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QMessageBox, QPushButton, QSpinBox

from smsdesk.store.settings import Settings
from smsdesk.ui.settings.delivery_reports_page import DeliveryReportsPage
from smsdesk.ui.settings.settings_dialog import SettingsDialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def test_saving_changes_the_settings_and_says_so(window: QWidget) -> None:
    settings = Settings(balance_minutes=5)
    dialog = SettingsDialog(settings, window)
    seen: list[int] = []
    dialog.changed.connect(lambda: seen.append(settings.balance_minutes))
    dialog.open()
    minutes = dialog.findChild(QSpinBox, "balanceMinutesSpin")
    assert minutes.text() == "every 5 min"
    minutes.setValue(0)
    assert minutes.text() == "only when asked"
    dialog.findChild(QPushButton, "saveSettingsButton").click()
    assert seen == [0]
    assert not dialog.isVisible()


def test_undo_and_repeats_are_set_on_the_first_page_and_can_be_switched_off(window: QWidget) -> None:
    settings = Settings()
    dialog = SettingsDialog(settings, window)
    dialog.open()
    undo = dialog.findChild(QSpinBox, "undoSecondsSpin")
    repeat = dialog.findChild(QSpinBox, "repeatHoursSpin")
    assert (undo.text(), repeat.text()) == ("10 s", "24 h")
    undo.setValue(0)
    repeat.setValue(0)
    assert (undo.text(), repeat.text()) == ("off", "off")
    undo.setValue(99)
    dialog.findChild(QPushButton, "saveSettingsButton").click()
    assert (settings.undo_seconds, settings.repeat_hours) == (60, 0)


def test_cancelling_changes_nothing(window: QWidget) -> None:
    settings = Settings(balance_minutes=5)
    dialog = SettingsDialog(settings, window)
    dialog.open()
    dialog.findChild(QSpinBox, "balanceMinutesSpin").setValue(60)
    dialog.findChild(QPushButton, "cancelSettingsButton").click()
    assert settings.balance_minutes == 5


def opened_with_reports(window: QWidget, settings: Settings) -> SettingsDialog:
    dialog = SettingsDialog(settings, window, DeliveryReportsPage(settings, [], lambda _id: None))
    dialog.open()
    return dialog


def test_escape_closes_settings_that_nobody_changed_at_once(window: QWidget) -> None:
    dialog = opened_with_reports(window, Settings())
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


@pytest.mark.parametrize("changed", ["undoSecondsSpin", "receiverPublicEdit", "receiverSwitch"])
def test_escape_asks_before_it_discards_what_was_changed_on_either_page(window: QWidget, changed: str) -> None:
    settings = Settings(undo_seconds=10)
    dialog = opened_with_reports(window, settings)
    dialog.findChild(QSpinBox, "undoSecondsSpin").setValue(3 if changed == "undoSecondsSpin" else 10)
    dialog.findChild(QLineEdit, "receiverPublicEdit").setText("sms.example.com" if "Edit" in changed else "")
    dialog.findChild(QCheckBox, "receiverSwitch").setChecked(changed == "receiverSwitch")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    question = dialog.findChild(QMessageBox, "discardQuestion")
    question.findChild(QPushButton, "discardButton").click()
    assert not dialog.isVisible()
    assert (settings.undo_seconds, settings.receiver_public, settings.receiver_on) == (10, "", False)


def test_the_kind_of_digits_is_asked_for_where_the_window_is_arabic(window: QWidget) -> None:
    dialog = SettingsDialog(Settings(), window)
    dialog.open()
    assert not dialog.findChildren(QComboBox, "digitsCombo")
    QLocale.setDefault(QLocale("ar_AE"))
    settings = Settings()
    dialog = SettingsDialog(settings, window)
    dialog.open()
    digits = dialog.findChild(QComboBox, "digitsCombo")
    assert digits.currentText() == "1 2 3"
    digits.setCurrentIndex(digits.findText("١ ٢ ٣"))
    dialog.findChild(QPushButton, "saveSettingsButton").click()
    assert settings.arabic_digits


def test_the_hijri_date_is_switched_on(window: QWidget) -> None:
    settings = Settings()
    dialog = SettingsDialog(settings, window)
    dialog.open()
    dialog.findChild(QCheckBox, "hijriBox").click()
    dialog.findChild(QPushButton, "saveSettingsButton").click()
    assert settings.hijri
