from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QSpinBox, QWidget

if TYPE_CHECKING:
    from pathlib import Path

    from tests.helpers.window.account_dialog import AccountDialogOperator

FIELDS = {
    "providerCombo": "Gateway",
    "setUpGatewayButton": "Set-up",
    "accountNameEdit": "Called",
    "userNameEdit": "User name",
    "passwordEdit": "Password",
    "accountSenderEdit": "Sender",
    "defaultCountryCombo": "Country",
    "gatewayAddressEdit": "Gateway address",
    "pricePerPartEdit": "Price of a part",
    "lowMarkEdit": "Warn below",
    "budgetSpin": "Budget a month",
    "batchSizeSpin": "In one request",
}


# --- drawn from the gateway


def test_every_field_is_known_by_the_label_beside_it(dialogs: AccountDialogOperator) -> None:
    dialog = dialogs.open()
    labels = {label.buddy().objectName(): label.text() for label in dialog.findChildren(QLabel) if label.buddy()}
    assert labels == FIELDS


def test_a_new_account_begins_with_what_the_gateway_suggests(dialogs: AccountDialogOperator) -> None:
    dialogs.open()
    dialogs.choose_gateway("SMS Office")
    assert dialogs.edit("gatewayAddressEdit").text() == "http://www.smsoffice.co.za"
    assert dialogs.combo("defaultCountryCombo").currentText() == "South Africa (+27)"
    assert dialogs.edit("pricePerPartEdit").text() == "1"


def test_another_gateway_brings_its_own_suggestions(dialogs: AccountDialogOperator) -> None:
    dialogs.open()
    dialogs.choose_gateway("SMS Office")
    dialogs.choose_gateway("iSmart (REST)")
    assert dialogs.edit("gatewayAddressEdit").text() == "https://ismartsms.net"
    assert dialogs.combo("defaultCountryCombo").currentText() == "Oman (+968)"
    assert dialogs.edit("pricePerPartEdit").text() == ""


def test_what_the_person_changed_outlives_another_choice_of_gateway(dialogs: AccountDialogOperator) -> None:
    dialogs.open()
    dialogs.choose_gateway("SMS Office")
    dialogs.fill_in(
        gatewayAddressEdit="https://reseller.example", pricePerPartEdit="2.5", accountSenderEdit="ALNOORSCH"
    )
    dialogs.combo("defaultCountryCombo").setCurrentText("Italy (+39)")
    dialogs.choose_gateway("iSmart (REST)")
    dialogs.choose_gateway("SMS Office")
    assert dialogs.edit("gatewayAddressEdit").text() == "https://reseller.example"
    assert dialogs.edit("pricePerPartEdit").text() == "2.5"
    assert dialogs.edit("accountSenderEdit").text() == "ALNOORSCH"
    assert dialogs.combo("defaultCountryCombo").currentText() == "Italy (+39)"


def test_a_gateway_without_senders_says_so_at_the_field(dialogs: AccountDialogOperator) -> None:
    dialog = dialogs.open()
    dialogs.choose_gateway("iSmart (REST)")
    assert not dialogs.edit("accountSenderEdit").isEnabled()
    said = [label.text() for label in dialog.findChildren(QLabel) if label.isVisible()]
    assert "iSmart (REST) has no field for a sender, so none can be chosen here" in said


def test_the_size_of_a_request_is_offered_only_where_the_document_leaves_it_open(
    dialogs: AccountDialogOperator,
) -> None:
    dialogs.open()
    dialogs.press("advancedButton")
    dialogs.choose_gateway("iSmart (REST)")
    assert dialogs.find(QSpinBox, "batchSizeSpin").isVisible()
    dialogs.choose_gateway("SMS Office")
    assert not dialogs.find(QSpinBox, "batchSizeSpin").isVisible()


def test_a_low_mark_is_offered_only_where_the_balance_can_be_asked(dialogs: AccountDialogOperator) -> None:
    dialogs.open()
    dialogs.choose_gateway("iSmart (REST)")
    assert not dialogs.edit("lowMarkEdit").isVisible()
    dialogs.choose_gateway("SMS Office")
    assert dialogs.edit("lowMarkEdit").isVisible()


