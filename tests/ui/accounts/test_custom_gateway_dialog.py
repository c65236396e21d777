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

    from tests.ui.accounts.conftest import Desk

LOGIN = [("username", "{user}"), ("password", "{password}")]
VALUES = [*LOGIN, ("from", "{sender}"), ("to", "{to}"), ("message", "{text}")]
ANSWERS = [
    ("Success:message tracking number:{id}", "accepted", ""),
    ("Error:*Login Failed*", "login", ""),
    ("Error:*Invalid [to]*", "number", "Check the number."),
]


def table(desk: Desk, name: str) -> RowTable:
    return desk.find(RowTable, name)


def open_set_up(desk: Desk, password: str = "demo-password") -> None:
    """An account of a gateway of the office's own, with its set-up opened."""
    desk.open()
    desk.choose_gateway("Custom HTTP")
    desk.fill_in(
        accountNameEdit="Ours",
        userNameEdit="demo",
        passwordEdit=password,
        accountSenderEdit="ALNOORSCH",
    )
    desk.combo("defaultCountryCombo").setCurrentText("South Africa (+27)")
    desk.press("setUpGatewayButton")


def describe(desk: Desk) -> None:
    """SMS Office, described by hand."""
    desk.fill_in(customUrlEdit=f"{desk.sandbox.address}/sms/api/sendsms.asp")
    table(desk, "customFields").set_rows(VALUES)
    table(desk, "customAnswers").set_rows(ANSWERS)
    desk.find(QCheckBox, "customBalanceBox").setChecked(True)
    desk.fill_in(customBalancePathEdit="/sms/api/balance.asp", customBalancePatternEdit="Success:{amount}")
    table(desk, "customBalanceFields").set_rows(LOGIN)


def texted(desk: Desk) -> list[str]:
    return [copy.number for copy in desk.sandbox.ledger.accepted]


def shown_in(desk: Desk, name: str) -> str:
    return desk.find(QPlainTextEdit, name).toPlainText()


def told(desk: Desk) -> str:
    return desk.find(QLabel, "customTold").text()


def outcome(desk: Desk) -> str:
    return desk.find(QLabel, "trialOutcome").text()


def is_open(desk: Desk) -> bool:
    return any(dialog.isVisible() for dialog in desk.dialog.findChildren(CustomGatewayDialog))


def try_it(desk: Desk, number: str = "083 000 0012", text: str = "Hello") -> None:
    desk.fill_in(trialNumberEdit=number, trialTextEdit=text)
    desk.press("showRequestButton")


async def send_it(desk: Desk) -> str:
    desk.press("sendTrialButton")
    await desk.until(lambda: desk.find(QAbstractButton, "showRequestButton").isEnabled())
    return outcome(desk)


# --- in the account


def test_only_a_gateway_of_the_offices_own_is_set_up(desk: Desk) -> None:
    desk.open()
    desk.choose_gateway("SMS Office")
    assert not desk.find(QAbstractButton, "setUpGatewayButton").isVisible()
    desk.choose_gateway("Custom HTTP")
    assert desk.find(QAbstractButton, "setUpGatewayButton").isVisible()
    assert desk.edit("gatewayAddressEdit").text() == ""


async def test_an_account_that_is_not_set_up_is_not_saved(desk: Desk) -> None:
    open_set_up(desk)
    desk.press("cancelGatewayButton")
    desk.press("saveAccountButton")
    await desk.until(lambda: desk.problem("setUpGatewayButton"))
    assert "not set up yet" in desk.problem("setUpGatewayButton")
    assert desk.book.all() == []


