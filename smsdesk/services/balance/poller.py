"""Asking for balances: at start, after each announcement, every few minutes; never twice with a wrong password."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from smsdesk.domain.errors import UserFacingError
from smsdesk.domain.frozen import frozen
from smsdesk.domain.money import Balance
from smsdesk.domain.sentence import QT_TRANSLATE_NOOP
from smsdesk.services.events import BalanceChanged, Failed
from smsdesk.services.lanes import Urgency, login_of
from smsdesk.services.login_gate import Bar, Barred
from smsdesk.workers.futures import failure_of
from smsdesk.workers.worker import WorkerClosed

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Future

    from smsdesk.accounts.account import Account
    from smsdesk.providers.catalog import Providers
    from smsdesk.providers.transport.http_session import HttpSession
    from smsdesk.services.events import Publish
    from smsdesk.services.lanes import Lanes
    from smsdesk.services.login_gate import LoginGate
    from smsdesk.store.balance.balances import BalanceStore

_LONGEST_WAIT_S = 24 * 60 * 60

_NO_PASSWORD = QT_TRANSLATE_NOOP("poller", "There is no password for this account on this computer.")
_ENTER_IT = QT_TRANSLATE_NOOP("poller", "Enter it in the account.")
_NOT_ASKED = QT_TRANSLATE_NOOP("poller", "The balance could not be read. {reason}.")
_STILL_OLD = QT_TRANSLATE_NOOP("poller", "The amount shown is the last one known.")
_NOT_ASKED_AGAIN = QT_TRANSLATE_NOOP("poller", "It is not asked for again until you have changed the account.")


@frozen
class BalanceState:
    """What is known of an account's balance: the newest reading, whether it is being asked, and what went wrong."""

    reading: Balance | None = None
    asking: bool = False
    error: UserFacingError | None = None


