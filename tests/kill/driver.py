"""The real program in a process of its own, with somebody at it who confirms announcements as standard input tells.

The first line has the passwords by account id, each further one an announcement, or "finish": to leave when nothing is
waiting any more. When standard input ends, the program leaves at once. Standard output tells, a line of JSON each, when
the program is ready to send and which announcements were confirmed and are on disk.
"""

from __future__ import annotations

import asyncio
import json
import os
import sys
import threading
import time
import traceback
from typing import Any

from smsdesk import launch
from smsdesk.accounts.credentials import MemoryVault
from smsdesk.app import Program
from smsdesk.domain.announcement import Announcement, Recipient
from smsdesk.privacy.secret import Secret
from smsdesk.services.sending.send_request import SendRequest


class OperatedProgram(Program):
    """The program, with its operator. Whatever goes wrong ends it, for nobody reads what the window shows."""

    async def _serve(self) -> None:
        threading.Thread(target=self._obey, args=(asyncio.get_running_loop(),), daemon=True).start()
        await super()._serve()

    def _begin(self) -> None:
        super()._begin()
        _tell({"ready": True})

    def _report(self, error: BaseException) -> None:
        traceback.print_exception(error)
        os._exit(1)

    def _obey(self, loop: asyncio.AbstractEventLoop) -> None:
        try:
            for line in sys.stdin:
                order = json.loads(line)
                if order == "finish":
                    loop.call_soon_threadsafe(self._leave_when_done)
                else:
                    time.sleep(order["after_s"])
                    asyncio.run_coroutine_threadsafe(self._confirm(order), loop).result()
            loop.call_soon_threadsafe(self.leave)
        except Exception as error:
            self._report(error)

    async def _confirm(self, order: dict[str, Any]) -> None:
        account = self.office.book.get(order["account_id"])
        assert account is not None
        people = tuple(Recipient(number) for number in order["numbers"])
        new = Announcement(account.id, order["text"], account.sender, 1, people)
        stored = self.office.sender.send(SendRequest(account, new), order["countdown_s"])
        _tell({"confirmed": order["text"], "id": await asyncio.wrap_future(stored)})

    def _leave_when_done(self) -> None:
        self.desks.bridge.checked.connect(self._look_whether_done)
        self.desks.bridge.queue_changed.connect(self._look_whether_done)
        self._look_whether_done()

    def _look_whether_done(self) -> None:
        if self.checked and not self.office.sender.unsent() and not self.office.sender.sending():
            self.leave()


def _tell(said: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(said) + "\n")
    sys.stdout.flush()


def main() -> int:
    vault = MemoryVault()
    for account_id, password in json.loads(sys.stdin.readline()).items():
        vault.put(account_id, Secret(password))
    launch.open_system_vault = lambda: vault
    launch.Program = OperatedProgram
    return launch.main(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
