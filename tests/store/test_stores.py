from __future__ import annotations

import subprocess
import sys
import threading
from typing import TYPE_CHECKING

import pytest

from smsdesk.domain.draft import Draft
from smsdesk.store.database import Database
from smsdesk.store.stores import Stores
from tests.helpers.patience import PATIENCE_S
from tests.helpers.profile.varied_profile import MUSCAT, varied_profile

if TYPE_CHECKING:
    from pathlib import Path

_WITHOUT_SQLALCHEMY = """
import sys
from pathlib import Path
from smsdesk.store.database import Database
from smsdesk.store.stores import Stores

database = Database(Path(sys.argv[1]))
stores = Stores(database)
first = (stores.accounts.all(), stores.accounts.refused(), stores.drafts.load(), stores.history.page(),
    stores.history.page(7), stores.outbox.anything_interrupted(), stores.balances.latest("b1"))
assert not stores.loaded
assert "sqlalchemy" not in sys.modules
stores.load()
assert "sqlalchemy" in sys.modules
assert first == (stores.accounts.all(), stores.accounts.refused(), stores.drafts.load(), stores.history.page(),
    stores.history.page(7), stores.outbox.anything_interrupted(), stores.balances.latest("b1"))
database.close()
print("the same")
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    varied_profile(tmp_path / "smsdesk.db", orderly=True)
    return tmp_path / "smsdesk.db"


def test_what_is_shown_first_is_read_without_sqlalchemy_and_is_the_same_with_it(path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _WITHOUT_SQLALCHEMY, str(path)],
        capture_output=True, text=True, check=False, timeout=PATIENCE_S,
    )  # fmt: skip
    assert done.stdout == "the same\n", done.stderr


def test_whoever_wants_more_gets_it_at_once_from_any_thread(path: Path) -> None:
    database = Database(path)
    stores = Stores(database)
    newest = stores.history.page(limit=1)[0]
    together = threading.Barrier(4)
    found: list[int] = []

    def look() -> None:
        together.wait(PATIENCE_S)
        found.append(len(stores.history.deliveries(newest.id)))

    threads = [threading.Thread(target=look) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(PATIENCE_S)
    assert found == [newest.people] * 4
    assert stores.loaded
    database.close()


def test_what_is_written_before_everything_is_loaded_is_read_afterwards(path: Path) -> None:
    database = Database(path)
    stores = Stores(database)
    assert stores.drafts.load().account_id == "b3"
    stores.drafts.save(Draft(text="Written at once")).result()
    assert stores.drafts.load() == Draft(text="Written at once")
    database.close()
    again = Database(path)
    assert Stores(again).drafts.load() == Draft(text="Written at once")
    assert MUSCAT.id in {account.id for account in Stores(again).accounts.all()}
    again.close()


def test_a_file_that_was_only_looked_at_is_let_go(path: Path) -> None:
    database = Database(path)
    Stores(database).history.page()
    database.close()
    path.rename(path.with_name("moved.db"))
    assert [each.name for each in path.parent.glob("*-wal")] == []
