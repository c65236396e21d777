"""What a workbook's archive may hold, looked at before it is opened: 4 MB can unfold into 4 GB."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from functools import partial
from typing import TYPE_CHECKING

from smsdesk.domain.sentence import QT_TRANSLATE_NOOP
from smsdesk.importing.base import nobody_waits, refuse

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smsdesk.domain.people.entries import Progress

_MOST_BYTES = 160 * 1024 * 1024  # unfolded
_MOST_PARTS = 2_000
_MOST_CELLS = 8_000_000  # of the rectangle that holds all cells: it is filled, whether they are or not
_BLOCK = 1 << 17
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


def check_archive(name: str, data: bytes, progress: Progress = nobody_waits) -> dict[int, int]:
    """Look into an archive, and count the hidden rows of each sheet of an XLSX by its place.

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
            size, done, hidden = sum(part.file_size for part in parts), 0, {}
            for part in parts:
                if part.filename.lower().endswith((".xml", ".rels")):
                    rows = _check_part(name, archive, part, partial(_tell, progress, done, size))
                    if number := _NUMBERED.fullmatch(part.filename):
                        hidden[int(number[1]) - 1] = rows
                done += part.file_size
            return hidden
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError):
        raise refuse(name, _DAMAGED) from None


def _check_part(name: str, archive: zipfile.ZipFile, part: zipfile.ZipInfo, progress: Progress) -> int:
    """Look into a part; gives how many of its rows are hidden."""
    sheet = _SHEET.fullmatch(part.filename) is not None
    rows = columns = hidden = size = 0
    for block, old in _blocks(archive, part):
        size += len(block) - old
        progress(size)
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
        hidden += sum(row.end() > old for row in _HIDDEN_ROW.finditer(block))
        if rows * columns > _MOST_CELLS:
            raise refuse(name, _TOO_WIDE, _COPY)
    return hidden


def _tell(progress: Progress, done: int, size: int, more: float) -> None:
    progress((done + more) / size)


def _blocks(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> Iterator[tuple[bytes, int]]:
    """Give a part unfolded, each block with the end of the one before it, and how long that is.

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
                yield end + block, len(end)
                end = block[-_OVERLAP:]
    finally:
        part.file_size = said


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number
