from __future__ import annotations

import logging
import re
import tomllib
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from smsdesk import __version__
from smsdesk.accounts.account import Account
from smsdesk.domain.announcement import Announcement, Recipient
from smsdesk.domain.draft import Draft, DraftPerson
from smsdesk.domain.errors import UserFacingError
from smsdesk.domain.outcome import Outcome, Scope, Verdict
from smsdesk.privacy.secret import Redactor, Secret
from smsdesk.providers.catalog import PROVIDERS
from smsdesk.store.accounts import AccountStore
from smsdesk.store.database import Database
from smsdesk.store.drafts import DraftStore
from smsdesk.store.history.statistics import Statistics
from smsdesk.store.migrations.runner import REVISIONS
from smsdesk.store.sending.outbox import Outbox
from smsdesk.store.settings import Settings
from smsdesk.support.diagnostics import LIBRARIES, Diagnostics
from smsdesk.support.log_file import keep_log
from smsdesk.workers.worker import Worker
from tests.helpers.patience import PATIENCE_S

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[2]
OURS = logging.getLogger("smsdesk.somewhere")

PASSWORD = "Karak tea/42"
TYPED_PASSWORD = "Halwa+sweet"
TOKEN = "tok3nTok3nTok3n"
TEXT = "Sports day moved to Thursday"
TWO_LINES = "Gate two stays shut\nCall +968 9000 0055 or the porter"
ARABIC = "السادة أولياء الأمور، المدرسة مغلقة غداً"
PRIVATE = (
    *("Karak", "Karak%20tea", "Halwa", "sweet", TOKEN),
    *("Sports day", "Thursday", "Gate two", "porter", "أولياء", "المدرسة"),
    *("90000012", "9000 0012", "9000 0055", "90000055", "7700900123"),
    *("Amal", "Said", "Maryam", "Zubair", "أمل"),
    *("Front of house", "clerk-of-noor", "NOORSCHOOL", "NOORDESK", "gateway.noor.example", "calls.noor.example"),
)
ACCOUNT = Account(
    "6f1c1a52-7d7b-4b8e-9a1f-0c1d2e3f4a5b", "Front of house", "smsoffice", "clerk-of-noor", ("NOORSCHOOL", "NOORDESK"),
    "http://gateway.noor.example:8080", "OM", Decimal("0.25"),
)  # fmt: skip
SETTINGS = Settings(
    account_id=ACCOUNT.id, own_number="90000012", receiver_token=TOKEN, receiver_public="calls.noor.example",
    receiver_on=True,
)  # fmt: skip


