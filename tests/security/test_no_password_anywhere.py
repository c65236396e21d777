"""A working day on which everything goes wrong at every gateway; afterwards no password is to be found anywhere."""

from __future__ import annotations

import signal
import socket
import sqlite3
import sys
from contextlib import closing
from math import ceil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from smsdesk.providers.catalog import PROVIDERS
from smsdesk.sandbox.faults import Fault
from tests.helpers.gateways import GATEWAYS
from tests.security.crooked import ANSWERS
from tests.security.office_day import NUMBERS, PASSWORDS, TEXTS, TYPED, OfficeDay
from tests.security.search import Search

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

SECRETS = {**PASSWORDS, **{f"typed for {gateway}": password for gateway, password in TYPED.items()}}
SLOW = (Fault.TRICKLE, Fault.TRICKLE_BODY)  # the same to the program as one that hangs, and as long
ONE_MORE = {"number": NUMBERS["custom"].format(98), "text": TEXTS[0]}
NO_HOST = f"http://{'x' * 64}.example"  # a name that is too long is no name, and nobody has to be asked about it
CODES = {"timeout", "reset", "http", "moved", "too-big", "unreadable", "bug", "connect", "dns"}
NEVER_TYPED = {f"typed for {gateway}" for gateway in GATEWAYS if not PROVIDERS[gateway].capabilities.has_balance}


OF_THE_WIRE = ("as it came", "in documented words", "cut within the password")
"""These look otherwise at every gateway; what the others make of a password is the same at each."""

pytestmark = pytest.mark.timeout(600)  # a day takes a quarter of a minute on an idle machine


@pytest.fixture
def day(tmp_path: Path) -> Iterator[OfficeDay]:
    with OfficeDay(tmp_path) as day:
        yield day


def passwords() -> Search:
    return Search(SECRETS)


def messages() -> Search:
    """Finds the messages, and the numbers that they went to by all but their last digits."""
    return Search({each: each for each in (*TEXTS, *(number[1:].removesuffix("{:02}") for number in NUMBERS.values()))})


def answers_of_a_day() -> list[dict[str, str]]:
    """How each gateway answers, round by round: in the long form all of them in every way, else each way at two."""
    if settings.get_current_profile_name() == "search":
        return [dict.fromkeys(PASSWORDS, answer) for answer in ANSWERS]
    others = [answer for answer in ANSWERS if answer not in OF_THE_WIRE]
    rounds = ceil(2 * len(others) / len(PASSWORDS))
    dealt = [
        {gateway: others[(place * rounds + number) % len(others)] for place, gateway in enumerate(PASSWORDS)}
        for number in range(rounds)
    ]
    return [*(dict.fromkeys(PASSWORDS, answer) for answer in OF_THE_WIRE), *dealt]


def live_through(day: OfficeDay, faults: Iterable[Fault], answers: Iterable[dict[str, str]]) -> None:
    """Every gateway with these faults and its crooked answers, and then with every mistake of our own."""
    day.round()
    for fault in faults:
        for purpose in ("send", "balance"):
            day.sandbox.faults.always(fault, only=purpose)
        day.do("wait", on=fault is not Fault.HANG)
        day.round()
    day.do("wait", on=True)
    day.sandbox.faults.clear()
    for gateway, account in day.accounts.items():
        plays = "smsoffice" if gateway == "custom" else gateway
        day.sandbox.ledger.set_password(plays, account.user_name, "somebody changed it")
    day.round()
    day.try_typed()
    crooked = {gateway: each.address for gateway, each in day.crooked.items()}
    day.move(crooked)
    for answer_of in answers:
        for gateway, answer in answer_of.items():
            day.crooked[gateway].answer = ANSWERS[answer]
        day.round()
        day.try_typed()
    for nowhere in (f"http://127.0.0.1:{closed_port()}", NO_HOST):
        day.move(dict.fromkeys(PASSWORDS, nowhere))
        day.round()
        day.try_typed()
    day.move(crooked)
    for each in day.crooked.values():
        each.answer = ANSWERS["as it came"]
    day.do("fail", **ONE_MORE)
    for where in ("answer", "request"):
        day.do("spoil", where=where)
        day.round()
        day.try_typed()
    day.do("save", diagnostics=str(day.diagnostics))


