"""What a workbook's archive may hold, looked at before it is opened: 4 MB can unfold into 4 GB."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from typing import TYPE_CHECKING

from smsdesk.domain.sentence import QT_TRANSLATE_NOOP
from smsdesk.importing.base import refuse

if TYPE_CHECKING:
    from collections.abc import Iterator

_MOST_BYTES = 160 * 1024 * 1024  # unfolded
_MOST_PARTS = 2_000
_MOST_CELLS = 8_000_000  # of the rectangle that holds all cells: it is filled, whether they are or not
_BLOCK = 1 << 20
_OVERLAP = 256  # no tag of interest is longer

_SHEET = re.compile(r"(?:xl/)?worksheets/[^/]*\.xml|content\.xml", re.IGNORECASE)
_CELL = re.compile(rb'<(?:\w+:)?c [^>]*?\br="([A-Z]{1,3})(\d{1,7})"')
_REPEATED = re.compile(rb'<table:table-(?:cell|row)\b[^>]*number-(?:columns|rows)-repeated="(\d+)"[^>]*[^/]>')
_HIDDEN_ROW = re.compile(rb"<(?:\w+:)?row\b[^>]*\bhidden=\"(?:1|true)\"")
_NUMBERED = re.compile(r"(?:xl/)?worksheets/sheet(\d+)\.xml", re.IGNORECASE)

_TOO_LARGE = QT_TRANSLATE_NOOP("workbook_check", "unpacked it would be too large for a list")
_TOO_WIDE = QT_TRANSLATE_NOOP("workbook_check", "its cells reach too far down and to the right")
_DAMAGED = QT_TRANSLATE_NOOP("workbook_check", "it is damaged, or no workbook at all")
_DEFINES = QT_TRANSLATE_NOOP("workbook_check", "it holds definitions that no spreadsheet program writes")
_PASSWORD = QT_TRANSLATE_NOOP("workbook_check", "it is protected by a password")
_COPY = QT_TRANSLATE_NOOP("workbook_check", "Copy the names and numbers into a new workbook and choose that.")


def check_archive(name: str, data: bytes) -> None:
    """Look into an archive.

    Raises:
        UserFacingError: it would burst, is damaged, protected, or holds what no spreadsheet holds.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
            if any(part.flag_bits & 1 for part in parts):
                raise refuse(name, _PASSWORD)
            if sum(part.file_size for part in parts) > _MOST_BYTES or len(parts) > _MOST_PARTS:
                raise refuse(name, _TOO_LARGE, _COPY)
            for part in parts:
                if part.filename.lower().endswith((".xml", ".rels")):
                    _check_part(name, archive, part)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError):
        raise refuse(name, _DAMAGED) from None


def hidden_rows(data: bytes) -> dict[int, int]:
    """Count the hidden rows of each sheet of an XLSX by its place."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        found = {}
        for part in archive.namelist():
            if number := _NUMBERED.fullmatch(part):
                found[int(number[1]) - 1] = len(_HIDDEN_ROW.findall(archive.read(part)))
        return found


def _check_part(name: str, archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
    sheet = _SHEET.fullmatch(part.filename) is not None
    rows = columns = 0
    for block in _blocks(archive, part):
        if b"<!ENTITY" in block or b"<!DOCTYPE" in block:
            raise refuse(name, _DEFINES, _COPY)
        if b"manifest:encryption-data" in block:
            raise refuse(name, _PASSWORD)
        if not sheet:
            continue
        for letters, row in _CELL.findall(block):
            rows = max(rows, int(row))
            columns = max(columns, _column(letters))
        for repeated in _REPEATED.findall(block):
            rows = max(rows, int(repeated))
            columns = max(columns, 1)
        if rows * columns > _MOST_CELLS:
            raise refuse(name, _TOO_WIDE, _COPY)


def _blocks(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> Iterator[bytes]:
    """Give a part unfolded, each block with the end of the one before it.

    Raises:
        zipfile.BadZipFile: it unfolds into more than it says.
    """
    size, end = 0, b""
    said, part.file_size = part.file_size, _MOST_BYTES + 1  # read on where it says it ends
    try:
        with archive.open(part) as file:
            while block := file.read(_BLOCK):
                size += len(block)
                if size > said:
                    raise zipfile.BadZipFile(part.filename)
                yield end + block
                end = block[-_OVERLAP:]
    finally:
        part.file_size = said


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number
