"""Spreadsheets: XLSX, XLSM, XLS and ODS, by python-calamine. Formulas are never worked out, macros never run."""

from __future__ import annotations

import datetime
import io
from functools import partial
from typing import TYPE_CHECKING, Any

from smsdesk.domain.people.table import Cell, CellKind, Row
from smsdesk.domain.sentence import QT_TRANSLATE_NOOP, translate
from smsdesk.importing.base import Sheet, Stopped, Tables, limited, nobody_waits, refuse
from smsdesk.importing.workbook_check import check_archive

if TYPE_CHECKING:
    from collections.abc import Callable

    from smsdesk.domain.people.entries import Progress
    from smsdesk.domain.sentence import Sentence

_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_TOLD_EVERY = 2_000  # rows
_CHECKED = 0.3  # of the time goes by before the sheets are read
_EXACT = 10**15  # above, a spreadsheet has lost digits

_PASSWORD = QT_TRANSLATE_NOOP("spreadsheet", "it is protected by a password")
_TAKE_OFF = QT_TRANSLATE_NOOP("spreadsheet", "Open it in your spreadsheet program and save it without a password.")
_DAMAGED = QT_TRANSLATE_NOOP("spreadsheet", "it is damaged, or no workbook at all")
_SAVE_AGAIN = QT_TRANSLATE_NOOP("spreadsheet", "Open it in your spreadsheet program and save it again.")
_NOTHING = QT_TRANSLATE_NOOP("spreadsheet", "its sheets are empty")


class Spreadsheet:
    """Recognised by the archive that it is: a zip, or the older compound file."""

    def recognises(self, head: bytes) -> bool:
        """Whether it is such an archive."""
        return head.startswith((_ZIP, _OLE))

    def open(self, name: str, data: bytes, progress: Progress = nobody_waits) -> Tables:
        """Open a workbook.

        Raises:
            UserFacingError: it is protected, damaged, none at all, or would burst.
        """
        if data.startswith(_OLE) and _ENCRYPTED in data:
            raise refuse(name, _PASSWORD, _TAKE_OFF)
        hidden = {}
        if data.startswith(_ZIP):
            hidden = check_archive(name, data, lambda share: progress(share * _CHECKED))
        sheets = limited(name, tuple(_sheets(name, data, hidden, progress)))
        chosen = next((at for at, sheet in enumerate(sheets) if not sheet.hidden and not sheet.blank), None)
        if chosen is None:
            chosen = next((at for at, sheet in enumerate(sheets) if not sheet.blank), None)
        if chosen is None:
            raise refuse(name, _NOTHING)
        return Tables(sheets, chosen, notices=tuple(_notices(sheets, chosen)))


def _sheets(name: str, data: bytes, hidden: dict[int, int], progress: Progress) -> list[Sheet]:
    from python_calamine import CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(data)) as book:
            sheets = []
            every = book.sheets_metadata
            for place, each in enumerate(every):
                if each.typ != SheetTypeEnum.WorkSheet:
                    continue
                progress(_CHECKED + (1 - _CHECKED) * place / len(every))
                rows = book.get_sheet_by_index(place).to_python(skip_empty_area=False)
                share = _CHECKED + (1 - _CHECKED) * (place + 0.5) / len(every)
                hides = each.visible != SheetVisibleEnum.Visible
                sheets.append(Sheet(each.name, _rows(rows, partial(progress, share)), hides, hidden.get(place, 0)))
            return sheets
    except Stopped:
        raise
    except PasswordError:
        raise refuse(name, _PASSWORD, _TAKE_OFF) from None
    except MemoryError:
        raise
    except BaseException as error:  # what Rust's panics become is no Exception
        if isinstance(error, Exception) or type(error).__name__ == "PanicException":
            raise refuse(name, _DAMAGED, _SAVE_AGAIN) from None
        raise


def _rows(rows: list[list[Any]], told: Callable[[], object]) -> tuple[Row, ...]:
    """Give the rows, each in the place of the reader's own: to free these at one go would hold other threads up."""
    made: list[Row] = []
    rows.reverse()
    while rows:
        if len(made) % _TOLD_EVERY == 0:
            told()
        made.append(Row(len(made) + 1, tuple(map(_cell, rows.pop()))))
    return tuple(made)


def _cell(value: object) -> Cell:
    """Give what a cell shows, its kind sorted out: dates, fractions and booleans never become numbers."""
    if isinstance(value, str):
        return Cell(value)
    if isinstance(value, bool):
        return Cell("TRUE" if value else "FALSE", CellKind.OTHER)
    if isinstance(value, float):
        whole = value.is_integer() and abs(value) < _EXACT
        return Cell(str(int(value)) if whole else repr(value), CellKind.NUMBER)
    if isinstance(value, int):
        return Cell(str(value), CellKind.NUMBER)
    if isinstance(value, datetime.datetime):
        midnight = value.time() == datetime.time()
        return Cell(value.date().isoformat() if midnight else value.isoformat(" "), CellKind.OTHER)
    return Cell("" if value is None else str(value), CellKind.OTHER)


def _notices(sheets: tuple[Sheet, ...], chosen: int) -> list[Sentence]:
    told = []
    others = [sheet for at, sheet in enumerate(sheets) if at != chosen and not sheet.blank]
    if others:
        told.append(translate("spreadsheet", "%n other sheet(s) of this workbook not read", None, 1).count(len(others)))
    if sheets[chosen].hidden_rows:
        hidden = sheets[chosen].hidden_rows
        told.append(translate("spreadsheet", "%n row(s) hidden or filtered away in the sheet", None, 1).count(hidden))
    return told