# --- address


def test_http_is_called_readable_and_https_is_tried_only_on_a_press(dialogs: AccountDialogOperator) -> None:
    dialogs.open()
    dialogs.choose_gateway("SMS Office")
    dialogs.press("advancedButton")
    assert dialogs.shown("addressNotice") == "The password travels readable through the network"
    dialogs.press("tryHttpsButton")
    assert dialogs.edit("gatewayAddressEdit").text() == "https://www.smsoffice.co.za"
    assert dialogs.shown("addressNotice") == "SMS Office promises only http: test whether https works"


def test_a_documented_https_address_needs_no_word(dialogs: AccountDialogOperator) -> None:
    dialogs.open()
    dialogs.choose_gateway("iSmart (REST)")
    assert dialogs.shown("addressNotice") == ""


# --- country


@pytest.mark.parametrize("typed", ["Oman (+968)", "oman (+968)", "+968", "(+968)"])
async def test_a_country_is_found_by_name_or_code(dialogs: AccountDialogOperator, typed: str) -> None:
    dialogs.open()
    dialogs.fill_in_demo()
    dialogs.combo("defaultCountryCombo").setCurrentText(typed)
    dialogs.press("saveAccountButton")
    await dialogs.closed()
    assert dialogs.saved[0].country == "OM"


@pytest.mark.parametrize("typed", ["", "Atlantis", "land"])
async def test_a_text_that_is_no_country_is_not_saved(dialogs: AccountDialogOperator, typed: str) -> None:
    dialogs.open()
    dialogs.fill_in_demo()
    dialogs.combo("defaultCountryCombo").setCurrentText(typed)
    dialogs.press("saveAccountButton")
    await dialogs.until(lambda: dialogs.problem("defaultCountryCombo"))
    assert dialogs.problem("defaultCountryCombo") == "Choose a country from the list."
    assert dialogs.saved == []


@pytest.mark.usefixtures("arabic")
def test_in_arabic_the_countries_have_arabic_names_and_the_plus_stays_before_the_code(
    dialogs: AccountDialogOperator,
) -> None:
    dialogs.open()
    assert dialogs.combo("defaultCountryCombo").currentText() == "عُمان (\u200e+968\u200e)"


# --- saving


async def test_an_empty_form_is_answered_field_by_field_and_stays_open(dialogs: AccountDialogOperator) -> None:
    dialog = dialogs.open()
    dialogs.choose_gateway("SMS Office")
    dialogs.fill_in(userNameEdit="demo", gatewayAddressEdit="www.example.com")
    dialogs.press("saveAccountButton")
    await dialogs.until(lambda: dialogs.problem("accountNameEdit"))
    assert "name" in dialogs.problem("accountNameEdit")
    assert dialogs.problem("userNameEdit") == ""
    assert dialogs.problem("passwordEdit") == "Enter the password that the gateway gave you."
    assert "sender" in dialogs.problem("accountSenderEdit")
    assert "must begin with https:// or http://" in dialogs.problem("gatewayAddressEdit")
    assert dialog.focusWidget() is dialogs.edit("accountNameEdit")
    assert dialogs.edit("userNameEdit").text() == "demo"
    assert dialog.isVisible()
    assert dialogs.book.all() == []


async def test_a_problem_goes_when_its_field_is_changed(dialogs: AccountDialogOperator) -> None:
    dialogs.open()
    dialogs.press("saveAccountButton")
    await dialogs.until(lambda: dialogs.problem("accountNameEdit"))
    dialogs.fill_in(accountNameEdit="F")
    assert dialogs.problem("accountNameEdit") == ""
    assert dialogs.problem("userNameEdit") != ""


async def test_a_problem_is_read_out_with_its_field(dialogs: AccountDialogOperator) -> None:
    dialogs.open()
    dialogs.press("saveAccountButton")
    await dialogs.until(lambda: dialogs.problem("userNameEdit"))
    assert dialogs.edit("userNameEdit").accessibleDescription() == dialogs.problem("userNameEdit")


