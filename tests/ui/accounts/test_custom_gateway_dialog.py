from __future__ import annotations

import json
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTabWidget,
)

from smsdesk.providers.catalog import PROVIDERS
from smsdesk.providers.custom.definition import OPTION, Answer, Means, Method
from smsdesk.providers.custom.definition_json import from_json
from smsdesk.sandbox.faults import Fault
from smsdesk.ui.accounts.custom_gateway_dialog import CustomGatewayDialog
from smsdesk.ui.widgets.row_table import RowTable

if TYPE_CHECKING:
    from pathlib import Path

    from tests.helpers.account_dialog import AccountDialogOperator

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


def try_it(dialogs: AccountDialogOperator, number: str = "083 000 0012", text: str = "Hello") -> None:
    dialogs.fill_in(trialNumberEdit=number, trialTextEdit=text)
    dialogs.press("showRequestButton")


async def send_it(dialogs: AccountDialogOperator) -> str:
    dialogs.press("sendTrialButton")
    await dialogs.until(lambda: dialogs.find(QAbstractButton, "showRequestButton").isEnabled())
    return outcome(dialogs)


# --- in the account


def test_only_a_gateway_of_the_offices_own_is_set_up(dialogs: AccountDialogOperator) -> None:
    dialogs.open()
    dialogs.choose_gateway("SMS Office")
    assert not dialogs.find(QAbstractButton, "setUpGatewayButton").isVisible()
    dialogs.choose_gateway("Custom HTTP")
    assert dialogs.find(QAbstractButton, "setUpGatewayButton").isVisible()
    assert dialogs.edit("gatewayAddressEdit").text() == ""


async def test_an_account_that_is_not_set_up_is_not_saved(dialogs: AccountDialogOperator) -> None:
    open_set_up(dialogs)
    dialogs.press("cancelGatewayButton")
    dialogs.press("saveAccountButton")
    await dialogs.until(lambda: dialogs.problem("setUpGatewayButton"))
    assert "not set up yet" in dialogs.problem("setUpGatewayButton")
    assert dialogs.book.all() == []


async def test_a_described_gateway_is_tested_and_saved_with_its_account(
    dialogs: AccountDialogOperator, tmp_path: Path
) -> None:
    open_set_up(dialogs)
    describe(dialogs)
    dialogs.press("useGatewayButton")
    assert dialogs.edit("gatewayAddressEdit").text() == dialogs.sandbox.address
    assert dialogs.edit("lowMarkEdit").isVisible()
    dialogs.press("testConnectionButton")
    assert "The balance is 1,234.56 credits" in await dialogs.outcome()
    dialogs.press("saveAccountButton")
    await dialogs.closed()
    (account,) = dialogs.store.all()
    definition = from_json(account.options[OPTION])
    assert definition.send.path == "/sms/api/sendsms.asp"
    assert list(definition.send.fields) == VALUES
    assert definition.answers[2] == Answer("Error:*Invalid [to]*", Means.NUMBER, "Check the number.")
    assert PROVIDERS.of(account).capabilities.has_balance
    assert all(b"demo-password" not in path.read_bytes() for path in tmp_path.iterdir())


async def test_what_was_set_up_is_there_again_under_the_accounts_own_address(dialogs: AccountDialogOperator) -> None:
    open_set_up(dialogs)
    describe(dialogs)
    dialogs.combo("customMethodCombo").setCurrentIndex(dialogs.combo("customMethodCombo").findData(Method.FORM.value))
    dialogs.press("useGatewayButton")
    dialogs.fill_in(gatewayAddressEdit="https://reseller.example")
    dialogs.press("saveAccountButton")
    await dialogs.closed()
    dialogs.open(dialogs.saved[0])
    dialogs.press("setUpGatewayButton")
    assert dialogs.edit("customUrlEdit").text() == "https://reseller.example/sms/api/sendsms.asp"
    assert dialogs.combo("customMethodCombo").currentData() == "POST"
    assert table(dialogs, "customFields").rows() == VALUES
    assert table(dialogs, "customAnswers").rows() == ANSWERS
    assert dialogs.edit("customBalancePatternEdit").text() == "Success:{amount}"


