"""The kinds of files that can be opened, told by their content and never by their names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smsdesk.domain.errors import UserFacingError
from smsdesk.domain.sentence import QT_TRANSLATE_NOOP
from smsdesk.importing.base import HEAD, nobody_waits, refuse
from smsdesk.importing.csv_text import CsvText
from smsdesk.importing.spreadsheet import Spreadsheet
from smsdesk.importing.vcard import VCard

if TYPE_CHECKING:
    from pathlib import Path

    from smsdesk.domain.people.entries import Progress
    from smsdesk.importing.base import Book, Importer

IMPORTERS: tuple[Importer, ...] = (Spreadsheet(), VCard(), CsvText())

MOST_BYTES = 64 * 1024 * 1024

_GONE = QT_TRANSLATE_NOOP("registry", "“{name}” is not there any more.")
_FOLDER = QT_TRANSLATE_NOOP("registry", "“{name}” is a folder. Choose a file in it.")
_HELD = QT_TRANSLATE_NOOP("registry", "“{name}” can't be opened: another program holds it, or you may not read it.")
_CLOSE_IT = QT_TRANSLATE_NOOP("registry", "Close it there and try again.")
_FAILED = QT_TRANSLATE_NOOP("registry", "“{name}” could not be read to its end. Is the drive still connected?")
_TOO_LARGE = QT_TRANSLATE_NOOP("registry", "it is too large")
_EMPTY = QT_TRANSLATE_NOOP("registry", "it is empty")
_UNKNOWN = QT_TRANSLATE_NOOP("registry", "it is neither a spreadsheet, nor text, nor contacts")
_SAVE_AS = QT_TRANSLATE_NOOP("registry", "Save it as an Excel workbook or as CSV and choose that.")


def open_book(path: Path) -> Book:
    """Open a file of people.

    Raises:
        UserFacingError: it can't be read; nothing else is raised, whatever the file holds.
    """
    return open_bytes(path.name, read_bytes(path))


def open_bytes(name: str, data: bytes, progress: Progress = nobody_waits, encoding: str = "") -> Book:
    """Open what was read from a file.

    Args:
        name: of the file, for sentences.
        data: all of it.
        progress: see `Progress`.
        encoding: one of the `encodings` of the book that it is otherwise; "" for what it is told by.

    Raises:
        UserFacingError: it can't be read.
    """
    if len(data) > MOST_BYTES:
        raise refuse(name, _TOO_LARGE)
    if not data.strip(b"\0 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise refuse(name, _EMPTY)
    if encoding:
        return CsvText().open(name, data, progress, encoding)
    for importer in IMPORTERS:
        if importer.recognises(data[:HEAD]):
            return importer.open(name, data, progress)
    raise refuse(name, _UNKNOWN, _SAVE_AS)


def read_bytes(path: Path) -> bytes:
    """Read a file, but not one that is too large to be a list.

    Raises:
        UserFacingError: it is gone, a folder, held by another program, or too large.
    """
    name = path.name or str(path)
    try:
        if path.is_dir():
            raise UserFacingError(_FOLDER.fill(name=name))
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except FileNotFoundError:
        raise UserFacingError(_GONE.fill(name=name)) from None
    except PermissionError:
        raise UserFacingError(_HELD.fill(name=name), _CLOSE_IT) from None
    except (OSError, ValueError) as error:  # ValueError: a name that no file can have
        raise UserFacingError(_FAILED.fill(name=name), detail=type(error).__name__) from None
    if len(data) > MOST_BYTES:
        raise refuse(name, _TOO_LARGE, _SAVE_AS)
    return data
