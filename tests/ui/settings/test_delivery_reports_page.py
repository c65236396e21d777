from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit, QPushButton, QSpinBox, QTabWidget, QWidget

from smsdesk.accounts.account import Account
from smsdesk.providers.gateways.ismart_rest import IsmartRest
from smsdesk.providers.gateways.smsoffice import SmsOffice
from smsdesk.store.settings import Settings
from smsdesk.ui.settings.delivery_reports_page import DeliveryReportsPage
from smsdesk.ui.settings.settings_dialog import SettingsDialog

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from smsdesk.providers.base import Provider

FRONT = Account("front", "Front desk", "smsoffice", "office", ("Office",), "http://127.0.0.1:9", "ZA")
SCHOOL = Account("school", "School", "smsoffice", "school", ("School",), "http://127.0.0.1:9", "ZA")
OMAN = Account("oman", "Oman", "ismart-rest", "office", (), "http://127.0.0.1:9", "OM")
ACCOUNTS = ((FRONT, SmsOffice()), (OMAN, IsmartRest()), (SCHOOL, SmsOffice()))


@pytest.fixture
def open_page(window: QWidget) -> Callable[..., SettingsDialog]:
    """Opens the settings at the page about delivery reports."""

    def open_page(
        settings: Settings, accounts: Sequence[tuple[Account, Provider]] = ACCOUNTS, newest: datetime | None = None
    ) -> SettingsDialog:
        page = DeliveryReportsPage(settings, accounts, lambda account_id: newest if account_id == "school" else None)
        dialog = SettingsDialog(settings, window, page)
        dialog.open()
        dialog.findChild(QTabWidget, "settingsPages").setCurrentWidget(page)
        return dialog

    return open_page


def _urls(dialog: SettingsDialog) -> list[str]:
    return [edit.text() for edit in dialog.findChildren(QLineEdit, "reportUrl")]


def _texts(dialog: SettingsDialog) -> list[str]:
    return [label.text() for label in dialog.findChildren(QLabel) if label.isVisible()]


def test_what_is_chosen_is_kept_when_the_settings_are_saved(open_page: Callable[..., SettingsDialog]) -> None:
    settings = Settings()
    dialog = open_page(settings)
    seen: list[bool] = []
    dialog.changed.connect(lambda: seen.append(settings.receiver_on))
    dialog.findChild(QCheckBox, "receiverSwitch").click()
    dialog.findChild(QComboBox, "receiverHostCombo").setCurrentIndex(1)
    dialog.findChild(QSpinBox, "receiverPortSpin").setValue(9000)
    dialog.findChild(QLineEdit, "receiverPublicEdit").setText(" sms.example.com ")
    dialog.findChild(QPushButton, "saveSettingsButton").click()
    assert seen == [True]
    assert (settings.receiver_host, settings.receiver_port) == ("127.0.0.1", 9000)
    assert settings.receiver_public == "sms.example.com"


def test_it_is_off_until_somebody_switches_it_on(open_page: Callable[..., SettingsDialog]) -> None:
    settings = Settings()
    dialog = open_page(settings)
    dialog.findChild(QPushButton, "saveSettingsButton").click()
    assert not settings.receiver_on
    assert not dialog.isVisible()


def test_each_account_whose_gateway_reports_has_its_own_address(open_page: Callable[..., SettingsDialog]) -> None:
    settings = Settings(receiver_public="sms.example.com")
    dialog = open_page(settings)
    start = f"http://sms.example.com:8642/{settings.receiver_token}"
    assert _urls(dialog) == [f"{start}/front", f"{start}/school"]
    texts = _texts(dialog)
    assert "SMS Office — Front desk" in texts
    assert "SMS Office — School" in texts
    assert not any("Oman" in text for text in texts)
    dialog.findChild(QSpinBox, "receiverPortSpin").setValue(9000)
    assert _urls(dialog)[0].startswith("http://sms.example.com:9000/")


def test_the_address_is_not_guessable_and_stays_the_same_from_then_on(open_page: Callable[..., SettingsDialog]) -> None:
    settings = Settings(receiver_public="sms.example.com")
    first = _urls(open_page(settings))
    assert re.search(r"/[\w-]{32}/front$", first[0])
    assert _urls(open_page(settings)) == first


def test_the_address_can_be_selected_and_copied_but_not_changed(open_page: Callable[..., SettingsDialog]) -> None:
    dialog = open_page(Settings(receiver_public="203.0.113.7"))
    dialog.findChildren(QPushButton, "copyReportUrlButton")[1].click()
    assert QGuiApplication.clipboard().text() == _urls(dialog)[1]
    edit = dialog.findChild(QLineEdit, "reportUrl")
    assert edit.isReadOnly()
    edit.selectAll()
    assert edit.selectedText() == _urls(dialog)[0]


def test_without_the_offices_address_there_is_nothing_to_copy(open_page: Callable[..., SettingsDialog]) -> None:
    dialog = open_page(Settings())
    assert _urls(dialog) == ["", ""]
    assert not any(each.isEnabled() for each in dialog.findChildren(QPushButton, "copyReportUrlButton"))
    dialog.findChild(QLineEdit, "receiverPublicEdit").setText("203.0.113.7")
    assert all(each.isEnabled() for each in dialog.findChildren(QPushButton, "copyReportUrlButton"))


def test_whether_a_report_ever_arrived_is_said_for_each_account(open_page: Callable[..., SettingsDialog]) -> None:
    texts = _texts(open_page(Settings(), newest=datetime.now(UTC) - timedelta(minutes=7)))
    assert texts.index("No report has arrived yet.") < texts.index("The last report arrived: 7 min ago.")


def test_an_address_that_no_gateway_can_call_is_refused_and_nothing_changes(
    open_page: Callable[..., SettingsDialog],
) -> None:
    settings = Settings()
    dialog = open_page(settings)
    dialog.findChild(QCheckBox, "receiverSwitch").click()
    dialog.findChild(QSpinBox, "balanceMinutesSpin").setValue(60)
    public = dialog.findChild(QLineEdit, "receiverPublicEdit")
    public.setText("http://office:secret@example.com")
    assert _urls(dialog) == ["", ""]
    dialog.findChild(QTabWidget, "settingsPages").setCurrentIndex(0)
    dialog.findChild(QPushButton, "saveSettingsButton").click()
    problem = dialog.findChild(QLabel, "receiverPublicEditProblem")
    assert problem.isVisible()
    assert "No gateway can call this address." in problem.text()
    assert "secret" not in problem.text()
    assert (settings.receiver_on, settings.balance_minutes) == (False, 5)
    public.setText("example.com")
    assert not problem.isVisible()
    dialog.findChild(QPushButton, "saveSettingsButton").click()
    assert (settings.receiver_on, settings.balance_minutes) == (True, 60)


def test_an_address_of_this_computer_from_the_settings_file_is_kept(open_page: Callable[..., SettingsDialog]) -> None:
    settings = Settings(receiver_host="192.168.1.5")
    dialog = open_page(settings)
    dialog.findChild(QPushButton, "saveSettingsButton").click()
    assert settings.receiver_host == "192.168.1.5"


def test_an_office_whose_gateways_send_no_reports_is_told(open_page: Callable[..., SettingsDialog]) -> None:
    dialog = open_page(Settings(), accounts=((OMAN, IsmartRest()),))
    assert "None of your accounts is at a gateway that sends reports." in _texts(dialog)
