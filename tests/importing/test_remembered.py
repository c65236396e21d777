"""What was chosen for a table is found again by its headers, and by nothing else."""

from __future__ import annotations

from smsdesk.domain.people.columns import TableChoice
from smsdesk.domain.people.header_words import Role
from smsdesk.domain.people.table import Row, rows_of
from smsdesk.importing.remembered import MOST_KEPT, remembered, with_choice

HEADER = ["Name", "Phone 1", "Phone 2"]
AMAL = ["Amal", "9000 0012", "9000 0031"]
BADR = ["Badr", "9000 0044", ""]
ROLES = (Role.NAME, Role.NUMBER, Role.IF_EMPTY)


def table(*records: list[str]) -> tuple[Row, ...]:
    return tuple(rows_of(records))


def test_a_choice_is_found_again_in_another_file_with_the_same_headers_wherever_they_stand() -> None:
    kept = with_choice({}, table(HEADER, AMAL), TableChoice(None, ROLES), "OM")
    assert remembered(kept, table(HEADER, BADR)) == TableChoice(1, ROLES)
    assert remembered(kept, table(["Class list"], [], [each.upper() for each in HEADER], BADR)) == TableChoice(3, ROLES)
    assert remembered(kept, table(["Name", "Phone 1"], BADR)) is None


def test_nothing_of_the_people_nor_of_the_headers_is_kept() -> None:
    kept = with_choice({}, table(["Names of Noor school", *HEADER], AMAL), TableChoice(1, ROLES), "OM")
    assert len(kept) == 1
    assert "noor" not in str(kept).casefold()
    assert not any(text in str(kept) for text in AMAL)
    assert with_choice({}, table(AMAL, BADR), TableChoice(0, ROLES), "OM") == {}, "no headers, nothing to know it by"


def test_what_is_recognised_anyhow_is_forgotten() -> None:
    kept = with_choice({}, table(HEADER, AMAL), TableChoice(None, ROLES), "OM")
    assert with_choice(kept, table(HEADER, BADR), TableChoice(1), "OM") == {}
    assert with_choice(kept, table(HEADER, BADR), TableChoice(), "OM") == {}


def test_another_header_row_and_none_are_found_again() -> None:
    records = table(["Name", "Mobile"], ["who", "where"], AMAL)
    kept = with_choice({}, records, TableChoice(2), "OM")
    assert remembered(kept, records) == TableChoice(2)
    kept = with_choice(kept, records, TableChoice(0, ROLES), "OM")
    assert len(kept) == 1
    assert remembered(kept, records) == TableChoice(0, ROLES)


def test_only_the_last_ones_are_kept() -> None:
    kept: dict[str, str] = {}
    for number in range(MOST_KEPT + 5):
        kept = with_choice(kept, table(["Name", "Mobile", f"Field {number}"], AMAL), TableChoice(1, ROLES), "OM")
    assert len(kept) == MOST_KEPT
    assert remembered(kept, table(["Name", "Mobile", "Field 4"])) is None
    assert remembered(kept, table(["Name", "Mobile", "Field 5"])) is not None
    wide = table([*HEADER, *(f"Field {number}" for number in range(90))], AMAL)
    assert with_choice({}, wide, TableChoice(None, (Role.OTHER,) * 93), "OM") == {}


def test_what_somebody_wrote_into_the_settings_is_no_choice() -> None:
    kept = with_choice({}, table(HEADER, AMAL), TableChoice(None, ROLES), "OM")
    (key,) = kept
    for text in ("", "header|nonsense", "x|name"):
        found = remembered({key: text}, table(HEADER, AMAL))
        assert found in (None, TableChoice(1), TableChoice(1, (Role.NAME,)))
