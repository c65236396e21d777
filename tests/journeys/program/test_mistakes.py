from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QComboBox, QLabel, QMessageBox, QPlainTextEdit, QPushButton

from smsdesk.accounts.credentials import MemoryVault
from smsdesk.domain.errors import UserFacingError
from smsdesk.domain.sentence import QT_TRANSLATE_NOOP
from smsdesk.providers.gateways.smsoffice import SmsOffice
from smsdesk.support.exception_hooks import install_hooks

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from smsdesk.demo import Demo
    from tests.helpers.window.operator import Operator, Programs

ISMART = "iSmart (REST) — Demo"
SECRETS = "demo-password sent to +968 9000 0012"


@pytest.fixture
def hooks(operator: Operator) -> Iterator[None]:
    """The hooks that the program sets when it runs on its own."""
    restore = install_hooks(operator.program.report_bug)
    yield
    restore()


def make_a_mistake(*_: object) -> None:
    raise RuntimeError(SECRETS)


async def report_of(operator: Operator) -> str:
    """What the report says, once it is there; it is closed again."""
    await operator.until(lambda: operator.sees("crashDialog"))
    said = operator.find(QPlainTextEdit, "crashReport").toPlainText()
    operator.press("closeCrashButton")
    assert "RuntimeError" in said
    assert "demo-password" not in said
    assert "9000" not in said
    return said


async def goes_on(operator: Operator) -> None:
    operator.write("Closed on Sunday")
    operator.add("90000013")
    operator.send()
    await operator.until(lambda: operator.states()[-1:] == ["accepted"])


async def test_a_mistake_behind_a_button_opens_a_report_and_the_program_goes_on(
    hooks: None, operator: Operator
) -> None:
    await operator.at_rest()
    operator.find(QPushButton, "removeRecipientsButton").clicked.connect(make_a_mistake)
    operator.add("90000012")
    operator.press("removeRecipientsButton")
    assert "make_a_mistake" in await report_of(operator)
    await goes_on(operator)


async def test_a_mistake_on_a_lane_stops_the_queue_opens_a_report_and_continue_goes_on(
    hooks: None, operator: Operator, demo: Demo, monkeypatch: pytest.MonkeyPatch
) -> None:
    await operator.at_rest()
    with monkeypatch.context() as broken:
        broken.setattr(SmsOffice, "read_submission", make_a_mistake)
        operator.write("Closed on Sunday")
        operator.add("90000012\n90000013")
        operator.send()
        await report_of(operator)
    await operator.until(lambda: "because of a mistake in smsdesk" in operator.label("stopReason"))
    operator.press("continueButton")
    await operator.until(lambda: operator.states() == ["unknown", "accepted"])
    assert [copy.number for copy in demo.sandbox.ledger.accepted] == ["96890000012", "96890000013"]


async def test_a_mistake_in_a_coroutine_opens_a_report(hooks: None, operator: Operator) -> None:
    async def work() -> None:
        make_a_mistake()

    await operator.at_rest()
    operator.program.tasks.spawn(work(), operator.window)
    await report_of(operator)
    await goes_on(operator)


async def test_a_mistake_on_any_other_thread_opens_a_report(hooks: None, operator: Operator) -> None:
    await operator.at_rest()
    threading.Thread(target=make_a_mistake).start()
    await report_of(operator)


def press_in_box(operator: Operator, text: str) -> None:
    (box,) = (box for box in operator.window.findChildren(QMessageBox) if box.isVisible())
    next(button for button in box.buttons() if button.text().replace("&", "") == text).click()


def delete_account(operator: Operator) -> None:
    operator.trigger("&Delete…")
    press_in_box(operator, "Delete account")


async def test_an_account_with_messages_waiting_is_not_deleted_and_the_reason_is_told(
    operator: Operator, new_password: Callable[[], str]
) -> None:
    new_password()
    operator.write("Closed on Sunday")
    operator.add("90000012")
    operator.send()
    await operator.halted()
    delete_account(operator)
    await operator.until(lambda: operator.sees("problemBox"))
    operator.press("closeProblemButton")
    assert operator.find(QComboBox, "accountCombo").count() == 2
    assert operator.sees("continueButton")


async def test_a_deleted_account_leaves_its_history_and_a_window_that_says_what_is_missing(
    operator: Operator, demo: Demo
) -> None:
    await goes_on(operator)
    await operator.at_rest()
    account = operator.account()
    delete_account(operator)
    await operator.until(lambda: operator.find(QComboBox, "accountCombo").currentText() == ISMART)
    assert demo.vault.get(account.id) is None
    delete_account(operator)
    await operator.until(lambda: operator.label("balanceValue") == "No account yet")
    assert [row[1] for row in operator.rows("historyTable")] == ["Closed on Sunday"]
    operator.write("Closed on Monday")
    assert operator.label("segmentSummary") == "1 part · 16/160 · GSM-7"
    operator.press("sendButton")
    assert operator.label("problemText").startswith("There is no account to send with yet.")
    assert operator.message.toPlainText() == "Closed on Monday"


async def test_an_account_whose_password_the_keyring_keeps_is_gone_from_the_list_all_the_same(
    programs: Programs, demo: Demo
) -> None:
    class Stubborn(MemoryVault):
        def drop(self, account_id: str) -> None:
            raise UserFacingError(QT_TRANSLATE_NOOP("Credentials", "The keyring is locked."))

    operator = programs.open(demo.folder, Stubborn())
    await operator.ready()
    delete_account(operator)
    await operator.until(lambda: operator.sees("problemBox"))
    box = operator.find(QMessageBox, "problemBox")
    assert "The keyring is locked." in [label.text() for label in box.findChildren(QLabel)]
    operator.press("closeProblemButton")
    combo = operator.find(QComboBox, "accountCombo")
    assert [combo.itemText(row) for row in range(combo.count())] == [ISMART]
