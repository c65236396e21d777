"""Where the keyboard begins in every dialog, what Enter presses, and that Escape loses nothing that was typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractSpinBox, QDialog, QLineEdit, QMessageBox, QPlainTextEdit, QPushButton, QWidget

from tests.helpers.dialogs.every_dialog import EVERY_DIALOG
from tests.helpers.dialogs.every_question import EVERY_QUESTION
from tests.helpers.dialogs.measures import shown, told

if TYPE_CHECKING:
    from tests.helpers.dialogs.stage import Stage

NO_WORK = {
    "ownNumberEdit": "it stands there again the next time",
    "importCountryCombo": "typing only finds a country; the rows are read anew once one is chosen",
}
"""Fields whose text is not lost, or is none."""

BEGINS = {
    "a new account": ("providerCombo", "saveAccountButton"),
    "an account in full": ("passwordEdit", "saveAccountButton"),  # the first field that is wrong
    "an account without a balance": ("providerCombo", "saveAccountButton"),
    "set-up, what is sent": ("customUrlEdit", "useGatewayButton"),
    "set-up, answers": ("customAnswersTable", "useGatewayButton"),
    "set-up, balance": ("customBalanceBox", "useGatewayButton"),
    "set-up, trial": ("trialNumberEdit", "useGatewayButton"),
    "own phone": ("ownNumberEdit", "sendTestMessageButton"),
    "confirmation": ("cancelSendButton", "cancelSendButton"),
    "a short confirmation": ("cancelSendButton", "cancelSendButton"),
    "people": ("shownPeopleTable", "closePeopleButton"),
    "reading anew": ("stayButton", "stayButton"),
    "kept drafts": ("keptDraftsTable", "bringKeptBackButton"),
    "import": ("importTable", "takePeopleButton"),
    "import, being read": ("cancelImportButton", "takePeopleButton"),
    "suggestions": ("suggestionsTree", "takeSuggestionsButton"),
    "settings": ("balanceMinutesSpin", "saveSettingsButton"),
    "delivery reports": ("receiverSwitch", "saveSettingsButton"),
    "crash": ("closeCrashButton", "closeCrashButton"),
    "balance": ("balanceAccounts", ""),
    "no balance": ("balanceAccounts", ""),
    "all accounts": ("balanceAccounts", ""),
    "help": ("helpChapters", ""),
    "licences": ("licenceWorks", ""),
    "problemBox": ("closeProblemButton", "closeProblemButton"),
    "damagedBox": ("closeDamagedButton", "closeDamagedButton"),
    "damagedBox, no backup": ("closeDamagedButton", "closeDamagedButton"),
    "discardQuestion": ("keepEditingButton", "keepEditingButton"),
    "deleteAccountBox": ("keepAccountButton", "keepAccountButton"),
    "passwordHostsBox": ("cancelImportButton", "cancelImportButton"),
    "closingBox": ("stayButton", "stayButton"),
    "cancelScheduledBox": ("keepMessagesButton", "keepMessagesButton"),
    "arrivedBox": ("cancelArrivedButton", "cancelArrivedButton"),
    "refusalBox": ("closeRefusalButton", "closeRefusalButton"),
    "aboutBox": ("closeAboutButton", "closeAboutButton"),
}
"""Where the keyboard begins, and what Enter presses: what costs or can't be undone is never that."""

TOUCHED = {"an account in full"}


def filled_in(dialog: QDialog) -> list[QWidget]:
    """The fields that somebody writes into."""
    written = [*shown(dialog, QLineEdit), *shown(dialog, QPlainTextEdit), *shown(dialog, QAbstractSpinBox)]
    return [each for each in written if each.isEnabled() and not is_no_work(each) and not is_to_read(each)]


def is_no_work(field: QWidget) -> bool:
    return bool({field.objectName(), field.parentWidget().objectName()} & NO_WORK.keys())


def is_to_read(field: QWidget) -> bool:
    inside = isinstance(field.parentWidget(), QAbstractSpinBox)
    return inside or (isinstance(field, QLineEdit | QPlainTextEdit) and field.isReadOnly())


@pytest.mark.parametrize("which", EVERY_DIALOG)
async def test_escape_never_discards_what_was_typed_without_asking(stage: Stage, which: str) -> None:
    silent: list[str] = []
    fields = [told(field) async for _, dialog in stage.each(which) for field in filled_in(dialog)]
    for place in range(len(fields)):
        async for _, dialog in stage.each(which):
            field = filled_in(dialog)[place]
            field.setFocus()
            if isinstance(field, QAbstractSpinBox):
                field.selectAll()
            QTest.keyClicks(field, "7")
            QTest.keyClick(dialog, Qt.Key.Key_Escape)
            asked = [each for each in dialog.findChildren(QMessageBox, "discardQuestion") if each.isVisible()]
            if not asked or not dialog.isVisible():
                silent.append(fields[place])
    assert silent == []


@pytest.mark.parametrize("which", sorted({*EVERY_DIALOG, *EVERY_QUESTION} - TOUCHED))
async def test_escape_leaves_at_once_where_nothing_was_typed(stage: Stage, which: str) -> None:
    async for _, dialog in stage.each(which):
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
        assert not dialog.isVisible()


async def test_the_keyboard_begins_where_the_work_does_and_enter_presses_what_is_meant(stage: Stage) -> None:
    found: dict[str, tuple[str, str]] = {}
    async for name, dialog in stage.each():
        focus = dialog.focusWidget()
        default = [each.objectName() for each in dialog.findChildren(QPushButton) if each.isDefault()]
        found[name] = (focus.objectName() if focus else "", ", ".join(default))
    assert {name: begins for name, begins in found.items() if begins != BEGINS.get(name)} == {}
