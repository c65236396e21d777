from __future__ import annotations

import io
import tracemalloc
import zipfile

import pytest

from smsdesk.domain.errors import UserFacingError
from smsdesk.importing.workbook_check import check_archive
from tests.helpers.workbooks import ods, row, xlsx


def refused(data: bytes) -> str:
    with pytest.raises(UserFacingError) as caught:
        check_archive("people.xlsx", data)
    return str(caught.value)


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    rows = row(1, 90000012) * 20_000
    bomb = xlsx(rows for _ in range(250))
    assert len(bomb) < 2_000_000
    tracemalloc.start()
    try:
        assert "too large for a list" in refused(bomb)
        assert tracemalloc.get_traced_memory()[1] < 2_000_000
    finally:
        tracemalloc.stop()


def test_a_part_that_unfolds_into_more_than_it_says_is_refused() -> None:
    data = bytearray(xlsx([row(number, 90000012) for number in range(1, 2_000)]))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        size = archive.getinfo("xl/worksheets/sheet1.xml").file_size
    for place in range(len(data) - 3):
        if data[place : place + 4] == size.to_bytes(4, "little"):
            data[place : place + 4] = (100).to_bytes(4, "little")
    assert "damaged" in refused(bytes(data))


def test_definitions_that_would_multiply_are_refused() -> None:
    doctype = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    assert "definitions" in refused(xlsx([row(1, "&b;")], doctype=doctype))


def test_two_cells_in_far_corners_are_refused() -> None:
    far = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    assert "too far down" in refused(xlsx([row(1, 1), far]))


def test_an_ordinary_workbook_passes_and_its_hidden_rows_are_counted() -> None:
    shown, hidden = row(1, "Amal", 90000012), row(2, "Said").replace("<row ", '<row hidden="1" ')
    data = xlsx([shown, hidden])
    assert check_archive("people.xlsx", data) == {0: 1}
    check_archive("people.ods", ods(""))


def test_hidden_rows_are_counted_once_wherever_a_block_ends() -> None:
    hidden = '<row r="{}" spans="1:1" hidden="1"><c r="A{}"><v>90000012</v></c></row>'
    assert check_archive("people.xlsx", xlsx(hidden.format(at, at) for at in range(1, 9_001))) == {0: 9_000}


def test_whoever_waits_is_told_how_far_it_is() -> None:
    told: list[float] = []
    check_archive("people.xlsx", xlsx(row(at, 90000012) for at in range(1, 9_001)), told.append)
    assert len(told) > 3
    assert told == sorted(told)
    assert 0.9 < told[-1] <= 1
