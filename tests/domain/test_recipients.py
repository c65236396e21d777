from __future__ import annotations

from smsdesk.domain.recipients import Added, RecipientList
from smsdesk.domain.sentence import QT_TRANSLATE_NOOP, Sentence


def people(recipients: RecipientList) -> list[tuple[str, str | None]]:
    return [(one.name, one.number) for one in recipients]


def pasted(text: str, country: str = "OM") -> RecipientList:
    recipients = RecipientList(country)
    recipients.add_pasted(text)
    return recipients


def oman_only(number: str) -> Sentence | None:
    return None if number.startswith("+968") else QT_TRANSLATE_NOOP("Numbers", "Numbers of Oman only")


def test_a_paste_says_what_it_added_and_merged() -> None:
    recipients = RecipientList("OM")
    assert recipients.add_pasted("90000012\n+968 9000 0012\n90000031") == Added(0, 2, 1)
    assert recipients.add_pasted("90000045, 90000031") == Added(2, 1, 1)
    assert recipients.add_pasted("90000031") == Added(1, 0, 1)
    assert recipients.add_pasted(" \n") == Added(-1, 0, 0)
    assert (len(recipients), recipients.ready, recipients.problems, recipients.merged) == (3, 3, 0, 3)


def test_a_repeat_gives_its_name_to_a_row_without_one() -> None:
    recipients = pasted("90000012\nSaid 90000031\nAmal +96890000012\nHuda 90000031")
    assert people(recipients) == [("Amal", "+96890000012"), ("Said", "+96890000031")]


def test_rows_with_a_problem_are_kept_unless_they_are_the_same() -> None:
    recipients = pasted("Amal\nSaid\nAmal\n900\n9000\n900")
    assert [(one.name, one.typed) for one in recipients] == [("Amal", ""), ("Said", ""), ("", "900"), ("", "9000")]
    assert str(recipients[0].problem) == "No number in this line"
    assert (recipients.ready, recipients.problems, recipients.merged) == (0, 4, 2)


def test_an_edit_mends_a_row_in_place() -> None:
    recipients = pasted("Amal 9000\n90000031")
    assert recipients.edit(0, typed="9000 0012") == 0
    assert recipients.edit(1, name="Said") == 1
    assert people(recipients) == [("Amal", "+96890000012"), ("Said", "+96890000031")]


def test_an_edit_to_a_number_that_is_there_already_makes_one_row() -> None:
    recipients = pasted("90000012\n90000031\nAmal 900")
    assert recipients.edit(2, typed="90000012") == 0
    assert people(recipients) == [("Amal", "+96890000012"), ("", "+96890000031")]
    recipients.undo()
    assert [one.typed for one in recipients] == ["90000012", "90000031", "900"]


def test_an_edit_that_changes_nothing_is_no_step_to_undo() -> None:
    recipients = RecipientList("OM")
    recipients.restore([("90000012", "Amal")])
    recipients.undo()
    recipients.restore([("90000012", "Amal")])
    recipients.edit(0, typed="90000012", name="Amal")
    assert recipients.undo()
    assert not recipients.can_undo


def test_undo_brings_deleted_rows_back_to_their_places() -> None:
    recipients = pasted("90000012\n90000031\n90000045\n90000046")
    before = recipients.rows
    recipients.delete([0, 2, 99])
    assert [one.typed for one in recipients] == ["90000031", "90000046"]
    assert recipients.undo()
    assert recipients.rows == before


def test_undo_takes_back_edits_pastes_and_clearing_one_by_one() -> None:
    recipients = pasted("90000012")
    recipients.edit(0, name="Amal")
    recipients.add_pasted("90000031\n90000012")
    recipients.clear()
    assert (len(recipients), recipients.merged) == (0, 0)
    seen = []
    while recipients.undo():
        seen.append((people(recipients), recipients.merged))
    assert seen == [
        ([("Amal", "+96890000012"), ("", "+96890000031")], 1),
        ([("Amal", "+96890000012")], 0),
        ([("", "+96890000012")], 0),
        ([], 0),
    ]
    assert not recipients.can_undo


