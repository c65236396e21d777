"""What each gateway can do, as a table: written into the pages that show it from the providers' own declarations.

`python -m smsdesk.providers.feature_matrix` prints it, with `--write PAGE...` it is written between the two comments
that mark its place there, in the page's language: that of `index.ar.md` is Arabic. A test holds the pages against it.
"""

from __future__ import annotations

import argparse
import re
import sys
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import TYPE_CHECKING

from smsdesk.domain.sentence import QT_TRANSLATE_NOOP
from smsdesk.providers.capabilities import StatusBy
from smsdesk.providers.catalog import PROVIDERS

if TYPE_CHECKING:
    from collections.abc import Callable

    from smsdesk.domain.sentence import Sentence
    from smsdesk.providers.base import Provider
    from smsdesk.providers.capabilities import Capabilities

_YES = QT_TRANSLATE_NOOP("feature_matrix", "yes")
_NO = QT_TRANSLATE_NOOP("feature_matrix", "–")
_OWN = QT_TRANSLATE_NOOP("feature_matrix", "as you set it up")
_ASKED = QT_TRANSLATE_NOOP("feature_matrix", "asked for")
_REPORTED = QT_TRANSLATE_NOOP("feature_matrix", "reported to this computer")
_UP_TO = QT_TRANSLATE_NOOP("feature_matrix", "up to {most}")
_UP_TO_CHARACTERS = QT_TRANSLATE_NOOP("feature_matrix", "up to {most} characters")
_NUMBER_OR_NAME = QT_TRANSLATE_NOOP(
    "feature_matrix", "number of up to {digits} digits, or name of up to {most} characters"
)
_EDITABLE = QT_TRANSLATE_NOOP("feature_matrix", "{most}, can be changed")
_ONE = QT_TRANSLATE_NOOP("feature_matrix", "one by one")
_HTTP = QT_TRANSLATE_NOOP("feature_matrix", "http by its document, https can be tried")
_HTTPS = QT_TRANSLATE_NOOP("feature_matrix", "https")
_UNSURE = QT_TRANSLATE_NOOP("feature_matrix", "not in its document: try it on yourself first")

ROWS: dict[str, Sentence] = {
    "sender": QT_TRANSLATE_NOOP("feature_matrix", "Sender"),
    "parts": QT_TRANSLATE_NOOP("feature_matrix", "Parts of a message"),
    "unicode": QT_TRANSLATE_NOOP("feature_matrix", "Arabic and other Unicode"),
    "batch": QT_TRANSLATE_NOOP("feature_matrix", "Numbers in one request"),
    "balance": QT_TRANSLATE_NOOP("feature_matrix", "Balance"),
    "status": QT_TRANSLATE_NOOP("feature_matrix", "Delivered or not"),
    "later": QT_TRANSLATE_NOOP("feature_matrix", "Sending later"),
    "wire": QT_TRANSLATE_NOOP("feature_matrix", "On the wire"),
}

_TRANSLATIONS = Path(__file__).resolve().parents[2] / "resources" / "i18n"
"""Only a checkout has them, and only there are pages written."""

_PLACE = re.compile(r"(<!-- feature matrix:[^>]*-->)\n.*?\n(<!-- end of feature matrix -->)", re.DOTALL)


def column(provider: Provider) -> dict[str, Sentence]:
    """What one gateway can do, by the keys of `ROWS`."""
    can = provider.capabilities
    status = {StatusBy.NOTHING: _NO, StatusBy.ASKING: _ASKED, StatusBy.REPORT: _REPORTED}[can.status_by]
    batch = _ONE if can.batch_size == 1 else _UP_TO
    said = {
        "sender": _sender(can),
        "parts": _UP_TO.fill(most=can.max_parts),
        "unicode": _UNSURE if can.unsure_of_unicode else _YES,
        "batch": (_EDITABLE if can.batch_editable else batch).fill(most=can.batch_size),
        "balance": _YES if can.has_balance else _NO,
        "status": status,
        "later": _YES if can.can_schedule else _NO,
        "wire": _HTTPS if can.documents_https else _HTTP,
    }
    return dict.fromkeys(ROWS, _OWN) if can.by_definition else said


def _sender(can: Capabilities) -> Sentence:
    if can.max_sender is None:
        return _NO
    if can.max_sender_name is not None:
        return _NUMBER_OR_NAME.fill(digits=can.max_sender, most=can.max_sender_name)
    return _UP_TO_CHARACTERS.fill(most=can.max_sender)


def markdown(say: Callable[[Sentence], str] = str) -> str:
    """The whole table, in English unless `say` puts its cells into another language."""
    columns = [column(provider) for provider in PROVIDERS.values()]
    lines = [["", *(provider.title for provider in PROVIDERS.values())], ["---"] * (len(columns) + 1)]
    lines += [[say(title), *(say(each[key]) for each in columns)] for key, title in ROWS.items()]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def translated_by(file: Path) -> Callable[[Sentence], str]:
    """What says a cell in the language of a translation file (`smsdesk_ar.ts`).

    Raises:
        KeyError: a cell that is said is not translated there.
        OSError: the file can't be read.
    """
    words = {
        message.findtext("source", ""): message.findtext("translation", "")
        for context in ET.parse(file).getroot().iter("context")  # noqa: S314 - the file is ours
        if context.findtext("name") == "feature_matrix"
        for message in context.iter("message")
    }
    return lambda cell: words[cell.text].format(**cell.args)


def say_in_language_of(page: Path) -> Callable[[Sentence], str]:
    """What says a cell in a page's language, by its name: `index.md` is English, `index.ar.md` Arabic."""
    language = Path(page.stem).suffix.removeprefix(".")
    return translated_by(_TRANSLATIONS / f"smsdesk_{language}.ts") if language else str


def written_into(page: str, say: Callable[[Sentence], str] = str) -> str:
    """The page with the table as it is now, in each place that is marked for it.

    Args:
        page: its text.
        say: puts a cell into the page's language.

    Raises:
        ValueError: no place is marked.
    """
    changed, places = _PLACE.subn(lambda found: f"{found[1]}\n\n{markdown(say)}\n\n{found[2]}", page)
    if not places:
        raise ValueError("no place is marked for the feature matrix")
    return changed


def main() -> None:
    """Print the table, or write it into pages."""
    parser = argparse.ArgumentParser(prog="python -m smsdesk.providers.feature_matrix")
    parser.add_argument("--write", nargs="+", type=Path, metavar="PAGE", help="write it into these pages")
    pages = parser.parse_args().write
    if not pages:
        sys.stdout.write(markdown() + "\n")
    for page in pages or ():
        text = written_into(page.read_text(encoding="utf-8"), say_in_language_of(page))
        page.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
