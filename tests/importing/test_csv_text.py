from __future__ import annotations

import pytest

from smsdesk.domain.errors import UserFacingError
from smsdesk.importing.csv_text import decoded
from smsdesk.importing.registry import open_bytes

ARABIC = "الاسم;الجوال\nأمل سعيد;90000012\nمحمد;90000031\n"
FRENCH = "Name;Mobile\nRenée Müller;90000012\nZoë Lefèvre;90000031\n"
PEOPLE = ["+96890000012", "+96890000031"]


def numbers(data: bytes) -> list[str | None]:
    return [one.read.number for one in open_bytes("people.csv", data).people("OM").entries]


@pytest.mark.parametrize(
    ("text", "encoding", "found"),
    [
        (ARABIC, "utf-8", "utf-8"),
        (ARABIC, "utf-8-sig", "utf-8"),
        (ARABIC, "utf-16", "utf-16-le"),
        (FRENCH, "utf-16-le", "utf-16-le"),
        (FRENCH, "utf-16-be", "utf-16-be"),
        (ARABIC, "cp1256", "cp1256"),
        (ARABIC, "cp720", "cp720"),
        (FRENCH, "cp1252", "cp1252"),
        (FRENCH, "mac_roman", "mac_roman"),
    ],
)
def test_every_encoding_that_an_office_has_is_told(text: str, encoding: str, found: str) -> None:
    data = text.encode(encoding)
    assert decoded("people.csv", data) == (text, found)
    assert numbers(data) == PEOPLE


def test_a_stray_zero_makes_no_other_encoding_of_a_text() -> None:
    assert decoded("people.csv", b"9212\x003456") == ("9212\x003456", "utf-8")
    assert numbers(b"9000\x000012") == ["+96890000012"]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_every_delimiter_is_told(delimiter: str) -> None:
    text = "Name,Phone,Note\nAmal,90000012,x\nSaid,90000031,\n".replace(",", delimiter)
    assert numbers(text.encode()) == PEOPLE


def test_a_line_that_names_the_delimiter_is_obeyed_and_nobody() -> None:
    book = open_bytes("people.csv", b"sep=|\r\nName|Phone\r\nSaid, Amal|90000012\r\n")
    people = book.people("OM")
    assert [(one.row, one.name) for one in people.entries] == [(3, "Said, Amal")]
    assert people.nobody == (1, 2)


def test_quoted_cells_may_hold_delimiters_and_line_ends() -> None:
    book = open_bytes("people.csv", b'Name,Phone\n"Said, Amal","9000 0012"\n"Huda\nAli",90000031\n')
    assert [(one.row, one.name) for one in book.people("OM").entries] == [(2, "Said, Amal"), (3, "Huda Ali")]


def test_a_quote_that_is_never_closed_swallows_nobody() -> None:
    lines = "".join(f"Person,900000{n:02d}\n" for n in range(100))
    people = open_bytes("people.csv", f'Name,Phone\n"Amal,90000012\n{lines}'.encode()).people("OM")
    assert len(people.entries) == 101


def test_a_list_of_lines_is_read_as_if_it_had_been_pasted() -> None:
    assert numbers(b"Amal 90000012\nSaid 90000031\n") == PEOPLE
    assert numbers(b"Amal\n90000012\nSaid\n90000031\n") == PEOPLE


def test_a_single_column_may_have_a_header() -> None:
    people = open_bytes("people.csv", b"Phone\n90000012\n90000031\n").people("OM")
    assert [(column.header, column.role.value) for column in people.columns] == [("Phone", "number")]
    assert [one.row for one in people.entries] == [2, 3]


def test_names_alone_need_attention_each() -> None:
    people = open_bytes("people.csv", b"Amal\nSaid\n").people("OM")
    assert [(one.name, str(one.sentence)) for one in people.entries] == [
        ("Amal", "No number in this line"),
        ("Said", "No number in this line"),
    ]


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"\x89PNG\r\n\x1a\n" + bytes(200), "neither a spreadsheet, nor text"),
        (b"%PDF-1.7\n" + bytes(200), "neither a spreadsheet, nor text"),
        (bytes(range(1, 32)) * 90, "it is no text"),
        (b"90000012 " * 200_000, "a line that is far too long"),
        (b"", "it is empty"),
        (b" \r\n\n", "it is empty"),
        (b"Said,90000012\n" * 200_001, "more than 200,000 rows"),
    ],
)
def test_what_is_no_list_is_refused_in_words(data: bytes, why: str) -> None:
    with pytest.raises(UserFacingError, match=why):
        open_bytes("people.csv", data)


def test_the_user_may_know_better_in_which_encoding_it_is() -> None:
    data = "الاسم;الجوال\nأمل;90000012\n".encode("cp1256")
    book = open_bytes("people.csv", data, encoding="cp1252")
    assert book.encoding == "cp1252"
    assert [one.name for one in book.people("OM").entries] == ["ÇáÇÓã", "Ããá"]
    again = open_bytes("people.csv", data, encoding="cp1256")
    assert again.people("OM").entries[0].name == "أمل"
    assert set(again.encodings) >= {"utf-8", "cp1256", "cp720", "utf-16-le"}
    assert open_bytes("people.csv", ARABIC.encode("utf-16"), encoding="utf-16-le").people("OM").header_row == 1


def test_a_line_without_an_end_is_refused_wherever_it_stands() -> None:
    for text in ("9" * 1_000_001, "Amal\n" + "9" * 1_000_001 + "\nBadr", "Amal\r" * 9 + "9" * 1_000_001):
        with pytest.raises(UserFacingError, match="far too long"):
            open_bytes("people.csv", text.encode())
    many = (b"90000012" + b" " * 90_000 + b"\n") * 15  # more in all than one line may have
    assert len(open_bytes("people.txt", many).people("OM").entries) == 15