async def test_a_password_written_into_the_set_up_is_not_kept_on_disk(
    dialogs: AccountDialogOperator, tmp_path: Path
) -> None:
    open_set_up(dialogs)
    describe(dialogs)
    table(dialogs, "customFields").set_rows([*VALUES[2:], ("password", "demo-password")])
    dialogs.press("useGatewayButton")
    dialogs.fill_in(userNameEdit="demo")
    dialogs.press("saveAccountButton")
    assert "The password itself stands in the set-up" in await dialogs.outcome()
    assert dialogs.book.all() == []
    assert all(b"demo-password" not in path.read_bytes() for path in tmp_path.iterdir())


# --- writing


def test_an_example_shows_how_it_is_written(dialogs: AccountDialogOperator) -> None:
    open_set_up(dialogs)
    assert ("to", "{to}") in table(dialogs, "customFields").rows()
    assert table(dialogs, "customAnswers").rows()[0][:2] == ("OK {id}", "accepted")


def test_what_can_not_work_is_said_at_its_field_on_its_page(dialogs: AccountDialogOperator) -> None:
    open_set_up(dialogs)
    describe(dialogs)
    table(dialogs, "customAnswers").set_rows([("*", "accepted", "")])
    dialogs.press("useGatewayButton")
    assert is_open(dialogs)
    assert dialogs.find(QTabWidget, "customTabs").currentIndex() == 1
    assert "fits any answer" in dialogs.problem("customAnswers")
    assert told(dialogs) == dialogs.problem("customAnswers")
    dialogs.fill_in(customUrlEdit="https://me:secret@sms.example.com/send")
    dialogs.press("useGatewayButton")
    assert dialogs.find(QTabWidget, "customTabs").currentIndex() == 0
    assert "user name or password" in dialogs.problem("customUrlEdit")


def test_a_line_is_added_typed_and_removed(dialogs: AccountDialogOperator) -> None:
    open_set_up(dialogs)
    rows = table(dialogs, "customFields")
    rows.set_rows([("to", "{to}")])
    dialogs.press("addCustomFields")
    cell = rows.table.findChild(QLineEdit)
    assert cell is not None
    QTest.keyClicks(cell, "text")
    assert rows.rows() == [("to", "{to}"), ("text", "")]
    rows.table.selectRow(0)
    dialogs.press("removeCustomFields")
    assert rows.rows() == [("text", "")]


def test_a_meaning_is_chosen_from_words(dialogs: AccountDialogOperator) -> None:
    open_set_up(dialogs)
    rows = table(dialogs, "customAnswers")
    rows.set_rows([("NO*", "accepted", "")])
    combo = rows.table.cellWidget(0, 1)
    assert isinstance(combo, QComboBox)
    combo.setCurrentText("Refused: everything")
    assert rows.rows() == [("NO*", "account", "")]


# --- trying


async def test_the_exact_request_is_shown_first_and_sent_only_on_a_second_press(dialogs: AccountDialogOperator) -> None:
    open_set_up(dialogs)
    describe(dialogs)
    try_it(dialogs, text="مرحبا & co")
    assert shown_in(dialogs, "trialRequest") == (
        f"GET {dialogs.sandbox.address}/sms/api/sendsms.asp?username=demo&password=***&from=ALNOORSCH&to=27830000012"
        "&message=%D9%85%D8%B1%D8%AD%D8%A8%D8%A7%20%26%20co"
    )
    assert "Nothing was sent yet" in outcome(dialogs)
    assert dialogs.sandbox.ledger.requests == []
    said = await send_it(dialogs)
    (copy,) = dialogs.sandbox.ledger.accepted
    assert copy.text == "مرحبا & co"
    assert said == f"Read as: accepted, message {copy.message_id}"
    assert shown_in(dialogs, "trialAnswer") == f"Success:message tracking number:{copy.message_id}"
    assert not dialogs.find(QAbstractButton, "sendTrialButton").isEnabled()


