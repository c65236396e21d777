from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QLabel, QMessageBox, QPlainTextEdit, QPushButton

from smsdesk.accounts.credentials import MemoryVault
from smsdesk.domain.errors import UserFacingError
from smsdesk.domain.sentence import QT_TRANSLATE_NOOP
from smsdesk.providers.gateways.smsoffice import SmsOffice
from smsdesk.support.exception_hooks import install_hooks

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ISMART = "iSmart (REST) — Demo"
SECRETS = "demo-password sent to +968 9000 0012"


@pytest.fixture
def reporting(clerk: Any) -> Iterator[Any]:
    """The clerk's program, with the hooks that the program sets when it runs on its own."""
    restore = install_hooks(clerk.program.report_bug)
    yield clerk
    restore()


def make_a_mistake(*_: object) -> None:
    raise RuntimeError(SECRETS)


async def report_of(clerk: Any) -> str:
    """What the report says, once it is there; it is closed again."""
    await clerk.until(lambda: clerk.sees("crashDialog"))
    said = clerk.find(QPlainTextEdit, "crashReport").toPlainText()
    clerk.press("closeCrashButton")
    assert "RuntimeError" in said
    assert "demo-password" not in said
    assert "9000" not in said
    return said


async def goes_on(clerk: Any) -> None:
    clerk.write("Closed on Sunday")
    clerk.add("90000013")
    clerk.send()
    await clerk.until(lambda: clerk.states()[-1:] == ["accepted"])


async def test_a_mistake_behind_a_button_opens_a_report_and_the_program_goes_on(reporting: Any) -> None:
    clerk = reporting
    await clerk.at_rest()
    clerk.find(QPushButton, "removeRecipientsButton").clicked.connect(make_a_mistake)
    clerk.add("90000012")
    clerk.press("removeRecipientsButton")
    assert "make_a_mistake" in await report_of(clerk)
    await goes_on(clerk)


async def test_a_mistake_on_a_lane_stops_the_queue_opens_a_report_and_continue_goes_on(
    reporting: Any, demo: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    clerk = reporting
    await clerk.at_rest()
    with monkeypatch.context() as broken:
        broken.setattr(SmsOffice, "read_submission", make_a_mistake)
        clerk.write("Closed on Sunday")
        clerk.add("90000012\n90000013")
        clerk.send()
        await report_of(clerk)
    assert "because of a mistake in smsdesk" in clerk.label("stopReason")
    clerk.press("continueButton")
    await clerk.until(lambda: clerk.states() == ["unknown", "accepted"])
    assert [copy.number for copy in demo.sandbox.ledger.accepted] == ["96890000012", "96890000013"]


async def test_a_mistake_in_a_coroutine_opens_a_report(reporting: Any) -> None:
    async def work() -> None:
        make_a_mistake()

    await reporting.at_rest()
    reporting.program.tasks.spawn(work(), reporting.window)
    await report_of(reporting)
    await goes_on(reporting)


async def test_a_mistake_on_any_other_thread_opens_a_report(reporting: Any) -> None:
    await reporting.at_rest()
    threading.Thread(target=make_a_mistake).start()
    await report_of(reporting)


def press_in_box(clerk: Any, text: str) -> None:
    (box,) = (box for box in clerk.window.findChildren(QMessageBox) if box.isVisible())
    next(button for button in box.buttons() if button.text() == text).click()


def delete_account(clerk: Any) -> None:
    next(action for action in clerk.window.findChildren(QAction) if action.text() == "&Delete…").trigger()
    press_in_box(clerk, "Delete account")


async def test_an_account_with_messages_waiting_is_not_deleted_and_the_reason_is_told(
    clerk: Any, new_password: Callable[[], str]
) -> None:
    new_password()
    clerk.write("Closed on Sunday")
    clerk.add("90000012")
    clerk.send()
    await clerk.until(lambda: clerk.sees("continueButton"))
    delete_account(clerk)
    await clerk.until(lambda: clerk.sees("problemBox"))
    clerk.press("closeProblemButton")
    assert clerk.find(QComboBox, "accountCombo").count() == 2
    assert clerk.sees("continueButton")


async def test_a_deleted_account_leaves_its_history_and_a_window_that_says_what_is_missing(
    clerk: Any, demo: Any
) -> None:
    await goes_on(clerk)
    await clerk.at_rest()
    account = clerk.account()
    delete_account(clerk)
    await clerk.until(lambda: clerk.find(QComboBox, "accountCombo").currentText() == ISMART)
    assert demo.vault.get(account.id) is None
    delete_account(clerk)
    await clerk.until(lambda: clerk.label("balanceValue") == "No account yet")
    assert [row[1] for row in clerk.rows("historyTable")] == ["Closed on Sunday"]
    clerk.write("Closed on Monday")
    assert clerk.label("segmentSummary") == "1 part · 16/160 · GSM-7"
    clerk.press("sendButton")
    assert clerk.label("problemText").startswith("There is no account to send with yet.")
    assert clerk.message.toPlainText() == "Closed on Monday"


async def test_an_account_whose_password_the_keyring_keeps_is_gone_from_the_list_all_the_same(
    house: Any, demo: Any
) -> None:
    class Stubborn(MemoryVault):
        def drop(self, account_id: str) -> None:
            raise UserFacingError(QT_TRANSLATE_NOOP("Credentials", "The keyring is locked."))

    clerk = house.open(demo.folder, Stubborn())
    await clerk.ready()
    delete_account(clerk)
    await clerk.until(lambda: clerk.sees("problemBox"))
    box = clerk.find(QMessageBox, "problemBox")
    assert "The keyring is locked." in [label.text() for label in box.findChildren(QLabel)]
    clerk.press("closeProblemButton")
    combo = clerk.find(QComboBox, "accountCombo")
    assert [combo.itemText(row) for row in range(combo.count())] == [ISMART]
