"""Reading numbers, pastes and files. Prints; judges nothing.

Numbers are read side by side with `phonenumbers` asked for each of them, which is what was done before there were
tables; a file side by side with a bare loop of the same reader and `phonenumbers`.
"""

from __future__ import annotations

import csv
import io
import random
import sys
import time
from typing import TYPE_CHECKING

import phonenumbers
import xlsxwriter
from python_calamine import CalamineWorkbook

from smsdesk.domain.pasted_text import split_pasted
from smsdesk.domain.people.number_tables import ask_abroad, ask_local, judge_abroad, judge_local
from smsdesk.importing.registry import open_bytes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

ROWS = 100_000
ROUNDS = 5


def main() -> None:
    """Print the figures of this machine, in CPU time."""
    lots = random.Random(5)
    numbers = [f"9{lots.choice('1235678')}{lots.randrange(10**6):06d}" for _ in range(ROWS)]
    say = sys.stdout.write
    for name, tables, asked, few in (
        ("local", lambda each: judge_local(each, "OM"), lambda each: ask_local(each, "OM"), numbers[:10_000]),
        ("abroad", judge_abroad, ask_abroad, ["968" + each for each in numbers[:10_000]]),
    ):
        ours, theirs = _best(lambda f=tables, n=few: _each(f, n)), _best(lambda f=asked, n=few: _each(f, n))
        figures = f"{ours * 100:6.2f} us each, phonenumbers {theirs * 100:6.2f}"
        say(f"judging 10,000 {name:8}{figures}: {theirs / ours:.1f}x faster\n")
    for name, form in {"one a line": "{}", "a table": "Amal Said\t{}", "names behind": "{}, Amal Said"}.items():
        text = "\n".join(form.format(number) for number in numbers[:2_000])
        say(f"pasting 2,000, {name:14}{_best(lambda t=text: split_pasted(t, 'OM')) * 1000:7.1f} ms\n")
    for name, joined in {"spaces": " ".join(numbers[:2_000]), "commas": ", ".join(numbers[:2_000])}.items():
        say(f"2,000 in one line, {name:10}{_best(lambda t=joined: split_pasted(t, 'OM')) * 1000:7.1f} ms\n")
    for name, data, bare in (("XLSX", _xlsx(numbers), _bare_xlsx), ("CSV", _csv(numbers), _bare_csv)):
        ours, theirs = _best(lambda d=data: open_bytes("x", d).people("OM")), _best(lambda d=data, f=bare: f(d))
        say(f"{ROWS:,} rows of {name}: {ours:.2f} s, bare loop {theirs:.2f} s: {ours / theirs:.2f}x\n")


def _each(function: Callable[[str], object], numbers: list[str]) -> None:
    for number in numbers:
        function(number)


def _best(work: Callable[[], object]) -> float:
    """Seconds of CPU, at its best."""
    times = []
    for _ in range(ROUNDS):
        begun = time.process_time()
        work()
        times.append(time.process_time() - begun)
    return min(times)


def _xlsx(numbers: list[str]) -> bytes:
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"constant_memory": True}) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["Name", "Mobile", "Group"])
        for row, number in enumerate(numbers, 1):
            sheet.write_row(row, 0, [f"Person number {row}", int(number), "A"])
    return file.getvalue()


def _csv(numbers: list[str]) -> bytes:
    lines = (f"Person number {row},{number},A\n" for row, number in enumerate(numbers))
    return ("Name,Mobile,Group\n" + "".join(lines)).encode()


def _bare_xlsx(data: bytes) -> None:
    rows = CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0).to_python()
    _bare(str(int(row[1])) for row in rows[1:])


def _bare_csv(data: bytes) -> None:
    _bare(row[1] for row in list(csv.reader(io.StringIO(data.decode())))[1:])


def _bare(numbers: Iterable[str]) -> None:
    for number in numbers:
        phonenumbers.is_valid_number(phonenumbers.parse(number, "OM"))


if __name__ == "__main__":
    main()
