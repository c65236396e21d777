from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QSpinBox, QWidget

if TYPE_CHECKING:
    from pathlib import Path

    from tests.ui.accounts.conftest import Desk

FIELDS = {
    "providerCombo": "Gateway",
    "setUpGatewayButton": "Set-up",
    "accountNameEdit": "Account name",
    "userNameEdit": "User name",
    "passwordEdit": "Password",
    "accountSenderEdit": "Sender",
    "defaultCountryCombo": "Default country",
    "gatewayAddressEdit": "Gateway address",
    "pricePerPartEdit": "Price per part",
    "lowMarkEdit": "Warn below",
    "batchSizeSpin": "In one request",
}


# --- drawn from the gateway


def test_every_field_is_known_by_the_label_beside_it(desk: Desk) -> None:
    dialog = desk.open()
    labels = {label.buddy().objectName(): label.text() for label in dialog.findChildren(QLabel) if label.buddy()}
    assert labels == FIELDS


def test_a_new_account_begins_with_what_the_gateway_suggests(desk: Desk) -> None:
    desk.open()
    desk.choose_gateway("SMS Office")
    assert desk.edit("gatewayAddressEdit").text() == "http://www.smsoffice.co.za"
    assert desk.combo("defaultCountryCombo").currentText() == "South Africa (+27)"
    assert desk.edit("pricePerPartEdit").text() == "1"


def test_another_gateway_brings_its_own_suggestions(desk: Desk) -> None:
    desk.open()
    desk.choose_gateway("SMS Office")
    desk.choose_gateway("iSmart (REST)")
    assert desk.edit("gatewayAddressEdit").text() == "https://ismartsms.net"
    assert desk.combo("defaultCountryCombo").currentText() == "Oman (+968)"
    assert desk.edit("pricePerPartEdit").text() == ""


def test_what_the_person_changed_outlives_another_choice_of_gateway(desk: Desk) -> None:
    desk.open()
    desk.choose_gateway("SMS Office")
    desk.fill_in(gatewayAddressEdit="https://reseller.example", pricePerPartEdit="2.5", accountSenderEdit="ALNOORSCH")
    desk.combo("defaultCountryCombo").setCurrentText("Italy (+39)")
    desk.choose_gateway("iSmart (REST)")
    desk.choose_gateway("SMS Office")
    assert desk.edit("gatewayAddressEdit").text() == "https://reseller.example"
    assert desk.edit("pricePerPartEdit").text() == "2.5"
    assert desk.edit("accountSenderEdit").text() == "ALNOORSCH"
    assert desk.combo("defaultCountryCombo").currentText() == "Italy (+39)"


def test_a_gateway_without_senders_says_so_at_the_field(desk: Desk) -> None:
    dialog = desk.open()
    desk.choose_gateway("iSmart (REST)")
    assert not desk.edit("accountSenderEdit").isEnabled()
    said = [label.text() for label in dialog.findChildren(QLabel) if label.isVisible()]
    assert "iSmart (REST) has no field for a sender, so none can be chosen here" in said


def test_the_size_of_a_request_is_offered_only_where_the_document_leaves_it_open(desk: Desk) -> None:
    desk.open()
    desk.choose_gateway("iSmart (REST)")
    assert desk.find(QSpinBox, "batchSizeSpin").isVisible()
    desk.choose_gateway("SMS Office")
    assert not desk.find(QSpinBox, "batchSizeSpin").isVisible()


def test_a_low_mark_is_offered_only_where_the_balance_can_be_asked(desk: Desk) -> None:
    desk.open()
    desk.choose_gateway("iSmart (REST)")
    assert not desk.edit("lowMarkEdit").isVisible()
    desk.choose_gateway("SMS Office")
    assert desk.edit("lowMarkEdit").isVisible()


# --- address


def test_http_is_called_readable_and_https_is_tried_only_on_a_press(desk: Desk) -> None:
    desk.open()
    desk.choose_gateway("SMS Office")
    assert desk.shown("addressNotice") == "The password travels readable through the network"
    desk.press("tryHttpsButton")
    assert desk.edit("gatewayAddressEdit").text() == "https://www.smsoffice.co.za"
    assert desk.shown("addressNotice") == "SMS Office promises only http: test whether https works"


def test_a_documented_https_address_needs_no_word(desk: Desk) -> None:
    desk.open()
    desk.choose_gateway("iSmart (REST)")
    assert desk.shown("addressNotice") == ""


# --- country


@pytest.mark.parametrize("typed", ["Oman (+968)", "oman (+968)", "+968", "(+968)"])
async def test_a_country_is_found_by_name_or_code(desk: Desk, typed: str) -> None:
    desk.open()
    desk.fill_in_demo()
    desk.combo("defaultCountryCombo").setCurrentText(typed)
    desk.press("saveAccountButton")
    await desk.closed()
    assert desk.saved[0].country == "OM"


@pytest.mark.parametrize("typed", ["", "Atlantis", "land"])
async def test_a_text_that_is_no_country_is_not_saved(desk: Desk, typed: str) -> None:
    desk.open()
    desk.fill_in_demo()
    desk.combo("defaultCountryCombo").setCurrentText(typed)
    desk.press("saveAccountButton")
    await desk.until(lambda: desk.problem("defaultCountryCombo"))
    assert desk.problem("defaultCountryCombo") == "Choose a country from the list."
    assert desk.saved == []


