"""Many rows: worked out together, also while the list is in use; the same comes of it as row by row."""

from __future__ import annotations

import random

import pytest

from smsdesk.domain.pasted_text import split_pasted
from smsdesk.domain.recipients.arrangement import work_out
from smsdesk.domain.recipients.change import Change, Swap
from smsdesk.domain.recipients.counts import Counts
from smsdesk.domain.recipients.list import FEW, RecipientList
from smsdesk.domain.recipients.rows import RecipientRow, Seat

NUMBERS = (*(f"900000{n:02}" for n in range(100)), *(f"+44 7700 900{n:03}" for n in range(1000)), "900", "24123456")


def rows(recipients: RecipientList, count: int, lots: random.Random) -> list[RecipientRow]:
    names = ("", "", "Amal", "Huda Ali")
    return [recipients.reader.row(lots.choice(NUMBERS), lots.choice(names)) for _ in range(count)]


def look(recipients: RecipientList) -> tuple[object, ...]:
    """All that can be seen of a list."""
    return (
        recipients.rows,
        tuple(recipients),
        tuple(recipients.verdict(place) for place in range(len(recipients))),
        recipients.counts,
        [str(recipients.sentence(place)) for place in range(0, len(recipients), 7)],
    )


def worked_out_anew(recipients: RecipientList) -> tuple[object, ...]:
    fresh = RecipientList(recipients.reader.country)
    fresh.replace(recipients.rows)
    return look(fresh)


def changed(recipients: RecipientList, lots: random.Random) -> Change:
    """Make any change."""
    size = len(recipients)
    match lots.randrange(6):
        case 0:
            text = "\n".join(lots.choice(NUMBERS) for _ in range(lots.choice((1, 5, FEW + 50))))
            return recipients.add(split_pasted(text, "OM"), lots.choice((None, lots.randrange(size + 1))))
        case 1 if size:
            return recipients.edit(lots.randrange(size), typed=lots.choice(NUMBERS))
        case 2 if size:
            return recipients.edit(lots.randrange(size), name=lots.choice(("", "Said")))
        case 3:
            return recipients.delete(lots.sample(range(size), min(size, lots.choice((1, 20, FEW + 1)))))
        case 4:
            return recipients.take_suggestions(range(size))
    return recipients.replace(rows(recipients, lots.choice((3, 700)), lots))


@pytest.mark.parametrize("seed", range(12))
def test_row_by_row_or_together_undone_or_made_again_it_is_always_the_same_list(seed: int) -> None:
    lots = random.Random(seed)
    recipients = RecipientList("OM")
    recipients.replace(rows(recipients, 600, lots))
    seen, changes = [look(recipients)], []
    for _ in range(12):
        changes.append(changed(recipients, lots))
        seen.append(look(recipients))
        assert seen[-1] == worked_out_anew(recipients)
    for change, before in zip(reversed(changes), reversed(seen[:-1]), strict=True):
        recipients.revert(change)
        assert look(recipients) == before
    for change, after in zip(changes, seen[1:], strict=True):
        recipients.apply(change)
        assert look(recipients) == after


@pytest.mark.parametrize("seed", range(6))
def test_undone_after_another_account_was_chosen_it_is_what_that_account_reads(seed: int) -> None:
    lots = random.Random(seed)
    recipients = RecipientList("OM")
    recipients.replace(rows(recipients, 600, lots))
    typed, changes = [[one.typed for one in recipients]], []
    for step in range(10):
        changes.append(changed(recipients, lots))
        typed.append([one.typed for one in recipients])
        if step % 4 == 1:
            recipients.reread(lots.choice(("GB", "ZA", "OM")), None)
    for change, before in zip(reversed(changes), reversed(typed[:-1]), strict=True):
        recipients.revert(change)
        if recipients.stale:
            recipients.commit(recipients.plan_reading())
        assert [one.typed for one in recipients] == before
        assert recipients.rows == tuple(map(recipients.reader.again, recipients.rows))
        assert look(recipients) == worked_out_anew(recipients)


def test_a_plan_fits_only_the_list_that_it_was_made_for() -> None:
    recipients = RecipientList("OM")
    recipients.add(split_pasted("90000012\n900", "OM"))
    plan = recipients.plan_add(rows(recipients, 5, random.Random(1)))
    recipients.edit(1, typed="90000031")
    assert recipients.commit(plan) is None
    assert recipients.counts == Counts(ready=2)
    again = recipients.plan_add(rows(recipients, 5, random.Random(1)))
    assert isinstance(recipients.commit(again), Swap)
    assert len(recipients) == 7


def test_a_plan_for_the_last_account_is_overtaken_by_the_next() -> None:
    recipients = RecipientList("OM")
    recipients.add(split_pasted("07700 900123", "OM"))
    recipients.read_for("ZA", None)
    plan = recipients.plan_reading()
    recipients.read_for("GB", None)
    recipients.commit(plan)
    assert recipients.stale
    recipients.commit(recipients.plan_reading())
    assert (recipients.stale, recipients[0].number) == (False, "+447700900123")


def test_what_is_touched_is_told_once() -> None:
    recipients = RecipientList("OM")
    recipients.add(split_pasted("90000012\n90000012\n90000031", "OM"))
    first, second, third = recipients.seats
    assert recipients.take_touched() == {first, second, third}
    assert recipients.take_touched() == set()
    recipients.edit(2, name="Amal")
    assert recipients.take_touched() == {third}
    recipients.delete([0])
    assert recipients.take_touched() == {first, second}
    recipients.reread("GB", None)
    assert recipients.take_touched() is None


def test_working_out_changes_nothing() -> None:
    reader = RecipientList("OM").reader
    seats = [Seat(reader.row("90000012"), 1), Seat(reader.row("90000012", "Amal"), 2)]
    found = work_out(seats, [seat.row for seat in seats])
    assert [seat.shown.name for seat in seats] == ["", "Amal"]
    assert [seat.verdict for seat, _, _ in found.turned] == [seat.row.verdict for seat in seats]
