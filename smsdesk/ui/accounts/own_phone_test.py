"""A test message on its way: what became of it, in words, until it is known."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from smsdesk.domain.delivery import DeliveryState
from smsdesk.domain.errors import UserFacingError
from smsdesk.domain.sentence import QT_TRANSLATE_NOOP
from smsdesk.ui.accounts.own_phone_dialog import OwnPhoneDialog
from smsdesk.ui.qt.tasks import done_in_any_case
from smsdesk.ui.text.directions import left_to_right
from smsdesk.ui.text.translate import error_text, translate, translated
from smsdesk.ui.widgets.colours import Meaning

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from PySide6.QtWidgets import QDialog

    from smsdesk.accounts.account import Account
    from smsdesk.domain.history import PastDelivery
    from smsdesk.providers.base import Provider
    from smsdesk.services.accounts.trial_message import TrialMessage
    from smsdesk.ui.accounts.login_test import LoginTest
    from smsdesk.ui.qt.tasks import Tasks

_NOT_SENT = QT_TRANSLATE_NOOP("own_phone_test", "The test was not sent, and costs nothing. {reason}")
_TAKEN = QT_TRANSLATE_NOOP("own_phone_test", "{gateway} took the test for {number}. Look at your phone.")
_ARRIVED = QT_TRANSLATE_NOOP("own_phone_test", "The test has arrived on {number}.")
_REFUSED = QT_TRANSLATE_NOOP("own_phone_test", "{gateway} refused the test. {reason}")
_NOT_ARRIVED = QT_TRANSLATE_NOOP("own_phone_test", "The test did not reach {number}. {reason}")
_NOT_CERTAIN = QT_TRANSLATE_NOOP(
    "own_phone_test",
    "It is not certain whether the test was sent. Look at your phone before you send another one. {reason}",
)
_SAID = {
    DeliveryState.CANCELLED: (_NOT_SENT, Meaning.BAD),
    DeliveryState.ACCEPTED: (_TAKEN, Meaning.GOOD),
    DeliveryState.DELIVERED: (_ARRIVED, Meaning.GOOD),
    DeliveryState.REJECTED: (_REFUSED, Meaning.BAD),
    DeliveryState.UNKNOWN: (_NOT_CERTAIN, Meaning.DOUBTFUL),
}

_LOOK_S, _LOOK_FOR_REPORT_S = 0.2, 1.0
_ON_ITS_WAY = (DeliveryState.QUEUED, DeliveryState.SUBMITTING)


def message_text() -> str:
    """What is sent: one part in every language it is translated into."""
    return translate("own_phone_test", "This is a test from smsdesk. It works.")


class OwnPhoneTest(QObject):
    """Asks for the number, sends the message and tells what becomes of it.

    Args:
        trial: sends.
        tasks: runs what takes time.
        place: where it is told.
        keep: saves the account as it stands in the dialog; gives None, and has said why, where that can't be.
        number: where the last one went, "" where there was none.
        dialog: the account's dialog.

    Signals:
        entered: what the user typed for the number.
        busy: a message is on its way, or no longer.
    """

    entered = Signal(str)
    busy = Signal(bool)

    def __init__(
        self,
        trial: TrialMessage,
        tasks: Tasks,
        place: LoginTest,
        keep: Callable[[], Awaitable[Account | None]],
        number: str,
        dialog: QDialog,
    ) -> None:
        super().__init__(dialog)
        self._trial = trial
        self._tasks = tasks
        self._place = place
        self._keep = keep
        self._number = number
        self._dialog = dialog

    def ask(self, account: Account, provider: Provider) -> None:
        """Ask where the message shall go; not while others of this account would have to leave before it."""
        if any(asked.isVisible() for asked in self._dialog.findChildren(OwnPhoneDialog)):
            return
        waiting = self._trial.in_the_way(account)
        if waiting:
            told = translate("own_phone_test", "Test it later: %n message(s) of this account still waiting.", None, 1)
            self._place.tell(told.count(waiting), Meaning.DOUBTFUL)
            return
        review = self._trial.review(account, message_text())
        asked = OwnPhoneDialog(message_text(), review, account.country, self._number, self._dialog)
        asked.chosen.connect(lambda number, typed: self._chosen(provider, number, typed))
        asked.left.connect(self._left)
        asked.finished.connect(asked.deleteLater)
        asked.open()

    def _left(self, typed: str) -> None:
        self._number = typed

    def _chosen(self, provider: Provider, number: str, typed: str) -> None:
        self._number = typed
        self.entered.emit(typed)
        self._tasks.spawn(self._try_out(provider, number), self._dialog)

    async def _try_out(self, provider: Provider, number: str) -> None:
        account = await self._keep()
        if account is None:
            return
        self.busy.emit(True)
        self._place.wait(self.tr("Sending the test…"))
        try:
            announcement_id = await self._send(account, provider, number)
        except Exception as error:
            self.busy.emit(False)
            self._place.forget()
            if not isinstance(error, UserFacingError):
                raise
            self._place.tell(error_text(error), Meaning.BAD, error.detail)
            return
        self.busy.emit(False)
        await self._wait_for_report(account, provider, announcement_id)

    async def _send(self, account: Account, provider: Provider, number: str) -> int:
        """Send it and wait until it has left, or can't; gives the announcement's id.

        What can't leave now is taken back: a test that leaves in an hour is none.

        Raises:
            UserFacingError: the disk would not take it; nothing was sent.
        """
        announcement_id = await done_in_any_case(self._trial.send(account, message_text(), number))
        hindrance: UserFacingError | None = None
        while (standing := self._trial.standing(account, announcement_id)).delivery.state in _ON_ITS_WAY:
            hindrance = standing.hindrance
            if hindrance is not None:
                await done_in_any_case(self._trial.take_back(account, announcement_id))
                free = self._trial.set_free(account)
                if free is not None:
                    await done_in_any_case(free)
            else:
                await asyncio.sleep(_LOOK_S)
        self._place.tell(*outcome_told(standing.delivery, provider, hindrance))
        return announcement_id

    async def _wait_for_report(self, account: Account, provider: Provider, announcement_id: int) -> None:
        """Say so when the gateway reports that it has arrived, or that it can't; as long as the dialog is open."""
        if self._trial.standing(account, announcement_id).delivery.state is not DeliveryState.ACCEPTED:
            return
        while True:
            delivery = self._trial.standing(account, announcement_id).delivery
            if delivery.state is not DeliveryState.ACCEPTED:
                self._place.tell(*outcome_told(delivery, provider, None))
                return
            await asyncio.sleep(_LOOK_FOR_REPORT_S)


def outcome_told(
    delivery: PastDelivery, provider: Provider, hindrance: UserFacingError | None
) -> tuple[str, Meaning, str]:
    """What became of a test message: a sentence, what it means, and the gateway's own words."""
    place = {"gateway": provider.title, "number": left_to_right(delivery.number)}
    reason = translated(provider.explain(delivery.error_code)) if delivery.error_code else ""
    told, meaning = _SAID.get(delivery.state, (_NOT_ARRIVED, Meaning.BAD))
    detail = delivery.error_text
    if hindrance is not None:
        reason, detail = error_text(hindrance), hindrance.detail
    return translated(told.fill(reason=reason, **place)).strip(), meaning, detail
