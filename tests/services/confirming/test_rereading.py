"""What an account of another country makes of a list, and how its numbers are kept."""

from __future__ import annotations

from smsdesk.domain.recipients.list import RecipientList
from smsdesk.domain.recipients.rows import Reader
from smsdesk.domain.sentence import Sentence
from smsdesk.services.confirming.rereading import rereading, written_out

OMANI, AFRICAN, WRITTEN_OUT = "90000012", "083 000 0012", "+968 9000 0013"


def listed(*typed: str) -> RecipientList:
    recipients = RecipientList("OM")
    recipients.replace([recipients.reader.row(each, f"P{place}") for place, each in enumerate(typed)])
    return recipients


def numbers(recipients: RecipientList) -> list[str | None]:
    return [row.number for row in recipients]


def test_rows_that_mean_something_else_are_told_with_both_meanings() -> None:
    found = rereading(listed(OMANI, WRITTEN_OUT, AFRICAN), "ZA")
    assert [(row.name, row.typed, row.before.number, row.after.number) for row in found.rows] == [
        ("P0", OMANI, "+96890000012", None),
        ("P2", AFRICAN, None, "+27830000012"),
    ]
    assert (found.changed, found.lost, found.gained, found.keepable) == (0, 1, 1, True)


def test_numbers_with_their_country_code_mean_the_same_everywhere() -> None:
    assert rereading(listed(WRITTEN_OUT, "+27 83 000 0012"), "ZA").rows == ()


def test_what_a_gateway_refuses_is_no_matter_of_reading() -> None:
    recipients = RecipientList("OM", lambda _number: Sentence("test", "refused"))
    recipients.replace([recipients.reader.row(OMANI)])
    assert rereading(recipients, "ZA").rows == ()


def test_kept_numbers_stay_when_the_list_is_read_for_the_other_country() -> None:
    recipients = listed(OMANI, WRITTEN_OUT, OMANI, AFRICAN)
    before = numbers(recipients)
    recipients.commit(recipients.plan_replace(written_out(recipients.rows, Reader("ZA"))))
    recipients.reread("ZA", None)
    assert numbers(recipients)[:3] == before[:3]
    assert [row.typed for row in recipients] == ["+96890000012", WRITTEN_OUT, "+96890000012", AFRICAN]
    assert recipients.counts.repeated == 1


def test_a_suggestion_that_was_taken_is_kept_too() -> None:
    recipients = listed("24 000 012")
    recipients.take_suggestions([0])
    (before,) = numbers(recipients)
    assert before == "+96824000012"
    recipients.commit(recipients.plan_replace(written_out(recipients.rows, Reader("ZA"))))
    recipients.reread("ZA", None)
    assert numbers(recipients) == [before]
