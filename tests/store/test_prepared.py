"""Statements that are compiled once do what SQLAlchemy would do with them each time, in every kind of database."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import bindparam, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite

from smsdesk.store.prepared import Prepared, _Compiled
from smsdesk.store.schema import announcement, draft, submission
from smsdesk.store.sending import claims

if TYPE_CHECKING:
    from sqlalchemy import Connection
    from sqlalchemy.engine import Dialect

    from smsdesk.store.database import Database
    from tests.helpers.profile.outbox import Announce

ELSEWHERE = datetime(2026, 3, 1, 9, 30, tzinfo=timezone(timedelta(hours=4)))
PREPARED = {name: each for name, each in vars(claims).items() if isinstance(each, Prepared)}


@pytest.fixture
def announcement_id(announce: Announce) -> int:
    return announce(2)


def test_values_are_written_as_their_columns_say(database: Database, announcement_id: int) -> None:
    statement = insert(submission).values(
        account_id="a1", announcement_id=announcement_id, started_at=bindparam("at"), outcome=bindparam("outcome")
    )
    values = {"at": ELSEWHERE, "outcome": None}

    def job(connection: Connection) -> None:
        connection.execute(statement, values)
        Prepared(statement).change(connection, values)

    database.write(job)
    query = select(submission.c.started_at, submission.c.outcome, submission.c.account_id)
    with database.reading() as connection:
        assert connection.execute(query).all() == [(ELSEWHERE.astimezone(UTC), None, "a1")] * 2
        raw = connection.exec_driver_sql("SELECT DISTINCT started_at FROM submission").scalars().all()
        assert raw == ["2026-03-01T05:30:00.000000+00:00"]


def test_half_a_surrogate_pair_is_no_stumbling_block(database: Database, announcement_id: int) -> None:
    statement = Prepared(
        update(announcement).where(announcement.c.id == bindparam("which")).values(text=bindparam("new"))
    )
    assert database.write(lambda c: statement.change(c, {"which": announcement_id, "new": "a\ud83d"})) == 1
    with database.reading() as connection:
        assert connection.scalar(select(announcement.c.text)) == "a\ufffd"


def test_it_tells_how_many_the_last_of_several_changed_and_what_is_read(
    database: Database, announcement_id: int
) -> None:
    change = Prepared(
        update(announcement).where(announcement.c.id == bindparam("which")).values(sender=bindparam("new"))
    )
    read = Prepared(select(announcement.c.sender).where(announcement.c.id == bindparam("which")))

    def job(connection: Connection) -> tuple[int, list[tuple[str, ...]]]:
        changed = change.change(
            connection, {"which": announcement_id, "new": "Hall"}, {"which": announcement_id + 1, "new": "Gate"}
        )
        return changed, read.rows(connection, {"which": announcement_id})

    assert database.write(job) == (0, [("Hall",)])


def test_two_databases_use_one_statement_each_in_its_own_words(database: Database) -> None:
    statement = Prepared(select(draft.c.text).limit(bindparam("most")))
    assert database.write(lambda c: statement.rows(c, {"most": 1})) == []
    with database.reading() as connection:
        assert statement.rows(connection, {"most": 1}) == []


@pytest.mark.parametrize("name", PREPARED)
@pytest.mark.parametrize("dialect", [sqlite.dialect(), postgresql.dialect()], ids=lambda each: each.name)
def test_the_outbox_could_live_in_a_shared_database(name: str, dialect: Dialect) -> None:
    compiled = _Compiled(PREPARED[name]._statement, dialect)
    bound = compiled.bound(dict.fromkeys(("announcement", "delivery"), 1))
    assert "__[POSTCOMPILE" not in compiled.text
    if isinstance(bound, dict):
        assert compiled.text % bound
    else:
        assert compiled.text.count("?") == len(bound)
