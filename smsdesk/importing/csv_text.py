"""Text: CSV, TSV and lists, in the encodings that Excel, Windows and the Mac leave them in."""

from __future__ import annotations

import codecs
import csv
import re
from dataclasses import field
from typing import TYPE_CHECKING

from smsdesk.domain.frozen import frozen
from smsdesk.domain.pasted_text import read_pasted
from smsdesk.domain.people.columns import AS_RECOGNISED, find_header
from smsdesk.domain.people.records import delimiter_of, records_of
from smsdesk.domain.people.table import read_table, rows_of
from smsdesk.domain.sentence import QT_TRANSLATE_NOOP
from smsdesk.importing.base import Sheet, limited, nobody_waits, refuse

if TYPE_CHECKING:
    from smsdesk.domain.people.columns import TableChoice
    from smsdesk.domain.people.entries import People, Progress
    from smsdesk.domain.sentence import Sentence

_BOMS = (  # UTF-32 first: its mark begins with that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# What Excel, DOS and old Macs write where our people are.
_CODE_PAGES = ["cp1256", "cp1252", "cp720", "mac_roman"]
_ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be", *_CODE_PAGES)
_TOLD_EVERY = 2_000  # rows
_SAMPLE = 64 * 1024  # bytes
_TOP = 4_000  # characters that a header may stand in
_LONGEST_LINE = 1_000_000  # characters
_SEPARATOR = re.compile(r"sep=(.)\r?\n?", re.IGNORECASE)
_OTHER_KINDS = (
    b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"%PDF", b"II*\0", b"MM\0*", b"RIFF", b"\x7fELF", b"MZ", b"Rar!",
    b"7z\xbc\xaf", b"\x1f\x8b", b"{\\rtf", b"SQLite format 3\0", b"\0\0\0", b"ID3", b"OggS",
)  # fmt: skip
_CONTROLS = bytes(set(range(32)) - {9, 10, 11, 12, 13, 26, 27}) + b"\x7f"
_ARABIC_WORD = re.compile("[\u0621-\u064a]{2,}")
_FOREIGN_RUN = re.compile("[\u00aa-\u024f\u02c6-\u02dd\u2013-\u2122]{3,}|\\w[\u2500-\u25ff]|[\u2500-\u25ff]\\w")

_NO_TEXT = QT_TRANSLATE_NOOP("csv_text", "it is no text, whatever its name says")
_LONG_LINE = QT_TRANSLATE_NOOP("csv_text", "it has a line that is far too long to be a person")
_SAVE_AS = QT_TRANSLATE_NOOP("csv_text", "Save it as an Excel workbook or as CSV and choose that.")


@frozen
class Text:
    """A text file; see `Book`.

    Attributes:
        text: all of it.
        delimiter: what parts its cells; "" for a list of lines.
    """

    text: str
    delimiter: str
    encoding: str
    sheets: tuple[Sheet, ...]
    chosen: int = 0
    encodings: tuple[str, ...] = _ENCODINGS
    notices: tuple[Sentence, ...] = field(default=())

    def people(
        self,
        country: str,
        sheet: int | None = None,  # noqa: ARG002 - there is one
        choice: TableChoice = AS_RECOGNISED,
        progress: Progress = nobody_waits,
    ) -> People:
        """Read its people: by columns where it has some, else line by line."""
        progress(0)
        if not self.delimiter and choice == AS_RECOGNISED:
            top = [[line] for line in self.text[:_TOP].splitlines() if line.strip()]
            if find_header(top, country) is None:
                return read_pasted(self.text, country)
        return read_table(self.sheets[0].rows, country, choice, progress)


class CsvText:
    """Recognised by being none of the kinds that are not text."""

    def recognises(self, head: bytes) -> bool:
        """Whether it may be text."""
        return not head.startswith(_OTHER_KINDS)

    def open(self, name: str, data: bytes, progress: Progress = nobody_waits, encoding: str = "") -> Text:
        """Open a text.

        Args:
            name: for sentences.
            data: all of it.
            progress: told how far it is.
            encoding: what it is in, if that is known.

        Raises:
            UserFacingError: it is no text, or one line of it is too long.
        """
        text, encoding = (
            (data.decode(encoding, "replace").lstrip("\ufeff"), encoding) if encoding else decoded(name, data)
        )
        progress(0.3)
        if _has_long_line(text):
            raise refuse(name, _LONG_LINE, _SAVE_AS)
        separator = _SEPARATOR.match(text)
        try:
            delimiter = separator[1] if separator else delimiter_of(text)
            records = records_of(text, delimiter) if delimiter else [[line] for line in text.splitlines()]
        except csv.Error:
            raise refuse(name, _LONG_LINE, _SAVE_AS) from None
        if separator:
            records[0] = []  # counted, and nobody
        rows = []
        for row in rows_of(records):
            rows.append(row)
            if row.number % _TOLD_EVERY == 0:
                progress(0.4 + 0.6 * row.number / len(records))
        return Text(text, delimiter, encoding, limited(name, (Sheet("", tuple(rows)),)))


def _has_long_line(text: str) -> bool:
    """Whether a line is longer than any list has; other threads need not wait long for the answer."""
    start = 0
    while len(text) - start > _LONGEST_LINE:
        end = start + _LONGEST_LINE + 1
        last = max(text.rfind("\n", start, end), text.rfind("\r", start, end))
        if last < 0:
            return True
        start = last + 1
    return False


def decoded(name: str, data: bytes) -> tuple[str, str]:
    """Give a text and its encoding, by Python's name.

    Raises:
        UserFacingError: it is no text.
    """
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return data[len(bom) :].decode(encoding, "replace"), encoding
    if wide := _wide(data[:_SAMPLE]):
        return data.decode(wide, "replace"), wide
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    else:
        if _may_be_text(data):
            return text, "utf-8"
    if not _may_be_text(data[:_SAMPLE]):
        raise refuse(name, _NO_TEXT, _SAVE_AS)
    encoding = _code_page(data)
    return data.decode(encoding, "replace"), encoding


def _may_be_text(data: bytes) -> bool:
    """Whether hardly any of the bytes are of the kind that no text has."""
    controls = len(data) - len(data.translate(None, _CONTROLS))
    return controls < 3 or controls * 50 < len(data)


def _wide(sample: bytes) -> str:
    """Tell UTF-16 without its mark by where the zeros stand."""
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    if max(even, odd) < 3 or max(even, odd) * 4 < half:
        return ""
    if odd > 3 * even:
        return "utf-16-le"
    return "utf-16-be" if even > 3 * odd else ""


def _code_page(data: bytes) -> str:
    """Tell the code page of a text with bytes above 127."""
    from charset_normalizer import from_bytes  # takes a while to load, and most files are UTF-8

    high = (
        b"\n".join(line for line in data[: 4 * _SAMPLE].splitlines() if not line.isascii())[:_SAMPLE] or data[:_SAMPLE]
    )
    matches = [match.encoding for match in from_bytes(high, cp_isolation=_CODE_PAGES, enable_fallback=False)]
    ranked = [*matches, *(page for page in _CODE_PAGES if page not in matches)]
    return max(ranked, key=lambda page: (_sense(high.decode(page, "replace")), -ranked.index(page)))


def _sense(text: str) -> int:
    """Weigh words of Arabic against runs of letters and lines that no language writes."""
    good = sum(len(word) for word in _ARABIC_WORD.findall(text))
    bad = sum(len(run) for run in _FOREIGN_RUN.findall(text))
    return good - bad - 4 * text.count("\ufffd")
