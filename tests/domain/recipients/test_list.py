from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from smsdesk.domain.draft import DraftPerson
from smsdesk.domain.pasted_text import split_pasted
from smsdesk.domain.phone_numbers import Verdict
from smsdesk.domain.recipients.counts import Counts
from smsdesk.domain.recipients.list import FEW, RecipientList
from smsdesk.domain.sentence import QT_TRANSLATE_NOOP, Sentence

if TYPE_CHECKING:
    from smsdesk.domain.recipients.change import Change

READY, REPEATED, ATTENTION = Verdict.READY, Verdict.REPEATED, Verdict.ATTENTION


def paste(recipients: RecipientList, text: str, at: int | None = None) -> Change:
    return recipients.add(split_pasted(text, recipients.reader.country), at)


def pasted(text: str, country: str = "OM") -> RecipientList:
    recipients = RecipientList(country)
    paste(recipients, text)
    return recipients


def people(recipients: RecipientList) -> list[tuple[str, str | None]]:
    return [(one.name, one.number) for one in recipients.people]


def shown(recipients: RecipientList) -> list[tuple[str, str, Verdict]]:
    return [(one.typed, one.name, recipients.verdict(place)) for place, one in enumerate(recipients)]


def oman_only(number: str) -> Sentence | None:
    return None if number.startswith("+968") else QT_TRANSLATE_NOOP("Numbers", "Numbers of Oman only")


def test_every_row_that_came_in_is_counted_and_nobody_is_sent_to_twice() -> None:
    recipients = pasted("90000012\n+968 9000 0012\n90000031")
    paste(recipients, "90000045, 90000031\n900")
    assert recipients.counts == Counts(ready=3, attention=1, repeated=2)
    assert (recipients.counts.rows, recipients.counts.people, len(recipients)) == (6, 3, 6)
    assert people(recipients) == [("", "+96890000012"), ("", "+96890000031"), ("", "+96890000045")]
    assert not paste(recipients, " \n")


def test_a_repeat_gives_its_name_to_a_row_without_one() -> None:
    recipients = pasted("90000012\nSaid 90000031\nAmal +96890000012\nHuda 90000031")
    assert people(recipients) == [("Amal", "+96890000012"), ("Said", "+96890000031")]
    assert [str(recipients.sentence(place)) for place in (2, 3)] == [
        "the same number as Amal",
        "the same number as Said",
    ]
    recipients.delete([2])
    assert people(recipients)[0] == ("", "+96890000012")


def test_a_repeat_of_somebody_without_a_name_tells_the_number() -> None:
    recipients = pasted("90000012\n9000 0012")
    assert str(recipients.sentence(1)) == "the same number as +968 9000 0012"


def test_rows_with_a_problem_are_kept_unless_they_are_the_same() -> None:
    recipients = pasted("Amal\nSaid\nAmal\n900\n9000\n900")
    assert [verdict for _, _, verdict in shown(recipients)] == [
        ATTENTION, ATTENTION, REPEATED, ATTENTION, ATTENTION, REPEATED,
    ]  # fmt: skip
    assert str(recipients[0].problem) == "No number in this line"
    assert str(recipients.sentence(2)) == "the same as another row"


@pytest.mark.parametrize("how", ["delete", "edit"])
def test_when_the_first_of_equals_goes_the_next_one_takes_its_place(how: str) -> None:
    recipients = pasted("Amal 90000012\n90000012\nHuda 90000012")
    change = recipients.delete([0]) if how == "delete" else recipients.edit(0, typed="90000031")
    left = recipients.people[-1]
    assert (left.name, left.number) == ("Huda", "+96890000012")
    assert recipients.counts == Counts(ready=len(recipients) - 1, repeated=1)
    recipients.revert(change)
    assert shown(recipients) == [
        ("90000012", "Amal", READY), ("90000012", "", REPEATED), ("90000012", "Huda", REPEATED),
    ]  # fmt: skip


def test_an_edit_mends_a_row_in_place() -> None:
    recipients = pasted("Amal 9000\n90000031")
    recipients.edit(0, typed="9000 0012")
    recipients.edit(1, name="Said")
    assert people(recipients) == [("Amal", "+96890000012"), ("Said", "+96890000031")]


def test_an_edit_to_a_number_that_is_there_already_repeats_it() -> None:
    recipients = pasted("90000012\n90000031\nAmal 900")
    change = recipients.edit(2, typed="90000012")
    assert people(recipients) == [("Amal", "+96890000012"), ("", "+96890000031")]
    assert recipients.first_of(2) == 0
    recipients.revert(change)
    assert [one.typed for one in recipients] == ["90000012", "90000031", "900"]


def test_an_edited_row_keeps_the_name_that_it_was_shown_with() -> None:
    recipients = pasted("90000012\nAmal 90000012")
    recipients.edit(0, typed="90000031")
    assert people(recipients) == [("Amal", "+96890000031"), ("Amal", "+96890000012")]


def test_an_edit_that_changes_nothing_is_no_change() -> None:
    recipients = pasted("Amal 90000012")
    assert not recipients.edit(0, typed="90000012", name="Amal")
    assert not recipients.take_suggestions([0])
    assert not recipients.delete([7, -1])


def test_what_is_taken_back_is_at_its_old_place_again_and_can_be_made_again() -> None:
    recipients = pasted("90000012\n90000031\n90000045\n90000046")
    before = recipients.rows
    change = recipients.delete([0, 2, 99])
    assert [one.typed for one in recipients] == ["90000031", "90000046"]
    recipients.revert(change)
    assert recipients.rows == before
    recipients.apply(change)
    assert [one.typed for one in recipients] == ["90000031", "90000046"]


