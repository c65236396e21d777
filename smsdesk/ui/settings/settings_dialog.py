"""The program's settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialogButtonBox,
    QFormLayout,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from smsdesk.ui.problems.discard_question import ask_to_discard
from smsdesk.ui.qt.boxes import ComboBox, SpinBox
from smsdesk.ui.widgets.dialog import Dialog
from smsdesk.ui.widgets.form_field import FormField
from smsdesk.ui.widgets.named import named
from smsdesk.ui.window.on_screen import scrolled

if TYPE_CHECKING:
    from smsdesk.store.settings import Settings
    from smsdesk.ui.settings.delivery_reports_page import DeliveryReportsPage

_A_DAY = 24 * 60
_A_MONTH = 31 * 24
_LONGEST_UNDO = 60
_DIGITS = ("1 2 3", "١ ٢ ٣")


class SettingsDialog(Dialog):
    """Changes the settings it is given when it is accepted. Open it with `open()`.

    Args:
        settings: what is changed.
        reports: the page about delivery reports.
        no_updates: why it can't be asked for a newer version; "" where it can.

    Signals:
        changed: the settings hold what was chosen.
    """

    changed = Signal()

    def __init__(
        self,
        settings: Settings,
        parent: QWidget | None = None,
        reports: DeliveryReportsPage | None = None,
        no_updates: str = "",
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Settings"))
        self._settings = settings
        self._minutes = named("balanceMinutesSpin", SpinBox(minimum=0, maximum=_A_DAY))
        self._minutes.setSpecialValueText(self.tr("only when asked"))
        self._minutes.setPrefix(self.tr("every "))
        self._minutes.setSuffix(self.tr(" min"))
        self._minutes.setValue(settings.balance_minutes)
        self._undo = named("undoSecondsSpin", SpinBox(minimum=0, maximum=_LONGEST_UNDO))
        self._undo.setSpecialValueText(self.tr("off"))
        self._undo.setSuffix(self.tr(" s"))
        self._undo.setValue(settings.undo_seconds)
        self._repeat = named("repeatHoursSpin", SpinBox(minimum=0, maximum=_A_MONTH))
        self._repeat.setSpecialValueText(self.tr("off"))
        self._repeat.setSuffix(self.tr(" h"))
        self._repeat.setValue(settings.repeat_hours)
        self._digits = named("digitsCombo", ComboBox())
        self._digits.addItems(_DIGITS)
        self._digits.setCurrentIndex(settings.arabic_digits)
        self._hijri = named("hijriBox", QCheckBox(self.tr("B&eside the date")))
        self._hijri.setChecked(settings.hijri)
        numbers = (self._minutes, self._undo, self._repeat)
        for number in numbers:
            number.setMinimumWidth(max(each.sizeHint().width() for each in numbers))
        self._updates = named("updatesCheck", QCheckBox(self.tr("&Look once a day")))
        self._updates.setChecked(not no_updates and settings.updates.get("check") == "on")
        self._updates.setEnabled(not no_updates)
        save = named("saveSettingsButton", QPushButton(self.tr("&Save settings"), default=True))
        cancel = named("cancelSettingsButton", QPushButton(self.tr("Cancel"), autoDefault=False))
        buttons = QDialogButtonBox()
        buttons.addButton(save, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(cancel, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self._pages = named("settingsPages", QTabWidget())
        self._pages.addTab(scrolled(self._general(no_updates)), self.tr("&General"))
        self._reports = reports
        if reports is not None:
            self._pages.addTab(reports, self.tr("&Delivery reports"))
        layout = QVBoxLayout(self)
        layout.addWidget(self._pages)
        layout.addWidget(buttons)
        self._untouched = self._chosen()

    def reject(self) -> None:
        """Close without changing anything; ask first where something was changed."""
        if self._chosen() == self._untouched:
            super().reject()
        else:
            ask_to_discard(self, super().reject)

    def accept(self) -> None:
        """Put what was chosen into the settings, unless something on a page is not right yet."""
        if self._reports is not None and not self._reports.keep():
            self._pages.setCurrentWidget(self._reports)
            return
        self._settings.balance_minutes = self._minutes.value()
        self._settings.undo_seconds = self._undo.value()
        self._settings.repeat_hours = self._repeat.value()
        self._settings.arabic_digits = bool(self._digits.currentIndex())
        self._settings.hijri = self._hijri.isChecked()
        if self._updates.isChecked() != (self._settings.updates.get("check") == "on"):
            # Another one, not changed in place: the one before may be being written down.
            chosen = "on" if self._updates.isChecked() else "off"
            self._settings.updates = {**self._settings.updates, "check": chosen}
        self.changed.emit()
        super().accept()

    def _general(self, no_updates: str) -> QWidget:
        general = QWidget()
        general.setMinimumWidth(60 * self.fontMetrics().averageCharWidth())
        form = QFormLayout(general)
        hint = self.tr("It is also checked at the start, and after each announcement.")
        FormField(self.tr("Check the balance"), self._minutes, hint=hint, narrow=True).add_to(form)
        hint = self.tr("How long Send can be taken back. Nothing leaves before that.")
        FormField(self.tr("Undo after Send"), self._undo, hint=hint, narrow=True).add_to(form)
        hint = self.tr("Before you send, you are told who got the same text in this time.")
        FormField(self.tr("Notice repeats for"), self._repeat, hint=hint, narrow=True).add_to(form)
        if QLocale().language() is QLocale.Language.Arabic:  # where else would they be written
            hint = self.tr("Phone numbers stay as they are dialled. You can type either kind.")
            FormField(self.tr("Digits"), self._digits, hint=hint, narrow=True).add_to(form)
        hint = self.tr("In the history, and where a time for later is picked. It is reckoned, and may be a day off.")
        FormField(self.tr("Hijri date"), self._hijri, hint=hint).add_to(form)
        hint = no_updates or self.tr(
            "One small file is fetched; nothing about you or your office is said, and nothing is installed by itself."
        )
        FormField(self.tr("Newer versions"), self._updates, hint=hint).add_to(form)
        return general

    def _chosen(self) -> tuple[object, ...]:
        numbers = (self._minutes.value(), self._undo.value(), self._repeat.value())
        own = (*numbers, self._digits.currentIndex(), self._hijri.isChecked(), self._updates.isChecked())
        return own if self._reports is None else (*own, *self._reports.chosen())
