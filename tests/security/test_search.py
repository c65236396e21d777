"""A search that finds nothing proves nothing, unless it would have found it."""

from __future__ import annotations

import base64
import html
import json
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING
from urllib.parse import quote, quote_plus

import pytest

from tests.security.search import Search, pieces

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

ARABIC = "Zq7 vT+k%9&x\"W'<\\سPd4mRy8h"
WESTERN = "Wj5 kY+n%3&z\"L'<\\éBf6tVq1g"


def lower(encoded: str) -> str:
    """Percent-encoded text with small letters in its codes."""
    return "".join(f"%{bit[:2].lower()}{bit[2:]}" if at else bit for at, bit in enumerate(encoded.split("%")))


def whole(text: str) -> str:
    return quote(text, safe="")


def every_other(text: str) -> str:
    return "".join(whole(letter) if at % 2 else quote(letter) for at, letter in enumerate(text))


def all_letters(text: str) -> str:
    return "".join(f"%{byte:02X}" for byte in text.encode())


WRITTEN: dict[str, Callable[[str], bytes]] = {
    "as it is": str.encode,
    "in UTF-16": lambda text: text.encode("utf-16-le"),
    "in UTF-16, the other way round": lambda text: text.encode("utf-16-be"),
    "percent-encoded": lambda text: whole(text).encode(),
    "percent-encoded, small": lambda text: lower(whole(text)).encode(),
    "percent-encoded where a query needs it": lambda text: quote(text, safe="!$'()*,/:;@").encode(),
    "percent-encoded here and there": lambda text: every_other(text).encode(),
    "percent-encoded throughout": lambda text: all_letters(text).encode(),
    "plus-encoded": lambda text: quote_plus(text).encode(),
    "plus-encoded, small": lambda text: lower(quote_plus(text)).encode(),
    "percent-encoded twice": lambda text: whole(whole(text)).encode(),
    "percent-encoded three times": lambda text: whole(whole(whole(text))).encode(),
    "as the codes of a script": lambda text: "".join(f"%u{ord(letter):04x}" for letter in text).encode(),
    "in JSON": lambda text: json.dumps(text)[1:-1].encode(),
    "in JSON with its letters": lambda text: json.dumps(text, ensure_ascii=False)[1:-1].encode(),
    "in JSON with escaped slashes": lambda text: json.dumps(f"/{text}").replace("/", "\\/")[1:-1].encode(),
    "in JSON within JSON": lambda text: json.dumps(json.dumps(text)).encode(),
    "as Python writes it": lambda text: repr(text).encode(),
    "as Python writes bytes": lambda text: repr(text.encode()).encode(),
    "in HTML": lambda text: html.escape(text).encode(),
    "in HTML by number": lambda text: "".join(f"&#{ord(letter)};" for letter in text).encode(),
    "in HTML by hexadecimal number": lambda text: "".join(f"&#x{ord(letter):X};" for letter in text).encode(),
    "percent-encoded in HTML": lambda text: html.escape(f"a=1&b={whole(text)}").encode(),
    "in base64": lambda text: base64.b64encode(text.encode()),
    "in base64 behind one letter": lambda text: base64.b64encode(f"u{text}.".encode()),
    "in base64 behind two letters": lambda text: base64.b64encode(f"u:{text}...".encode()),
    "in base64 for addresses": lambda text: base64.urlsafe_b64encode(f"u:{text}".encode()),
    "in base64, percent-encoded": lambda text: whole(base64.b64encode(text.encode()).decode()).encode(),
    "in hexadecimal": lambda text: text.encode().hex().encode(),
    "in hexadecimal, large": lambda text: text.encode().hex().upper().encode(),
    "in UTF-16 in hexadecimal": lambda text: text.encode("utf-16-be").hex().encode(),
    "misread as Western": lambda text: text.encode().decode("latin-1").encode(),
    "misread as Arabic": lambda text: text.encode().decode("cp1256").encode(),
}
IN_A_CHARSET: dict[str, Callable[[str, str], bytes]] = {
    "as it is": lambda text, charset: text.encode(charset),
    "percent-encoded": lambda text, charset: quote(text.encode(charset), safe="").encode(),
    "in base64": lambda text, charset: base64.b64encode(text.encode(charset)),
    "in hexadecimal": lambda text, charset: text.encode(charset).hex().upper().encode(),
}


def planted(folder: Path, written: bytes) -> Path:
    """A folder of ordinary files, one of which holds this somewhere."""
    (folder / "backups").mkdir(parents=True)
    (folder / "smsdesk.log").write_text("2026-01-01T00:00:00Z INFO smsdesk.app: ended\n")
    (folder / "backups" / "old.db").write_bytes(bytes(range(256)) * 9 + written + bytes(range(255, -1, -1)) * 9)
    return folder


@pytest.mark.parametrize("password", [ARABIC, WESTERN], ids=["Arabic", "Western"])
@pytest.mark.parametrize("form", WRITTEN)
def test_a_password_and_each_half_of_it_is_found_in_every_form(tmp_path: Path, form: str, password: str) -> None:
    search = Search({"the password": password, "another": password[::-1]})
    assert len(pieces(password)) == 3
    for number, piece in enumerate(pieces(password)):
        folder = planted(tmp_path / str(number), WRITTEN[form](piece))
        assert search.in_folder(folder) == ["backups/old.db: the password"]


@pytest.mark.parametrize(("password", "charset"), [(ARABIC, "cp1256"), (WESTERN, "latin-1"), (WESTERN, "cp1252")])
@pytest.mark.parametrize("form", IN_A_CHARSET)
def test_a_password_is_found_in_the_charsets_of_old_programs(
    tmp_path: Path, form: str, password: str, charset: str
) -> None:
    folder = planted(tmp_path / "profile", IN_A_CHARSET[form](password, charset))
    assert Search({"the password": password}).in_folder(folder) == ["backups/old.db: the password"]


def test_a_password_is_found_in_a_table_and_in_the_name_of_a_file(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "smsdesk.db")) as database, database:
        database.execute("CREATE TABLE delivery (error_text)")
        database.execute("INSERT INTO delivery VALUES (?)", (f"login failed for {ARABIC}",))
    (tmp_path / quote(WESTERN, safe="")).touch()
    found = Search({"in a row": ARABIC, "as a name": WESTERN}).in_folder(tmp_path)
    assert found == [f"{quote(WESTERN, safe='')}: as a name", "smsdesk.db: in a row"]


def test_what_is_not_there_is_not_found(tmp_path: Path) -> None:
    folder = planted(tmp_path / "profile", b"Zq7 vT+k, Pd4mRy8, password=***")
    assert Search({"the password": ARABIC}).in_folder(folder) == []