def closed_port() -> int:
    with socket.socket() as bound:
        bound.bind(("127.0.0.1", 0))
        return int(bound.getsockname()[1])


def codes_of(day: OfficeDay) -> dict[str, set[str]]:
    """What each gateway's messages came to."""
    found: dict[str, set[str]] = {}
    with closing(sqlite3.connect(day.profile / "smsdesk.db")) as database:
        for provider, state, code in database.execute(
            "SELECT account.provider, state, error_code FROM delivery"
            " JOIN announcement ON announcement.id = announcement_id JOIN account ON account.id = account_id"
        ):
            found.setdefault(provider, set()).add(code or state)
    return found


def found_in_process(day: OfficeDay, search: Search) -> set[str]:
    """What stands in the process's arguments, surroundings and names, which other programs may read."""
    process = Path(f"/proc/{day.process.pid}")
    names = ("cmdline", "environ", "comm", "task/*/comm")
    return {name for each in names for path in process.glob(each) for name in search.in_bytes(path.read_bytes())}


def passed_on(day: OfficeDay) -> list[Path]:
    """What a person may show to somebody else, or the system may keep, and which so must hold no messages either."""
    return [*day.profile.glob("*.log*"), day.diagnostics, day.crash_reports, day.errors]


def assert_clean(day: OfficeDay) -> None:
    assert passwords().in_folder(day.folder) == []
    assert {path.name: messages().in_bytes(path.read_bytes()) for path in passed_on(day)} == {
        path.name: set() for path in passed_on(day)
    }


def test_after_a_day_of_errors_no_password_is_anywhere(day: OfficeDay) -> None:
    live_through(day, [fault for fault in Fault if fault not in SLOW], answers_of_a_day())

    assert (day.profile / "smsdesk.db-wal").stat().st_size > 0
    assert_clean(day)
    assert found_in_process(day, passwords()) == set()
    if sys.platform == "linux":
        assert found_in_process(day, Search({"the profile": str(day.profile)}, halves=False)) == {"the profile"}
    day.do("quit")
    assert day.process.wait() == 0
    assert_clean(day)

    # All of it was there to be found, and where it was looked for the day has left its traces.
    heard = b"\n".join(asked.read for each in day.crooked.values() for asked in each.heard)
    assert passwords().in_bytes(heard) == SECRETS.keys() - NEVER_TYPED
    assert {*TEXTS, "968900000", "4477009000"} <= messages().in_bytes((day.profile / "smsdesk.db").read_bytes())
    for gateway, codes in codes_of(day).items():
        assert (gateway, {*CODES, "accepted"} - codes) == (gateway, set())
        # Where the balance is asked for first, that is what a wrong password shows at, and nothing is submitted then.
        if gateway != "custom" and not PROVIDERS[gateway].capabilities.has_balance:
            assert any(map(PROVIDERS[gateway].refuses_login, codes))
    assert len(list((day.profile / "backups").glob("*.db"))) == 2
    for path in passed_on(day):
        assert "password=***" in path.read_text(encoding="utf-8").lower(), path.name


@pytest.mark.skipif(sys.platform == "win32", reason="that system ends a program in another way")
def test_nor_after_a_day_on_which_everything_was_logged_and_that_ended_in_a_crash(tmp_path: Path) -> None:
    with OfficeDay(tmp_path, listening=True) as day:
        live_through(day, (), [dict.fromkeys(PASSWORDS, "in headers that are none")])
        day.process.send_signal(signal.SIGABRT)
        assert day.process.wait() == -signal.SIGABRT
    assert_clean(day)

    log = (day.profile / "smsdesk.log.1").read_text(encoding="utf-8")
    assert " DEBUG urllib3.connectionpool: " in log
    assert " DEBUG sqlalchemy." in log
    assert "Fatal Python error: Aborted" in day.errors.read_text(encoding="utf-8")
    assert list(day.folder.rglob("core*")) == []


def test_nor_after_it_broke_down_with_no_window_left_to_tell_of_it(day: OfficeDay) -> None:
    day.tell(do="break", **ONE_MORE)
    assert day.process.wait() == 1

    assert passwords().in_folder(day.folder) == []
    said = day.errors.read_bytes()
    assert messages().in_bytes(said) == set()
    assert said.count(b"nothing can be made of") == len(PASSWORDS)