async def test_a_refusal_is_read_out_in_the_offices_own_words(dialogs: AccountDialogOperator) -> None:
    open_set_up(dialogs)
    describe(dialogs)
    try_it(dialogs, "+27 83 000 0099")
    assert await send_it(dialogs) == "Read as: refused. Check the number."
    assert "Invalid [to]" in shown_in(dialogs, "trialAnswer")
    assert texted(dialogs) == []


async def test_an_answer_that_no_line_fits_is_called_not_understood(dialogs: AccountDialogOperator) -> None:
    open_set_up(dialogs)
    describe(dialogs)
    table(dialogs, "customAnswers").set_rows([("OK {id}", "accepted", "")])
    try_it(dialogs)
    said = await send_it(dialogs)
    assert said == (
        "Not understood, so it may have been sent. The answer fits no line of the account's set-up."
    )  # fmt: skip
    assert len(texted(dialogs)) == 1


async def test_a_gateway_that_fails_is_told_of_in_words(dialogs: AccountDialogOperator) -> None:
    open_set_up(dialogs)
    describe(dialogs)
    dialogs.sandbox.faults.then(Fault.ERROR_500)
    try_it(dialogs)
    assert "Not understood" in await send_it(dialogs)
    assert "HTTP status 500" in shown_in(dialogs, "trialAnswer")
    dialogs.sandbox.close()
    try_it(dialogs)
    assert await send_it(dialogs) == "Nothing was sent. The gateway could not be reached."
    dialogs.sandbox.start()


async def test_an_answer_is_shown_as_plain_text_and_without_the_password(dialogs: AccountDialogOperator) -> None:
    open_set_up(dialogs, password="Tracking number")
    dialogs.sandbox.ledger.add_login("smsoffice", "demo", "Tracking number", Decimal(5))
    describe(dialogs)
    try_it(dialogs)
    await send_it(dialogs)
    assert "tracking number" in shown_in(dialogs, "trialAnswer")
    assert "Tracking" not in shown_in(dialogs, "trialRequest")


def test_a_change_after_the_request_was_shown_asks_for_another_look(dialogs: AccountDialogOperator) -> None:
    for change in (
        lambda: dialogs.fill_in(trialTextEdit="Other"),
        lambda: dialogs.fill_in(customUrlEdit=f"{dialogs.sandbox.address}/other"),
        lambda: table(dialogs, "customFields").table.item(0, 1).setText("x"),
    ):
        open_set_up(dialogs)
        describe(dialogs)
        try_it(dialogs)
        assert dialogs.find(QAbstractButton, "sendTrialButton").isEnabled()
        change()
        assert not dialogs.find(QAbstractButton, "sendTrialButton").isEnabled()
        assert shown_in(dialogs, "trialRequest") == ""


def test_what_can_not_be_tried_says_why(dialogs: AccountDialogOperator) -> None:
    open_set_up(dialogs)
    describe(dialogs)
    dialogs.find(QTabWidget, "customTabs").setCurrentIndex(3)
    try_it(dialogs, "12")
    assert dialogs.problem("trialNumberEdit") != ""
    try_it(dialogs, text=" ")
    assert dialogs.problem("trialTextEdit") == "Write a message."
    assert not dialogs.find(QAbstractButton, "sendTrialButton").isEnabled()
    assert dialogs.sandbox.ledger.requests == []


async def test_the_kept_password_serves_as_well_and_none_is_said(dialogs: AccountDialogOperator) -> None:
    open_set_up(dialogs, password="")
    describe(dialogs)
    try_it(dialogs)
    assert "There is no password to try." in await send_it(dialogs)
    dialogs.press("cancelGatewayButton")
    QTest.keyClick(dialogs.dialog, Qt.Key.Key_Escape)
    open_set_up(dialogs)
    describe(dialogs)
    dialogs.press("useGatewayButton")
    dialogs.press("saveAccountButton")
    await dialogs.closed()
    dialogs.open(dialogs.saved[0])
    dialogs.press("setUpGatewayButton")
    try_it(dialogs)
    assert "accepted" in await send_it(dialogs)


