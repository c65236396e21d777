"""How the chosen account stands: its line is quiet while all is well, and owns every outage and halt."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from smsdesk.services.sending.queue.progress import Progress, QueueState
from smsdesk.ui.accounts.account_card import account_title
from smsdesk.ui.text.directions import joined
from smsdesk.ui.text.formatting import in_a_while
from smsdesk.ui.text.translate import translate, translated

if TYPE_CHECKING:
    from smsdesk.accounts.account import Account
    from smsdesk.domain.errors import UserFacingError
    from smsdesk.services.office import Office
    from smsdesk.ui.accounts.account_line import AccountLine

_ORDER = (QueueState.STOPPED, QueueState.WAITING, QueueState.SENDING, QueueState.IDLE)


class AccountState:
    """Fills the account's line.

    Args:
        line: shows it.
        office: has the queues, and asks for the balances.

    Attributes:
        other_id: the account of which the line tells beside the chosen one.
    """

    def __init__(self, line: AccountLine, office: Office) -> None:
        self._line = line
        self._office = office
        self._account: Account | None = None
        self._began = datetime.now(UTC)
        self._sent_this_month: int | None = None
        self._counted_at: tuple[int, int, int] | None = None
        self.other_id = ""

    def choose(self, account: Account | None) -> None:
        """Tell of this account from now on."""
        self._account = account
        self._counted_at = self._sent_this_month = None

    def show(self, progress: Progress, *, login: bool) -> None:
        """Show how it stands; `login` says that its queue can't go on with the login that it has."""
        reason = progress.reason
        if self._account is None:
            self._line.show_quiet("")
        elif reason is not None and progress.state in (QueueState.WAITING, QueueState.STOPPED):
            waits = progress.state is QueueState.WAITING
            below = _when(progress) if waits else _what_to_do(progress, reason)
            self._line.show_trouble(translated(reason.what), below, reason.detail)
            self._line.offer(progress.waiting, waits=waits, login=login)
        else:
            self._show_quietly(self._account, progress)
        self._tell_of_other()

    def _show_quietly(self, account: Account, progress: Progress) -> None:
        state = self._office.poller.state(account.id)
        if state.error is not None:
            todo = translated(state.error.todo) if state.error.todo else ""
            self._line.show_trouble(translated(state.error.what), todo, state.error.detail)
            self._line.change_password.setVisible(self._office.book.gate.refusal(account) is not None)
            return
        self._count(account, progress)
        signed_in = state.reading is not None and state.reading.asked_at >= self._began
        said = [translate("account_state", "Signed in")] if signed_in else []
        if self._sent_this_month is not None:
            month = translate("account_state", "%n message(s) this month", None, 1).count(self._sent_this_month)
            said.append(month)
        self._line.show_quiet(joined(said), signed_in=signed_in)

    def _count(self, account: Account, progress: Progress) -> None:
        """Count what was sent, when another account is chosen and when a run is over: it is read from the disk."""
        at = (progress.done, progress.total, datetime.now().astimezone().month)
        if progress.state is QueueState.SENDING:
            self._counted_at = None  # a run like the one before it counts as well
            return
        if at == self._counted_at or not self._office.stores.loaded:
            return
        self._counted_at = at
        first = datetime.now().astimezone().replace(day=1, hour=0, minute=0, second=0, microsecond=0)
        self._sent_this_month = self._office.history.messages_since(account.id, first)

    def _tell_of_other(self) -> None:
        """No queue stands still unseen: tell of another account's, one that needs the user first of all."""
        queues = {
            account.id: (account, progress)
            for account in self._office.book.all()
            if (progress := self._office.sender.progress(account.id)).waiting
        }
        queues.pop(self._account.id if self._account else "", None)
        neediest = min(queues.values(), key=lambda queue: _ORDER.index(queue[1].state), default=None)
        if neediest is None:
            self._line.tell_of_other("")
            return
        account, progress = neediest
        self.other_id = account.id
        self._line.tell_of_other(_told_of_other(account_title(account, self._office.providers.of(account)), progress))


def _told_of_other(title: str, progress: Progress) -> str:
    if progress.state is QueueState.STOPPED:
        told = translate("account_state", "{account}: sending has stopped, %n message(s) waiting", None, 1)
    elif progress.state is QueueState.WAITING:
        told = translate("account_state", "{account}: %n message(s) waiting for the gateway", None, 1)
    else:
        told = translate("account_state", "{account}: %n message(s) still to be sent", None, 1)
    return told.count(progress.waiting).format(account=title)


def _when(progress: Progress) -> str:
    """How many wait, and when it is tried again by itself."""
    if progress.tries_at is None:
        return translate("account_state", "%n message(s) wait(s), trying again", None, 1).count(progress.waiting)
    told = translate("account_state", "%n message(s) wait(s), next try {when}", None, 1).count(progress.waiting)
    return told.format(when=in_a_while(progress.tries_at))


def _what_to_do(progress: Progress, reason: UserFacingError) -> str:
    waiting = translate("account_state", "%n message(s) wait(s).", None, 1).count(progress.waiting)
    if reason.todo is None:
        return waiting
    return translate("account_state", "{waiting} {todo}").format(waiting=waiting, todo=translated(reason.todo))
