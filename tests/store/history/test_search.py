"""Finding announcements: by what they say, and by the names and numbers of whom they were for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from smsdesk.domain.announcement import Announcement, Recipient
from smsdesk.store.history import search as module
from smsdesk.store.history.history import History
from smsdesk.store.history.search import HistorySearch, Wanted

if TYPE_CHECKING:
    from smsdesk.accounts.account import Account
    from smsdesk.store.database import Database
    from smsdesk.store.sending.outbox import Outbox


@pytest.fixture
def search(database: Database) -> HistorySearch:
    return HistorySearch(database)


@pytest.fixture
def history(database: Database) -> History:
    return History(database)


@pytest.fixture
def sent(outbox: Outbox, account: Account) -> list[int]:
    """Three announcements: to Amal in Oman, to بدر in South Africa, to Émile in Italy."""
    people = [
        ("Bus 3 is late", Recipient("+96890000012", "Amal Said")),
        ("تأجيل لقاء أولياء الأمور", Recipient("+27830000031", "بدر علي")),
        ("100% of the fees_due", Recipient("+393330000044", "Émile Zaki")),
    ]
    return [outbox.add(Announcement(account.id, text, "Office", 1, (one,))).result() for text, one in people]


def whole(search: HistorySearch, typed: str) -> list[int]:
    """What all steps together find, newest first."""
    wanted, found, below = Wanted.of(typed), set(search.texts(Wanted.of(typed))), None
    while below != 0:
        step = search.people(wanted, below)
        found.update(step.ids)
        below = step.below
    return sorted(found)


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ("bus 3", 0),
        ("  late ", 0),
        ("amal", 0),
        ("أولياء", 1),
        ("بدر", 1),
        ("100%", 2),
        ("fees_due", 2),
        ("ÉMILE", 2),
        ("émile z", 2),
    ],
)
def test_texts_and_names_are_found_in_any_spelling(
    search: HistorySearch, sent: list[int], typed: str, place: int
) -> None:
    assert whole(search, typed) == [sent[place]]


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ("+968 9000 0012", 0),
        ("00968 9000 0012", 0),
        ("9000 0012", 0),
        ("٩٠٠٠ ٠٠١٢", 0),
        ("+٩٦٨-٩٠٠٠-٠٠١٢", 0),
        ("083 000 0031", 1),
        ("(+27) 83.000.0031", 1),
        ("0044", 2),
    ],
)
def test_a_number_is_found_in_digits_of_any_kind_with_and_without_its_country_code(
    search: HistorySearch, sent: list[int], typed: str, place: int
) -> None:
    assert whole(search, typed) == [sent[place]]


@pytest.mark.parametrize("typed", ["nobody", "%", "_", "90", "5 apples", "+968 9000 0013", "late Amal"])
def test_what_is_not_there_is_not_found(search: HistorySearch, sent: list[int], typed: str) -> None:
    found = [each for each in whole(search, typed) if typed not in ("%", "_")]
    assert found == []
    assert "%" not in typed or whole(search, typed) == [sent[2]]


def test_a_long_history_is_looked_through_in_steps_the_newest_first(
    search: HistorySearch, sent: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_AT_ONCE", 1)
    wanted = Wanted.of("i")
    steps, below = [], None
    while below != 0:
        step = search.people(wanted, below)
        steps.append((list(step.ids), step.through))
        below = step.below
    assert steps[:3] == [([sent[2]], sent[2]), ([], sent[1]), ([sent[0]], sent[0])]


def test_an_empty_history_is_looked_through_at_once(search: HistorySearch) -> None:
    assert search.texts(Wanted.of("x")) == []
    assert search.people(Wanted.of("x")) == module.Found([], 0, 0)


def test_within_one_announcement_the_people_are_found_in_their_order(
    search: HistorySearch, outbox: Outbox, account: Account, history: History
) -> None:
    people = tuple(Recipient(f"+9689000{n:04}", "Amal" if n % 2 else "Badr") for n in range(6))
    sent, other = (outbox.add(Announcement(account.id, "x", "Office", 1, people)).result() for _ in range(2))
    ids = [past.id for past in history.deliveries(sent)]
    assert search.those_of(sent, Wanted.of("amal")) == ids[1::2]
    assert search.those_of(sent, Wanted.of("9000 0003")) == [ids[3]]
    assert search.those_of(sent, Wanted.of("amal"), limit=1) == [ids[1]]
    assert set(search.those_of(other, Wanted.of("amal"))).isdisjoint(ids)