async def test_a_described_gateway_is_tested_and_saved_with_its_account(desk: Desk, tmp_path: Path) -> None:
    open_set_up(desk)
    describe(desk)
    desk.press("useGatewayButton")
    assert desk.edit("gatewayAddressEdit").text() == desk.sandbox.address
    assert desk.edit("lowMarkEdit").isVisible()
    desk.press("testConnectionButton")
    assert "The balance is 1,234.56 credits" in await desk.outcome()
    desk.press("saveAccountButton")
    await desk.closed()
    (account,) = desk.store.all()
    definition = from_json(account.options[OPTION])
    assert definition.send.path == "/sms/api/sendsms.asp"
    assert list(definition.send.fields) == VALUES
    assert definition.answers[2] == Answer("Error:*Invalid [to]*", Means.NUMBER, "Check the number.")
    assert PROVIDERS.of(account).capabilities.has_balance
    assert all(b"demo-password" not in path.read_bytes() for path in tmp_path.iterdir())


async def test_what_was_set_up_is_there_again_under_the_accounts_own_address(desk: Desk) -> None:
    open_set_up(desk)
    describe(desk)
    desk.combo("customMethodCombo").setCurrentIndex(desk.combo("customMethodCombo").findData(Method.FORM.value))
    desk.press("useGatewayButton")
    desk.fill_in(gatewayAddressEdit="https://reseller.example")
    desk.press("saveAccountButton")
    await desk.closed()
    desk.open(desk.saved[0])
    desk.press("setUpGatewayButton")
    assert desk.edit("customUrlEdit").text() == "https://reseller.example/sms/api/sendsms.asp"
    assert desk.combo("customMethodCombo").currentData() == "POST"
    assert table(desk, "customFields").rows() == VALUES
    assert table(desk, "customAnswers").rows() == ANSWERS
    assert desk.edit("customBalancePatternEdit").text() == "Success:{amount}"


async def test_a_password_written_into_the_set_up_is_not_kept_on_disk(desk: Desk, tmp_path: Path) -> None:
    open_set_up(desk)
    describe(desk)
    table(desk, "customFields").set_rows([*VALUES[2:], ("password", "demo-password")])
    desk.press("useGatewayButton")
    desk.fill_in(userNameEdit="demo")
    desk.press("saveAccountButton")
    assert "The password itself stands in the set-up" in await desk.outcome()
    assert desk.book.all() == []
    assert all(b"demo-password" not in path.read_bytes() for path in tmp_path.iterdir())


# --- writing


def test_an_example_shows_how_it_is_written(desk: Desk) -> None:
    open_set_up(desk)
    assert ("to", "{to}") in table(desk, "customFields").rows()
    assert table(desk, "customAnswers").rows()[0][:2] == ("OK {id}", "accepted")


def test_what_can_not_work_is_said_at_its_field_on_its_page(desk: Desk) -> None:
    open_set_up(desk)
    describe(desk)
    table(desk, "customAnswers").set_rows([("*", "accepted", "")])
    desk.press("useGatewayButton")
    assert is_open(desk)
    assert desk.find(QTabWidget, "customTabs").currentIndex() == 1
    assert "fits any answer" in desk.problem("customAnswers")
    assert told(desk) == desk.problem("customAnswers")
    desk.fill_in(customUrlEdit="https://me:secret@sms.example.com/send")
    desk.press("useGatewayButton")
    assert desk.find(QTabWidget, "customTabs").currentIndex() == 0
    assert "user name or password" in desk.problem("customUrlEdit")


def test_a_line_is_added_typed_and_removed(desk: Desk) -> None:
    open_set_up(desk)
    rows = table(desk, "customFields")
    rows.set_rows([("to", "{to}")])
    desk.press("addCustomFields")
    cell = rows.table.findChild(QLineEdit)
    assert cell is not None
    QTest.keyClicks(cell, "text")
    assert rows.rows() == [("to", "{to}"), ("text", "")]
    rows.table.selectRow(0)
    desk.press("removeCustomFields")
    assert rows.rows() == [("text", "")]


def test_a_meaning_is_chosen_from_words(desk: Desk) -> None:
    open_set_up(desk)
    rows = table(desk, "customAnswers")
    rows.set_rows([("NO*", "accepted", "")])
    combo = rows.table.cellWidget(0, 1)
    assert isinstance(combo, QComboBox)
    combo.setCurrentText("Refused: everything")
    assert rows.rows() == [("NO*", "account", "")]


# --- trying


