"""What gateways took, held against what the database says of it: read with plain SQL, past all of our code."""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from collections import Counter
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from smsdesk.sandbox.ledger import Accepted

TAKEN = ("accepted", "delivered", "undelivered", "expired")
UNCLEAR = ("submitting", "unknown")


@dataclass(frozen=True, slots=True)
class Order:
    """An announcement that somebody confirmed, or was about to. Its text tells it from every other one."""

    text: str
    account_id: str
    numbers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One delivery as it stands in the file."""

    id: int
    text: str
    number: str
    state: str
    account_id: str
    submission_id: int | None


@dataclass
class Findings:
    """What a comparison found.

    Attributes:
        twice: who was texted twice, or would be.
        lost: whose fate can't be read, or reads wrong.
        stored: texts of the announcements that are in the file.
        on_the_way: submissions of each account that were not answered when the file was last written.
        unknown: submissions of each account that nobody can know the outcome of.
        queued: how many deliveries have not left.
        rows: the deliveries by id.
    """

    twice: list[str] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    stored: set[str] = field(default_factory=set)
    on_the_way: Counter[str] = field(default_factory=Counter)
    unknown: Counter[str] = field(default_factory=Counter)
    queued: int = 0
    rows: dict[int, Row] = field(default_factory=dict)


def compare(
    file: Path,
    orders: Iterable[Order],
    confirmed: Iterable[str],
    accepted: Sequence[Accepted],
    before: Mapping[int, Row] | None = None,
    *,
    not_left: Collection[str] = (),
) -> Findings:
    """Hold a database, which nobody has open, against the ledger.

    Args:
        file: the database; it is looked at in a copy, so that the next start finds what the last end left.
        orders: every announcement that anybody can have confirmed.
        confirmed: the texts of those that were said to be on disk.
        accepted: what the gateways took.
        before: the deliveries as an earlier comparison found them.
        not_left: states of a delivery that was given up, as somebody wanted; where nobody can have, they are a loss.
    """
    found = Findings()
    rows, damage = _read(file)
    found.lost += damage
    found.rows = {row.id: row for row in rows}
    found.stored = {row.text for row in rows}
    found.queued = sum(row.state == "queued" for row in rows)
    for state, count in (("submitting", found.on_the_way), ("unknown", found.unknown)):
        count.update(account for account, _ in {(r.account_id, r.submission_id) for r in rows if r.state == state})
    _look_for_orders(found, rows, {order.text: order for order in orders}, set(confirmed))
    _look_for_copies(found, rows, Counter((copy.text, "+" + copy.number.lstrip("+")) for copy in accepted), not_left)
    _look_back(found, before or {})
    return found


def _read(file: Path) -> tuple[list[Row], list[str]]:
    with tempfile.TemporaryDirectory(prefix="smsdesk-compare-") as name:
        copy = copy_of(file, Path(name))
        with closing(sqlite3.connect(copy)) as connection:
            damage = [str(row[0]) for row in connection.execute("PRAGMA integrity_check") if row[0] != "ok"]
            damage += [f"points nowhere: {row}" for row in connection.execute("PRAGMA foreign_key_check")]
            rows = connection.execute(
                "SELECT d.id, a.text, d.number, d.state, a.account_id, d.submission_id "
                "FROM delivery d JOIN announcement a ON a.id = d.announcement_id ORDER BY d.id"
            ).fetchall()
            empty = connection.execute(
                "SELECT text FROM announcement WHERE id NOT IN (SELECT announcement_id FROM delivery)"
            ).fetchall()
    return [Row(*row) for row in rows], damage + [f"nobody is in {text!r}" for (text,) in empty]


def copy_of(file: Path, folder: Path) -> Path:
    """Copy the file with its log into another folder, as they lie on the disk."""
    for path in (file, log_of(file)):
        if path.exists():
            shutil.copyfile(path, folder / path.name)
    return folder / file.name


def log_of(file: Path) -> Path:
    """The file that SQLite writes ahead."""
    return file.with_name(file.name + "-wal")


def _look_for_orders(found: Findings, rows: Sequence[Row], orders: Mapping[str, Order], confirmed: set[str]) -> None:
    """A confirmed announcement is there with everybody, any other one with everybody or not at all."""
    people: dict[str, list[str]] = {}
    for row in rows:
        people.setdefault(row.text, []).append(row.number)
    found.lost += [f"{text!r} was confirmed, and is gone" for text in sorted(confirmed - people.keys())]
    for text, numbers in people.items():
        wanted = orders[text].numbers if text in orders else ()
        if tuple(numbers) != wanted:
            found.lost.append(f"{text!r} is for {len(numbers)} people, confirmed for {len(wanted)}")


def _look_for_copies(
    found: Findings, rows: Sequence[Row], copies: Counter[tuple[str, str]], not_left: Collection[str]
) -> None:
    """What was taken is known as taken, or as unclear, and as nothing else; what is known as taken was taken."""
    found.twice += [f"{number} has {text!r} {times} times" for (text, number), times in copies.items() if times > 1]
    known = {(row.text, row.number) for row in rows}
    found.lost += [f"{number} has {text!r}, of which nothing is known" for text, number in copies.keys() - known]
    for row in rows:
        taken = (row.text, row.number) in copies
        if row.state in TAKEN and not taken:
            found.lost.append(f"{row.number} is {row.state} for {row.text!r}, and nothing was taken")
        elif row.state == "queued" and taken:
            found.twice.append(f"{row.number} has {row.text!r}, and is queued for it")
        elif row.state in not_left:
            if taken:
                found.lost.append(f"{row.number} is {row.state} for {row.text!r}, which was taken")
        elif row.state not in (*TAKEN, *UNCLEAR, "queued"):
            found.lost.append(f"{row.number} is {row.state} for {row.text!r}")


def _look_back(found: Findings, before: Mapping[int, Row]) -> None:
    """Nobody vanishes, and what has left once is never on its way again."""
    for old in before.values():
        new = found.rows.get(old.id)
        if new is None or (new.text, new.number) != (old.text, old.number):
            found.lost.append(f"delivery {old.id} has vanished")
        elif old.state != "queued" and new.state == "queued":
            found.twice.append(f"delivery {old.id} was {old.state}, and is queued")
        elif old.submission_id is not None and new.submission_id != old.submission_id:
            found.twice.append(f"delivery {old.id} was {old.state}, and was submitted again")
