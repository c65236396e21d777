"""The self-test's last word: what the gateways took, held against what the database kept."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from contextlib import closing
from decimal import Decimal
from typing import TYPE_CHECKING, Any, TypeVar

from smsdesk.sandbox.demo import DEMO_LOGINS
from smsdesk.selftest.plan import DRAFT, PLAN, expect

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from smsdesk.sandbox.ledger import Ledger

T = TypeVar("T", bound=tuple[Any, ...])

_DELIVERIES = """
SELECT account.provider, announcement.text, announcement.sender, delivery.number, delivery.name, delivery.state,
       delivery.message_id, delivery.error_code, delivery.error_text, submission.outcome, submission.finished_at
FROM delivery
JOIN announcement ON announcement.id = delivery.announcement_id
JOIN account ON account.id = announcement.account_id
LEFT JOIN submission ON submission.id = delivery.submission_id
"""
_BALANCES = """
SELECT account.provider, balance.amount FROM balance JOIN account ON account.id = balance.account_id ORDER BY balance.id
"""


def reconcile(database: Path, ledger: Ledger, say: Callable[[str], None]) -> None:
    """Compare the plan, the ledger and the closed program's database, opened by nothing of the program.

    Raises:
        NotAsExpected: they differ.
    """
    with closing(sqlite3.connect(database)) as connection:
        connection.row_factory = sqlite3.Row
        rows = connection.execute(_DELIVERIES).fetchall()
        balances = dict(map(tuple, connection.execute(_BALANCES)))
        drafts = connection.execute("SELECT text, people FROM draft").fetchall()
        intact = connection.execute("PRAGMA integrity_check").fetchone()[0]
    expect(intact == "ok", f"the database file is damaged: {intact}")
    _nobody_lost(rows)
    say(f"the database holds the {len(rows)} deliveries that were confirmed, nobody missing, nobody twice")
    _same_books(rows, ledger)
    say(f"the gateways' ledger and the database agree on {len(ledger.accepted)} accepted messages and their ids")
    _money(balances, ledger)
    say("every message was charged once, and the last balance kept is the gateway's")
    expect([row["text"] for row in drafts] == [DRAFT.text], "the draft was not kept")
    people = len(json.loads(drafts[0]["people"]))
    expect(people == len(DRAFT.people) + DRAFT.left_out, f"the draft was kept with {people} rows")
    say("the draft was kept for the next start, the row with a problem too")
    _no_password(database.parent)
    say("no password is in any file of the profile")


def _nobody_lost(rows: Iterable[sqlite3.Row]) -> None:
    planned = Counter(
        (plan.provider, plan.text, number, name, "rejected" if number in plan.refused else "accepted")
        for plan in PLAN
        for number, name in plan.people
    )
    kept = Counter((row["provider"], row["text"], row["number"], row["name"], row["state"]) for row in rows)
    _same("the plan", planned, "the database", kept)


def _same_books(rows: Iterable[sqlite3.Row], ledger: Ledger) -> None:
    accepted = [row for row in rows if row["state"] == "accepted"]
    took = Counter((copy.gateway, copy.number, copy.text, copy.sender) for copy in ledger.accepted)
    kept = Counter((row["provider"], row["number"].lstrip("+"), row["text"], row["sender"]) for row in accepted)
    expect(max(took.values(), default=0) <= 1, "a gateway was given a message twice")
    _same("the gateways' ledger", took, "the database", kept)
    given = Counter(
        (copy.number, copy.text, copy.message_id) for copy in ledger.accepted if copy.gateway == "smsoffice"
    )
    ids = Counter(
        (row["number"].lstrip("+"), row["text"], row["message_id"])
        for row in accepted
        if row["provider"] == "smsoffice"
    )
    _same("the message ids of SMS Office", given, "the database", ids)
    for row in rows:
        expect(row["finished_at"] and row["outcome"] == row["state"], "a submission's outcome is not its delivery's")
        if row["state"] == "rejected":
            expect(row["error_code"], "a rejected delivery has no code")
            expect("Invalid [to]" in (row["error_text"] or ""), "a rejected delivery lacks the gateway's own words")


def _money(balances: dict[str, str], ledger: Ledger) -> None:
    for login in DEMO_LOGINS:
        spent = sum(plan.accepted * plan.parts for plan in PLAN if plan.provider == login.gateway)
        left = ledger.credits(login.gateway, login.user)
        expect(left == login.credits - spent, f"{login.gateway} charged {login.credits - left} instead of {spent}")
    left = ledger.credits("smsoffice", "demo")
    kept = balances.get("smsoffice", "none")
    expect(kept != "none" and Decimal(kept) == left, f"the last balance kept is {kept} and not {left}")


def _no_password(folder: Path) -> None:
    for file in folder.rglob("*"):
        if file.is_file():
            content = file.read_bytes()
            for login in DEMO_LOGINS:
                expect(login.password.encode() not in content, f"a password is in {file.name}")


def _same(one: str, left: Counter[T], other: str, right: Counter[T]) -> None:
    only_left, only_right = sorted((left - right).elements()), sorted((right - left).elements())
    expect(not only_left, f"{one} has what {other} lacks: {only_left}")
    expect(not only_right, f"{other} has what {one} lacks: {only_right}")
