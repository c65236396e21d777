"""A file for whoever looks for a fault from afar: how smsdesk is set up, what it logged, and nothing about people."""

from __future__ import annotations

import importlib.metadata
import platform
import re
import sqlite3
from dataclasses import fields
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from smsdesk import __version__
from smsdesk.domain.errors import UserFacingError
from smsdesk.domain.sentence import QT_TRANSLATE_NOOP
from smsdesk.privacy.anonymise import NUMBER, TEXT, clean_words
from smsdesk.store.settings import Settings
from smsdesk.support.log_file import log_tail

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from concurrent.futures import Future
    from pathlib import Path

    from smsdesk.accounts.account import Account
    from smsdesk.privacy.secret import Redactor
    from smsdesk.providers.catalog import Providers
    from smsdesk.store.history.statistics import Statistics
    from smsdesk.workers.worker import Worker

LIBRARIES: Final = (
    "PySide6-Essentials",
    "qasync",
    "requests",
    "keyring",
    "SQLAlchemy",
    "alembic",
    "platformdirs",
    "truststore",
    "phonenumbers",
    "tzdata",
    "waitress",
    "wakepy",
    "python-calamine",
    "charset-normalizer",
    "XlsxWriter",
)
"""What the program is built on; a test holds this against pyproject.toml, which a frozen program does not carry."""

_PRIVATE_SETTINGS: Final = frozenset({"account_id", "own_number", "receiver_token", "receiver_public"})
_MOST_LOG_BYTES: Final = 200 * 1024
_MOST_TROUBLES: Final = 20
_SHORTEST_STRUCK: Final = 3
"""Characters; a shorter name would be found in half the words of the log."""

_STRUCK: Final = "<private>"
_WORDS: Final = re.compile(r"\w+")
_CODE: Final = re.compile(r"[A-Za-z0-9-]{1,20}")

_NOT_SAVED = QT_TRANSLATE_NOOP("diagnostics", "The diagnostics file could not be saved.")
_ELSEWHERE = QT_TRANSLATE_NOOP("diagnostics", "Check that the disk is not full, or choose another folder.")


class Diagnostics:
    """Writes the file; whatever of it can't be found out is left out, for something is broken where it is wanted.

    Args:
        folder: the profile, where the log is.
        settings: as they are now.
        accounts: gives the accounts.
        providers: the gateways.
        figures: what the database holds.
        redactor: knows the passwords in use.
        worker: the thread on which the file is put together.
    """

    def __init__(
        self,
        folder: Path,
        settings: Settings,
        accounts: Callable[[], list[Account]],
        providers: Providers,
        figures: Statistics,
        redactor: Redactor,
        worker: Worker,
    ) -> None:
        self._folder = folder
        self._settings = settings
        self._accounts = accounts
        self._providers = providers
        self._figures = figures
        self._redactor = redactor
        self._worker = worker

    def save(self, path: Path, qt: str) -> Future[None]:
        """Write the file as plain text.

        Args:
            path: where to.
            qt: Qt's version, which only the window knows.

        Raises (in the future):
            UserFacingError: the disk would not take it.
        """

        def job() -> None:
            text = self._text(qt)
            try:
                path.write_text(text, encoding="utf-8", errors="backslashreplace")
            except OSError as error:
                raise UserFacingError(_NOT_SAVED, _ELSEWHERE, error.strerror or "") from None

        return self._worker.do(job)

    def _text(self, qt: str) -> str:
        parts = [
            f"smsdesk diagnostics, {_shown(datetime.now(UTC))}\n"
            "No phone numbers, messages, names or passwords are in here. Read it before you pass it on.\n",
            _section("Versions", lambda: _versions(qt)),
            _section("Settings", self._setting_lines),
            _section("Accounts", self._account_lines),
            _section("Database", self._database_lines),
            _section("Rows", lambda: _counted(self._figures.rows())),
            _section("Deliveries", lambda: _counted(self._figures.deliveries())),
            _section("Last codes of the gateways, newest first", self._trouble_lines),
            _section("Log", self._log_lines),
        ]
        return self._redactor.scrub("\n".join(parts))

    def _setting_lines(self) -> Iterator[str]:
        usual = Settings()
        for each in fields(Settings):
            value = getattr(self._settings, each.name)
            if each.name in _PRIVATE_SETTINGS:
                continue
            if isinstance(value, int):
                yield f"{each.name}: {value}"
            else:  # whatever is written there, a person may have written it
                yield f"{each.name}: {'as delivered' if value == getattr(usual, each.name) else 'changed'}"

    def _account_lines(self) -> Iterator[str]:
        for account in self._accounts():
            scheme, _, host = account.address.partition("://")
            documented = self._providers.of(account).capabilities.default_address.partition("://")[2]
            address = "documented" if host == documented else "changed"
            price = "no price" if account.price_per_part is None else "a price"
            yield f"{account.provider}: {scheme}, address {address}, {price}"

    def _database_lines(self) -> Iterator[str]:
        yield f"revision: {self._figures.revision()}"
        yield f"size: {self._figures.size() / 2**20:,.1f} MiB"

    def _trouble_lines(self) -> Iterator[str]:
        for trouble in self._figures.last_troubles(_MOST_TROUBLES):
            code = clean_words(trouble.code)
            shown = code if _CODE.fullmatch(code) else TEXT  # an office's own gateway may have sentences for codes
            yield f"{_shown(trouble.started_at)} {trouble.outcome}: {shown}"

    def _log_lines(self) -> Iterator[str]:
        log = log_tail(self._folder, self._redactor.scrub, _MOST_LOG_BYTES)
        settings = (self._settings.receiver_token, self._settings.receiver_public, self._settings.own_number)
        yield _without(log, {*settings, *self._figures.private()})


def _section(title: str, lines: Callable[[], Iterable[str]]) -> str:
    try:
        return "\n".join([f"[{title}]", *lines(), ""])
    except Exception as error:
        return f"[{title}]\nnot known: {type(error).__name__}\n"


def _versions(qt: str) -> Iterator[str]:
    yield f"smsdesk {__version__}"
    yield f"Python {platform.python_version()}"
    yield f"Qt {qt}"
    yield f"SQLite {sqlite3.sqlite_version}"
    yield platform.platform()
    for name in LIBRARIES:
        try:
            yield f"{name} {importlib.metadata.version(name)}"
        except importlib.metadata.PackageNotFoundError:
            yield f"{name} is there, but not its version"


def _counted(counts: Mapping[str, int]) -> Iterator[str]:
    return (f"{name}: {count:,}" for name, count in counts.items())


def _shown(time: datetime) -> str:
    return time.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _without(log: str, private: Iterable[str]) -> str:
    """Strike out of a cleaned log what is known to be private, be it that it looks like any other words."""
    known = set(_WORDS.findall(log))
    marks = {*_WORDS.findall(TEXT), *_WORDS.findall(NUMBER)}
    found: set[str] = set()
    for value in private:
        for line in map(str.strip, value.splitlines()):
            # The log's own cleaning may have got at a piece of it first.
            for form in {line, clean_words(line)}:
                words = set(_WORDS.findall(form))
                if len(form) >= _SHORTEST_STRUCK and words <= known and words - marks:
                    found.add(form)
    if not found:
        return log
    longest_first = "|".join(map(re.escape, sorted(found, key=len, reverse=True)))
    return re.sub(rf"(?<!\w)(?:{longest_first})(?!\w)", _STRUCK, log)