def test_in_arabic_the_countries_have_arabic_names_and_the_plus_stays_before_the_code(desk: Desk) -> None:
    QLocale.setDefault(QLocale("ar_OM"))
    desk.open()
    assert desk.combo("defaultCountryCombo").currentText() == "عُمان (\u200e+968\u200e)"


# --- saving


async def test_an_empty_form_is_answered_field_by_field_and_stays_open(desk: Desk) -> None:
    dialog = desk.open()
    desk.choose_gateway("SMS Office")
    desk.fill_in(userNameEdit="demo", gatewayAddressEdit="www.example.com")
    desk.press("saveAccountButton")
    await desk.until(lambda: desk.problem("accountNameEdit"))
    assert "name" in desk.problem("accountNameEdit")
    assert desk.problem("userNameEdit") == ""
    assert desk.problem("passwordEdit") == "Enter the password that the gateway gave you."
    assert "sender" in desk.problem("accountSenderEdit")
    assert "must begin with https:// or http://" in desk.problem("gatewayAddressEdit")
    assert dialog.focusWidget() is desk.edit("accountNameEdit")
    assert desk.edit("userNameEdit").text() == "demo"
    assert dialog.isVisible()
    assert desk.book.all() == []


async def test_a_problem_goes_when_its_field_is_changed(desk: Desk) -> None:
    desk.open()
    desk.press("saveAccountButton")
    await desk.until(lambda: desk.problem("accountNameEdit"))
    desk.fill_in(accountNameEdit="F")
    assert desk.problem("accountNameEdit") == ""
    assert desk.problem("userNameEdit") != ""


async def test_a_problem_is_read_out_with_its_field(desk: Desk) -> None:
    desk.open()
    desk.press("saveAccountButton")
    await desk.until(lambda: desk.problem("userNameEdit"))
    assert desk.edit("userNameEdit").accessibleDescription() == desk.problem("userNameEdit")


async def test_saving_keeps_the_account_on_disk_and_its_password_only_in_the_vault(desk: Desk, tmp_path: Path) -> None:
    desk.open()
    desk.fill_in_demo()
    desk.fill_in(accountSenderEdit=" ALNOORSCH, Bus ،Bus;", pricePerPartEdit="0.75", lowMarkEdit="1000")
    desk.press("saveAccountButton")
    await desk.closed()
    (account,) = desk.store.all()
    assert desk.saved == [account]
    assert account.name == "Front desk"
    assert account.senders == ("ALNOORSCH", "Bus")
    assert account.price_per_part == Decimal("0.75")
    assert account.low_mark == Decimal(1000)
    kept = desk.vault.get(account.id)
    assert kept is not None
    assert kept.reveal() == "demo-password"
    assert all(b"demo-password" not in path.read_bytes() for path in tmp_path.iterdir())


async def test_a_sender_that_is_too_long_is_named(desk: Desk) -> None:
    desk.open()
    desk.fill_in_demo()
    desk.fill_in(accountSenderEdit="ALNOORSCH, ALNOORSCHOOL")
    desk.press("saveAccountButton")
    await desk.until(lambda: desk.problem("accountSenderEdit"))
    assert "“ALNOORSCHOOL” is 1 character too long" in desk.problem("accountSenderEdit")


async def test_a_price_that_is_no_number_is_not_guessed(desk: Desk) -> None:
    desk.open()
    desk.fill_in_demo()
    desk.fill_in(pricePerPartEdit="1,5")
    desk.press("saveAccountButton")
    await desk.until(lambda: desk.problem("pricePerPartEdit"))
    assert desk.problem("pricePerPartEdit") == "Write a number like 1.5, or leave it empty."
    assert desk.edit("pricePerPartEdit").text() == "1,5"


async def test_a_request_size_is_kept_only_when_it_differs_from_the_usual_one(desk: Desk) -> None:
    for size, kept in ((50, None), (20, 20)):
        desk.open()
        desk.choose_gateway("iSmart (REST)")
        desk.fill_in(accountNameEdit=f"In {size}s", userNameEdit="demo", passwordEdit="demo-password")
        desk.find(QSpinBox, "batchSizeSpin").setValue(size)
        desk.press("saveAccountButton")
        await desk.closed()
        assert desk.saved[-1].batch_size == kept


async def test_enter_saves_and_escape_leaves_without_saving(desk: Desk) -> None:
    dialog = desk.open()
    desk.fill_in_demo()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert desk.book.all() == []
    desk.open()
    desk.fill_in_demo()
    QTest.keyClick(desk.edit("userNameEdit"), Qt.Key.Key_Return)
    await desk.closed()
    assert len(desk.saved) == 1


def test_the_dialog_fits_its_sentences_without_scrolling(desk: Desk) -> None:
    dialog = desk.open()
    desk.choose_gateway("SMS Office")
    QTest.qWait(0)
    form = dialog.findChild(QWidget, "gatewayAddressEdit").parentWidget().parentWidget()
    assert form.height() <= form.parentWidget().height()
