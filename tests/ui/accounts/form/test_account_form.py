from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QPushButton, QSpinBox, QWidget

from smsdesk.accounts.account import Account

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smsdesk.ui.accounts.account_dialog import AccountDialog
    from tests.helpers.window.account_dialog import AccountDialogOperator

KEPT = Account("a-front-desk", "Front desk", "smsoffice", "demo", ("ALNOORSCH",), "http://127.0.0.1:9", "OM")
WRITTEN = {
    "accountNameEdit": "Front desk",
    "userNameEdit": "demo",
    "passwordEdit": "lamp",
    "accountSenderEdit": "ALNOORSCH",
    "pricePerPartEdit": "2",
    "lowMarkEdit": "100",
    "gatewayAddressEdit": "https://gateway.example",
}


@pytest.fixture
def large_font(qapp: QApplication) -> Iterator[None]:
    before = qapp.font()
    larger = qapp.font()
    larger.setPointSizeF(18)
    qapp.setFont(larger)
    yield
    qapp.setFont(before)


# --- Escape


def escape(dialog: AccountDialog) -> None:
    QTest.keyClick(dialog, Qt.Key.Key_Escape)


@pytest.mark.parametrize("gateway", ["SMS Office", "iSmart (REST)", "Custom HTTP", "IntelliSoftware"])
def test_a_gateway_that_was_looked_at_is_no_work_and_closes_at_once(
    dialogs: AccountDialogOperator, gateway: str
) -> None:
    dialog = dialogs.open()
    dialogs.choose_gateway("SMS Office")
    dialogs.choose_gateway(gateway)
    escape(dialog)
    assert not dialog.isVisible()


@pytest.mark.parametrize("name", WRITTEN)
def test_escape_asks_before_it_throws_away_whatever_was_typed(dialogs: AccountDialogOperator, name: str) -> None:
    dialog = dialogs.open()
    dialogs.choose_gateway("SMS Office")
    dialogs.fill_in(**{name: WRITTEN[name]})
    escape(dialog)
    assert dialog.isVisible()
    dialogs.press("keepEditingButton")
    assert dialogs.edit(name).text() == WRITTEN[name]
    dialogs.leave()
    assert not dialog.isVisible()


def test_typed_work_is_still_asked_about_after_another_gateway_was_chosen(dialogs: AccountDialogOperator) -> None:
    dialog = dialogs.open()
    dialogs.fill_in(userNameEdit="demo")
    dialogs.choose_gateway("SMS Office")
    escape(dialog)
    assert dialog.isVisible()


def test_choices_that_are_no_texts_are_work_too(dialogs: AccountDialogOperator) -> None:
    for change in (
        lambda: dialogs.combo("defaultCountryCombo").setCurrentText("Italy (+39)"),
        lambda: dialogs.find(QCheckBox, "sessionOnlyBox").setChecked(True),
        lambda: dialogs.find(QSpinBox, "batchSizeSpin").setValue(7),
        lambda: dialogs.find(QSpinBox, "budgetSpin").setValue(500),
    ):
        dialog = dialogs.open()
        dialogs.choose_gateway("iSmart (REST)")
        change()
        escape(dialog)
        assert dialog.isVisible()
        dialogs.leave()


async def test_an_account_that_was_only_looked_at_closes_at_once(dialogs: AccountDialogOperator) -> None:
    dialogs.keep(KEPT, "demo-password")
    dialog = dialogs.open(KEPT)
    escape(dialog)
    assert not dialog.isVisible()
    dialog = dialogs.open(KEPT)
    dialogs.fill_in(accountNameEdit="Reception")
    escape(dialog)
    assert dialog.isVisible()


# --- in the order of the answers, on every screen


def test_the_groups_stand_in_the_order_in_which_somebody_has_the_answers(dialogs: AccountDialogOperator) -> None:
    dialog = dialogs.open()
    dialogs.choose_gateway("SMS Office")
    dialogs.press("advancedButton")
    QTest.qWait(0)
    names = (
        "providerCombo", "userNameEdit", "passwordEdit", "testConnectionButton", "accountSenderEdit",
        "defaultCountryCombo", "pricePerPartEdit", "advancedButton", "gatewayAddressEdit", "saveAccountButton",
    )  # fmt: skip
    tops = [dialog.findChild(QWidget, name).mapTo(dialog, QPoint()).y() for name in names]
    assert tops == sorted(tops)


def on_screen(dialog: AccountDialog, name: str) -> bool:
    button = dialog.findChild(QPushButton, name)
    place = button.rect().translated(button.mapTo(dialog, QPoint()))
    return button.isVisible() and dialog.rect().contains(place)


def test_it_is_short_enough_for_a_small_laptop(dialogs: AccountDialogOperator) -> None:
    dialog = dialogs.open()
    dialogs.choose_gateway("SMS Office")
    QTest.qWait(0)
    assert dialog.sizeHint().height() <= 680 - 60
    assert dialog.sizeHint().width() <= 1280


@pytest.mark.usefixtures("large_font")
@pytest.mark.parametrize("gateway", ["SMS Office", "IntelliSoftware"])
def test_at_a_large_font_it_scrolls_and_its_buttons_stay(dialogs: AccountDialogOperator, gateway: str) -> None:
    dialog = dialogs.open()
    dialogs.choose_gateway(gateway)
    dialogs.press("advancedButton")
    dialog.setMaximumSize(1024, 540)
    dialog.resize(1024, 540)
    QTest.qWait(0)
    assert (dialog.width(), dialog.height()) == (1024, 540)
    assert on_screen(dialog, "saveAccountButton")
    assert on_screen(dialog, "cancelAccountButton")
    address = dialogs.edit("gatewayAddressEdit")
    form = address.parentWidget().parentWidget()
    assert form.height() > form.parentWidget().height()
    assert form.minimumSizeHint().width() <= form.parentWidget().width()


@pytest.mark.usefixtures("mirrored")
def test_mirrored_the_labels_stand_at_the_right(dialogs: AccountDialogOperator) -> None:
    dialog = dialogs.open()
    QTest.qWait(0)
    user = next(label for label in dialog.findChildren(QLabel) if label.buddy() is dialogs.edit("userNameEdit"))
    assert user.mapTo(dialog, QPoint()).x() > dialogs.edit("userNameEdit").mapTo(dialog, QPoint()).x()
    show, line = dialog.findChild(QWidget, "showPasswordButton"), dialogs.edit("passwordEdit")
    assert show.mapTo(dialog, QPoint()).x() < line.mapTo(dialog, QPoint()).x()
