"""Contacts: vCard 2.1, 3.0 and 4.0, one card a row."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING

from smsdesk.domain.frozen import frozen
from smsdesk.domain.people.cards import Card, cards_in, read_cards
from smsdesk.domain.people.columns import AS_RECOGNISED
from smsdesk.domain.people.table import Cell, Row
from smsdesk.importing.base import Sheet, limited, nobody_waits

if TYPE_CHECKING:
    from smsdesk.domain.people.columns import TableChoice
    from smsdesk.domain.people.entries import People, Progress
    from smsdesk.domain.sentence import Sentence

_BEGIN = re.compile(rb"BEGIN[ \t]*:[ \t]*VCARD", re.IGNORECASE)
_WIDE = {codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}


@frozen
class CardFile:
    """A file of cards; see `Book`."""

    cards: tuple[Card, ...]
    sheets: tuple[Sheet, ...]
    encoding: str
    chosen: int = 0
    encodings: tuple[str, ...] = ()
    notices: tuple[Sentence, ...] = ()

    def people(
        self,
        country: str,
        sheet: int | None = None,  # noqa: ARG002 - there is one
        choice: TableChoice = AS_RECOGNISED,  # noqa: ARG002 - a card says itself what it holds
        progress: Progress = nobody_waits,
    ) -> People:
        """Read the people of the cards."""
        progress(0)
        return read_cards(self.cards, country)


class VCard:
    """Recognised by its first card, which may stand below a few lines of other text."""

    def recognises(self, head: bytes) -> bool:
        """Whether a card begins in it."""
        return _BEGIN.search(head.replace(b"\0", b"")) is not None

    def open(self, name: str, data: bytes, progress: Progress = nobody_waits) -> CardFile:
        """Open a file of cards; a broken one is told in its row.

        Raises:
            UserFacingError: there are too many.
        """
        encoding = _WIDE.get(data[:2], "utf-8")
        if encoding != "utf-8":
            data = data.decode(encoding, "replace").encode("utf-8", "replace")
        progress(0.1)
        cards = tuple(cards_in(data))
        rows = tuple(
            Row(card.place, (Cell(card.name), *(Cell(number) for number, _ in card.numbers))) for card in cards
        )
        return CardFile(cards, limited(name, (Sheet("", rows),)), encoding)
