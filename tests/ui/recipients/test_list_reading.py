from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest

from smsdesk.domain.draft import DraftPerson
from smsdesk.domain.pasted_text import split_pasted
from smsdesk.domain.recipients.counts import Counts
from smsdesk.domain.recipients.list import FEW, RecipientList
from smsdesk.domain.sentence import QT_TRANSLATE_NOOP, Sentence
from smsdesk.ui.recipients.list_reading import ListReading
from smsdesk.ui.recipients.recipients_model import RecipientsModel
from tests.helpers.waiting import until_seen

if TYPE_CHECKING:
    from collections.abc import Sequence

pytestmark = pytest.mark.usefixtures("qapp")

# Repeats make a long list of the few numbers that are nobody's.
NUMBERS = tuple(f"+44 7700 900{number:03}" for number in range(900))
MANY = "\n".join(f"Amal\t{number}" for number in NUMBERS)


class Desk:
    """A list and what reads for it, with a gate that holds its worker back."""

    def __init__(self) -> None:
        self.model = RecipientsModel(RecipientList("OM"))
        self.reading = ListReading(self.model)
        self.gate = threading.Event()
        self.gate.set()
        self.busy: list[bool] = []
        self.added: list[tuple[Counts, int]] = []
        self.reading.busy_changed.connect(self.busy.append)

    @property
    def counts(self) -> Counts:
        return self.model.recipients.counts

    def refuses_none(self, _number: str) -> Sentence | None:
        """Let every number pass, once the gate is open."""
        self.gate.wait()
        return None

    def people(self) -> Sequence[DraftPerson]:
        """Give everybody, once the gate is open."""
        self.gate.wait()
        return [DraftPerson(number) for number in NUMBERS]

    def add_text(self, text: str) -> None:
        self.reading.add_text(text, lambda before, place: self.added.append((before, place)))

    def paste(self, text: str) -> None:
        self.model.add_entries(split_pasted(text, "OM"))

    async def read(self) -> None:
        await until_seen(lambda: not self.reading.busy)


@pytest.fixture
def desk() -> Desk:
    return Desk()


async def test_a_long_paste_is_read_elsewhere_and_is_one_step(desk: Desk) -> None:
    desk.paste("90000012")
    desk.add_text(MANY)
    assert (desk.counts.rows, desk.reading.busy, desk.reading.pasted) == (1, True, MANY)
    await desk.read()
    assert desk.counts == Counts(ready=901)
    assert desk.added == [(Counts(ready=1), 1)]
    assert (desk.busy, desk.reading.pasted) == ([True, False], "")
    desk.model.undo_stack.undo()
    assert desk.counts == Counts(ready=1)


async def test_what_is_done_meanwhile_stays(desk: Desk) -> None:
    desk.model.read_for("OM", desk.refuses_none)
    desk.paste("Amal 9000\n90000031")
    desk.gate.clear()
    desk.reading.replace_by(desk.people)
    desk.add_text(MANY)
    desk.model.setData(desk.model.index(0, 0), "Huda")
    desk.gate.set()
    await desk.read()
    assert desk.counts == Counts(ready=900, repeated=900)
    desk.model.undo_stack.undo()
    desk.model.undo_stack.undo()
    assert [one.name for one in desk.model.recipients] == ["Huda", ""]


async def test_a_list_for_another_account_is_read_elsewhere_and_edits_stay(desk: Desk) -> None:
    desk.paste("\n".join(NUMBERS[:FEW]))
    desk.paste("07700 900900")
    desk.gate.clear()
    desk.reading.read_for("GB", desk.refuses_none)
    assert (desk.reading.busy, desk.model.recipients.stale) == (True, True)
    desk.model.delete([0])
    desk.gate.set()
    await desk.read()
    assert (desk.counts, desk.model.recipients.stale) == (Counts(ready=FEW), False)