class Desk:
    """A profile in use, and its diagnostics."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.database = Database(folder / "smsdesk.db")
        self.accounts = AccountStore(self.database)
        self.outbox = Outbox(self.database)
        self.redactor = Redactor()
        self.worker = Worker("aside")
        self.diagnostics = Diagnostics(
            folder, SETTINGS, self.accounts.all, PROVIDERS, Statistics(self.database), self.redactor, self.worker
        )

    def saved(self) -> str:
        path = self.folder / "diagnostics.txt"
        self.diagnostics.save(path, "6.11.3").result(PATIENCE_S)
        return path.read_text(encoding="utf-8")

    def section(self, title: str) -> list[str]:
        return self.saved().partition(f"[{title}]\n")[2].partition("\n\n[")[0].splitlines()

    def announce(self, text: str, people: tuple[Recipient, ...], verdict: Verdict | None = None) -> None:
        announcement = self.outbox.add(Announcement(ACCOUNT.id, text, "NOORSCHOOL", 1, people)).result()
        if verdict is not None:
            claim = self.outbox.claim(announcement, len(people))
            assert claim is not None
            self.outbox.record(claim, [verdict] * len(people))

    def close(self) -> None:
        self.worker.close(20)
        self.database.close()


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path)
    yield desk
    desk.close()


@pytest.fixture
def busy(desk: Desk) -> Desk:
    desk.redactor.add(Secret(PASSWORD))
    desk.accounts.save(ACCOUNT).result()
    people = (Recipient("+96890000012", "Amal Said"), Recipient("+447700900123", "أمل"))
    desk.announce(TEXT, people, Verdict(Outcome.UNKNOWN, code="timeout"))
    desk.announce(TWO_LINES, (Recipient("+96890000013", "Maryam"),), Verdict(Outcome.REJECTED, Scope.RECIPIENT, "17"))
    sentence = Verdict(Outcome.REJECTED, Scope.RECIPIENT, f"refused because {TEXT}")
    desk.announce(ARABIC, (Recipient("+96890000014"),), sentence)
    draft = Draft(ACCOUNT.id, "NOORDESK", "Sports day again", (DraftPerson("90000015", "Zubair"),), "Zubair 90000012")
    DraftStore(desk.database).save(draft).result()
    return desk


def fail(said: str) -> None:
    try:
        raise RuntimeError(said)
    except RuntimeError:
        OURS.exception("a mistake while sending %s", said)


def test_nothing_private_is_in_it_however_bluntly_it_was_logged(busy: Desk) -> None:
    with keep_log(busy.folder, busy.redactor):
        for said in (
            f"password={PASSWORD}&to=96890000012", "password=Karak%20tea%2F42", f"typed {TYPED_PASSWORD}",
            TEXT, repr(TEXT), TWO_LINES, repr(TWO_LINES), ARABIC, f"bytes {ARABIC.encode()!r}",
            "Amal Said has +968 9000 0012", "KeyError: 'Maryam'", "[('90000015', 'Zubair')]", "أمل",
            "login clerk-of-noor of Front of house as NOORSCHOOL or NOORDESK",
            "no answer from http://gateway.noor.example:8080/send?to=447700900123",
            f"listening for calls.noor.example/{TOKEN}",
        ):  # fmt: skip
            OURS.error(said)
            OURS.warning("told: %s", said)
            fail(said)
    busy.redactor.add(Secret(TYPED_PASSWORD))
    saved = busy.saved()
    assert [private for private in PRIVATE if private in saved] == []
    assert saved.count("ERROR smsdesk.somewhere: ") == 32
    assert "password=***&to=<number>" in saved
    assert "KeyError: '<private>'" in saved


def test_the_versions_of_all_that_it_is_built_on_are_in_it(desk: Desk) -> None:
    versions = desk.section("Versions")
    assert versions[0] == f"smsdesk {__version__}"
    assert "Qt 6.11.3" in versions
    for name in ("Python", "SQLite", *LIBRARIES):
        assert sum(re.match(rf"{name} \d", line) is not None for line in versions) == 1, name
    pinned = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    assert set(LIBRARIES) == {re.split("[=<>;~ ]", each)[0] for each in pinned}


def test_the_settings_are_in_it_without_what_a_person_wrote_there(busy: Desk) -> None:
    settings = busy.section("Settings")
    assert "receiver_on: True" in settings
    assert "balance_minutes: 5" in settings
    assert "receiver_host: as delivered" in settings
    assert not any(
        line.startswith(("account_id", "own_number", "receiver_token", "receiver_public")) for line in settings
    )


def test_an_account_is_its_gateway_and_how_it_is_spoken_to(busy: Desk) -> None:
    busy.accounts.save(Account("b", "x", "ismart-rest", "y", (), "https://ismartsms.net", "OM")).result()
    assert busy.section("Accounts") == [
        "smsoffice: http, address changed, a price",
        "ismart-rest: https, address documented, no price",
    ]


def test_the_database_is_its_revision_its_size_and_its_counts(busy: Desk) -> None:
    assert busy.section("Database")[0] == f"revision: {REVISIONS[-1]}"
    assert re.fullmatch(r"size: \d+\.\d MiB", busy.section("Database")[1])
    assert {"account: 1", "announcement: 3", "delivery: 4", "submission: 3", "draft: 1"} <= set(busy.section("Rows"))
    assert sorted(busy.section("Deliveries")) == ["rejected: 2", "unknown: 2"]


def test_the_last_codes_of_the_gateways_are_in_it_without_sentences(busy: Desk) -> None:
    assert [line.split("Z ")[1] for line in busy.section("Last codes of the gateways, newest first")] == [
        "rejected: <text>", "rejected: 17", "unknown: timeout",
    ]  # fmt: skip


def test_what_is_broken_does_not_keep_the_rest_from_being_told(busy: Desk) -> None:
    with keep_log(busy.folder, busy.redactor):
        OURS.info("began")
    busy.database.write(lambda connection: connection.exec_driver_sql("DROP TABLE draft"))
    saved = busy.saved()
    assert "[Rows]\nnot known: " in saved
    assert "[Log]\nnot known: " in saved, "without the database, nobody knows what is private"
    assert "[Deliveries]\nrejected: 2" in saved
    assert f"smsdesk {__version__}" in saved


def test_a_long_log_is_told_from_its_end(desk: Desk) -> None:
    with keep_log(desk.folder, desk.redactor):
        for number in range(6000):
            OURS.info("line %d %s", number, "and so on " * 10)
    saved = desk.saved()
    assert "line 5999 " in saved
    assert len(saved) < 250_000


def test_names_that_are_ordinary_words_leave_the_other_words_whole(desk: Desk) -> None:
    desk.accounts.save(ACCOUNT).result()
    desk.announce("Hi", (Recipient("+96890000012", "Will"), Recipient("+96890000013", "I")))
    with keep_log(desk.folder, desk.redactor):
        OURS.info("Willing to say: I met Will")
    assert desk.section("Log")[0].endswith(": Willing to say: I met <private>")


def test_a_place_that_can_not_be_written_is_told_in_words(desk: Desk) -> None:
    with pytest.raises(UserFacingError, match=r"could not be saved.*choose another folder"):
        desk.diagnostics.save(desk.folder / "missing" / "file.txt", "6").result(PATIENCE_S)
