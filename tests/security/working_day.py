"""The real program in a process of its own, worked by lines of JSON on its standard input.

The first line brings the passwords, by account, and says where to write down what the windows show, and whether to log
all there is to log; every other one says what to do, and is answered by `DONE`. Started as
`python -m tests.security.working_day --profile DIR`.
"""

from __future__ import annotations

import asyncio
import json
import logging
import sys
import threading
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QPlainTextEdit, QWidget

from smsdesk import launch
from smsdesk.accounts.credentials import MemoryVault
from smsdesk.app import Program
from smsdesk.domain.announcement import Announcement, Recipient
from smsdesk.privacy.secret import Secret
from smsdesk.providers.base import Outgoing
from smsdesk.providers.catalog import PROVIDERS
from smsdesk.providers.transport import http_session
from smsdesk.providers.transport.connection_watch import Wire
from smsdesk.services.lanes import login_of
from smsdesk.services.sending.send_request import SendRequest
from smsdesk.ui.qt import event_bridge

if TYPE_CHECKING:
    from collections.abc import Callable

    from smsdesk.accounts.account import Account
    from smsdesk.providers.base import HttpReply, HttpRequest, Login, Provider

DONE = "the line was done"
_TALKERS = ("smsdesk", "urllib3", "sqlalchemy")


class ImpatientWire(Wire):
    """Waits for no answer, once all that is asked has been written, while a line says so: a gateway hangs."""

    waits = True

    def writing(self) -> None:
        """From now on there is an answer to wait for, or none."""
        super().writing()
        if not self.waits:
            with self._alarm:
                self._deadline = time.monotonic()
                self._alarm.notify()


class WorkedProgram(Program):
    """The program, and somebody who does with it what the lines say."""

    listening: bool
    seen: Path
    crash_reports: Path

    def _begin(self) -> None:
        super()._begin()
        if self.listening:
            for name in ("", *_TALKERS):
                logging.getLogger(name).setLevel(logging.DEBUG)
        event_bridge._EVERY_MS = 0
        self._noted: set[str] = set()
        self._lines: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
        loop = asyncio.get_running_loop()
        threading.Thread(target=_read_lines, args=(loop, self._lines.put_nowait), daemon=True).start()
        self.tasks.spawn(self._work(), self.window)

    async def _work(self) -> None:
        try:
            while True:
                line = await self._lines.get()
                await getattr(self, f"do_{line.pop('do')}")(**line)
                await self._at_rest()
                self._look()
                sys.stdout.write(f"{DONE}\n")
                sys.stdout.flush()
        finally:
            self.leave()  # whoever waits for a line that can't be done need not wait any longer

    async def _at_rest(self) -> None:
        while True:
            asking = (self.office.poller.state(account.id).asking for account in self.office.book.all())
            if not self.office.sender.sending() and not any(asking) and not self.desks.bridge._events:
                return
            await asyncio.sleep(0.01)

    def _look(self) -> None:
        """Write down what stands in the reports of mistakes, and all that stands in any window; close all but one."""
        every = [widget for top in QApplication.topLevelWidgets() for widget in [top, *top.findChildren(QWidget)]]
        words = dict.fromkeys(line for widget in every for line in _words_of(widget).splitlines())
        with self.seen.open("a", encoding="utf-8") as file:
            file.writelines(f"{line}\n" for line in words if line not in self._noted)
        self._noted.update(words)
        with self.crash_reports.open("a", encoding="utf-8") as file:
            file.writelines(widget.toPlainText() for widget in every if widget.objectName() == "crashReport")
        for widget in QApplication.topLevelWidgets():
            if widget is not self.window:
                widget.close()

    async def do_round(self, text: str, people: dict[str, list[str]]) -> None:
        """Ask each gateway for its balance, and send it a text for these people."""
        accounts, sender, poller = self.office.book.all(), self.office.sender, self.office.poller
        for account in accounts:
            poller.account_changed(account)
        await self._at_rest()
        for account in accounts:
            listed = tuple(Recipient(number) for number in people[account.id])
            parts = PROVIDERS.of(account).analyze(text).segments
            sender.send(SendRequest(account, Announcement(account.id, text, account.sender, parts, listed))).result(60)
        await self._at_rest()
        for account in accounts:
            for error in (poller.state(account.id).error, sender.progress(account.id).reason):
                if error is not None:
                    self._report(error)
            sender.resume(account)
        await self._at_rest()
        for account in accounts:
            sender.stop(account).result(60)

    async def do_wait(self, on: bool) -> None:
        """Wait for answers, or for none."""
        ImpatientWire.waits = on

    async def do_move(self, addresses: dict[str, str]) -> None:
        """Give each account its new address."""
        for account in self.office.book.all():
            moved = replace(account, address=addresses[account.id])
            moved = await asyncio.wrap_future(self.office.book.save(moved, None))
            self.office.sender.account_changed(moved)

    async def do_try(self, typed: dict[str, str], number: str, text: str) -> None:
        """Try a password that was typed into each account's dialog and is not kept."""
        for account in self.office.book.all():
            password = Secret(typed[account.id])
            trials: list[Any] = [self.office.book.test(account, password)]
            if account.provider == "custom":
                trials.append(self.office.book.setup.try_out(account, password, number, text))
            for trial in trials:
                try:
                    shown = str(await asyncio.wrap_future(trial))
                except Exception as error:
                    self._report(error)
                else:
                    self.window.notice.add(shown)

    async def do_spoil(self, where: str) -> None:
        """Put a mistake into every provider, which tells of all that it has in its hands."""
        for provider in PROVIDERS.values():
            _spoil(type(provider), where)

    async def do_fail(self, number: str, text: str) -> None:
        """Fail in every place where nobody catches, each time with a whole request in the words."""
        for request in self._requests(number, text):
            _fail_on_a_thread(request)
            _fail_when_let_go(request)
            asyncio.get_running_loop().call_soon(_fail, request)
            self.tasks.spawn(_fail_later(request), self.window)
            lost = asyncio.get_running_loop().create_future()
            lost.set_exception(_error_about(request))
            del lost  # which asyncio says in the log
        await asyncio.sleep(0.2)

    async def do_save(self, diagnostics: str) -> None:
        """Save the diagnostics, and make the backup of the next day."""
        await asyncio.wrap_future(self._diagnostics().save(Path(diagnostics), "6"))
        await asyncio.to_thread(self.backups.make_daily, datetime.now(UTC) + timedelta(days=1))

    async def do_quit(self) -> None:
        """Leave."""
        self.leave()

    async def do_break(self, number: str, text: str) -> None:
        """Leave, and break down while leaving: no window can tell of it any more."""
        error = ExceptionGroup("everything", [_error_about(request) for request in self._requests(number, text)])

        def close() -> None:
            raise error

        self.close = close  # type: ignore[method-assign]
        self.leave()

    def _requests(self, number: str, text: str) -> list[HttpRequest]:
        """What would be sent to each gateway."""
        outgoing = Outgoing(text, "Office", (number,), datetime.now(UTC), 1, references=("100",))
        return [
            PROVIDERS.of(account).submission(login_of(account, self._password_of(account)), outgoing)
            for account in self.office.book.all()
        ]

    def _password_of(self, account: Account) -> Secret:
        password = self.office.book.gate._credentials.get(account.id)
        assert password is not None
        return password


