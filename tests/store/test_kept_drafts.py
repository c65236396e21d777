"""Kept drafts: whole after a restart, bounded in number and age, and never in two places or in none."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from smsdesk.domain.draft import Draft, DraftPerson
from smsdesk.store.database import Database
from smsdesk.store.drafts import DraftStore
from smsdesk.store.kept_drafts import KEPT_FOR, MOST_KEPT, KeptDrafts

if TYPE_CHECKING:
    from pathlib import Path

    from tests.helpers.profile.peek import Peek

WRITTEN = Draft(
    "a1", "Office", "سنغلق عند الظهر\n20% off", (DraftPerson("90000012", "Amal"), DraftPerson("no number")),
    "still typing", datetime(2027, 1, 31, 11, 30),
)  # fmt: skip


@pytest.fixture
def kept(database: Database) -> KeptDrafts:
    return KeptDrafts(database)


def texts(kept: KeptDrafts) -> list[str]:
    return [draft.text for draft in kept.all()]


def age(database: Database, id_: int, by: timedelta) -> None:
    when = (datetime.now(UTC) - by).isoformat(timespec="microseconds")
    database.write(
        lambda connection: connection.exec_driver_sql("UPDATE kept_draft SET kept_at = ? WHERE id = ?", (when, id_))
    )


def test_a_kept_draft_is_whole_after_a_restart(path: Path) -> None:
    database = Database(path)
    before = datetime.now(UTC)
    id_ = KeptDrafts(database).keep(WRITTEN).result()
    database.close()
    again = Database(path)
    assert KeptDrafts(again).load(id_) == WRITTEN
    (listed,) = KeptDrafts(again).all()
    assert (listed.id, listed.account_id, listed.text, listed.people) == (id_, "a1", WRITTEN.text, 2)
    assert before <= listed.kept_at <= datetime.now(UTC)
    again.close()


def test_without_a_text_the_list_shows_what_stood_in_the_paste_box(kept: KeptDrafts) -> None:
    kept.keep(Draft(text=" \n", pending="90000012")).result()
    assert texts(kept) == ["90000012"]


def test_of_more_than_are_kept_the_oldest_goes(kept: KeptDrafts) -> None:
    for number in range(MOST_KEPT + 2):
        kept.keep(Draft(text=f"draft {number}")).result()
    assert texts(kept) == [f"draft {number}" for number in range(MOST_KEPT + 1, 1, -1)]


@pytest.mark.parametrize("how", ["the next one", "a start"])
def test_a_draft_that_is_too_old_is_not_shown_and_goes_for_good(
    how: str, kept: KeptDrafts, database: Database, peek: Peek
) -> None:
    old, young = (kept.keep(Draft(text=text)).result() for text in ("old", "young"))
    age(database, old, KEPT_FOR + timedelta(minutes=1))
    age(database, young, KEPT_FOR - timedelta(minutes=1))
    assert texts(kept) == ["young"]
    if how == "the next one":
        kept.keep(Draft(text="new")).result()
    else:
        kept.let_go_of_old().result()
    assert peek("SELECT text FROM kept_draft ORDER BY id") == ["young", "new"][: 1 + (how == "the next one")]


def test_one_that_is_brought_back_is_the_draft_and_kept_no_longer(kept: KeptDrafts, database: Database) -> None:
    kept.keep(Draft(text="another")).result()
    id_ = kept.keep(WRITTEN).result()
    kept.bring_back(id_, WRITTEN).result()
    assert DraftStore(database).load() == WRITTEN
    assert texts(kept) == ["another"]
    assert kept.load(id_) is None


def test_one_can_be_brought_back_or_thrown_away_while_it_is_still_being_kept(
    kept: KeptDrafts, database: Database
) -> None:
    kept.bring_back(kept.keep(WRITTEN), WRITTEN)
    kept.throw_away(kept.keep(Draft(text="unwanted"))).result()
    assert DraftStore(database).load() == WRITTEN
    assert texts(kept) == []


def test_several_are_thrown_away_and_no_other(kept: KeptDrafts) -> None:
    one, two, _ = (kept.keep(Draft(text=text)).result() for text in ("one", "two", "three"))
    kept.throw_away(one, two, 999).result()
    assert texts(kept) == ["three"]


def test_what_could_not_be_kept_can_be_brought_back_all_the_same(kept: KeptDrafts, database: Database) -> None:
    unkept = kept.keep(Draft(text=None))  # type: ignore[arg-type]
    assert unkept.exception() is not None
    kept.bring_back(unkept, WRITTEN).result()
    assert DraftStore(database).load() == WRITTEN