class Poller:
    """Asks gateways for balances on their lanes, behind everything that is being sent.

    Args:
        accounts: gives the accounts as they are now.
        balances: where readings are kept.
        gate: who may use a login; shared with everything else that asks.
        on_reading: called after a reading is on disk, on the lane's thread.
    """

    def __init__(
        self,
        accounts: Callable[[], list[Account]],
        balances: BalanceStore,
        lanes: Lanes,
        providers: Providers,
        gate: LoginGate,
        publish: Publish,
        on_reading: Callable[[Account], None] = lambda _account: None,
    ) -> None:
        self._accounts = accounts
        self._balances = balances
        self._lanes = lanes
        self._providers = providers
        self._gate = gate
        self._publish = publish
        self._states: dict[str, BalanceState] = {}
        self._on_reading = on_reading
        self._without_keyring: set[str] = set()
        self._lock = threading.Lock()

    async def run(self, interval_s: float) -> None:
        """Ask for every account now, and again after each interval (seconds; 0 for once), until cancelled."""
        import asyncio

        while True:
            for account in self._accounts():
                if account.id not in self._without_keyring:  # a prompt that was dismissed does not come back by itself
                    self.ask(account, by_hand=False)
            if interval_s <= 0:
                return
            await asyncio.sleep(min(interval_s, _LONGEST_WAIT_S))

    def ask(self, account: Account, *, by_hand: bool, urgent: bool = False) -> Future[BalanceState] | None:
        """Ask for one balance; None where the gateway has none, or a machine may not try this password again.

        An urgent question goes before what is submitted next, even where another one waits behind all of it.
        """
        if not self._providers.of(account).capabilities.has_balance:
            return None
        refused = None if by_hand else self._gate.refusal(account)
        with self._lock:
            state = self._states.get(account.id, BalanceState())
            if refused is not None and state.error is None:
                state = self._states[account.id] = replace(state, error=self._not_again(account, refused))
            elif refused is None and (urgent or not state.asking):
                state = self._states[account.id] = replace(state, asking=True)
            else:
                return None
            if by_hand:
                self._without_keyring.discard(account.id)
        self._publish(BalanceChanged(account.id))
        if refused is not None:
            return None
        urgency = Urgency.SEND if urgent else Urgency.BALANCE
        future = self._lanes.of(account.login).do(lambda http: self._ask(account, http, by_hand), urgency)
        future.add_done_callback(lambda done: self._told(account, done))
        return future

    def state(self, account_id: str) -> BalanceState:
        """What is known now; the newest reading of an earlier run until the gateway has answered."""
        with self._lock:
            state = self._states.get(account_id, BalanceState())
        return state if state.reading is not None else replace(state, reading=self._balances.latest(account_id))

    def account_changed(self, account: Account) -> None:
        """The user changed the account: what was wrong with it may be mended."""
        with self._lock:
            self._states.pop(account.id, None)
            self._without_keyring.discard(account.id)
        self.ask(account, by_hand=False)  # a login that was refused, and is as it was, is not tried again

    def _ask(self, account: Account, http: HttpSession, by_hand: bool) -> BalanceState:
        """On the lane's thread: the reading is on disk before it is told."""
        from smsdesk.providers.transport.exchange import ask_balance
        from smsdesk.providers.transport.failures import NoClearAnswer, NotSent

        provider = self._providers.of(account)
        try:
            password = self._gate.password(account, by_hand=by_hand)
        except UserFacingError as error:
            with self._lock:
                self._without_keyring.add(account.id)
            return self._failed(account, error)
        if isinstance(password, Barred) and password.why is not Bar.NO_PASSWORD:  # it has been while this waited
            with self._lock:
                return replace(self._states.get(account.id, BalanceState()), asking=False)
        with self._lock:
            self._without_keyring.discard(account.id)
        if isinstance(password, Barred):
            return self._failed(account, UserFacingError(_NO_PASSWORD, _ENTER_IT))
        try:
            reply = ask_balance(http, provider, login_of(account, password))
        except (NotSent, NoClearAnswer) as error:
            what = _NOT_ASKED.fill(reason=provider.explain(error.code))
            return self._failed(account, UserFacingError(what, None, error.words))
        code, words = (reply.verdict.code, reply.verdict.words) if reply.verdict else ("unreadable", "")
        refused = self._gate.note(account, provider, code, password, accepted=reply.amount is not None)
        if reply.amount is not None:
            reading = Balance(reply.amount, datetime.now(UTC), reply.messages)
            if self._gate.is_current(account):
                self._balances.add(account.id, reading)
                self._on_reading(account)
            return BalanceState(reading)
        if refused:
            return self._failed(account, self._not_again(account, code, words))
        return self._failed(account, UserFacingError(_NOT_ASKED.fill(reason=provider.explain(code)), None, words))

    def _not_again(self, account: Account, code: str, words: str = "") -> UserFacingError:
        reason = self._providers.of(account).explain(code)
        return UserFacingError(_NOT_ASKED.fill(reason=reason), _NOT_ASKED_AGAIN, words)

    def _failed(self, account: Account, error: UserFacingError) -> BalanceState:
        last = self._balances.latest(account.id)
        if last is not None and error.todo is None:
            error = UserFacingError(error.what, _STILL_OLD, error.detail)
        return BalanceState(last, error=error)

    def _told(self, account: Account, done: Future[BalanceState]) -> None:
        error = failure_of(done)
        if done.cancelled() or isinstance(error, WorkerClosed):
            return
        with self._lock:
            if self._gate.is_current(account):  # what the old login was answered must not hide the new one's state
                if error is None:
                    self._states[account.id] = done.result()
                else:
                    told = error if isinstance(error, UserFacingError) else None
                    state = self._states.get(account.id, BalanceState())
                    self._states[account.id] = replace(state, asking=False, error=told)
        self._publish(BalanceChanged(account.id))
        if error is not None and not isinstance(error, UserFacingError):
            self._publish(Failed(error))
