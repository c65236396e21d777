from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton, QSpinBox

from smsdesk.store.settings import Settings
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