def test_after_forgetting_undo_brings_nobody_back() -> None:
    recipients = pasted("90000012\n900")
    recipients.forget(["+96890000012"])
    assert [one.typed for one in recipients] == ["900"]
    assert not recipients.undo()


def test_people_of_an_earlier_announcement_are_restored_as_they_were_typed() -> None:
    recipients = pasted("90000045")
    recipients.restore([("9000 0012", "Amal"), ("900", "Said")])
    assert [(one.typed, one.name, one.ready) for one in recipients] == [
        ("9000 0012", "Amal", True),
        ("900", "Said", False),
    ]
    recipients.undo()
    assert people(recipients) == [("", "+96890000045")]


def test_what_the_provider_refuses_becomes_the_problem_of_its_row() -> None:
    recipients = RecipientList("OM", oman_only)
    recipients.add_pasted("+447700900123, 90000012")
    assert [str(one.problem) for one in recipients] == ["Numbers of Oman only", "None"]
    assert (recipients.ready, recipients.problems) == (1, 1)


def test_another_account_reads_the_same_rows_anew() -> None:
    recipients = pasted("07700 900123\n90000012\n+447700900123")
    assert [one.ready for one in recipients] == [False, True, True]
    recipients.reread("GB", None)
    assert recipients[0].number == "+447700900123"
    assert len(recipients) == 2
    recipients.reread("OM", oman_only)
    assert recipients[0].number is None


def test_what_is_undone_is_read_for_the_account_in_use() -> None:
    recipients = pasted("+447700900123")
    recipients.clear()
    recipients.reread("OM", oman_only)
    recipients.undo()
    assert str(recipients[0].problem) == "Numbers of Oman only"


def test_a_paste_for_another_country_reads_the_list_for_it_too() -> None:
    recipients = pasted("07700 900123")
    recipients.add_pasted("07700 900124", "GB")
    assert [one.number for one in recipients] == ["+447700900123", "+447700900124"]
    assert recipients.country == "GB"


def test_ten_thousand_people_are_no_special_case() -> None:
    recipients = RecipientList("ZA")
    lines = [f"Person {n}\t083 000 {n:04d}" for n in range(100)] * 100
    assert recipients.add_pasted("\n".join(lines)) == Added(0, 100, 9_900)
    recipients.clear()
    names = "\n".join(f"Person {n} of the list" for n in range(10_000))
    assert recipients.add_pasted(names).added == 10_000
    assert recipients.problems == 10_000


def test_a_suggestion_is_taken_for_one_row_or_for_all_alike_and_can_be_undone() -> None:
    recipients = pasted("Amal 965 9912 3456\nHuda 965 9912 3457\nSaid 24123456\nNasser 900")
    assert [one.suggestion for one in recipients] == ["+96599123456", "+96599123457", "+96824123456", None]
    recipients.take_suggestions([0, 1, 2, 3])
    assert [one.number for one in recipients] == ["+96599123456", "+96599123457", "+96824123456", None]
    assert str(recipients[2].note).startswith("This is a landline")
    recipients.undo()
    assert recipients.ready == 0


def test_a_suggestion_that_was_taken_needs_attention_again_when_the_row_is_put_back_without_it() -> None:
    recipients = pasted("Said 24123456")
    recipients.take_suggestions([0])
    recipients.reread("OM", None)
    assert recipients[0].number == "+96824123456"
    recipients.restore([(one.typed, one.name) for one in recipients])
    assert recipients[0].number is None


def test_a_taken_suggestion_that_is_on_the_list_already_becomes_one_row() -> None:
    recipients = pasted("+965 9912 3456\nAmal 965 9912 3456")
    recipients.take_suggestions([1])
    assert people(recipients) == [("Amal", "+96599123456")]


def test_every_row_of_a_paste_reads_the_same_when_it_is_put_back() -> None:
    recipients = pasted("Huda 92123456 2024\nAmal92123456\n92123458, 12345678\nAmal\t965\t99123456\n٩٢١٢٣٤٥٩")
    before = [(one.typed, one.number, one.verdict) for one in recipients]
    recipients.restore([(one.typed, one.name) for one in recipients])
    assert [(one.typed, one.number, one.verdict) for one in recipients] == before