def _words_of(widget: QWidget) -> str:
    words = [widget.windowTitle(), widget.toolTip(), widget.accessibleName(), widget.accessibleDescription()]
    if isinstance(widget, QLabel):
        words.append(widget.text())
    if isinstance(widget, QMessageBox):
        words += [widget.text(), widget.informativeText(), widget.detailedText()]
    if isinstance(widget, QPlainTextEdit):
        words.append(widget.toPlainText())
    return "\n".join(filter(None, words))


def _error_about(request: HttpRequest) -> Exception:
    return RuntimeError(f"nothing can be made of {request.method} {request.url} {request.body.decode('utf-8')}")


def _fail(request: HttpRequest) -> None:
    try:
        raise ValueError(f"unexpected: {request!r}")
    except ValueError as error:
        raise _error_about(request) from error


async def _fail_later(request: HttpRequest) -> None:
    await asyncio.sleep(0)
    _fail(request)


def _fail_on_a_thread(request: HttpRequest) -> None:
    thread = threading.Thread(target=_fail, args=(request,))
    thread.start()
    thread.join()


def _fail_when_let_go(request: HttpRequest) -> None:
    class Held:
        def __del__(self) -> None:
            _fail(request)

    Held()


def _spoil(kind: type[Provider], where: str) -> None:
    """A mistake when a request has been built, or when an answer is read."""
    built, read = kind.submission, kind.read_submission

    def submission(self: Provider, login: Login, outgoing: Outgoing) -> HttpRequest:
        _fail(built(self, login, outgoing))
        raise AssertionError

    def read_submission(self: Provider, reply: HttpReply, outgoing: Outgoing) -> Any:
        read(self, reply, outgoing)
        raise ValueError(f"nothing can be made of {reply.text}")

    if where == "request":
        kind.submission = submission  # type: ignore[method-assign]
    else:
        kind.read_submission = read_submission  # type: ignore[method-assign]


def _read_lines(loop: asyncio.AbstractEventLoop, put: Callable[[dict[str, Any]], None]) -> None:
    for line in sys.stdin:
        loop.call_soon_threadsafe(put, json.loads(line))


def main() -> int:
    """Run the program until a line says that it shall end; gives its exit code."""
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # a crash is tried out; it shall leave nothing behind
    first = json.loads(sys.stdin.readline())
    vault = MemoryVault()
    for account_id, password in first["passwords"].items():
        vault.put(account_id, Secret(password))
    WorkedProgram.listening = first["listening"]
    if WorkedProgram.listening:
        logging.getLogger("sqlalchemy").setLevel(logging.DEBUG)  # it looks only once, when it is first used
    WorkedProgram.seen, WorkedProgram.crash_reports = Path(first["seen"]), Path(first["crash_reports"])
    launch.open_system_vault = lambda: vault
    launch.Program = WorkedProgram
    http_session.Wire = ImpatientWire
    return launch.main(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
