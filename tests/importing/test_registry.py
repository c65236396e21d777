from __future__ import annotations

import errno
import sys
from pathlib import Path

import pytest

from smsdesk.domain.errors import UserFacingError
from smsdesk.importing.base import Stopped
from smsdesk.importing.registry import MOST_BYTES, open_book, open_bytes, read_bytes
from tests.helpers.workbooks import row, xlsx


def refused(path: Path) -> str:
    with pytest.raises(UserFacingError) as caught:
        open_book(path)
    return str(caught.value)


def test_a_file_is_told_by_its_content_and_not_by_its_name(tmp_path: Path) -> None:
    for name, data in {
        "book.csv": xlsx([row(1, "Amal", 90000012)]),
        "text.xlsx": b"Amal,90000012\n",
        "cards.txt": b"BEGIN:VCARD\nFN:Amal\nTEL:90000012\nEND:VCARD\n",
    }.items():
        path = tmp_path / name
        path.write_bytes(data)
        (one,) = open_book(path).people("OM").entries
        assert (one.name, one.read.number) == ("Amal", "+96890000012")


def test_a_folder_and_a_file_that_is_gone_are_told_in_words(tmp_path: Path) -> None:
    assert "is a folder" in refused(tmp_path)
    assert "is not there any more" in refused(tmp_path / "gone.csv")


@pytest.mark.skipif(sys.platform == "win32", reason="names are checked otherwise there")
def test_a_name_that_no_file_can_have_is_told_in_words() -> None:
    assert "could not be read" in refused(Path("a\0b"))


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (PermissionError(errno.EACCES, "held"), "another program holds it"),
        (FileNotFoundError(errno.ENOENT, "gone"), "is not there any more"),
        (OSError(errno.EIO, "drive"), "could not be read to its end"),
    ],
)
def test_a_file_that_fails_while_it_is_read_is_told_in_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError, said: str
) -> None:
    path = tmp_path / "people.csv"
    path.write_bytes(b"Amal,90000012\n")

    def fails(*_: object) -> None:
        raise error

    monkeypatch.setattr(Path, "open", fails)
    assert said in refused(path)


def test_a_line_of_two_hundred_megabytes_is_not_read_to_its_end(tmp_path: Path) -> None:
    path = tmp_path / "long.csv"
    with path.open("wb") as file:
        file.truncate(200_000_000)
    with pytest.raises(UserFacingError, match="it is too large"):
        read_bytes(path)
    assert MOST_BYTES < 200_000_000


@pytest.mark.parametrize(
    "data",
    [
        xlsx([row(1, "Amal", 90000012)]),
        b"Name,Mobile\nAmal,90000012\n",
        b"BEGIN:VCARD\nFN:Amal\nTEL:90000012\nEND:VCARD\n",
    ],
)
def test_whoever_does_not_wait_any_more_ends_the_reading_of_any_kind(data: bytes) -> None:
    def stop(_share: float) -> None:
        raise Stopped

    with pytest.raises(Stopped):
        open_bytes("people", data, stop)
    with pytest.raises(Stopped):
        open_bytes("people", data).people("OM", progress=stop)
