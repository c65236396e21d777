from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QTabBar, QTableView, QWidget

from smsdesk.ui.balance.balance_dialog import BalanceDialog
from tests.helpers.window.overviews import FRONT, HALF_A_YEAR, LIBRARY, NO_BALANCE

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def wanted() -> list[tuple[str, int]]:
    return []


@pytest.fixture
def dialog(qtbot: QtBot, wanted: list[tuple[str, int]]) -> BalanceDialog:
    made = BalanceDialog()
    qtbot.addWidget(made)
    made.wanted.connect(lambda account_id, months: wanted.append((account_id, months)))
    made.show_accounts([("front", "SMS Office — Front desk"), ("library", "iSmart (HTTP) — Library & Co")], "front")
    made.show_overview(HALF_A_YEAR)
    made.show()
    return made


def said(dialog: BalanceDialog, name: str) -> str:
    label = dialog.findChild(QLabel, name)
    assert label is not None
    return label.text() if label.isVisible() else ""


def cells(dialog: BalanceDialog) -> list[list[str]]:
    table = dialog.findChild(QTableView, "balanceTable")
    assert table is not None
    model = table.model()
    shown = [column for column in range(model.columnCount()) if not table.isColumnHidden(column)]
    return [[str(model.index(row, column).data()) for column in shown] for row in range(model.rowCount())]


def test_it_says_how_much_is_left_and_how_long_it_lasts(dialog: BalanceDialog) -> None:
    assert said(dialog, "balancePictureValue") == "1,234.56 credits"
    assert said(dialog, "balanceUntil") == "until 12 December 2025"
    assert said(dialog, "balanceLow") == "6 December 2025"
    assert said(dialog, "balancePace") == "72 credits a day"


def test_the_table_says_what_the_picture_shows(dialog: BalanceDialog) -> None:
    assert cells(dialog) == [
        ["24 November 2025", "Bus 3 is late", "22 × 1", "-22", "1,234.56"],
        ["20 September 2025", "Something else", "", "-1,701.44", "1,256.56"],
        ["1 September 2025", "↑ Top-up", "", "+2,000", "2,958"],
        ["23 August 2025", "School begins", "214 × 3", "-642", "958"],
    ]


def test_accounts_are_a_switch_and_months_a_choice(dialog: BalanceDialog, wanted: list[tuple[str, int]]) -> None:
    tabs, months = dialog.findChild(QTabBar, "balanceAccounts"), dialog.findChild(QComboBox, "balanceMonths")
    assert tabs is not None
    assert months is not None
    assert wanted == [("front", 6)]
    tabs.setCurrentIndex(1)
    months.setCurrentIndex(2)
    assert wanted == [("front", 6), ("library", 6), ("library", 12)]
    dialog.show_overview(HALF_A_YEAR)  # comes late
    assert dialog.account_id == "library"
    dialog.show_overview(NO_BALANCE)
    assert said(dialog, "balancePictureValue") == "986 of 2,000 parts this month"
    assert said(dialog, "balanceUntil") == ""
    assert cells(dialog) == [["3 November 2025", "New books", "200 × 2", "-400"]]
    picture = dialog.findChild(QWidget, "balancePicture")
    assert picture is not None
    assert not picture.isVisible()


def test_all_accounts_stand_beside_each_other(dialog: BalanceDialog, wanted: list[tuple[str, int]]) -> None:
    tabs, table = dialog.findChild(QTabBar, "balanceAccounts"), dialog.findChild(QTableView, "allAccountsTable")
    assert tabs is not None
    assert table is not None
    tabs.setCurrentIndex(2)
    assert wanted[-1] == ("", 6)
    dialog.show_overviews([HALF_A_YEAR, replace(NO_BALANCE, months=HALF_A_YEAR.months)])
    model = table.model()
    columns = range(model.columnCount())
    assert [model.headerData(column, Qt.Orientation.Horizontal) for column in columns][:5] == [
        "Account", "Left", "At this pace until", "November so far", "October",
    ]  # fmt: skip
    assert [[model.index(row, column).data() for column in columns][:5] for row in range(2)] == [
        ["SMS Office — Front desk", "1,234.56 credits", "12 December 2025", "2,164 credits", "1,606 credits"],
        ["iSmart (HTTP) — Library & Co", "", "", "2,164 credits", "1,606 credits"],
    ]
    assert table.isVisible()
    assert not any(each.isVisible() for each in dialog.findChildren(QTableView, "balanceTable"))
    tabs.setCurrentIndex(0)
    dialog.show_overviews([HALF_A_YEAR])  # comes late
    dialog.show_overview(HALF_A_YEAR)
    assert not table.isVisible()
    assert said(dialog, "balanceUntil")


def test_a_single_account_needs_no_switch(dialog: BalanceDialog) -> None:
    dialog.show_accounts([("front", "Front desk")], "front")
    tabs = dialog.findChild(QTabBar, "balanceAccounts")
    assert tabs is not None
    assert tabs.count() == 1


def test_without_a_budget_it_says_what_was_sent(dialog: BalanceDialog) -> None:
    dialog.show_accounts([("library", "Library")], "library")
    dialog.show_overview(replace(NO_BALANCE, account=replace(LIBRARY, budget_parts=None)))
    assert said(dialog, "balancePictureValue") == "986 parts sent this month"


def test_below_the_low_mark_it_is_said_in_words(dialog: BalanceDialog) -> None:
    dialog.show_overview(replace(HALF_A_YEAR, account=replace(FRONT, low_mark=Decimal(5000))))
    assert any(label.text().startswith("! running low · as of") for label in dialog.findChildren(QLabel))


@pytest.mark.parametrize("points", [9, 18])
def test_on_a_small_screen_the_table_gives_way_first(dialog: BalanceDialog, points: int) -> None:
    font = dialog.font()
    font.setPointSizeF(points)
    dialog.setFont(font)
    least = dialog.minimumSizeHint()
    assert least.width() <= 1024
    assert least.height() <= 660, "1024x700 with a title bar"
    table, picture = dialog.findChild(QTableView, "balanceTable"), dialog.findChild(QWidget, "balancePicture")
    assert table is not None
    assert picture is not None
    dialog.resize(least)
    assert not table.isVisible()
    assert picture.isVisible()
    dialog.resize(1000, 3 * least.height())
    assert table.isVisible()


def test_an_empty_table_says_so(dialog: BalanceDialog) -> None:
    def hinted() -> bool:
        return any("Nothing was sent" in label.text() and label.isVisible() for label in dialog.findChildren(QLabel))

    assert not hinted()
    dialog.show_overview(replace(HALF_A_YEAR, movements=()))
    assert hinted()


def test_the_pictures_are_reached_by_keyboard(dialog: BalanceDialog) -> None:
    for name in ("balancePicture", "balanceBars", "balanceTable"):
        widget = dialog.findChild(QWidget, name)
        assert widget is not None
        assert widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        assert widget.accessibleName()
    assert not dialog.isModal()
