from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from smsdesk.domain.draft import Draft, DraftPerson
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
    people = tuple(DraftPerson(f"+2783000{n:04}", f"اسم {n}, \"quoted\" 'name'") for n in range(4999))
    draft = Draft("a1", "Office", "سنغلق عند الظهر\nWe close {at} 20% & more", (*people, DraftPerson("not a number\t")))
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
    drafts.save(Draft(sender="\ud83d", text="half \ud83d", people=(DraftPerson("\ude00", "\ud83d"),))).result()
    assert drafts.load() == Draft(sender="\ufffd", text="half \ufffd", people=(DraftPerson("\ufffd", "\ufffd"),))


def test_a_suggestion_that_was_taken_and_other_cells_survive_a_restart(drafts: DraftStore) -> None:
    people = (
        DraftPerson("24123456", "Huda", accepted=True),
        DraftPerson("9000", fields=(("Class", "4B"), ("Paid", ""))),
    )
    drafts.save(Draft(people=people)).result()
    assert drafts.load().people == people


def test_a_draft_of_an_earlier_program_is_read(drafts: DraftStore, database: Database) -> None:
    earlier = json.dumps([["9000", "Amal"], ["", ""]])
    drafts.save(Draft(text="kept")).result()
    database.write(lambda connection: connection.exec_driver_sql("UPDATE draft SET people = ?", (earlier,)))
    assert drafts.load() == Draft(text="kept", people=(DraftPerson("9000", "Amal"), DraftPerson("")))