def test_people_are_added_where_they_are_put() -> None:
    recipients = pasted("90000012\n90000031")
    for number in range(70):  # more often than there is room between two rows without numbering them anew
        paste(recipients, f"+44 7700 9001{number:02}", at=1)
    typed = [one.typed for one in recipients]
    assert (typed[0], typed[1], typed[-2], typed[-1]) == ("90000012", "+44 7700 900169", "+44 7700 900100", "90000031")
    assert [recipients.place_of(seat) for seat in recipients.seats] == list(range(72))
    paste(recipients, "90000045", at=0)
    assert recipients[0].typed == "90000045"


def test_after_forgetting_nobody_who_was_sent_to_is_there() -> None:
    recipients = pasted("90000012\n900\n90000012")
    recipients.forget(["+96890000012"])
    assert shown(recipients) == [("900", "", ATTENTION)]


def test_people_of_a_draft_are_put_back_as_they_were() -> None:
    recipients = pasted("90000045")
    kept = [
        DraftPerson("9000 0012", "Amal"),
        DraftPerson("900", "Said"),
        DraftPerson("24123456", "Huda", accepted=True, fields=(("Class", "4B"),)),
    ]
    change = recipients.replace(map(recipients.reader.written, kept))
    assert people(recipients) == [("Amal", "+96890000012"), ("Huda", "+96824123456")]
    assert [(one.typed, one.name, one.accepted, one.fields) for one in recipients.rows] == kept
    recipients.revert(change)
    assert people(recipients) == [("", "+96890000045")]


def test_other_cells_stay_with_their_row_through_edits() -> None:
    recipients = pasted("Name\tPhone\tClass\nAmal\t900\t4B\nHuda\t24123456\t4C")
    recipients.edit(0, typed="90000012", name="Amal Said")
    recipients.take_suggestions([1])
    recipients.reread("OM", None)
    assert [one.fields for one in recipients.people] == [(("Class", "4B"),), (("Class", "4C"),)]


def test_what_the_provider_refuses_becomes_the_problem_of_its_row() -> None:
    recipients = RecipientList("OM", oman_only)
    paste(recipients, "+447700900123, 90000012")
    assert [str(one.problem) for one in recipients] == ["Numbers of Oman only", "None"]
    assert recipients.counts == Counts(ready=1, attention=1)


def test_another_account_reads_the_same_rows_anew() -> None:
    recipients = pasted("07700 900123\n90000012\n+447700900123")
    assert [one.ready for one in recipients] == [False, True, True]
    recipients.reread("GB", None)
    assert recipients[0].number == "+447700900123"
    assert recipients.verdict(2) is REPEATED
    recipients.reread("OM", oman_only)
    assert recipients[0].number is None
    assert recipients.verdict(2) is ATTENTION


@pytest.mark.parametrize("more", [0, FEW + 1])
def test_what_is_taken_back_is_read_for_the_account_in_use(more: int) -> None:
    recipients = pasted("\n".join(["+447700900123", *["90000012"] * more]))
    change = recipients.delete(range(len(recipients)))
    recipients.reread("OM", oman_only)
    recipients.revert(change)
    if recipients.stale:  # many are read elsewhere
        assert recipients.commit(recipients.plan_reading()) is None
    assert not recipients.stale
    assert str(recipients[0].problem) == "Numbers of Oman only"
    recipients.apply(change)
    assert recipients.counts == Counts()


def test_a_suggestion_is_taken_for_one_row_or_for_all_alike_and_can_be_taken_back() -> None:
    recipients = pasted("Amal 965 9912 3456\nHuda 965 9912 3457\nSaid 24123456\nNasser 900")
    assert [one.suggestion for one in recipients] == ["+96599123456", "+96599123457", "+96824123456", None]
    change = recipients.take_suggestions([0, 1, 2, 3])
    assert [one.number for one in recipients] == ["+96599123456", "+96599123457", "+96824123456", None]
    assert str(recipients[2].note).startswith("This is a landline")
    recipients.revert(change)
    assert recipients.counts.people == 0


def test_a_suggestion_stays_taken_when_only_the_name_is_edited() -> None:
    recipients = pasted("Said 24123456")
    recipients.take_suggestions([0])
    recipients.edit(0, name="Said Ali")
    recipients.reread("OM", None)
    assert people(recipients) == [("Said Ali", "+96824123456")]
    recipients.edit(0, typed="24123457")
    assert people(recipients) == []


def test_a_taken_suggestion_that_is_on_the_list_already_repeats_it() -> None:
    recipients = pasted("+965 9912 3456\nAmal 965 9912 3456")
    recipients.take_suggestions([1])
    assert people(recipients) == [("Amal", "+96599123456")]


def test_every_row_of_a_paste_reads_the_same_when_it_is_put_back() -> None:
    recipients = pasted("Huda 92123456 2024\nAmal92123456\n92123458, 12345678\nAmal\t965\t99123456\n٩٢١٢٣٤٥٩")
    before = [(one.typed, one.number, one.verdict) for one in recipients]
    recipients.replace([recipients.reader.written(one) for one in recipients])
    assert [(one.typed, one.number, one.verdict) for one in recipients] == before


@pytest.mark.parametrize("many", [1, 2_000])
def test_rows_are_found_with_all_that_repeat_them(many: int) -> None:
    recipients = RecipientList("OM")
    row = recipients.reader.row
    recipients.replace([row("90000012"), *(row("900", f"Amal {n}") for n in range(many)), row("90000012", "Said")])
    assert recipients.with_repeats(range(many)) == {*range(many), many + 1}
    assert recipients.with_repeats([1]) == {1}
