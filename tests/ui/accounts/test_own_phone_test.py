from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit

from smsdesk.domain.delivery import DeliveryState
from smsdesk.domain.history import PastDelivery
from smsdesk.domain.segments import analyze
from smsdesk.providers.catalog import PROVIDERS
from smsdesk.sandbox.faults import Fault
from smsdesk.ui.accounts.own_phone_dialog import OwnPhoneDialog
from smsdesk.ui.accounts.own_phone_test import message_text, outcome_told
from smsdesk.ui.widgets.colours import Meaning

if TYPE_CHECKING:
    from tests.helpers.window.account_dialog import AccountDialogOperator

MINE = "083 000 0012"


def texted(dialogs: AccountDialogOperator) -> list[str]:
    return [copy.number for copy in dialogs.sandbox.ledger.accepted]


async def ask(dialogs: AccountDialogOperator, password: str = "demo-password") -> OwnPhoneDialog:
    dialogs.open()
    dialogs.fill_in_demo(password)
    return await ask_again(dialogs)


async def ask_again(dialogs: AccountDialogOperator) -> OwnPhoneDialog:
    dialogs.press("sendTestButton")
    await dialogs.until(lambda: [each for each in dialogs.dialog.findChildren(OwnPhoneDialog) if each.isVisible()])
    return next(each for each in dialogs.dialog.findChildren(OwnPhoneDialog) if each.isVisible())


def send_to(asked: OwnPhoneDialog, number: str) -> None:
    asked.findChild(QLineEdit, "ownNumberEdit").setText(number)
    asked.findChild(QAbstractButton, "sendTestMessageButton").click()


async def test_a_login_and_a_number_send_one_message_and_the_account_is_kept(dialogs: AccountDialogOperator) -> None:
    asked = await ask(dialogs)
    assert dialogs.shown("testMessageCost") == "1 message, 1 part: 1 credit"
    assert dialogs.shown("testMessageText") == message_text()
    send_to(asked, MINE)
    told = await dialogs.tested()
    assert told == "SMS Office took the test for \u2066+27830000012\u2069. Look at your phone."
    assert texted(dialogs) == ["27830000012"]
    (account,) = dialogs.store.all()
    assert dialogs.saved == [account]
    (past,) = dialogs.office.history.page()
    assert (past.account_id, past.text, past.sender) == (account.id, message_text(), "ALNOORSCH")
    assert dialogs.dialog.isVisible()
    assert not dialogs.combo("providerCombo").isEnabled()
    dialogs.dialog.reject()  # everything is kept: nothing to ask
    assert not dialogs.dialog.isVisible()


async def test_the_number_is_remembered_as_it_was_typed(dialogs: AccountDialogOperator) -> None:
    send_to(await ask(dialogs), MINE)
    await dialogs.tested()
    assert dialogs.own_numbers == [MINE]
    dialogs.dialog.reject()
    dialogs.open(dialogs.saved[0])
    await ask_again(dialogs)
    assert dialogs.edit("ownNumberEdit").text() == MINE


async def test_a_number_that_is_none_is_not_sent_to(dialogs: AccountDialogOperator) -> None:
    asked = await ask(dialogs)
    send_to(asked, "083 000")
    assert dialogs.problem("ownNumberEdit") != ""
    assert asked.isVisible()
    assert dialogs.book.all() == []
    assert texted(dialogs) == []


async def test_escape_sends_and_saves_nothing(dialogs: AccountDialogOperator) -> None:
    asked = await ask(dialogs)
    QTest.keyClick(asked, Qt.Key.Key_Escape)
    assert not asked.isVisible()
    assert (dialogs.book.all(), texted(dialogs)) == ([], [])


async def test_before_the_account_is_right_nobody_is_asked_for_a_number(dialogs: AccountDialogOperator) -> None:
    dialogs.open()
    dialogs.fill_in_demo()
    dialogs.fill_in(accountSenderEdit="")
    dialogs.press("sendTestButton")
    await dialogs.until(lambda: dialogs.problem("accountSenderEdit"))
    assert dialogs.dialog.findChildren(OwnPhoneDialog) == []


async def test_a_wrong_password_is_said_and_the_right_one_sends_one_message_only(
    dialogs: AccountDialogOperator,
) -> None:
    send_to(await ask(dialogs, "wrong"), MINE)
    told = await dialogs.tested()
    assert told.startswith("The test was not sent, and costs nothing. ")
    assert "Wrong user name or password at SMS Office" in told
    dialogs.fill_in(passwordEdit="demo-password")
    assert dialogs.shown("loginOutcome") == "Not tested yet."
    send_to(await ask_again(dialogs), MINE)
    await dialogs.until(lambda: "took the test" in dialogs.shown("loginOutcome"))
    assert texted(dialogs) == ["27830000012"]
    assert [each.state for each in all_deliveries(dialogs)] == [DeliveryState.ACCEPTED, DeliveryState.CANCELLED]


def all_deliveries(dialogs: AccountDialogOperator) -> list[PastDelivery]:
    history = dialogs.office.history
    return [delivery for past in history.page() for delivery in history.deliveries(past.id)]


