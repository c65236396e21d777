"""A smsdesk of its own whose every request hangs: three messages wait, the first is on its way."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from smsdesk.demo import DATABASE
from smsdesk.domain.announcement import Announcement, Recipient
from smsdesk.sandbox.faults import Fault
from smsdesk.store.accounts import AccountStore
from smsdesk.store.database import Database
from smsdesk.store.sending.outbox import Outbox
from tests.helpers.waiting import until

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smsdesk.demo import Demo

ROOT = Path(__file__).resolve().parents[3]

_WITH_PASSWORDS = """
import json, sys
from smsdesk import launch
from smsdesk.accounts.credentials import MemoryVault
from smsdesk.privacy.secret import Secret
vault = MemoryVault()
for account_id, password in json.loads(sys.argv.pop(1)).items():
    vault.put(account_id, Secret(password))
launch.open_system_vault = lambda: vault
sys.exit(launch.main(sys.argv[1:]))
"""


@contextmanager
def at_hanging_gateways(demo: Demo) -> Iterator[subprocess.Popen[bytes]]:
    """The process, once a message and both balances are being waited for."""
    passwords = queue_some(demo)
    demo.sandbox.faults.always(Fault.HANG)
    demo.sandbox.faults.always(Fault.HANG, only="balance")
    command = [sys.executable, "-c", _WITH_PASSWORDS, json.dumps(passwords), "--profile", str(demo.folder)]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen(command, cwd=ROOT, env=environment) as process:
        try:
            until(lambda: sends_and_balances(demo) == (1, 2))
            yield process
        finally:
            process.kill()


def queue_some(demo: Demo) -> dict[str, str]:
    """Queue three messages at SMS Office, which leave when the program starts; gives every account's password."""
    database = Database(demo.folder / DATABASE)
    accounts = AccountStore(database).all()
    office = next(account for account in accounts if account.provider == "smsoffice")
    people = tuple(Recipient(f"+968900000{number}") for number in range(10, 13))
    Outbox(database).add(Announcement(office.id, "Closed on Sunday", "SMSDESK", 1, people)).result()
    database.close()
    return {account.id: demo.vault.get(account.id).reveal() for account in accounts}


def sends_and_balances(demo: Demo) -> tuple[int, int]:
    """How many of each have reached the gateways."""
    told = [request.target for request in demo.sandbox.ledger.requests]
    balances = sum("balance" in target.lower() for target in told)
    return len(told) - balances, balances
