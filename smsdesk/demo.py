"""A throw-away profile with one account at each played gateway: for `--demo` and the self-test."""

from __future__ import annotations

import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from smsdesk.accounts.account import Account, new_account_id
from smsdesk.accounts.credentials import MemoryVault
from smsdesk.domain.frozen import frozen
from smsdesk.privacy.secret import Secret
from smsdesk.providers.catalog import PROVIDERS
from smsdesk.sandbox.demo import add_demo_logins
from smsdesk.sandbox.server import Sandbox
from smsdesk.store.accounts import AccountStore
from smsdesk.store.database import Database

if TYPE_CHECKING:
    from collections.abc import Iterator

DATABASE = "smsdesk.db"

_SENDERS = ("SMSDESK", "ALNOORSCH")
_COUNTRY = "OM"


@frozen
class Demo:
    """A profile folder that vanishes with the program, its passwords in memory, and the gateways it talks to."""

    folder: Path
    vault: MemoryVault
    sandbox: Sandbox


@contextmanager
def demo_profile(pace_s: float = 0.0) -> Iterator[Demo]:
    """Make a demo profile, and take it away again.

    Args:
        pace_s: seconds that each played gateway takes to answer, so that sending can be watched.
    """
    with tempfile.TemporaryDirectory(prefix="smsdesk-demo-", ignore_cleanup_errors=True) as name:
        sandbox = Sandbox(pace_s=pace_s)
        sandbox.start()
        try:
            demo = Demo(Path(name), MemoryVault(), sandbox)
            _add_accounts(demo)
            yield demo
        finally:
            sandbox.close()


def _add_accounts(demo: Demo) -> None:
    database = Database(demo.folder / DATABASE)
    accounts = AccountStore(database)
    for login in add_demo_logins(demo.sandbox.ledger):
        can = PROVIDERS[login.gateway].capabilities
        account = Account(
            id=new_account_id(),
            name="Demo",
            provider=login.gateway,
            user_name=login.user,
            senders=_SENDERS if can.max_sender is not None else (),
            address=demo.sandbox.address,
            country=_COUNTRY,
            price_per_part=can.suggested_price,
        )
        demo.vault.put(account.id, Secret(login.password))
        accounts.save(account).result()
    database.close()