async def test_a_gateway_that_is_away_costs_nothing_and_nothing_leaves_later(dialogs: AccountDialogOperator) -> None:
    asked = await ask(dialogs)
    dialogs.sandbox.pause()
    send_to(asked, MINE)
    assert "could not be reached" in await dialogs.tested()
    assert [each.state for each in all_deliveries(dialogs)] == [DeliveryState.CANCELLED]
    assert dialogs.office.sender.progress(dialogs.saved[0].id).waiting == 0


async def test_an_answer_that_is_lost_is_not_called_a_failure(dialogs: AccountDialogOperator) -> None:
    asked = await ask(dialogs)
    dialogs.sandbox.faults.then(Fault.RESET_AFTER_ACCEPTING)
    send_to(asked, MINE)
    assert "It is not certain whether the test was sent." in await dialogs.tested()
    assert texted(dialogs) == ["27830000012"]


async def test_the_focus_comes_back_to_the_button_of_the_test(dialogs: AccountDialogOperator) -> None:
    asked = await ask(dialogs)
    button = dialogs.find(QAbstractButton, "sendTestButton")
    button.setFocus()
    dialogs.sandbox.faults.then(Fault.HANG)
    send_to(asked, MINE)
    await dialogs.until(lambda: dialogs.shown("loginOutcome") == "Sending the test…")
    place = dialogs.dialog.focusWidget()
    assert place is not None
    assert place.isAncestorOf(button)
    assert place is not dialogs.dialog
    dialogs.sandbox.pause()
    await dialogs.tested()
    assert dialogs.dialog.focusWidget() is button


async def test_nothing_closes_while_the_message_is_on_its_way(dialogs: AccountDialogOperator) -> None:
    asked = await ask(dialogs)
    dialogs.sandbox.faults.then(Fault.HANG)
    send_to(asked, MINE)
    await dialogs.until(lambda: dialogs.shown("loginOutcome") == "Sending the test…")
    await dialogs.until(lambda: [each.state for each in all_deliveries(dialogs)] == [DeliveryState.SUBMITTING])
    QTest.keyClick(dialogs.dialog, Qt.Key.Key_Escape)
    assert dialogs.dialog.isVisible()
    for name in ("cancelAccountButton", "sendTestButton", "saveAccountButton"):
        assert not dialogs.find(QAbstractButton, name).isEnabled()
    dialogs.sandbox.pause()
    assert "It is not certain whether the test was sent." in await dialogs.tested()
    dialogs.dialog.reject()
    assert not dialogs.dialog.isVisible()


async def test_a_double_click_asks_once(dialogs: AccountDialogOperator) -> None:
    dialogs.open()
    dialogs.fill_in_demo()
    dialogs.press("sendTestButton")
    await ask_again(dialogs)
    await dialogs.until(lambda: not dialogs.problem("userNameEdit"))
    assert len(dialogs.dialog.findChildren(OwnPhoneDialog)) == 1


async def test_messages_that_wait_are_told_before_a_number_is_asked_for(dialogs: AccountDialogOperator) -> None:
    dialogs.open()
    dialogs.fill_in_demo("wrong")
    dialogs.press("saveAccountButton")
    await dialogs.closed()
    account = dialogs.saved[0]
    dialogs.trial.send(account, "For everybody", "+27830000013").result()
    await dialogs.until(lambda: dialogs.office.sender.progress(account.id).reason)
    dialogs.open(account)
    dialogs.press("sendTestButton")
    assert await dialogs.tested() == "Test it later: 1 message of this account still waiting."
    assert dialogs.dialog.findChildren(OwnPhoneDialog) == []


@pytest.mark.parametrize(
    ("state", "told", "meaning"),
    [
        (DeliveryState.DELIVERED, "The test has arrived on \u2066+27830000012\u2069.", Meaning.GOOD),
        (DeliveryState.REJECTED, "SMS Office refused the test.", Meaning.BAD),
        (DeliveryState.UNDELIVERED, "The test did not reach \u2066+27830000012\u2069.", Meaning.BAD),
        (DeliveryState.EXPIRED, "The test did not reach \u2066+27830000012\u2069.", Meaning.BAD),
    ],
)
def test_what_became_of_it_is_a_sentence(state: DeliveryState, told: str, meaning: Meaning) -> None:
    now = datetime.now(UTC)
    delivery = PastDelivery(1, "+27830000012", "", state, "", "", "the gateway's words", now)
    assert outcome_told(delivery, PROVIDERS["smsoffice"], None) == (told, meaning, "the gateway's words")


def test_the_message_is_one_part() -> None:
    assert analyze(message_text()).segments == 1


async def test_a_number_that_was_typed_and_not_sent_to_stands_there_again(dialogs: AccountDialogOperator) -> None:
    asked = await ask(dialogs)
    asked.findChild(QLineEdit, "ownNumberEdit").setText("083 000")
    QTest.keyClick(asked, Qt.Key.Key_Escape)
    again = await ask_again(dialogs)
    assert again.findChild(QLineEdit, "ownNumberEdit").text() == "083 000"
    again.reject()
    dialogs.leave()
