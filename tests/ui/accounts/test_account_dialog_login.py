from __future__ import annotations

import threading
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QAbstractButton, QCheckBox, QLabel

from smsdesk.accounts.account import Account
from smsdesk.accounts.credentials import MemoryVault
from smsdesk.domain.errors import UserFacingError
from smsdesk.domain.sentence import QT_TRANSLATE_NOOP
from smsdesk.sandbox.faults import Fault
from tests.helpers.patience import PATIENCE_S

if TYPE_CHECKING:
    from smsdesk.privacy.secret import Secret
    from tests.helpers.window.account_dialog import AccountDialogOperator

FRONT_DESK = Account(
    "a-front-desk",
    "Front desk",
    "smsoffice",
    "demo",
    ("ALNOORSCH", "Bus"),
    "http://127.0.0.1:9",
    "OM",
    price_per_part=Decimal("1.5"),
    low_mark=Decimal(1000),
)


class LockedVault(MemoryVault):
    """A keyring that nobody unlocks."""

    def get(self, account_id: str) -> Secret | None:
        raise _locked()

    def put(self, account_id: str, secret: Secret) -> None:
        raise _locked()


class WaitingVault(MemoryVault):
    """A keyring that waits for a person at its prompt."""

    def __init__(self) -> None:
        super().__init__()
        self.asked = threading.Event()
        self.answered = threading.Event()

    def put(self, account_id: str, secret: Secret) -> None:
        self.asked.set()
        assert self.answered.wait(PATIENCE_S)
        super().put(account_id, secret)


def _locked() -> UserFacingError:
    what = QT_TRANSLATE_NOOP("Credentials", "The password store of this computer is locked.")
    todo = QT_TRANSLATE_NOOP("Credentials", "Unlock it, or use the password for this session only.")
    return UserFacingError(what, todo, "KeyringLocked")


# --- passwords


async def test_a_locked_keyring_is_told_and_the_password_can_be_kept_for_this_session(
    dialogs: AccountDialogOperator,
) -> None:
    dialogs.vault = LockedVault()
    dialog = dialogs.open()
    dialogs.fill_in_demo()
    dialogs.press("saveAccountButton")
    told = await dialogs.outcome()
    assert told == (
        "The password store of this computer is locked. Unlock it, or use the password for this session only."
    )
    assert dialogs.shown("accountOutcomeDetail") == "Details: KeyringLocked"
    assert dialog.isVisible()
    assert dialogs.edit("passwordEdit").text() == "demo-password"
    dialogs.find(QCheckBox, "sessionOnlyBox").setChecked(True)
    dialogs.press("saveAccountButton")
    await dialogs.closed()
    assert dialogs.book.has_password(dialogs.saved[0].id).result()


async def test_while_the_keyring_asks_the_window_stays_alive_and_the_dialog_open(
    dialogs: AccountDialogOperator,
) -> None:
    dialogs.vault = vault = WaitingVault()
    dialog = dialogs.open()
    dialogs.fill_in_demo()
    dialogs.press("saveAccountButton")
    await dialogs.until(vault.asked.is_set)
    assert dialogs.shown("accountOutcome") == "Saving…"
    buttons = dialog.findChildren(QAbstractButton)
    assert not any(button.isEnabled() for button in buttons if button.objectName().endswith("Button"))
    dialog.reject()
    assert dialog.isVisible()
    vault.answered.set()
    await dialogs.closed()
    assert len(dialogs.saved) == 1


async def test_editing_with_an_empty_password_keeps_the_old_one(dialogs: AccountDialogOperator) -> None:
    dialogs.keep(FRONT_DESK, "demo-password")
    dialogs.open(FRONT_DESK)
    await dialogs.until(lambda: dialogs.edit("passwordEdit").placeholderText())
    assert dialogs.edit("passwordEdit").placeholderText() == "kept in this computer's password store"
    assert dialogs.edit("accountSenderEdit").text() == "ALNOORSCH, Bus"
    assert dialogs.edit("pricePerPartEdit").text() == "1.5"
    assert dialogs.edit("lowMarkEdit").text() == "1000"
    dialogs.fill_in(accountNameEdit="Reception")
    dialogs.press("saveAccountButton")
    await dialogs.closed()
    (account,) = dialogs.store.all()
    assert (account.id, account.name) == (FRONT_DESK.id, "Reception")
    assert dialogs.vault.get(FRONT_DESK.id).reveal() == "demo-password"


async def test_an_account_whose_password_is_gone_needs_one(dialogs: AccountDialogOperator) -> None:
    dialogs.store.save(FRONT_DESK).result()
    dialogs.open(FRONT_DESK)
    dialogs.press("saveAccountButton")
    await dialogs.until(lambda: dialogs.problem("passwordEdit"))
    assert dialogs.edit("passwordEdit").placeholderText() == ""


async def test_an_account_can_be_renamed_while_the_keyring_is_locked(dialogs: AccountDialogOperator) -> None:
    dialogs.store.save(FRONT_DESK).result()
    dialogs.vault = LockedVault()
    dialog = dialogs.open(FRONT_DESK)
    await dialogs.until(
        lambda: any("is locked" in label.text() for label in dialog.findChildren(QLabel) if label.isVisible())
    )
    dialogs.fill_in(accountNameEdit="Reception")
    dialogs.press("saveAccountButton")
    await dialogs.closed()
    assert dialogs.saved[0].name == "Reception"


async def test_the_gateway_of_an_account_stays(dialogs: AccountDialogOperator) -> None:
    dialogs.open(FRONT_DESK)
    assert dialogs.combo("providerCombo").currentText() == "SMS Office"
    assert not dialogs.combo("providerCombo").isEnabled()


# --- Test connection


