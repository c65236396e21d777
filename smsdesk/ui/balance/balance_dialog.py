"""The balance to look at: what is left and how long, the picture over months, and the table that says the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QTabBar, QVBoxLayout, QWidget

from smsdesk.ui.balance.accounts_model import AccountsModel
from smsdesk.ui.balance.amount_label import AmountLabel
from smsdesk.ui.balance.forecast_text import pace_of, pace_seen_over
from smsdesk.ui.balance.movements_model import MovementsModel
from smsdesk.ui.balance.picture.balance_picture import BalancePicture
from smsdesk.ui.balance.picture.month_bars import MonthBars
from smsdesk.ui.qt.boxes import ComboBox
from smsdesk.ui.text.formatting import amount, day_name, decimal, short_time
from smsdesk.ui.text.translate import translate
from smsdesk.ui.widgets.card import Caption, Card, set_bold
from smsdesk.ui.widgets.colours import Meaning
from smsdesk.ui.widgets.dialog import Dialog
from smsdesk.ui.widgets.elided.elided_label import ElidedLabel
from smsdesk.ui.widgets.named import named
from smsdesk.ui.widgets.tables import hint_over, overlaid, plain_table, set_columns

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from smsdesk.services.balance.overview import Overview

_MONTHS = (3, 6, 12)
_USUAL = 6
_LEAST_ROWS = 2
_TITLE = 36
"""Average characters of an account's title; a longer one would leave the others no room, and is the tooltip."""


