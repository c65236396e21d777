from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtWidgets import (
    QAbstractButton,
    QTabWidget,
)

from smsdesk.sandbox.faults import Fault
from tests.helpers.window.custom_gateway import (
    describe,
    is_open,
    leave_set_up,
    open_set_up,
    outcome,
    send_it,
    shown_in,
    table,
    texted,
    try_it,
)

if TYPE_CHECKING:
    from tests.helpers.window.account_dialog import AccountDialogOperator


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
    dialogs.sandbox.pause()
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
    leave_set_up(dialogs)
    dialogs.leave()
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
    leave_set_up(dialogs)
    assert not is_open(dialogs)
