"""Tables as files for a spreadsheet program: CSV and XLSX, in which no cell is a formula, and no file is ever half."""

from __future__ import annotations

import csv
import errno
import io
import secrets
import shutil
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from smsdesk.domain.errors import UserFacingError
from smsdesk.domain.sentence import QT_TRANSLATE_NOOP
from smsdesk.files.replacing import once_let_go

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    Rows = Iterable[Sequence[str]]

_BEGINS_A_FORMULA = frozenset("=+-@＝＋－＠\t\r")
_HIDDEN = " \u00a0\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"
_CONTROLS = dict.fromkeys([*range(9), 11, 12, *range(14, 32), 127, 0x85, 0x2028, 0x2029], " ")
_EXACT_DIGITS = 11  # a longer number is shown as 9.68900E+10, and loses its digits when the file is saved again
_LONGEST_CELL = 32_767  # characters, in XLSX

_NO_ROOM = QT_TRANSLATE_NOOP("table_file", "There is no room left to save “{name}”.")
_MAKE_ROOM = QT_TRANSLATE_NOOP("table_file", "Make some room there, or choose another drive.")
_HELD = QT_TRANSLATE_NOOP(
    "table_file", "“{name}” can't be saved: another program has it open, or you may not write in this folder."
)
_CLOSE_IT = QT_TRANSLATE_NOOP("table_file", "Close it there, or choose another name or folder.")
_NO_PLACE = QT_TRANSLATE_NOOP("table_file", "“{name}” can't be saved: its folder is not there any more.")
_FOLDER = QT_TRANSLATE_NOOP("table_file", "“{name}” is a folder. Choose another name.")
_FAILED = QT_TRANSLATE_NOOP("table_file", "“{name}” could not be saved. Is the drive still connected?")
_ELSEWHERE = QT_TRANSLATE_NOOP("table_file", "Choose another name or folder.")


def write_table(path: Path, header: Sequence[str], rows: Rows, *, numbers: Sequence[int] = ()) -> None:
    """Write a table, as XLSX where the name ends so and else as CSV; a file that is there is replaced in one piece.

    Args:
        path: where.
        header: what heads the columns.
        rows: as long as the header, as they came: they are guarded here.
        numbers: the columns that hold phone numbers, from 0.

    Raises:
        UserFacingError: it can't be written; what was there is still there.
    """
    lines = _clean(header, rows)
    as_xlsx = path.suffix.lower() == ".xlsx"
    try:
        _replace(path, lambda beside: _write_xlsx(beside, lines) if as_xlsx else _write_csv(beside, lines, numbers))
    except IsADirectoryError:
        raise UserFacingError(_FOLDER.fill(name=path.name), _ELSEWHERE) from None
    except FileNotFoundError:
        raise UserFacingError(_NO_PLACE.fill(name=path.name), _ELSEWHERE) from None
    except PermissionError:
        raise UserFacingError(_HELD.fill(name=path.name), _CLOSE_IT) from None
    except (OSError, ValueError) as error:  # ValueError: a name that no file can have
        if isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise UserFacingError(_NO_ROOM.fill(name=path.name), _MAKE_ROOM) from None
        raise UserFacingError(_FAILED.fill(name=path.name), _ELSEWHERE, type(error).__name__) from None


def guarded(text: str) -> str:
    """A text as a cell of CSV: with an apostrophe in front where a spreadsheet would take it for a formula."""
    begins = text.lstrip(_HIDDEN)[:1]
    return f"'{text}" if begins in _BEGINS_A_FORMULA and begins else text


def guarded_number(typed: str) -> str:
    """A phone number as a cell of CSV: besides, no spreadsheet drops its zeros or its last digits."""
    text = typed.strip()
    mangled = text.isdigit() and (text[0] in "0٠۰" or len(text) > _EXACT_DIGITS)
    return f"'{typed}" if mangled else guarded(typed)


def _write_csv(path: Path, lines: Iterator[list[str]], numbers: Sequence[int]) -> None:
    # The mark at the front makes Excel read UTF-8; quotes around all cells keep what stands in them together.
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, quoting=csv.QUOTE_ALL)
        for line in lines:
            guards = (guarded_number if column in numbers else guarded for column in range(len(line)))
            writer.writerow([guard(cell) for guard, cell in zip(guards, line, strict=True)])


def _write_xlsx(path: Path, lines: Iterator[list[str]]) -> None:
    from xlsxwriter import Workbook  # loaded when somebody saves one
    from xlsxwriter.exceptions import FileCreateError

    whole = io.BytesIO()
    # Row by row on disk, beside the file itself: a list may be longer than the memory that is left.
    with TemporaryDirectory(dir=path.parent, prefix=".", ignore_cleanup_errors=True) as folder:
        try:
            with Workbook(whole, {"constant_memory": True, "tmpdir": folder}) as book:
                # Text for good: also when a cell is edited, and also "=1+1".
                text = book.add_format({"num_format": "@", "quote_prefix": True})
                sheet = book.add_worksheet()
                sheet.freeze_panes(1, 0)
                for place, line in enumerate(lines):
                    for column, cell in enumerate(line):
                        sheet.write_string(place, column, cell[:_LONGEST_CELL], text)
        except FileCreateError as error:
            cause = error.args[0] if error.args else None
            raise cause if isinstance(cause, OSError) else OSError(str(error)) from None
    path.write_bytes(whole.getbuffer())


def _clean(header: Sequence[str], rows: Rows) -> Iterator[list[str]]:
    """Give the lines of the table without the characters that break lines, or that XML can't hold."""
    for row in (header, *rows):
        yield [cell.translate(_CONTROLS) for cell in row]


def _replace(path: Path, write: Callable[[Path], None]) -> None:
    """Write beside the file and put that in its place, so that a failure leaves what was there."""
    target = path.resolve()  # a link stays one
    if target.is_dir():
        raise IsADirectoryError(errno.EISDIR, "a folder", str(path))
    beside = target.with_name(f".{secrets.token_hex(6)}.part")
    try:
        write(beside)
        if target.exists():
            shutil.copymode(target, beside)
        once_let_go(lambda: beside.replace(target))
    finally:
        beside.unlink(missing_ok=True)
