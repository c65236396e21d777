from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from smsdesk.domain.draft import Draft
from smsdesk.store.database import Database
from smsdesk.store.drafts import DraftStore

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def drafts(database: Database) -> DraftStore:
    return DraftStore(database)


def test_without_a_draft_there_is_an_empty_one(drafts: DraftStore) -> None:
    assert drafts.load() == Draft()


def test_a_draft_with_5000_people_survives_a_restart(path: Path) -> None:
    people = tuple((f"+2783000{n:04}", f"اسم {n}, \"quoted\" 'name'") for n in range(4999))
    draft = Draft("a1", "Office", "سنغلق عند الظهر\nWe close {at} 20% & more", (*people, ("not a number\t", "")))
    database = Database(path)
    DraftStore(database).save(draft).result()
    database.close()
    again = Database(path)
    assert DraftStore(again).load() == draft
    again.close()


def test_the_last_draft_saved_is_the_only_one(drafts: DraftStore) -> None:
    for text in ("one", "two", ""):
        drafts.save(Draft(text=text)).result()
    assert drafts.load() == Draft()


def test_a_draft_outlives_its_account(drafts: DraftStore) -> None:
    drafts.save(Draft(account_id="deleted long ago", text="still here")).result()
    assert drafts.load().text == "still here"


def test_half_a_surrogate_pair_does_not_cost_the_draft(drafts: DraftStore) -> None:
    drafts.save(Draft(sender="\ud83d", text="half \ud83d", people=(("\ude00", "\ud83d"),))).result()
    assert drafts.load() == Draft(sender="\ufffd", text="half \ufffd", people=(("\ufffd", "\ufffd"),))
