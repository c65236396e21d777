"""`smsdesk --check-list [--pasted] [--country OM] FILE...`: what the list would show, without a window or a profile.

One line of JSON a file, in the order given. For an IT person, a script, and checks from outside.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from smsdesk.domain.errors import UserFacingError
from smsdesk.domain.pasted_text import read_pasted
from smsdesk.domain.phone_numbers import calling_code
from smsdesk.domain.sentence import QT_TRANSLATE_NOOP
from smsdesk.importing.base import refuse
from smsdesk.importing.csv_text import decoded
from smsdesk.importing.registry import open_book, read_bytes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from smsdesk.domain.people.entries import Entry, People

_NOBODY = QT_TRANSLATE_NOOP("check_list", "there is nobody in it, only titles or blank rows")


def main(arguments: Sequence[str]) -> int:
    """Print what is in the files; gives 0 when all could be read, else 1."""
    options = _parser().parse_args(arguments)
    refused = False
    for file in options.files:
        checked = check(file, options.country.upper(), pasted=options.pasted)
        refused = refused or checked["refused"] is not None
        print(json.dumps(checked, ensure_ascii=True), flush=True)
    return 1 if refused else 0


def check(file: str, country: str, *, pasted: bool) -> dict[str, Any]:
    """Read one file, or a text as it would be pasted, and give what is printed of it."""
    told: dict[str, Any] = {"file": file, "refused": None, "encoding": None, "sheet": None}
    try:
        if pasted:
            text, told["encoding"] = decoded(Path(file).name, read_bytes(Path(file)))
            people = read_pasted(text, country)
        else:
            book = open_book(Path(file))
            told["encoding"] = book.encoding or None
            told["sheet"] = book.sheets[book.chosen].name or None
            people = book.people(country)
            if not people.entries:
                raise refuse(Path(file).name, _NOBODY)
    except UserFacingError as error:
        return told | {"refused": str(error)} | _listed(None)
    return told | _listed(people)


def _listed(people: People | None) -> dict[str, Any]:
    if people is None:
        from smsdesk.domain.people.entries import People

        people = People(())
    return {
        "columns": [{"column": each.column, "header": each.header, "role": each.role.value} for each in people.columns],
        "rows": [_row(entry) for entry in people.entries],
        "counts": people.counts(),
    }


def _row(entry: Entry) -> dict[str, Any]:
    return {
        "row": entry.row,
        "verdict": entry.verdict.value,
        "number": entry.read.number,
        "suggestion": entry.read.suggestion,
        "name": entry.name,
        "typed": entry.typed,
        "sentence": None if entry.sentence is None else str(entry.sentence),
        "warning": entry.read.warning is not None,
    }


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="smsdesk --check-list", description="Say what is in lists of people.")
    parser.add_argument("--check-list", action="store_true", help="this")
    parser.add_argument("--pasted", action="store_true", help="read each file as text that somebody pastes")
    parser.add_argument("--country", default="OM", type=_country, metavar="XX", help="whose local numbers to read (OM)")
    # Taken by `__main__`, for every option alike; here for --help alone.
    parser.add_argument("--output", metavar="FILE", help="write what is printed into this file as well")
    parser.add_argument("files", nargs="+", metavar="FILE")
    return parser


def _country(text: str) -> str:
    if not calling_code(text.upper()):
        raise argparse.ArgumentTypeError(f"no country is called {text!r}: write two letters, as in OM")
    return text
