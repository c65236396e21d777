"""Every dialog of the program, opened by itself, with as much in it as it has to hold."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QTabWidget

from smsdesk.accounts.account import Account
from smsdesk.domain.draft import KeptDraft
from smsdesk.domain.phone_numbers import read_number
from smsdesk.domain.recipients.alike import alike
from smsdesk.domain.recipients.list import RecipientList
from smsdesk.importing.preview import ChosenFile, Wish
from smsdesk.providers.catalog import PROVIDERS
from smsdesk.services.confirming.audience import Listed
from smsdesk.services.confirming.rereading import rereading
from smsdesk.services.sending.review import review
from smsdesk.store.settings import Settings
from smsdesk.ui.accounts.account_dialog import AccountDialog
from smsdesk.ui.accounts.custom_gateway_dialog import CustomGatewayDialog
from smsdesk.ui.accounts.own_phone_dialog import OwnPhoneDialog
from smsdesk.ui.accounts.own_phone_test import message_text
from smsdesk.ui.balance.balance_dialog import BalanceDialog
from smsdesk.ui.confirmation.confirm_dialog import ConfirmDialog
from smsdesk.ui.confirmation.people_dialog import PeopleDialog
from smsdesk.ui.confirmation.rereading_dialog import RereadingDialog
from smsdesk.ui.drafts.kept_drafts_dialog import KeptDraftsDialog
from smsdesk.ui.importing.import_dialog import ImportDialog
from smsdesk.ui.problems.problem_dialogs import CrashDialog
from smsdesk.ui.recipients.suggestions_dialog import SuggestionsDialog
from smsdesk.ui.settings.delivery_reports_page import DeliveryReportsPage
from smsdesk.ui.settings.settings_dialog import SettingsDialog
from smsdesk.ui.window.help_window import HelpWindow
from smsdesk.ui.window.licences_window import LicencesWindow
from tests.helpers.window.confirmations import FRONT_DESK, asked
from tests.helpers.window.overviews import FRONT, HALF_A_YEAR, LIBRARY, NO_BALANCE

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QDialog

    from tests.helpers.dialogs.stage import Stage

    Opener = Callable[[Stage], QDialog]

LONG_NAME = "A name that is longer than any account's name should be, in the front office of the school"
ARABIC = (
    "السادة أولياء الأمور، المدرسة مغلقة غداً الخميس 26 نوفمبر بسبب الأحوال الجوية. تبدأ الدروس عن بُعد الساعة 08:30."
)
PARENTS = (
    "Class;Name;Mobile;Mobile 2;Language;Wants no SMS\n"
    "1A;Amal Said;9000 0012;9000 0031;ar;\n1A;Badr Ali;092123456;;en;\n2B;Hind Nasser;9000 001;;en;\n"
    "2B;Noor Salim;9000 0012;;ar;\n" + "".join(f"3C;Parent {at};9000 00{at};;en;\n" for at in range(40, 60))
)
KEPT = Account(
    "kept", "Front desk", "smsoffice", "office", ("ALNOORSCH",), "http://127.0.0.1:9", "OM",
    price_per_part=Decimal(1), low_mark=Decimal(400),
)  # fmt: skip


def _account(stage: Stage, account: Account | None) -> AccountDialog:
    dialog = AccountDialog(stage.office.book, PROVIDERS, stage.tasks, account, stage.window, trial=stage.trial)
    dialog.open()
    return dialog


def new_account(stage: Stage) -> QDialog:
    return _account(stage, None)


def account_in_full(stage: Stage) -> QDialog:
    """With a long name, unfolded, and wrong in many fields."""
    dialog = _account(stage, replace(KEPT, name=LONG_NAME, address="http://gateway.example.com/"))
    dialog.findChild(QAbstractButton, "advancedButton").click()
    dialog.findChild(QLineEdit, "accountSenderEdit").setText("مكتب المدرسة الطويل جداً")
    dialog.findChild(QLineEdit, "pricePerPartEdit").setText("1.x")
    dialog.findChild(QAbstractButton, "saveAccountButton").click()
    return dialog


def account_without_balance(stage: Stage) -> QDialog:
    dialog = _account(stage, None)
    gateways = dialog.findChild(QComboBox, "providerCombo")
    gateways.setCurrentIndex(gateways.findText("iSmart (REST)"))
    dialog.findChild(QAbstractButton, "advancedButton").click()
    return dialog


def _set_up(page: int) -> Opener:
    def open_page(stage: Stage) -> QDialog:
        account = Account("own", "Ours", "custom", "office", ("ALNOORSCH",), "https://gateway.example.com", "OM")
        dialog = CustomGatewayDialog(stage.office.book.setup, stage.tasks, account, None, stage.window)
        dialog.findChild(QTabWidget, "customTabs").setCurrentIndex(page)
        dialog.open()
        return dialog

    return open_page


def own_phone(stage: Stage) -> QDialog:
    text = message_text()
    meaning = review(text, FRONT_DESK.sender, 1, 0, FRONT_DESK, PROVIDERS["smsoffice"], None)
    dialog = OwnPhoneDialog(text, meaning, "OM", "9000 0012", stage.window)
    dialog.open()
    return dialog


def confirmation(stage: Stage) -> QDialog:
    """Of many people, with something to say to each caution."""
    people = [(f"90000{number:03}", f"Parent {number}") for number in range(12, 60)]
    odd = [("+27 83 000 0012", "Thandi"), ("90000113.0", "ليلى"), ("900000", "Said"), ("+44 7700 900123", "")]
    shown = asked(ARABIC, [*people, *odd], already=[f"+96890000{number:03}" for number in range(12, 20)])
    dialog = ConfirmDialog(shown, PROVIDERS["smsoffice"], stage.window)
    dialog.open()
    return dialog


def short_confirmation(stage: Stage) -> QDialog:
    dialog = ConfirmDialog(asked("We close at noon.", [("90000012", "Amal")]), PROVIDERS["smsoffice"], stage.window)
    dialog.open()
    return dialog


def people(stage: Stage) -> QDialog:
    typed = ("900000", "90000013.0", "+27 83 000 0012")
    read = [read_number(each, "OM") for each in typed]
    listed = [
        Listed("Name that is long enough to be cut off somewhere", found.number or shown, found.problem or found.repair)
        for found, shown in zip(read, typed, strict=True)
    ]
    dialog = PeopleDialog("3 rows get nothing, because they need attention", listed, stage.window)
    dialog.open()
    return dialog


def rereading_question(stage: Stage) -> QDialog:
    recipients = RecipientList("OM")
    rows = [
        ("90000012", "Amal"),
        ("083 000 0012", "Thandi"),
        *((f"900000{at}", f"Parent {at}") for at in range(20, 40)),
    ]
    recipients.replace([recipients.reader.row(typed, name) for typed, name in rows])
    dialog = RereadingDialog(rereading(recipients, "ZA"), f"SMS Office — {LONG_NAME}", stage.window)
    dialog.open()
    return dialog


def _import(stage: Stage) -> tuple[ImportDialog, ChosenFile]:
    path = stage.folder / "Parents of the school, autumn 2026.csv"
    path.write_text(PARENTS, encoding="utf-8")
    file = ChosenFile(path, {})
    dialog = ImportDialog(file.name, "OM", stage.window)
    dialog.open()
    return dialog, file


def import_preview(stage: Stage) -> QDialog:
    dialog, file = _import(stage)
    dialog.show_preview(file.read(Wish("OM")))
    return dialog


def import_reading(stage: Stage) -> QDialog:
    return _import(stage)[0]


def suggestions(stage: Stage) -> QDialog:
    recipients = RecipientList("OM")
    typed = ("15032024", "447700900123", "447700900124", "+44 07700 900125x", "965 9912 3456")
    recipients.replace([recipients.reader.row(each, f"Parent of {each}") for each in typed])
    dialog = SuggestionsDialog(alike(recipients.seats), stage.window)
    dialog.open()
    return dialog


def _settings(page: int) -> Opener:
    def open_page(stage: Stage) -> QDialog:
        settings = Settings(receiver_public="sms.example.com")
        accounts = [(FRONT, PROVIDERS["smsoffice"]), (replace(LIBRARY, provider="intellisms"), PROVIDERS["intellisms"])]
        reports = DeliveryReportsPage(settings, accounts, lambda _id: datetime(2026, 11, 20, 6, 31, tzinfo=UTC))
        dialog = SettingsDialog(settings, stage.window, reports)
        dialog.findChild(QTabWidget, "settingsPages").setCurrentIndex(page)
        dialog.open()
        return dialog

    return open_page


def crash(stage: Stage) -> QDialog:
    dialog = CrashDialog("smsdesk 0.1.0\nTraceback (most recent call last):\n" + "  File …\n" * 40, stage.window)
    dialog.open()
    return dialog


def _balance(chosen: str) -> Opener:
    parts = tuple(replace(month, cost=None) for month in HALF_A_YEAR.months)
    overviews = {FRONT.id: HALF_A_YEAR, LIBRARY.id: replace(NO_BALANCE, months=parts)}

    def open_account(stage: Stage) -> QDialog:
        dialog = BalanceDialog(stage.window)
        titles = [(FRONT.id, "SMS Office — Front desk"), (LIBRARY.id, f"iSmart (HTTP) — {LONG_NAME}")]
        dialog.show_accounts(titles, chosen or FRONT.id)
        if chosen:
            dialog.show_overview(overviews[chosen])
        else:
            dialog._tabs.setCurrentIndex(len(titles))
            dialog.show_overviews(list(overviews.values()))
        dialog.show()
        return dialog

    return open_account


def kept_drafts(stage: Stage) -> QDialog:
    kept = [
        KeptDraft(place, datetime.now(UTC), FRONT.id, "We close at noon, " * 9, 12 * place) for place in range(1, 9)
    ]
    dialog = KeptDraftsDialog(kept, 20, 90, lambda _id: f"SMS Office — {LONG_NAME}", stage.window)
    dialog.open()
    return dialog


def help_window(stage: Stage) -> QDialog:
    window = HelpWindow(stage.window)
    window.show()
    return window


def licences_window(stage: Stage) -> QDialog:
    window = LicencesWindow(stage.window)
    window.show()
    return window


EVERY_DIALOG: Mapping[str, Opener] = {
    "a new account": new_account,
    "an account in full": account_in_full,
    "an account without a balance": account_without_balance,
    "set-up, what is sent": _set_up(0),
    "set-up, answers": _set_up(1),
    "set-up, balance": _set_up(2),
    "set-up, trial": _set_up(3),
    "own phone": own_phone,
    "confirmation": confirmation,
    "a short confirmation": short_confirmation,
    "people": people,
    "reading anew": rereading_question,
    "import": import_preview,
    "import, being read": import_reading,
    "suggestions": suggestions,
    "settings": _settings(0),
    "delivery reports": _settings(1),
    "crash": crash,
    "balance": _balance(FRONT.id),
    "no balance": _balance(LIBRARY.id),
    "all accounts": _balance(""),
    "kept drafts": kept_drafts,
    "help": help_window,
    "licences": licences_window,
}