async def test_the_exact_request_is_shown_first_and_sent_only_on_a_second_press(desk: Desk) -> None:
    open_set_up(desk)
    describe(desk)
    try_it(desk, text="مرحبا & co")
    assert shown_in(desk, "trialRequest") == (
        f"GET {desk.sandbox.address}/sms/api/sendsms.asp?username=demo&password=***&from=ALNOORSCH&to=27830000012"
        "&message=%D9%85%D8%B1%D8%AD%D8%A8%D8%A7%20%26%20co"
    )
    assert "Nothing was sent yet" in outcome(desk)
    assert desk.sandbox.ledger.requests == []
    said = await send_it(desk)
    (copy,) = desk.sandbox.ledger.accepted
    assert copy.text == "مرحبا & co"
    assert said == f"Read as: accepted, message {copy.message_id}"
    assert shown_in(desk, "trialAnswer") == f"Success:message tracking number:{copy.message_id}"
    assert not desk.find(QAbstractButton, "sendTrialButton").isEnabled()


async def test_a_refusal_is_read_out_in_the_offices_own_words(desk: Desk) -> None:
    open_set_up(desk)
    describe(desk)
    try_it(desk, "+27 83 000 0099")
    assert await send_it(desk) == "Read as: refused. Check the number."
    assert "Invalid [to]" in shown_in(desk, "trialAnswer")
    assert texted(desk) == []


async def test_an_answer_that_no_line_fits_is_called_not_understood(desk: Desk) -> None:
    open_set_up(desk)
    describe(desk)
    table(desk, "customAnswers").set_rows([("OK {id}", "accepted", "")])
    try_it(desk)
    said = await send_it(desk)
    assert said == (
        "Not understood, so it may have been sent. The answer fits no line of the account's set-up."
    )  # fmt: skip
    assert len(texted(desk)) == 1


async def test_a_gateway_that_fails_is_told_of_in_words(desk: Desk) -> None:
    open_set_up(desk)
    describe(desk)
    desk.sandbox.faults.then(Fault.ERROR_500)
    try_it(desk)
    assert "Not understood" in await send_it(desk)
    assert "HTTP status 500" in shown_in(desk, "trialAnswer")
    desk.sandbox.close()
    try_it(desk)
    assert await send_it(desk) == "Nothing was sent. The gateway could not be reached."
    desk.sandbox.start()


async def test_an_answer_is_shown_as_plain_text_and_without_the_password(desk: Desk) -> None:
    open_set_up(desk, password="Tracking number")
    desk.sandbox.ledger.add_login("smsoffice", "demo", "Tracking number", Decimal(5))
    describe(desk)
    try_it(desk)
    await send_it(desk)
    assert "tracking number" in shown_in(desk, "trialAnswer")
    assert "Tracking" not in shown_in(desk, "trialRequest")


def test_a_change_after_the_request_was_shown_asks_for_another_look(desk: Desk) -> None:
    for change in (
        lambda: desk.fill_in(trialTextEdit="Other"),
        lambda: desk.fill_in(customUrlEdit=f"{desk.sandbox.address}/other"),
        lambda: table(desk, "customFields").table.item(0, 1).setText("x"),
    ):
        open_set_up(desk)
        describe(desk)
        try_it(desk)
        assert desk.find(QAbstractButton, "sendTrialButton").isEnabled()
        change()
        assert not desk.find(QAbstractButton, "sendTrialButton").isEnabled()
        assert shown_in(desk, "trialRequest") == ""


def test_what_can_not_be_tried_says_why(desk: Desk) -> None:
    open_set_up(desk)
    describe(desk)
    desk.find(QTabWidget, "customTabs").setCurrentIndex(3)
    try_it(desk, "12")
    assert desk.problem("trialNumberEdit") != ""
    try_it(desk, text=" ")
    assert desk.problem("trialTextEdit") == "Write a message."
    assert not desk.find(QAbstractButton, "sendTrialButton").isEnabled()
    assert desk.sandbox.ledger.requests == []


