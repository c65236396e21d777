"""Asking gateways what became of the messages they accepted, and matching the reports that they sent."""

from __future__ import annotations

from collections import defaultdict
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

from smsdesk.domain.delivery_report import DeliveryReport
from smsdesk.domain.errors import UserFacingError
from smsdesk.providers.capabilities import StatusBy
from smsdesk.services.delivery_reports.schedule import AT_MOST_EVERY, next_check
from smsdesk.services.events import DeliveriesChanged, Failed
from smsdesk.services.lanes import Urgency, login_of
from smsdesk.services.login_gate import Bar, Barred
from smsdesk.workers.clock import elapsed_s
from smsdesk.workers.futures import result_of
from smsdesk.workers.worker import WorkerClosed

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Callable, Mapping, Sequence

    from smsdesk.accounts.account import Account, LoginKey
    from smsdesk.providers.catalog import Providers
    from smsdesk.providers.transport.http_session import HttpSession
    from smsdesk.services.events import Publish
    from smsdesk.services.lanes import Lanes
    from smsdesk.services.login_gate import LoginGate
    from smsdesk.store.history.delivery_reports import DeliveryReportStore, Moved, Question

_MOST_QUESTIONS = 30
_STEP_S = 3.0
_PAUSE = timedelta(minutes=1)
_UNTIL_CHANGED = timedelta(0)  # the gate lets nothing through before that
_LONG_PAUSE = timedelta(hours=1)
_LONGEST_WAIT = timedelta(minutes=10)  # looked at again so often, because a wait may stand still while it sleeps