async def test_saving_keeps_the_account_on_disk_and_its_password_only_in_the_vault(
    dialogs: AccountDialogOperator, tmp_path: Path
) -> None:
    dialogs.open()
    dialogs.fill_in_demo()
    dialogs.fill_in(accountSenderEdit=" ALNOORSCH, Bus ،Bus;", pricePerPartEdit="0.75", lowMarkEdit="1000")
    dialogs.press("saveAccountButton")
    await dialogs.closed()
    (account,) = dialogs.store.all()
    assert dialogs.saved == [account]
    assert account.name == "Front desk"
    assert account.senders == ("ALNOORSCH", "Bus")
    assert account.price_per_part == Decimal("0.75")
    assert account.low_mark == Decimal(1000)
    kept = dialogs.vault.get(account.id)
    assert kept is not None
    assert kept.reveal() == "demo-password"
    assert all(b"demo-password" not in path.read_bytes() for path in tmp_path.iterdir())


async def test_a_sender_that_is_too_long_is_named(dialogs: AccountDialogOperator) -> None:
    dialogs.open()
    dialogs.fill_in_demo()
    dialogs.fill_in(accountSenderEdit="ALNOORSCH, ALNOORSCHOOL")
    dialogs.press("saveAccountButton")
    await dialogs.until(lambda: dialogs.problem("accountSenderEdit"))
    assert "“ALNOORSCHOOL” is 1 character too long" in dialogs.problem("accountSenderEdit")


async def test_a_price_that_is_no_number_is_not_guessed(dialogs: AccountDialogOperator) -> None:
    dialogs.open()
    dialogs.fill_in_demo()
    dialogs.fill_in(pricePerPartEdit="1,5")
    dialogs.press("saveAccountButton")
    await dialogs.until(lambda: dialogs.problem("pricePerPartEdit"))
    assert dialogs.problem("pricePerPartEdit") == "Write a number like 1.5, or leave it empty."
    assert dialogs.edit("pricePerPartEdit").text() == "1,5"


async def test_a_request_size_is_kept_only_when_it_differs_from_the_usual_one(dialogs: AccountDialogOperator) -> None:
    for size, kept in ((50, None), (20, 20)):
        dialogs.open()
        dialogs.choose_gateway("iSmart (REST)")
        dialogs.fill_in(accountNameEdit=f"In {size}s", userNameEdit="demo", passwordEdit="demo-password")
        dialogs.find(QSpinBox, "batchSizeSpin").setValue(size)
        dialogs.press("saveAccountButton")
        await dialogs.closed()
        assert dialogs.saved[-1].batch_size == kept


async def test_enter_saves_and_escape_leaves_without_saving(dialogs: AccountDialogOperator) -> None:
    dialog = dialogs.open()
    dialogs.fill_in_demo()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    dialogs.press("discardButton")
    assert not dialog.isVisible()
    assert dialogs.book.all() == []
    dialogs.open()
    dialogs.fill_in_demo()
    QTest.keyClick(dialogs.edit("userNameEdit"), Qt.Key.Key_Return)
    await dialogs.closed()
    assert len(dialogs.saved) == 1


def test_the_dialog_fits_its_sentences_without_scrolling(dialogs: AccountDialogOperator) -> None:
    dialog = dialogs.open()
    dialogs.choose_gateway("SMS Office")
    QTest.qWait(0)
    form = dialog.findChild(QWidget, "gatewayAddressEdit").parentWidget().parentWidget()
    assert form.height() <= form.parentWidget().height()


async def test_a_budget_is_asked_for_where_no_balance_can_be(dialogs: AccountDialogOperator) -> None:
    dialogs.open()
    dialogs.choose_gateway("SMS Office")
    assert not dialogs.find(QSpinBox, "budgetSpin").isVisible()
    dialogs.choose_gateway("iSmart (REST)")
    assert dialogs.find(QSpinBox, "budgetSpin").isVisible()
    assert not dialogs.edit("lowMarkEdit").isVisible()
