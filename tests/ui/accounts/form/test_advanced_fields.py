from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton

if TYPE_CHECKING:
    from tests.helpers.window.account_dialog import AccountDialogOperator


def test_it_is_folded_and_a_line_says_what_is_in_it(dialogs: AccountDialogOperator) -> None:
    dialogs.open()
    dialogs.choose_gateway("iSmart (REST)")
    assert not dialogs.edit("gatewayAddressEdit").isVisible()
    assert dialogs.shown("advancedSummary") == "gateway address, numbers in one request"
    dialogs.press("advancedButton")
    assert dialogs.edit("gatewayAddressEdit").isVisible()
    assert dialogs.shown("advancedSummary") == ""
    dialogs.press("advancedButton")
    assert not dialogs.edit("gatewayAddressEdit").isVisible()


def test_a_password_that_travels_readable_is_said_though_it_is_folded(dialogs: AccountDialogOperator) -> None:
    dialogs.open()
    dialogs.choose_gateway("SMS Office")
    told = "The password travels readable through the network"
    assert dialogs.shown("advancedSummary") == told
    assert dialogs.find(QToolButton, "advancedButton").accessibleDescription() == told


async def test_it_opens_by_itself_at_what_is_wrong_in_it(dialogs: AccountDialogOperator) -> None:
    dialogs.open()
    dialogs.fill_in_demo()
    dialogs.fill_in(gatewayAddressEdit="www.example.com")
    dialogs.press("saveAccountButton")
    await dialogs.until(lambda: dialogs.problem("gatewayAddressEdit"))
    assert dialogs.edit("gatewayAddressEdit").hasFocus()


async def test_it_stays_folded_where_something_else_is_wrong(dialogs: AccountDialogOperator) -> None:
    dialogs.open()
    dialogs.fill_in_demo()
    dialogs.fill_in(userNameEdit="")
    dialogs.press("saveAccountButton")
    await dialogs.until(lambda: dialogs.problem("userNameEdit"))
    assert not dialogs.edit("gatewayAddressEdit").isVisible()


@pytest.mark.usefixtures("mirrored")
def test_mirrored_it_points_the_other_way(dialogs: AccountDialogOperator) -> None:
    dialogs.open()
    button = dialogs.find(QToolButton, "advancedButton")
    assert button.arrowType() is Qt.ArrowType.LeftArrow
    button.click()
    assert button.arrowType() is Qt.ArrowType.DownArrow
