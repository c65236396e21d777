"""The parent's side of a working day: the gateways, the profile, and the process of the program."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from base64 import b32encode
from contextlib import ExitStack
from decimal import Decimal
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from smsdesk.accounts.account import Account, new_account_id
from smsdesk.providers.catalog import PROVIDERS
from smsdesk.providers.custom.definition import OPTION, Answer, Call, Definition, Means, Method
from smsdesk.providers.custom.definition_json import to_json
from smsdesk.sandbox.server import Sandbox
from smsdesk.store.accounts import AccountStore
from smsdesk.store.database import Database
from tests.helpers.gateways import FICTIONAL, GATEWAYS
from tests.security.crooked import CrookedGateway
from tests.security.working_day import DONE

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Self

ROOT: Final = Path(__file__).resolve().parents[2]


def _made_up(gateway: str) -> str:
    """A password of its own, with everything in it that some encoding changes."""
    a = b32encode(sha256(gateway.encode()).digest()).decode()
    # Not every gateway's wire has room for Arabic.
    letter = "é" if gateway in GATEWAYS and PROVIDERS[gateway].capabilities.country != "OM" else "ع"
    return f"{a[:3]} {a[3:5].lower()}+{a[5]}%7&{a[6]}\"{a[7]}'<\\{a[8]}{letter}{a[9:17].title()}"


PASSWORDS: Final = {gateway: _made_up(gateway) for gateway in (*GATEWAYS, "custom")}
TYPED: Final = {gateway: f"typed {password[::-1]}" for gateway, password in PASSWORDS.items()}
"""What is typed into a dialog to try it, and not kept."""

NUMBERS: Final = {**FICTIONAL, "custom": FICTIONAL["smsoffice"]}  # as which it is played
TEXTS: Final = ("Gate seven stays shut on Monday & Tuesday", "بوابة المدرسة السابعة مغلقة صباح الاثنين")

_PEOPLE: Final = 3
_LOGIN: Final = (("username", "{user}"), ("password", "{password}"))
_MESSAGE: Final = (("from", "{sender}"), ("to", "{to}"), ("message", "{text}"))
_CUSTOM: Final = Definition(
    send=Call(Method.GET, "/sms/api/sendsms.asp", (*_LOGIN, *_MESSAGE)),
    answers=(
        Answer("Success:*:{id}", Means.ACCEPTED),
        Answer("Error:*Login Failed*", Means.LOGIN, "Ask the porter for the password."),
        Answer("Error:*Invalid [message]*", Means.MESSAGE),
    ),
    balance=Call(Method.GET, "/sms/api/balance.asp", _LOGIN),
    balance_pattern="Success:{amount}",
)


class OfficeDay:
    """The program in its own process, with an account at every gateway, while this is entered.

    Args:
        folder: for everything that the program writes; it has no other home and no other temporary folder.
        listening: all there is to log is logged, also by libraries that the program keeps silent.

    Attributes:
        profile: the profile folder.
        crash_reports: the reports of mistakes, as the window showed them.
        diagnostics: where these are saved.
        errors: what went to the standard error stream.
        sandbox: the gateways as they should be, with whatever faults they are told to have.
        crooked: the gateways that give away what they were asked, one in each one's place.
        process: the program.
    """

    def __init__(self, folder: Path, *, listening: bool = False) -> None:
        self.folder = folder
        self._listening = listening
        self.profile = folder / "profile"
        self.crash_reports = folder / "crash reports.txt"
        self.diagnostics = folder / "diagnostics.txt"
        self.errors = folder / "errors.txt"
        self.sandbox = Sandbox()
        self.crooked = {gateway: CrookedGateway() for gateway in PASSWORDS}
        self.accounts: dict[str, Account] = {}
        self.process: subprocess.Popen[str]
        self._rounds = 0
        self._open = ExitStack()

    def __enter__(self) -> Self:
        with ExitStack() as stack:
            stack.enter_context(self.sandbox)
            for crooked in self.crooked.values():
                stack.enter_context(crooked)
            self._set_up()
            errors = stack.enter_context(self.errors.open("w", encoding="utf-8"))
            self.process = stack.enter_context(
                subprocess.Popen(
                    [sys.executable, "-m", "tests.security.working_day", "--profile", str(self.profile)],
                    cwd=ROOT,
                    env=self._environment(),
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=errors,
                    encoding="utf-8",
                )
            )
            stack.callback(self.process.kill)
            self._open = stack.pop_all()
        self.tell(
            passwords=self._by_account(PASSWORDS),
            listening=self._listening,
            seen=str(self.folder / "windows.txt"),
            crash_reports=str(self.crash_reports),
        )
        return self

    def __exit__(self, *_: object) -> None:
        self._open.close()

    def do(self, what: str, **further: object) -> None:
        """Have the program do this, and wait until it was done; what it prints is kept."""
        self.tell(do=what, **further)
        assert self.process.stdout is not None
        with (self.folder / "output.txt").open("a", encoding="utf-8") as output:
            for line in self.process.stdout:
                output.write(line)
                if line.strip() == DONE:
                    return
        raise AssertionError(f"it ended; the log: {(self.profile / 'smsdesk.log').read_text(encoding='utf-8')[-2000:]}")

    def round(self) -> None:
        """Ask for every balance, and send a message to some people at each gateway."""
        first = 10 + self._rounds * _PEOPLE % 80
        people = {
            gateway: [number.format(first + place) for place in range(_PEOPLE)] for gateway, number in NUMBERS.items()
        }
        self.do("round", text=TEXTS[self._rounds % 2], people=self._by_account(people))
        self._rounds += 1

    def try_typed(self) -> None:
        """Try the typed passwords, and the custom gateway with a test message."""
        self.do("try", typed=self._by_account(TYPED), number=NUMBERS["custom"].format(98), text=TEXTS[0])

    def move(self, addresses: Mapping[str, str]) -> None:
        """Give the account at each gateway another address."""
        self.do("move", addresses=self._by_account(addresses))

    def _set_up(self) -> None:
        for place in ("profile", "home", "temporary"):
            (self.folder / place).mkdir()
        database = Database(self.profile / "smsdesk.db")
        for gateway, password in PASSWORDS.items():
            account = _account(gateway, self.sandbox.address)
            self.accounts[gateway] = account
            AccountStore(database).save(account).result()
            plays = "smsoffice" if gateway == "custom" else gateway
            self.sandbox.ledger.add_login(plays, account.user_name, password, Decimal(10_000))
        database.close()

    def _environment(self) -> dict[str, str]:
        homes = ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME")
        return {
            **os.environ,
            **dict.fromkeys(homes, str(self.folder / "home")),
            **dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(self.folder / "temporary")),
            "QT_QPA_PLATFORM": "offscreen",
            "NO_PROXY": "*",
            "PYTHONFAULTHANDLER": "1",
            "PYTHONUTF8": "1",
        }

    def _by_account(self, values: Mapping[str, object]) -> dict[str, Any]:
        return {account.id: values[gateway] for gateway, account in self.accounts.items()}

    def tell(self, **line: object) -> None:
        """Write a line to the program."""
        assert self.process.stdin is not None
        self.process.stdin.write(json.dumps(line) + "\n")
        self.process.stdin.flush()


def _account(gateway: str, address: str) -> Account:
    options = {OPTION: to_json(_CUSTOM)} if gateway == "custom" else {}
    # Short names: what a gateway echoes must reach the password before the program stops keeping its words.
    user = "cu" if gateway == "custom" else "us"
    senders = () if PROVIDERS[gateway].capabilities.max_sender is None else ("Office",)
    return Account(new_account_id(), f"Desk {gateway}", gateway, user, senders, address, "OM", options=options)