async def test_a_working_login_is_proved_by_its_balance(dialogs: AccountDialogOperator) -> None:
    dialogs.open()
    dialogs.fill_in_demo()
    dialogs.press("testConnectionButton")
    told = await dialogs.tested()
    assert told == "Signed in. Balance: 1,234.56 credits"
    assert dialogs.book.all() == []


async def test_the_kept_password_is_tested_when_none_is_typed(dialogs: AccountDialogOperator) -> None:
    dialogs.keep(FRONT_DESK, "demo-password")
    dialogs.open(FRONT_DESK)
    dialogs.fill_in(gatewayAddressEdit=dialogs.sandbox.address)
    dialogs.press("testConnectionButton")
    assert (await dialogs.tested()).startswith("Signed in")


async def test_a_wrong_password_is_said_in_words_with_the_gateways_own_below(dialogs: AccountDialogOperator) -> None:
    dialogs.open()
    dialogs.fill_in_demo(password="wrong")
    dialogs.press("testConnectionButton")
    assert "Wrong user name or password at SMS Office" in await dialogs.tested()
    assert "Login Failed" in dialogs.shown("loginOutcomeDetail")
    assert len(dialogs.sandbox.ledger.requests) == 1


async def test_a_gateway_that_is_away_is_said_in_words(dialogs: AccountDialogOperator) -> None:
    dialogs.open()
    dialogs.fill_in_demo()
    dialogs.sandbox.pause()
    dialogs.press("testConnectionButton")
    assert "The gateway could not be reached" in await dialogs.tested()
    assert dialogs.find(QAbstractButton, "testConnectionButton").isEnabled()


async def test_a_gateway_that_cannot_be_asked_is_not_called_working(dialogs: AccountDialogOperator) -> None:
    dialogs.open()
    dialogs.choose_gateway("iSmart (REST)")
    dialogs.press("testConnectionButton")
    assert "only sending a message will prove it" in await dialogs.tested()


def test_what_a_test_would_do_is_said_before_it_is_pressed(dialogs: AccountDialogOperator) -> None:
    dialogs.open()
    dialogs.choose_gateway("SMS Office")
    assert dialogs.shown("loginOutcomeDetail") == "The test asks for the balance and costs nothing."
    dialogs.choose_gateway("iSmart (REST)")
    assert "can't check a password" in dialogs.shown("loginOutcomeDetail")


async def test_the_focus_stays_with_the_test_and_comes_back_to_its_button(dialogs: AccountDialogOperator) -> None:
    dialog = dialogs.open()
    dialogs.fill_in_demo()
    dialogs.sandbox.faults.then(Fault.HANG, only="balance")
    button = dialogs.find(QAbstractButton, "testConnectionButton")
    button.setFocus()
    dialogs.press("testConnectionButton")
    await dialogs.until(lambda: dialogs.sandbox.ledger.requests)
    place = dialog.focusWidget()
    assert place is not None
    assert place.isAncestorOf(button)
    assert place is not dialog
    dialogs.sandbox.pause()
    await dialogs.tested()
    assert dialog.focusWidget() is button


async def test_a_field_that_was_gone_to_meanwhile_keeps_the_focus(dialogs: AccountDialogOperator) -> None:
    dialog = dialogs.open()
    dialogs.fill_in_demo()
    dialogs.sandbox.faults.then(Fault.HANG, only="balance")
    dialogs.find(QAbstractButton, "testConnectionButton").setFocus()
    dialogs.press("testConnectionButton")
    await dialogs.until(lambda: dialogs.sandbox.ledger.requests)
    dialogs.edit("userNameEdit").setFocus()
    dialogs.sandbox.pause()
    await dialogs.tested()
    assert dialog.focusWidget() is dialogs.edit("userNameEdit")


async def test_nothing_is_asked_before_there_is_something_to_ask_with(dialogs: AccountDialogOperator) -> None:
    dialog = dialogs.open()
    dialogs.choose_gateway("SMS Office")
    dialogs.fill_in(gatewayAddressEdit=dialogs.sandbox.address)
    dialogs.press("testConnectionButton")
    await dialogs.until(lambda: dialogs.problem("userNameEdit"))
    assert dialogs.problem("passwordEdit") != ""
    assert dialogs.problem("accountNameEdit") == ""
    assert dialog.focusWidget() is dialogs.edit("userNameEdit")
    assert dialogs.sandbox.ledger.requests == []


async def test_an_answer_about_what_no_longer_stands_there_is_not_shown(dialogs: AccountDialogOperator) -> None:
    dialogs.open()
    dialogs.fill_in_demo()
    dialogs.sandbox.faults.then(Fault.HANG, only="balance")
    dialogs.press("testConnectionButton")
    await dialogs.until(lambda: dialogs.sandbox.ledger.requests)
    assert not dialogs.find(QAbstractButton, "testConnectionButton").isEnabled()
    dialogs.fill_in(userNameEdit="somebody else")
    dialogs.sandbox.pause()
    await dialogs.until(lambda: dialogs.find(QAbstractButton, "testConnectionButton").isEnabled())
    assert dialogs.shown("loginOutcome") == "Not tested yet."


async def test_the_dialog_can_be_closed_and_deleted_while_the_gateway_is_silent(dialogs: AccountDialogOperator) -> None:
    dialog = dialogs.open()
    dialogs.fill_in_demo()
    dialogs.sandbox.faults.then(Fault.HANG, only="balance")
    dialogs.press("testConnectionButton")
    await dialogs.until(lambda: dialogs.sandbox.ledger.requests)
    gone = threading.Event()
    dialog.destroyed.connect(gone.set)
    dialog.reject()
    dialog.deleteLater()
    await dialogs.until(gone.is_set)
    dialogs.sandbox.pause()