class BalanceDialog(Dialog):
    """Stands beside the window, which stays usable. It is told what to show; it reads nothing.

    Signals:
        wanted: the user wants to see an account (its id, "" for all of them) over so many months.
    """

    wanted = Signal(str, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Balance"))
        self._tabs = named("balanceAccounts", QTabBar(expanding=False, drawBase=False))
        self._tabs.setAccessibleName(self.tr("Account"))
        self._tabs.setElideMode(Qt.TextElideMode.ElideRight)
        self._since = named("balanceMonths", ComboBox())
        for months in _MONTHS:
            self._since.addItem(translate("BalanceDialog", "%n month(s)", None, 1).count(months), months)
        self._since.setCurrentIndex(_MONTHS.index(_USUAL))
        self._value = named("balancePictureValue", AmountLabel())
        self._as_of = ElidedLabel()
        self._until = _Fact("balanceUntil")
        self._low = _Fact("balanceLow")
        self._pace = _Fact("balancePace")
        self._picture = named("balancePicture", BalancePicture())
        self._title = Caption(meaning=None)
        set_bold(self._title)
        self._bars = named("balanceBars", MonthBars())
        self._model = MovementsModel()
        self._table = plain_table(self._model, "balanceTable", self.tr("What moved the balance"))
        set_columns(self._table, self._model.columns)
        self._hint = hint_over(self.tr("Nothing was sent or topped up in these months, as far as is known here."))
        self._below = overlaid(self._table, self._hint)
        self._card = Card()
        self._titles: dict[str, str] = {}
        self._all_model = AccountsModel()
        self._all = plain_table(self._all_model, "allAccountsTable", self.tr("All accounts"))
        self._all.hide()
        self._build()
        self._tabs.currentChanged.connect(lambda _place: self._want())
        self._since.currentIndexChanged.connect(lambda _place: self._want())

    @property
    def account_id(self) -> str:
        """The account that is looked at; "" for all of them, or none."""
        place = self._tabs.currentIndex()
        return str(self._tabs.tabData(place)) if place >= 0 else ""

    def show_accounts(self, accounts: Sequence[tuple[str, str]], chosen_id: str) -> None:
        """Offer these accounts, each by its id and its title, and all of several together; look at one."""
        self._titles = dict(accounts)
        room = _TITLE * self.fontMetrics().averageCharWidth()
        self._tabs.blockSignals(True)
        while self._tabs.count():
            self._tabs.removeTab(0)
        for account_id, title in accounts:
            shown = self.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, room)
            place = self._tabs.addTab(shown.replace("&", "&&"))
            self._tabs.setTabData(place, account_id)
            self._tabs.setTabToolTip(place, title)
        if len(accounts) > 1:
            self._tabs.setTabData(self._tabs.addTab(self.tr("All accounts")), "")
        ids = [account_id for account_id, _ in accounts]
        self._tabs.setCurrentIndex(ids.index(chosen_id) if chosen_id in ids else 0)
        self._tabs.blockSignals(False)
        self._want()

    def look_again(self) -> None:
        """Something has changed: what is shown is wanted anew."""
        self._want()

    def show_overview(self, told: Overview) -> None:
        """Show this; what another account was asked for in the meantime is left alone."""
        if told.account.id != self.account_id:
            return
        self._show_all(all_of_them=False)
        self._show_figures(told)
        self._picture.setVisible(told.first is not None)
        self._picture.show_overview(told)
        self._bars.show_overview(told)
        self._title.setText(self._bars.title())
        self._model.show_movements(told.movements)
        self._hint.setVisible(not told.movements)
        self._table.setColumnHidden(self._model.columns.place("after"), told.first is None)

    def show_overviews(self, told: Sequence[Overview]) -> None:
        """Show all accounts beside each other, unless one was chosen in the meantime."""
        if self.account_id:
            return
        self._all_model.show_overviews(told, self._titles)
        set_columns(self._all, self._all_model.columns)
        self._show_all(all_of_them=True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the table give way where only a strip of it would be left."""
        super().resizeEvent(event)
        self._show_all(all_of_them=self._all.isVisibleTo(self))

    def _show_all(self, *, all_of_them: bool) -> None:
        self._all.setVisible(all_of_them)
        self._card.setVisible(not all_of_them)
        header, row = self._table.horizontalHeader(), self._table.verticalHeader()
        needed = header.sizeHint().height() + _LEAST_ROWS * row.defaultSectionSize()
        rest = self._card.minimumSizeHint().height() + 2 * self._tabs.sizeHint().height()
        self._below.setVisible(not all_of_them and self.height() >= rest + needed)

    def _want(self) -> None:
        if self._tabs.count():
            self.wanted.emit(self.account_id, self._since.currentData())

    def _show_figures(self, told: Overview) -> None:
        if told.newest is None:
            parts = told.months[-1].parts
            of_budget = translate("BalanceDialog", "{sent} of %n part(s) this month", None, 1)
            sent = translate("BalanceDialog", "%n part(s) sent this month", None, 1)
            budget = told.account.budget_parts
            here = (
                sent.count(parts) if budget is None else of_budget.count(budget).format(sent=QLocale().toString(parts))
            )
            self._value.show_words(here)
            self._as_of.setText(self.tr("This gateway tells no balance"))
        else:
            self._value.show_amount(amount(told.newest.amount), told.newest.amount.value)
            mark = told.account.low_mark
            low = mark is not None and told.newest.amount.value <= mark
            self._value.set_meaning(Meaning.BAD if low else None)
            as_of = self.tr("as of {time}").format(time=short_time(told.newest.asked_at))
            self._as_of.setText(self.tr("! running low · {as_of}").format(as_of=as_of) if low else as_of)
        ahead = told.forecast
        self._until.setVisible(ahead is not None)
        self._pace.setVisible(ahead is not None)
        self._low.setVisible(ahead is not None and ahead.low_at is not None)
        if ahead is None:
            return
        until = self.tr("until {day}").format(day=day_name(ahead.used_up_at)) if ahead.used_up_at else ""
        self._until.say(until or self.tr("for more than a year"), self.tr("at this pace"))
        self._pace.say(pace_of(ahead), pace_seen_over(ahead))
        if ahead.low_at is not None and told.account.low_mark is not None:
            mark_name = self.tr("reaches the low mark of {amount}").format(amount=decimal(told.account.low_mark))
            self._low.say(day_name(ahead.low_at), mark_name)

    def _build(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self._tabs, 1)
        since = Caption(self.tr("The last"))
        since.setBuddy(self._since)
        top.addWidget(since)
        top.addWidget(self._since)
        amounts = QVBoxLayout()
        amounts.setSpacing(2)
        amounts.addWidget(self._value)
        amounts.addWidget(self._as_of)
        figures = QHBoxLayout()
        figures.setSpacing(24)
        figures.addLayout(amounts, 3)
        for fact in (self._until, self._low, self._pace):
            figures.addWidget(fact, 2)
        inside = QVBoxLayout(self._card)
        inside.setContentsMargins(14, 10, 14, 10)
        inside.addLayout(figures)
        inside.addWidget(self._picture, 2)
        inside.addWidget(self._title)
        inside.addWidget(self._bars, 1)
        layout = QVBoxLayout(self)
        layout.addLayout(top)
        layout.addWidget(self._card, 2)
        layout.addWidget(self._below, 1)
        layout.addWidget(self._all, 1)
        self._table.setMinimumHeight(0)  # it gives way first
        self._below.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        metrics = self.fontMetrics()
        self.resize(150 * metrics.averageCharWidth(), 40 * metrics.height())


class _Fact(QWidget):
    """A figure, and below it what it means."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._figure = named(name, ElidedLabel(meaning=None))
        set_bold(self._figure)
        self._meaning = ElidedLabel()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addStretch(1)
        layout.addWidget(self._figure)
        layout.addWidget(self._meaning)
        self.hide()

    def say(self, figure: str, meaning: str) -> None:
        """Say both."""
        self._figure.setText(figure)
        self._meaning.setText(meaning)
