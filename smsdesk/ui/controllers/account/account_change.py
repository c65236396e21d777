"""Another account may read the list otherwise: then the user is asked, and the account changes only afterwards."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from smsdesk.domain.recipients.rows import Reader
from smsdesk.ui.accounts.account_card import account_title
from smsdesk.ui.qt.tasks import elsewhere

if TYPE_CHECKING:
    from collections.abc import Callable

    from smsdesk.accounts.account import Account
    from smsdesk.domain.recipients.change import Plan
    from smsdesk.services.confirming.rereading import Rereading
    from smsdesk.services.office import Office
    from smsdesk.ui.confirmation.rereading_dialog import Answer
    from smsdesk.ui.qt.tasks import Tasks
    from smsdesk.ui.window.main_window import MainWindow

_AT_ONCE = 1000  # rows that are read again before anybody notices


class AccountChange(QObject):
    """Finds out what a change of account means for the list, and asks where it means something.

    Args:
        window: holds the list.
        office: knows the accounts.
        tasks: runs what takes long.
        undecided: called while it isn't decided: what shows the chosen account goes back to the one in use, so that
            nothing is sent or kept with one account that was read for the other.
    """

    def __init__(self, window: MainWindow, office: Office, tasks: Tasks, undecided: Callable[[], None]) -> None:
        super().__init__(window)
        self._window = window
        self._office = office
        self._tasks = tasks
        self._undecided = undecided
        self._wish = 0

    def look(self, old: Account | None, new: Account | None, then: Callable[[], None]) -> None:
        """Call `then`, which takes the new account: at once where the list stays as it is, else if the user agrees.

        Where the old account is gone, or the list had none, it is read for the new one without a question.
        """
        self._wish += 1
        recipients = self._window.recipients.model.recipients
        if old is None or new is None or new.country == recipients.reader.country:
            then()
        elif self._office.book.get(old.id) is None:
            then()
            if len(recipients):
                told = self.tr("The list is read for another account now: look it over before you send.")
                self._window.notice.add(told)
        else:
            self._look_when_read(partial(self._look_now, old, new, then, self._wish))

    def _look_when_read(self, look: Callable[[], None]) -> None:
        """People may still be on their way into the list."""
        waits = True

        def looked() -> None:
            nonlocal waits
            waits = False
            look()

        self._window.recipients.when_read(looked)
        if waits:
            self._undecided()

    def _look_now(self, old: Account, new: Account, then: Callable[[], None], wish: int) -> None:
        from smsdesk.services.confirming.rereading import rereading  # few change the account at all

        recipients = self._window.recipients.model.recipients
        look = partial(rereading, recipients, new.country)
        if wish != self._wish:  # something else was chosen meanwhile
            return
        if not len(recipients):
            then()
        elif len(recipients) <= _AT_ONCE:
            self._found(old, new, then, look())
        else:
            self._undecided()
            self._tasks.spawn(self._look_up(look, partial(self._found, old, new, then), wish), self)

    async def _look_up(self, look: Callable[[], Rereading], then: Callable[[Rereading], None], wish: int) -> None:
        found = await elsewhere(look)
        if wish == self._wish:
            then(found)

    def _found(self, old: Account, new: Account, then: Callable[[], None], found: Rereading) -> None:
        if not found.rows:
            then()
            return
        from smsdesk.ui.confirmation.rereading_dialog import RereadingDialog

        self._undecided()
        there = account_title(old, self._office.providers.of(old)) if old.id != new.id else ""
        dialog = RereadingDialog(found, there, self._window)
        dialog.answered.connect(partial(self._answered, found.country, then))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _answered(self, country: str, then: Callable[[], None], answer: Answer) -> None:
        from smsdesk.ui.confirmation.rereading_dialog import Answer

        if answer is Answer.READ_ANEW:
            then()
        elif answer is Answer.KEEP_NUMBERS and len(self._window.recipients.model.recipients) <= _AT_ONCE:
            self._keep(self._kept(country))
            then()
        elif answer is Answer.KEEP_NUMBERS:
            self._tasks.spawn(self._keep_many(country, then), self)

    async def _keep_many(self, country: str, then: Callable[[], None]) -> None:
        self._window.compose.set_busy(True)
        try:
            while not self._keep(await elsewhere(partial(self._kept, country))):
                pass  # the list was changed meanwhile
        finally:
            self._window.compose.set_busy(False)
        then()

    def _kept(self, country: str) -> Plan:
        """The list with the country code before each number that would change; a worker may work it out."""
        from smsdesk.services.confirming.rereading import written_out

        recipients = self._window.recipients.model.recipients
        return recipients.plan_replace(written_out(recipients.rows, Reader(country, recipients.reader.check)))

    def _keep(self, plan: Plan) -> bool:
        return self._window.recipients.model.commit(plan, self.tr("Keep the numbers"))
