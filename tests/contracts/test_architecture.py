from __future__ import annotations

import pkgutil
import subprocess
import sys
from pathlib import Path

import pytest

import smsdesk

ROOT = Path(smsdesk.__file__).parent
LOWER_FLOORS = ("domain", "accounts", "store", "providers", "services", "sandbox", "importing", "exporting")

_WITHOUT_QT = """
import importlib, sys
for name in ("PySide6", "shiboken6", "qasync"):
    sys.modules[name] = None  # an import of it fails
for name in sys.argv[1:]:
    importlib.import_module(name)
assert not any(name.startswith(("PySide6.", "shiboken6.")) for name in sys.modules)
"""

_NOT_NEEDED_TO_START = """
import sys
from smsdesk.providers import catalog
from smsdesk.services.sending import review
from smsdesk.services.sending import sender
from smsdesk.services.balance import poller
from smsdesk.services.accounts import account_book
from smsdesk.services import office
from smsdesk.store import database, stores
print(*sorted({name.partition(".")[0] for name in sys.modules} & {"requests", "sqlalchemy", "alembic", "keyring"}))
"""


def _modules(floor: str) -> list[str]:
    found = pkgutil.walk_packages([str(ROOT / floor)], f"smsdesk.{floor}.")
    return [f"smsdesk.{floor}", *(module.name for module in found if not module.name.endswith("__main__"))]


def _python(script: str, *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", script, *arguments], cwd=ROOT.parent, capture_output=True, text=True, check=False,
        timeout=60,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@pytest.mark.parametrize("floor", LOWER_FLOORS)
def test_a_lower_floor_loads_without_qt(floor: str) -> None:
    assert len(_modules(floor)) > 2
    _python(_WITHOUT_QT, *_modules(floor))


def test_what_takes_long_to_import_waits_until_it_is_needed() -> None:
    assert _python(_NOT_NEEDED_TO_START) == ""
