from __future__ import annotations

import json
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QFileDialog,
    QLineEdit,
    QTabWidget,
)

from smsdesk.providers.catalog import PROVIDERS
from smsdesk.providers.custom.definition import OPTION, Answer, Means, Method
from smsdesk.providers.custom.definition_json import from_json
from smsdesk.ui.accounts.custom_gateway_dialog import CustomGatewayDialog
from tests.helpers.window.custom_gateway import (
    ANSWERS,
    VALUES,
    describe,
    is_open,
    leave_set_up,
    open_set_up,
    send_it,
    table,
    told,
    try_it,
)

if TYPE_CHECKING:
    from pathlib import Path

    from tests.helpers.window.account_dialog import AccountDialogOperator

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
    assert "Balance: 1,234.56 credits" in await dialogs.tested()
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
    cell = rows.table.model().index(0, 1)
    rows.table.setCurrentIndex(cell)
    rows.table.edit(cell)
    combo = rows.table.indexWidget(cell)
    assert isinstance(combo, QComboBox)
    combo.setCurrentText("Refused: everything")
    assert rows.rows() == [("NO*", "account", "")]


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
    leave_set_up(dialogs)
    dialogs.leave()
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


def test_a_description_is_not_thrown_away_unasked(dialogs: AccountDialogOperator) -> None:
    open_set_up(dialogs)
    table(dialogs, "customFields").set_rows(VALUES)
    QTest.keyClick(dialogs.find(CustomGatewayDialog, ""), Qt.Key.Key_Escape)
    assert is_open(dialogs)
    dialogs.press("keepEditingButton")
    assert is_open(dialogs)
    assert table(dialogs, "customFields").rows() == VALUES
    dialogs.press("cancelGatewayButton")
    dialogs.press("discardButton")
    assert not is_open(dialogs)