async def test_the_account_that_was_chosen_last_is_the_one_that_is_read_for(desk: Desk) -> None:
    desk.paste("\n".join([*NUMBERS[:FEW], "07700 900900"]))
    desk.gate.clear()
    desk.reading.read_for("ZA", desk.refuses_none)
    desk.reading.read_for("GB", None)
    desk.gate.set()
    await desk.read()
    assert desk.counts == Counts(ready=FEW + 1)


async def test_a_paste_is_read_for_the_account_that_is_chosen_in_the_end(desk: Desk) -> None:
    desk.gate.clear()
    desk.reading.replace_by(desk.people)
    desk.add_text("\n".join(f"0{number[4:]}" for number in NUMBERS))
    desk.reading.read_for("GB", None)
    desk.gate.set()
    await desk.read()
    assert desk.counts == Counts(ready=900, repeated=900)


async def test_a_cancelled_paste_adds_nobody(desk: Desk) -> None:
    desk.gate.clear()
    desk.reading.replace_by(desk.people)
    desk.add_text(MANY)
    sent: list[str] = []
    desk.reading.when_read(lambda: sent.append("sent"))
    assert desk.reading.can_cancel
    desk.reading.cancel()
    desk.gate.set()
    await desk.read()
    assert (desk.counts, desk.added, sent) == (Counts(ready=900), [], [])


async def test_what_waits_for_the_end_is_called_then(desk: Desk) -> None:
    sent: list[int] = []
    desk.reading.when_read(lambda: sent.append(desk.counts.people))
    desk.add_text(MANY)
    desk.reading.when_read(lambda: sent.append(desk.counts.people))
    assert sent == [0]
    await desk.read()
    assert sent == [0, 900]


async def test_a_draft_holds_those_who_are_still_being_put_back(desk: Desk) -> None:
    people = [DraftPerson(number, fields=(("Class", "4B"),)) for number in NUMBERS]
    desk.reading.replace(people)
    assert desk.reading.coming == people
    await desk.read()
    assert desk.reading.coming is None
    assert [(one.typed, one.fields) for one in desk.model.recipients] == [(one.typed, one.fields) for one in people]


async def test_who_was_sent_to_while_being_put_back_leaves_for_good(desk: Desk) -> None:
    desk.reading.replace([DraftPerson(number) for number in (*NUMBERS, "no number 12")])
    desk.reading.forget_sent({f"+447700900{place:03}" for place in range(1, 900)})
    desk.reading.replace_by(desk.people)  # the same people, wanted anew
    await until_seen(lambda: desk.counts.rows)
    assert [one.typed for one in desk.model.recipients] == [NUMBERS[0], "no number 12"]
    assert not desk.model.undo_stack.canUndo()
    await desk.read()
    assert desk.counts.people == len(NUMBERS)


async def test_few_are_read_at_once(desk: Desk) -> None:
    desk.reading.replace([DraftPerson("90000012", "Amal")])
    desk.reading.add_entries(split_pasted("90000031", "OM"), lambda before, place: desk.added.append((before, place)))
    desk.reading.read_for("OM", lambda _number: QT_TRANSLATE_NOOP("Numbers", "Nobody"))
    assert (desk.counts, desk.busy, desk.added) == (Counts(attention=2), [], [(Counts(ready=1), 1)])


async def test_what_is_undone_for_another_account_is_read_again(desk: Desk) -> None:
    desk.add_text(MANY)
    await desk.read()
    desk.model.replace(())
    desk.reading.read_for("OM", lambda _number: QT_TRANSLATE_NOOP("Numbers", "Nobody"))
    desk.model.undo_stack.undo()
    assert desk.counts == Counts(ready=900)
    await desk.read()
    assert desk.counts == Counts(attention=900)


async def test_a_paste_without_anybody_is_no_step(desk: Desk) -> None:
    desk.add_text("\n" * 20)
    await desk.read()
    assert not desk.model.undo_stack.canUndo()
