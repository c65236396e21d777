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

if TYPE_CHECKING:
    from smsdesk.privacy.secret import Secret
    from tests.ui.accounts.conftest import Desk

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
        assert self.answered.wait(20)
        super().put(account_id, secret)


def _locked() -> UserFacingError:
    what = QT_TRANSLATE_NOOP("Credentials", "The password store of this computer is locked.")
    todo = QT_TRANSLATE_NOOP("Credentials", "Unlock it, or use the password for this session only.")
    return UserFacingError(what, todo, "KeyringLocked")


# --- passwords


async def test_a_locked_keyring_is_told_and_the_password_can_be_kept_for_this_session(desk: Desk) -> None:
    desk.vault = LockedVault()
    dialog = desk.open()
    desk.fill_in_demo()
    desk.press("saveAccountButton")
    told = await desk.outcome()
    assert told == (
        "The password store of this computer is locked. Unlock it, or use the password for this session only."
    )
    assert desk.shown("accountOutcomeDetail") == "Details: KeyringLocked"
    assert dialog.isVisible()
    assert desk.edit("passwordEdit").text() == "demo-password"
    desk.find(QCheckBox, "sessionOnlyBox").setChecked(True)
    desk.press("saveAccountButton")
    await desk.closed()
    assert desk.book.has_password(desk.saved[0].id).result()


async def test_while_the_keyring_asks_the_window_stays_alive_and_the_dialog_open(desk: Desk) -> None:
    desk.vault = vault = WaitingVault()
    dialog = desk.open()
    desk.fill_in_demo()
    desk.press("saveAccountButton")
    await desk.until(vault.asked.is_set)
    assert desk.shown("accountOutcome") == "Saving…"
    buttons = dialog.findChildren(QAbstractButton)
    assert not any(button.isEnabled() for button in buttons if button.objectName().endswith("Button"))
    dialog.reject()
    assert dialog.isVisible()
    vault.answered.set()
    await desk.closed()
    assert len(desk.saved) == 1


async def test_editing_with_an_empty_password_keeps_the_old_one(desk: Desk) -> None:
    desk.keep(FRONT_DESK, "demo-password")
    desk.open(FRONT_DESK)
    await desk.until(lambda: desk.edit("passwordEdit").placeholderText())
    assert desk.edit("passwordEdit").placeholderText() == "kept in this computer's password store"
    assert desk.edit("accountSenderEdit").text() == "ALNOORSCH, Bus"
    assert desk.edit("pricePerPartEdit").text() == "1.5"
    assert desk.edit("lowMarkEdit").text() == "1000"
    desk.fill_in(accountNameEdit="Reception")
    desk.press("saveAccountButton")
    await desk.closed()
    (account,) = desk.store.all()
    assert (account.id, account.name) == (FRONT_DESK.id, "Reception")
    assert desk.vault.get(FRONT_DESK.id).reveal() == "demo-password"


async def test_an_account_whose_password_is_gone_needs_one(desk: Desk) -> None:
    desk.store.save(FRONT_DESK).result()
    desk.open(FRONT_DESK)
    desk.press("saveAccountButton")
    await desk.until(lambda: desk.problem("passwordEdit"))
    assert desk.edit("passwordEdit").placeholderText() == ""


async def test_an_account_can_be_renamed_while_the_keyring_is_locked(desk: Desk) -> None:
    desk.store.save(FRONT_DESK).result()
    desk.vault = LockedVault()
    dialog = desk.open(FRONT_DESK)
    await desk.until(
        lambda: any("is locked" in label.text() for label in dialog.findChildren(QLabel) if label.isVisible())
    )
    desk.fill_in(accountNameEdit="Reception")
    desk.press("saveAccountButton")
    await desk.closed()
    assert desk.saved[0].name == "Reception"


async def test_the_gateway_of_an_account_stays(desk: Desk) -> None:
    desk.open(FRONT_DESK)
    assert desk.combo("providerCombo").currentText() == "SMS Office"
    assert not desk.combo("providerCombo").isEnabled()


# --- Test connection


async def test_a_working_login_is_proved_by_its_balance(desk: Desk) -> None:
    desk.open()
    desk.fill_in_demo()
    desk.press("testConnectionButton")
    told = await desk.outcome()
    assert told == "It works: SMS Office accepted the user name and password. The balance is 1,234.56 credits."
    assert desk.book.all() == []


async def test_the_kept_password_is_tested_when_none_is_typed(desk: Desk) -> None:
    desk.keep(FRONT_DESK, "demo-password")
    desk.open(FRONT_DESK)
    desk.fill_in(gatewayAddressEdit=desk.sandbox.address)
    desk.press("testConnectionButton")
    assert (await desk.outcome()).startswith("It works")


async def test_a_wrong_password_is_said_in_words_with_the_gateways_own_below(desk: Desk) -> None:
    desk.open()
    desk.fill_in_demo(password="wrong")
    desk.press("testConnectionButton")
    assert "Wrong user name or password at SMS Office" in await desk.outcome()
    assert "Login Failed" in desk.shown("accountOutcomeDetail")
    assert len(desk.sandbox.ledger.requests) == 1


async def test_a_gateway_that_is_away_is_said_in_words(desk: Desk) -> None:
    desk.open()
    desk.fill_in_demo()
    desk.sandbox.close()
    desk.press("testConnectionButton")
    assert "The gateway could not be reached" in await desk.outcome()
    assert desk.find(QAbstractButton, "testConnectionButton").isEnabled()


async def test_a_gateway_that_cannot_be_asked_is_not_called_working(desk: Desk) -> None:
    desk.open()
    desk.choose_gateway("iSmart (REST)")
    desk.press("testConnectionButton")
    assert "only sending a message will prove it" in await desk.outcome()


async def test_nothing_is_asked_before_there_is_something_to_ask_with(desk: Desk) -> None:
    dialog = desk.open()
    desk.choose_gateway("SMS Office")
    desk.fill_in(gatewayAddressEdit=desk.sandbox.address)
    desk.press("testConnectionButton")
    await desk.until(lambda: desk.problem("userNameEdit"))
    assert desk.problem("passwordEdit") != ""
    assert desk.problem("accountNameEdit") == ""
    assert dialog.focusWidget() is desk.edit("userNameEdit")
    assert desk.sandbox.ledger.requests == []


async def test_an_answer_about_what_no_longer_stands_there_is_not_shown(desk: Desk) -> None:
    desk.open()
    desk.fill_in_demo()
    desk.sandbox.faults.then(Fault.HANG, only="balance")
    desk.press("testConnectionButton")
    await desk.until(lambda: desk.sandbox.ledger.requests)
    assert not desk.find(QAbstractButton, "testConnectionButton").isEnabled()
    desk.fill_in(userNameEdit="somebody else")
    desk.sandbox.close()
    await desk.until(lambda: desk.find(QAbstractButton, "testConnectionButton").isEnabled())
    assert desk.shown("accountOutcome") == ""


async def test_the_dialog_can_be_closed_and_deleted_while_the_gateway_is_silent(desk: Desk) -> None:
    dialog = desk.open()
    desk.fill_in_demo()
    desk.sandbox.faults.then(Fault.HANG, only="balance")
    desk.press("testConnectionButton")
    await desk.until(lambda: desk.sandbox.ledger.requests)
    gone = threading.Event()
    dialog.destroyed.connect(gone.set)
    dialog.reject()
    dialog.deleteLater()
    await desk.until(gone.is_set)
    desk.sandbox.close()