async def test_nothing_closes_while_a_test_message_is_under_way(dialogs: AccountDialogOperator) -> None:
    open_set_up(dialogs)
    describe(dialogs)
    try_it(dialogs)
    dialogs.press("sendTrialButton")
    await dialogs.until(lambda: outcome(dialogs) == "Sending…")
    dialogs.press("cancelGatewayButton")
    assert is_open(dialogs)
    await dialogs.until(lambda: dialogs.find(QAbstractButton, "showRequestButton").isEnabled())
    dialogs.press("cancelGatewayButton")
    assert not is_open(dialogs)


# --- the file


def choose_file(dialogs: AccountDialogOperator, path: Path) -> None:
    dialog = dialogs.find(QFileDialog, "gatewayFileDialog")
    assert dialog.isVisible()
    dialog.fileSelected.emit(str(path))
    dialog.reject()
    dialog.setObjectName("")


async def test_a_set_up_travels_as_a_file_without_login(dialogs: AccountDialogOperator, tmp_path: Path) -> None:
    file = tmp_path / "ours.json"
    open_set_up(dialogs)
    describe(dialogs)
    dialogs.press("exportGatewayButton")
    choose_file(dialogs, file)
    await dialogs.until(lambda: "can be shared" in told(dialogs))
    assert b"demo" not in file.read_bytes()
    assert json.loads(file.read_text(encoding="utf-8"))["address"] == dialogs.sandbox.address
    dialogs.press("cancelGatewayButton")
    QTest.keyClick(dialogs.dialog, Qt.Key.Key_Escape)
    open_set_up(dialogs)
    dialogs.press("importGatewayButton")
    choose_file(dialogs, file)
    await dialogs.until(lambda: "Imported" in told(dialogs))
    assert dialogs.edit("customUrlEdit").text() == f"{dialogs.sandbox.address}/sms/api/sendsms.asp"
    assert table(dialogs, "customAnswers").rows() == ANSWERS
    try_it(dialogs)
    assert "accepted" in await send_it(dialogs)


async def test_a_set_up_with_the_password_in_it_is_not_exported(dialogs: AccountDialogOperator, tmp_path: Path) -> None:
    file = tmp_path / "ours.json"
    open_set_up(dialogs)
    describe(dialogs)
    dialogs.fill_in(customUrlEdit=f"{dialogs.sandbox.address}/sms/api/sendsms.asp?key=demo%2Dpassword")
    dialogs.press("exportGatewayButton")
    choose_file(dialogs, file)
    await dialogs.until(lambda: told(dialogs))
    assert told(dialogs).startswith("The password itself stands in the set-up of the gateway. Write {password}")
    assert not file.exists()


async def test_a_file_that_is_none_and_a_disk_that_will_not_are_told_in_words(
    dialogs: AccountDialogOperator, tmp_path: Path
) -> None:
    foreign, binary = tmp_path / "foreign.json", tmp_path / "binary.json"
    foreign.write_text('{"hello": 1}', encoding="utf-8")
    binary.write_bytes(b"\xff\xfe\x00")
    open_set_up(dialogs)
    describe(dialogs)
    for path, words in (
        (foreign, "no gateway file of smsdesk"),
        (binary, "no gateway file of smsdesk"),
        (tmp_path / "missing.json", "could not be read"),
    ):
        dialogs.press("importGatewayButton")
        choose_file(dialogs, path)
        await dialogs.until(lambda words=words: words in told(dialogs))
    assert table(dialogs, "customAnswers").rows() == ANSWERS
    dialogs.press("exportGatewayButton")
    choose_file(dialogs, tmp_path / "no folder" / "ours.json")
    await dialogs.until(lambda: "could not be saved" in told(dialogs))


def test_the_set_up_deletes_itself_when_closed(dialogs: AccountDialogOperator) -> None:
    open_set_up(dialogs)
    dialogs.press("cancelGatewayButton")
    QTest.qWait(0)
    assert dialogs.dialog.findChildren(CustomGatewayDialog) == []
