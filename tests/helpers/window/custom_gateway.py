"""SMS Office described by hand, in the dialog in which an office sets up a gateway of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QLabel,
    QPlainTextEdit,
)

from smsdesk.ui.accounts.custom_gateway_dialog import CustomGatewayDialog
from smsdesk.ui.widgets.row_table import RowTable

if TYPE_CHECKING:
    from tests.helpers.window.account_dialog import AccountDialogOperator

LOGIN = [("username", "{user}"), ("password", "{password}")]
VALUES = [*LOGIN, ("from", "{sender}"), ("to", "{to}"), ("message", "{text}")]
ANSWERS = [
    ("Success:message tracking number:{id}", "accepted", ""),
    ("Error:*Login Failed*", "login", ""),
    ("Error:*Invalid [to]*", "number", "Check the number."),
]


def table(dialogs: AccountDialogOperator, name: str) -> RowTable:
    return dialogs.find(RowTable, name)


def open_set_up(dialogs: AccountDialogOperator, password: str = "demo-password") -> None:
    """An account of a gateway of the office's own, with its set-up opened."""
    dialogs.open()
    dialogs.choose_gateway("Custom HTTP")
    dialogs.fill_in(
        accountNameEdit="Ours",
        userNameEdit="demo",
        passwordEdit=password,
        accountSenderEdit="ALNOORSCH",
    )
    dialogs.combo("defaultCountryCombo").setCurrentText("South Africa (+27)")
    dialogs.press("setUpGatewayButton")


def describe(dialogs: AccountDialogOperator) -> None:
    """SMS Office, described by hand."""
    dialogs.fill_in(customUrlEdit=f"{dialogs.sandbox.address}/sms/api/sendsms.asp")
    table(dialogs, "customFields").set_rows(VALUES)
    table(dialogs, "customAnswers").set_rows(ANSWERS)
    dialogs.find(QCheckBox, "customBalanceBox").setChecked(True)
    dialogs.fill_in(customBalancePathEdit="/sms/api/balance.asp", customBalancePatternEdit="Success:{amount}")
    table(dialogs, "customBalanceFields").set_rows(LOGIN)


def texted(dialogs: AccountDialogOperator) -> list[str]:
    return [copy.number for copy in dialogs.sandbox.ledger.accepted]


def shown_in(dialogs: AccountDialogOperator, name: str) -> str:
    return dialogs.find(QPlainTextEdit, name).toPlainText()


def told(dialogs: AccountDialogOperator) -> str:
    return dialogs.find(QLabel, "customTold").text()


def outcome(dialogs: AccountDialogOperator) -> str:
    return dialogs.find(QLabel, "trialOutcome").text()


def is_open(dialogs: AccountDialogOperator) -> bool:
    return any(dialog.isVisible() for dialog in dialogs.dialog.findChildren(CustomGatewayDialog))


def leave_set_up(dialogs: AccountDialogOperator) -> None:
    """Close it without using what was described, as the question confirms."""
    dialogs.press("cancelGatewayButton")
    dialogs.press("discardButton")


def try_it(dialogs: AccountDialogOperator, number: str = "083 000 0012", text: str = "Hello") -> None:
    dialogs.fill_in(trialNumberEdit=number, trialTextEdit=text)
    dialogs.press("showRequestButton")


async def send_it(dialogs: AccountDialogOperator) -> str:
    dialogs.press("sendTrialButton")
    await dialogs.until(lambda: dialogs.find(QAbstractButton, "showRequestButton").isEnabled())
    return outcome(dialogs)
