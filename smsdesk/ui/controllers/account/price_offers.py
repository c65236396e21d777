"""The learnt price of a part at the chosen account's card: taken over or declined with one click."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from smsdesk.workers.futures import result_of

if TYPE_CHECKING:
    from smsdesk.accounts.account import Account
    from smsdesk.domain.money import Amount
    from smsdesk.services.office import Office
    from smsdesk.ui.controllers.main import MainController
    from smsdesk.ui.qt.event_bridge import EventBridge
    from smsdesk.ui.qt.tasks import Tasks
    from smsdesk.ui.window.main_window import MainWindow


class PriceOffers(QObject):
    """Shows what there is to offer whenever the balance was read or another account is chosen."""

    def __init__(
        self, window: MainWindow, controller: MainController, office: Office, bridge: EventBridge, tasks: Tasks
    ) -> None:
        super().__init__(window)
        self._card = window.account
        self._controller = controller
        self._office = office
        controller.account_changed.connect(self._show)
        bridge.balance_changed.connect(lambda _account_id: self._show(controller.account))
        self._card.price_accepted.connect(lambda price: tasks.spawn(self._use(price), self))
        self._card.price_declined.connect(lambda price: tasks.spawn(self._decline(price), self))

    def _show(self, account: Account | None) -> None:
        self._card.show_price_offer(None if account is None else self._office.prices.offer(account))

    async def _use(self, price: Amount) -> None:
        """Nothing but the price changes, so no login counts as mended and no queue goes on because of it."""
        account = self._controller.account
        if account is not None:
            await result_of(self._office.book.save(replace(account, price_per_part=price.value), None))
            self._controller.show_accounts(account.id)

    async def _decline(self, price: Amount) -> None:
        account = self._controller.account
        if account is not None:
            declined = self._office.prices.decline(account.id, price.value)
            self._show(account)
            await result_of(declined)
