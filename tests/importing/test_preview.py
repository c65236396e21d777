"""A chosen file, read again whenever something is chosen otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from smsdesk.domain.errors import UserFacingError
from smsdesk.domain.people.columns import AS_RECOGNISED, TableChoice
from smsdesk.domain.people.header_words import Role
from smsdesk.domain.phone_numbers import Verdict
from smsdesk.importing.base import Stopped
from smsdesk.importing.preview import ChosenFile, Preview, Wish
from smsdesk.importing.remembered import with_choice
from tests.helpers.workbooks import row, xlsx

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

LIST = "Name;Mobile;Mobile 2\nAmal;9000 0012;9000 0031\nBadr;;9000 0044\nHind;9000 001;\nAmal;90000012;\n"


def chosen(folder: Path, data: bytes, kept: Mapping[str, str] | None = None) -> ChosenFile:
    path = folder / "people.csv"
    path.write_bytes(data)
    return ChosenFile(path, kept or {})


def counts(preview: Preview) -> list[int]:
    return [len(preview.places[verdict]) for verdict in Verdict]


def test_it_is_read_as_it_is_recognised_and_again_as_it_is_wished(tmp_path: Path) -> None:
    file = chosen(tmp_path, LIST.encode())
    first = file.read(Wish("OM"))
    assert (first.is_table, first.as_last_time, first.people.header_row, first.sizes) == (True, False, 1, (5,))
    assert counts(first) == [3, 0, 1, 1]
    again = file.read(Wish("OM", choice=TableChoice(None, (Role.NAME, Role.NUMBER, Role.IF_EMPTY))))
    assert counts(again) == [2, 0, 1, 1]
    assert again.sent == 2
    assert counts(file.read(Wish("", choice=again.choice))) == [0, 0, 0, 4]


def test_what_was_read_once_needs_the_disk_no_more(tmp_path: Path) -> None:
    file = chosen(tmp_path, "الاسم;الجوال\nأمل;90000012\n".encode("cp1256"))
    assert file.read(Wish("OM")).wish.encoding == "cp1256"
    file.path.unlink()
    assert file.read(Wish("OM", encoding="cp1252")).people.entries[-1].name == "Ããá"
    assert file.read(Wish("OM", encoding="cp1256")).people.entries[0].name == "أمل"
    with pytest.raises(UserFacingError, match="not there any more"):
        ChosenFile(file.path, {}).read(Wish("OM"))


def test_it_is_read_as_the_last_one_with_its_headers_unless_that_is_not_wished(tmp_path: Path) -> None:
    file = chosen(tmp_path, LIST.encode())
    roles = (Role.NAME, Role.NUMBER, Role.LEFT_OUT)
    kept = with_choice({}, file.read(Wish("OM")).sheet.rows, TableChoice(None, roles), "OM")
    other = chosen(tmp_path, LIST.encode(), kept)
    preview = other.read(Wish("OM"))
    assert preview.as_last_time
    assert [column.role for column in preview.people.columns] == list(roles)
    afresh = other.read(Wish("OM", choice=AS_RECOGNISED))
    assert not afresh.as_last_time
    assert counts(afresh) == [3, 0, 1, 1]


def test_a_number_of_another_country_than_the_lists_keeps_its_meaning(tmp_path: Path) -> None:
    preview = chosen(tmp_path, b"Name,Mobile\nThandi,083 000 0012\nAmal,+968 9000 0031\nX,12\n").read(Wish("ZA"))
    taken = preview.taken("OM", with_problems=True)
    assert [(one.typed, one.read.number) for one in taken] == [
        ("+27830000012", "+27830000012"),
        ("+968 9000 0031", "+96890000031"),
        ("12", None),
    ]
    assert [one.typed for one in preview.taken("ZA", with_problems=False)] == ["083 000 0012", "+968 9000 0031"]


def test_a_suggestion_that_is_taken_makes_somebody_of_the_row_or_a_repeat(tmp_path: Path) -> None:
    preview = chosen(tmp_path, b"Name,Mobile\nBadr,092123456\nHind,092123457\nAmal,92123457\n").read(Wish("OM"))
    assert counts(preview) == [1, 0, 0, 2]
    mended = preview.with_suggestion(0).with_suggestion(1)
    assert [one.typed for one in mended.people.entries] == ["+96892123456", "+96892123457", "92123457"]
    assert counts(mended) == [2, 0, 1, 0]
    assert mended.with_suggestion(2) is mended


def test_cards_and_lines_have_nothing_to_choose(tmp_path: Path) -> None:
    for data in (b"BEGIN:VCARD\nFN:Amal\nTEL:90000012\nEND:VCARD\n", b"Amal 90000012\nBadr 90000031\n"):
        assert not chosen(tmp_path, data).read(Wish("OM")).is_table


def test_how_far_it_is_only_grows_and_the_reading_can_be_ended(tmp_path: Path) -> None:
    path = tmp_path / "people.xlsx"
    path.write_bytes(xlsx(row(at, "Amal", 90000012) for at in range(1, 5_001)))
    told: list[float] = []
    ChosenFile(path, {}).read(Wish("OM"), told.append)
    assert len(told) > 6
    assert told == sorted(told)
    assert 0.7 < told[-1] <= 1

    def stop(share: float) -> None:
        if share > 0.6:
            raise Stopped

    file = ChosenFile(path, {})
    with pytest.raises(Stopped):
        file.read(Wish("OM"), stop)
    path.unlink()
    assert file.read(Wish("OM")).sizes == (5_000,), "what had been read of it is there"
