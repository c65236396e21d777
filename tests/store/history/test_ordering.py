"""In which order the history can be listed, and how many announcements are of a kind."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from smsdesk.accounts.account import Account
from smsdesk.domain.announcement import Announcement, Recipient
from smsdesk.domain.history import AnnouncementKind, AnnouncementOrder, DeliveryOrder
from smsdesk.domain.outcome import Outcome, Verdict
from smsdesk.store.accounts import AccountStore
from smsdesk.store.history import ordering as store
from smsdesk.store.history.ordering import HistoryOrdering
from smsdesk.store.sending.outbox import Outbox

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smsdesk.store.database import Database

NOW = datetime.now(UTC)
ACCEPTED, REJECTED, UNKNOWN = (Verdict(each) for each in (Outcome.ACCEPTED, Outcome.REJECTED, Outcome.UNKNOWN))


class Desk:
    """Sends, and asks for the order by what was sent."""

    def __init__(self, database: Database) -> None:
        self.outbox = Outbox(database)
        self.ordering = HistoryOrdering(database)
        self.texts: dict[int, str] = {}
        for id_, name in (("a", "Reception"), ("b", "back office")):
            account = Account(id_, name, "smsoffice", id_, ("Office",), "http://127.0.0.1:1", "OM")
            AccountStore(database).save(account).result()

    def send(
        self, text: str, *verdicts: Verdict, names: tuple[str, ...] = (), account: str = "a", later: float = 0
    ) -> int:
        """To as many as there are names or verdicts; who has no verdict waits."""
        listed = names or ("",) * max(len(verdicts), 1)
        people = tuple(Recipient(f"+9689000{90 - place:04}", name) for place, name in enumerate(listed))
        send_at = NOW + timedelta(hours=later) if later else None
        id_ = self.outbox.add(Announcement(account, text, "Office", 1, people, send_at=send_at)).result()
        self.texts[id_] = text
        if verdicts:
            claim = self.outbox.claim(id_, len(verdicts))
            assert claim is not None
            self.outbox.record(claim, verdicts)
        return id_

    def listed(
        self, by: AnnouncementOrder, *, falling: bool = False, only: AnnouncementKind | None = None
    ) -> list[str]:
        ids = ended(self.ordering.announcements(by, falling=falling, now=NOW, only=only))
        return [self.texts[id_] for id_ in ids]


def ended(steps: Iterator[list[int] | None]) -> list[int]:
    """What the steps end with; before that, each gives nothing."""
    *before, last = steps
    assert before == [None] * len(before)
    assert last is not None
    return last


@pytest.fixture
def desk(database: Database) -> Desk:
    return Desk(database)


@pytest.fixture(params=[1_000, 2])
def in_pieces(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "_ANNOUNCEMENTS", request.param)
    monkeypatch.setattr(store, "_DELIVERIES", request.param)


def test_announcements_are_ordered_by_each_column_either_way(in_pieces: None, desk: Desk) -> None:
    desk.send("bring a hat", ACCEPTED, REJECTED, UNKNOWN)
    desk.send("Closed", ACCEPTED, ACCEPTED, account="b")
    desk.send("at  noon", REJECTED, account="b")
    desk.send("سنغلق", ACCEPTED)
    by = AnnouncementOrder
    assert desk.listed(by.SENT) == ["bring a hat", "Closed", "at  noon", "سنغلق"]
    assert desk.listed(by.SENT, falling=True) == ["سنغلق", "at  noon", "Closed", "bring a hat"]
    assert desk.listed(by.MESSAGE) == ["at  noon", "bring a hat", "Closed", "سنغلق"]
    assert desk.listed(by.ACCOUNT) == ["at  noon", "Closed", "سنغلق", "bring a hat"]
    assert desk.listed(by.ACCOUNT, falling=True) == ["سنغلق", "bring a hat", "at  noon", "Closed"]
    assert desk.listed(by.PEOPLE, falling=True) == ["bring a hat", "Closed", "سنغلق", "at  noon"]
    assert desk.listed(by.OUTCOME, falling=True) == ["bring a hat", "at  noon", "سنغلق", "Closed"]


def test_each_kind_is_listed_and_counted_alike(in_pieces: None, desk: Desk) -> None:
    desk.send("went well", ACCEPTED)
    desk.send("failed", ACCEPTED, REJECTED)
    desk.send("doubtful", UNKNOWN)
    desk.send("waits", names=("", ""))
    desk.send("leaves later, from here", names=("",), later=20)
    desk.send("leaves later, from the gateway", ACCEPTED, later=20)
    desk.send("was to leave", ACCEPTED, later=-1)
    desk.send("was to leave, and waits", names=("",), later=-1)
    desk.send("refused for later", REJECTED, later=20)
    kinds = AnnouncementKind
    listed = {kind: desk.listed(AnnouncementOrder.SENT, only=kind) for kind in kinds}
    assert listed == {
        kinds.DOUBTFUL: ["failed", "doubtful", "refused for later"],
        kinds.SCHEDULED: ["leaves later, from here", "leaves later, from the gateway"],
        kinds.WAITING: ["waits", "was to leave, and waits"],
    }
    assert desk.ordering.counts(NOW) == {None: 9, **{kind: len(texts) for kind, texts in listed.items()}}


def test_only_those_that_were_found_are_listed(in_pieces: None, desk: Desk) -> None:
    one, _, three = (desk.send(text) for text in ("one", "two", "three"))
    ordered = desk.ordering.announcements(AnnouncementOrder.MESSAGE, falling=False, now=NOW, among={three, one})
    assert ended(ordered) == [one, three]


def test_an_empty_history_has_an_empty_order(desk: Desk) -> None:
    assert desk.listed(AnnouncementOrder.MESSAGE) == []
    assert ended(desk.ordering.deliveries(1, DeliveryOrder.NAME, falling=False)) == []
    assert set(desk.ordering.counts(NOW).values()) == {0}


@pytest.mark.parametrize(
    ("by", "falling", "expected"),
    [
        (DeliveryOrder.NAME, False, [2, 0, 4, 3, 1]),
        (DeliveryOrder.NAME, True, [1, 3, 4, 0, 2]),
        (DeliveryOrder.NUMBER, False, [4, 3, 2, 1, 0]),
        (DeliveryOrder.STATE, False, [2, 1, 3, 4, 0]),
        (DeliveryOrder.TIME, False, [0, 1, 2, 3, 4]),
    ],
)
def test_deliveries_are_ordered_by_each_column_and_without_a_name_come_last(
    in_pieces: None, desk: Desk, by: DeliveryOrder, falling: bool, expected: list[int]
) -> None:
    desk.send("another", ACCEPTED)
    names = ("badr", "", "Amal", "Zahra", "Hana")
    sent = desk.send("this", ACCEPTED, REJECTED, UNKNOWN, names=names)
    desk.send("yet another", ACCEPTED)
    first = 2
    ids = ended(desk.ordering.deliveries(sent, by, falling=falling))
    assert [id_ - first for id_ in ids] == expected


def test_deliveries_of_some_states_alone_and_only_those_that_were_found(in_pieces: None, desk: Desk) -> None:
    sent = desk.send("this", ACCEPTED, REJECTED, ACCEPTED, names=("c", "b", "a"))
    ordered = desk.ordering.deliveries
    assert ended(ordered(sent, DeliveryOrder.NAME, falling=False, states=["accepted"])) == [3, 1]  # type: ignore[list-item]
    assert ended(ordered(sent, DeliveryOrder.NAME, falling=False, among={1, 2})) == [2, 1]
