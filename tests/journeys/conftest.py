"""The whole program on a real profile, worked through its widgets."""

from __future__ import annotations

import os
from functools import partial
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication

from smsdesk import app
from smsdesk.demo import DATABASE, demo_profile
from smsdesk.store.accounts import AccountStore
from smsdesk.store.database import Database
from tests.helpers.patience import PATIENCE_S
from tests.helpers.window.appearance import arabic, dark, english, garbage_is_collected_here, mirrored  # noqa: F401
from tests.helpers.window.operator import Operator, Programs
from tests.helpers.window.qt_loop import pytest_pyfunc_call  # noqa: F401
from tests.helpers.wire.turnstile import held_back

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.logging import _QtMessageCapture

    from smsdesk.demo import Demo
    from tests.helpers.window.operator import OpenDemo
    from tests.helpers.wire.turnstile import Turnstile

_OFFSCREEN_CANNOT = "This plugin does not support"


@pytest.fixture(autouse=True)
def programs(qapp: QApplication, qtlog: _QtMessageCapture, monkeypatch: pytest.MonkeyPatch) -> Iterator[Programs]:
    """Where programs are opened; at the end no window is left, and Qt has complained of nothing.

    A program that ends has all the time it needs to write down what it knows: a busy disk is slow, not wrong.
    """
    monkeypatch.setattr(app, "_WORK_BY_S", PATIENCE_S)
    monkeypatch.setattr(app, "_DISK_BY_S", PATIENCE_S)
    QCursor.setPos(0, 0)  # where the mouse of an earlier test was left, something else may stand by now
    before = qapp.quitOnLastWindowClosed()
    qapp.setQuitOnLastWindowClosed(False)
    programs = Programs(qapp)
    yield programs
    qapp.setQuitOnLastWindowClosed(before)
    left = [window for window in QApplication.topLevelWidgets() if window.isVisible()]
    programs.clear_away()
    assert left == []
    assert [each.message for each in qtlog.records if not each.message.startswith(_OFFSCREEN_CANNOT)] == []


@pytest.fixture
def demo() -> Iterator[Demo]:
    """A profile with an account at SMS Office and one at iSmart, and the gateways that they talk to."""
    with demo_profile() as made:
        database = Database(made.folder / DATABASE)
        accounts = AccountStore(database)
        for account in accounts.all():
            if account.provider not in ("smsoffice", "ismart-rest"):
                accounts.delete(account.id).result()
        database.close()
        yield made


@pytest.fixture
def open_demo(demo: Demo, programs: Programs) -> OpenDemo:
    """Opens the program on the demo's profile."""
    return partial(programs.open, demo.folder, demo.vault)


@pytest.fixture
def operator(open_demo: OpenDemo) -> Operator:
    """Somebody at the window of the demo's profile; SMS Office is chosen."""
    return open_demo()


@pytest.fixture
def turnstile() -> Iterator[Turnstile]:
    """Another demo profile, whose gateways keep the third message waiting."""
    with held_back() as turnstile:
        yield turnstile


@pytest.fixture
def answers_in_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """A program that ends waits for an answer under way for as long as it takes."""
    monkeypatch.setattr(app, "_ANSWERS_BY_S", PATIENCE_S)


@pytest.fixture
def new_password(demo: Demo) -> Callable[[], str]:
    """Changes the password at SMS Office behind the program's back; gives the new one."""

    def change() -> str:
        demo.sandbox.ledger.set_password("smsoffice", "demo", "new-demo-password")
        return "new-demo-password"

    return change