async def test_the_kept_password_serves_as_well_and_none_is_said(desk: Desk) -> None:
    open_set_up(desk, password="")
    describe(desk)
    try_it(desk)
    assert "There is no password to try." in await send_it(desk)
    desk.press("cancelGatewayButton")
    QTest.keyClick(desk.dialog, Qt.Key.Key_Escape)
    open_set_up(desk)
    describe(desk)
    desk.press("useGatewayButton")
    desk.press("saveAccountButton")
    await desk.closed()
    desk.open(desk.saved[0])
    desk.press("setUpGatewayButton")
    try_it(desk)
    assert "accepted" in await send_it(desk)


async def test_nothing_closes_while_a_test_message_is_under_way(desk: Desk) -> None:
    open_set_up(desk)
    describe(desk)
    try_it(desk)
    desk.press("sendTrialButton")
    await desk.until(lambda: outcome(desk) == "Sending…")
    desk.press("cancelGatewayButton")
    assert is_open(desk)
    await desk.until(lambda: desk.find(QAbstractButton, "showRequestButton").isEnabled())
    desk.press("cancelGatewayButton")
    assert not is_open(desk)


# --- the file


def choose_file(desk: Desk, path: Path) -> None:
    dialog = desk.find(QFileDialog, "gatewayFileDialog")
    assert dialog.isVisible()
    dialog.fileSelected.emit(str(path))
    dialog.reject()
    dialog.setObjectName("")


async def test_a_set_up_travels_as_a_file_without_login(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "ours.json"
    open_set_up(desk)
    describe(desk)
    desk.press("exportGatewayButton")
    choose_file(desk, file)
    await desk.until(lambda: "can be shared" in told(desk))
    assert b"demo" not in file.read_bytes()
    assert json.loads(file.read_text(encoding="utf-8"))["address"] == desk.sandbox.address
    desk.press("cancelGatewayButton")
    QTest.keyClick(desk.dialog, Qt.Key.Key_Escape)
    open_set_up(desk)
    desk.press("importGatewayButton")
    choose_file(desk, file)
    await desk.until(lambda: "Imported" in told(desk))
    assert desk.edit("customUrlEdit").text() == f"{desk.sandbox.address}/sms/api/sendsms.asp"
    assert table(desk, "customAnswers").rows() == ANSWERS
    try_it(desk)
    assert "accepted" in await send_it(desk)


async def test_a_set_up_with_the_password_in_it_is_not_exported(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "ours.json"
    open_set_up(desk)
    describe(desk)
    desk.fill_in(customUrlEdit=f"{desk.sandbox.address}/sms/api/sendsms.asp?key=demo%2Dpassword")
    desk.press("exportGatewayButton")
    choose_file(desk, file)
    await desk.until(lambda: told(desk))
    assert told(desk).startswith("The password itself stands in the set-up of the gateway. Write {password}")
    assert not file.exists()


async def test_a_file_that_is_none_and_a_disk_that_will_not_are_told_in_words(desk: Desk, tmp_path: Path) -> None:
    foreign, binary = tmp_path / "foreign.json", tmp_path / "binary.json"
    foreign.write_text('{"hello": 1}', encoding="utf-8")
    binary.write_bytes(b"\xff\xfe\x00")
    open_set_up(desk)
    describe(desk)
    for path, words in (
        (foreign, "no gateway file of smsdesk"),
        (binary, "no gateway file of smsdesk"),
        (tmp_path / "missing.json", "could not be read"),
    ):
        desk.press("importGatewayButton")
        choose_file(desk, path)
        await desk.until(lambda words=words: words in told(desk))
    assert table(desk, "customAnswers").rows() == ANSWERS
    desk.press("exportGatewayButton")
    choose_file(desk, tmp_path / "no folder" / "ours.json")
    await desk.until(lambda: "could not be saved" in told(desk))


def test_the_set_up_deletes_itself_when_closed(desk: Desk) -> None:
    open_set_up(desk)
    desk.press("cancelGatewayButton")
    QTest.qWait(0)
    assert desk.dialog.findChildren(CustomGatewayDialog) == []