class Tracker:
    """Follows messages after the gateway took them. What has moved is on disk before it is told.

    Questions go through the login's lane one at a time, behind everything that is being sent, and at most 30 in a
    round; the next round waits until they are answered.

    Args:
        accounts: gives the accounts as they are now.
        reports: what is due, and where answers are kept.
        gate: who may use a login.
        step_s: shortest time between two rounds, in seconds.
    """

    def __init__(
        self,
        accounts: Callable[[], list[Account]],
        reports: DeliveryReportStore,
        lanes: Lanes,
        providers: Providers,
        gate: LoginGate,
        publish: Publish,
        step_s: float = _STEP_S,
    ) -> None:
        self._accounts = accounts
        self._reports = reports
        self._lanes = lanes
        self._providers = providers
        self._gate = gate
        self._publish = publish
        self._step_s = step_s
        self._asking: set[LoginKey] = set()
        self._quiet_until: dict[LoginKey, float] = {}  # `elapsed_s`: a clock that is set does not move it
        self._loop: asyncio.AbstractEventLoop | None = None
        self._woken: asyncio.Event  # of the loop
        self._to_match = False

    async def run(self) -> None:
        """Ask and match whenever something is due, until cancelled."""
        import asyncio

        self._loop, self._woken = asyncio.get_running_loop(), asyncio.Event()
        try:
            async with asyncio.TaskGroup() as rounds:
                self._to_match = True
                with suppress(UserFacingError):
                    await self._match()
                    self._to_match = False
                while True:
                    self._to_match |= self._woken.is_set()
                    self._woken.clear()
                    wait = await self._go_on(rounds)
                    await asyncio.sleep(self._step_s)
                    with suppress(TimeoutError):
                        async with asyncio.timeout(min(wait, _LONGEST_WAIT).total_seconds()):
                            await self._woken.wait()
        finally:
            self._loop = None
            self._asking.clear()

    def account_changed(self, account: Account) -> None:
        """The user changed the account: what was wrong with its login may be mended. On any thread."""
        self._quiet_until.pop(account.login, None)
        self.wake()

    def wake(self) -> None:
        """Something was accepted, reported or changed: see whether it is due. On any thread."""
        loop = self._loop
        if loop is not None:
            with suppress(RuntimeError):  # the loop has just ended
                loop.call_soon_threadsafe(self._woken.set)

    async def _go_on(self, rounds: asyncio.TaskGroup) -> timedelta:
        """Match, if woken since, and begin the rounds that are due; gives how long there is nothing to do."""
        try:
            if self._to_match and self._reports.unmatched():
                await self._match()
            self._to_match = False
            waits = [_LONGEST_WAIT]
            for login, accounts in self._askable().items():
                if login not in self._asking:
                    waits.append(self._begin(rounds, login, accounts))
        except UserFacingError:  # the disk; whoever sends or saves tells of it
            return _PAUSE
        return min(waits)

    async def _match(self) -> None:
        for moved in await result_of(self._reports.apply_waiting()):
            self._tell(moved)

    def _askable(self) -> dict[LoginKey, list[Account]]:
        """The accounts whose gateway can be asked for a status, by login."""
        found: defaultdict[LoginKey, list[Account]] = defaultdict(list)
        for account in self._accounts():
            if self._providers.of(account).capabilities.status_by is StatusBy.ASKING:
                found[account.login].append(account)
        return found

    def _begin(self, rounds: asyncio.TaskGroup, login: LoginKey, accounts: list[Account]) -> timedelta:
        """Begin the login's next round if something is due; gives how long there is nothing to do for it."""
        now = datetime.now(UTC)
        quiet_s = self._quiet_until.get(login, 0) - elapsed_s()
        if quiet_s > 0:
            return timedelta(seconds=quiet_s)
        allowed = {account.id: account for account in accounts if self._gate.refusal(account) is None}
        until_changed = _PAUSE if len(allowed) < len(accounts) else _LONGEST_WAIT
        due = self._reports.due(list(allowed), now, now + AT_MOST_EVERY, _MOST_QUESTIONS)
        if due:
            self._asking.add(login)
            rounds.create_task(self._round(login, allowed, due))
            return until_changed
        check_at = self._reports.next_check(list(allowed))
        return until_changed if check_at is None else min(check_at - now, until_changed)

    async def _round(self, login: LoginKey, accounts: Mapping[str, Account], questions: Sequence[Question]) -> None:
        try:
            for question in questions:
                ask = partial(self._ask, accounts[question.account_id], question)
                pause = await result_of(self._lanes.of(login).do(ask, Urgency.STATUS))
                if pause is not None:
                    self._keep_quiet(login, pause)
                    break
        except (UserFacingError, WorkerClosed):  # the keyring or the disk: each try could bring up a prompt
            self._keep_quiet(login, _LONG_PAUSE)
        except Exception as error:
            self._keep_quiet(login, _LONG_PAUSE)
            self._publish(Failed(error))
        finally:
            self._asking.discard(login)
            self._woken.set()

    def _keep_quiet(self, login: LoginKey, pause: timedelta) -> None:
        self._quiet_until[login] = elapsed_s() + pause.total_seconds()

    def _ask(self, account: Account, question: Question, http: HttpSession) -> timedelta | None:
        """One question, on the lane's thread; where the next would fare no better, for how long."""
        from smsdesk.providers.transport.exchange import ask_status
        from smsdesk.providers.transport.failures import WireFailure

        password = self._gate.password(account)
        if isinstance(password, Barred):  # by what was sent while this waited on the lane, for one
            return _PAUSE if password.why is Bar.NO_PASSWORD else _UNTIL_CHANGED
        provider = self._providers.of(account)
        # Postponed before it is asked: whatever comes of it, the same question is not asked at once again.
        self._reports.asked(question.delivery_id, next_check(question.accepted_at, datetime.now(UTC)))
        try:
            answer = ask_status(http, provider, login_of(account, password), question.message_id)
        except WireFailure:
            return _PAUSE
        if not isinstance(answer, DeliveryReport):
            self._gate.note(account, provider, answer.code, password, accepted=False)
            if provider.refuses_login(answer.code):  # this one is due as soon as the user has changed it
                self._reports.asked(question.delivery_id, datetime.now(UTC))
                return _UNTIL_CHANGED
            return _PAUSE if answer.refuses_all else None
        self._gate.note(account, provider, "", password, accepted=True)
        # An answer about another message says nothing about this one, which is asked about again in its time.
        about_it = answer.message_id in ("", question.message_id)
        if about_it and answer.state is not None:
            known = replace(answer, message_id=question.message_id)
            self._tell(self._reports.receive(account.id, known, question.delivery_id))
        return None

    def _tell(self, moved: Moved | None) -> None:
        if moved is not None:
            self._publish(DeliveriesChanged(moved.announcement_id, (moved.delivery_id,)))
