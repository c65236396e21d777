"""The first minutes: from an empty profile to a test on the own phone, by the keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QMessageBox, QPushButton

from smsdesk.store.settings import load_settings
from smsdesk.ui.accounts.account_dialog import AccountDialog

if TYPE_CHECKING:
    from pathlib import Path

    from smsdesk.demo import Demo
    from tests.helpers.window.operator import Operator, Programs

MINE = "083 000 0012"


def type_into(operator: Operator, name: str, text: str) -> None:
    line = operator.find(QLineEdit, name)
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, text)


def begin(operator: Operator, demo: Demo) -> AccountDialog:
    """Enter on the welcome page, then what the office was given."""
    QTest.keyClick(operator.window.focusWidget(), Qt.Key.Key_Return)
    gateway = operator.find(QComboBox, "providerCombo")
    gateway.setCurrentIndex(gateway.findText("SMS Office"))
    operator.press("advancedButton")
    for name, text in {
        "accountNameEdit": "Front desk",
        "userNameEdit": "demo",
        "passwordEdit": "demo-password",
        "accountSenderEdit": "ALNOORSCH",
        "gatewayAddressEdit": demo.sandbox.address,
    }.items():
        type_into(operator, name, text)
    return operator.window.findChild(AccountDialog)


async def test_a_login_alone_has_sent_a_test_to_the_own_phone(programs: Programs, tmp_path: Path, demo: Demo) -> None:
    operator = programs.open(tmp_path)
    await operator.ready()
    dialog = begin(operator, demo)
    operator.press("testConnectionButton")
    await operator.until(lambda: operator.label("loginOutcome") == "Signed in. Balance: 1,234.56 credits")
    operator.press("sendTestButton")
    await operator.until(lambda: operator.sees("ownNumberEdit"))
    type_into(operator, "ownNumberEdit", MINE)
    QTest.keyClick(operator.find(QLineEdit, "ownNumberEdit"), Qt.Key.Key_Return)
    await operator.until(lambda: "Look at your phone." in operator.label("loginOutcome"))
    assert [copy.number for copy in demo.sandbox.ledger.accepted] == ["27830000012"]
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    await operator.until(lambda: operator.sees("messageEdit"))
    assert operator.find(QComboBox, "accountCombo").currentText() == "SMS Office — Front desk"
    await operator.at_rest()
    assert operator.states() == ["accepted"]
    await operator.until(lambda: load_settings(tmp_path / "settings.json").settings.own_number == MINE)
    operator.press("editAccountButton")
    operator.press("sendTestButton")
    await operator.until(lambda: operator.sees("ownNumberEdit"))
    assert operator.find(QLineEdit, "ownNumberEdit").text() == MINE
    operator.press("cancelTestButton")
    operator.press("cancelAccountButton")


async def test_escape_keeps_what_the_office_was_given(programs: Programs, tmp_path: Path, demo: Demo) -> None:
    operator = programs.open(tmp_path)
    await operator.ready()
    dialog = begin(operator, demo)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    question = operator.find(QMessageBox, "discardQuestion")
    QTest.keyClick(question, Qt.Key.Key_Escape)
    assert operator.find(QLineEdit, "userNameEdit").text() == "demo"
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    operator.find(QPushButton, "discardButton").click()
    await operator.until(lambda: operator.sees("welcomeAddButton"))
    assert not operator.sees("userNameEdit")
