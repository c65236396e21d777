"""The chips of a list of people: how many rows there are of each verdict; pressing one shows only these."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from smsdesk.domain.phone_numbers import Verdict
from smsdesk.ui.text.translate import translate
from smsdesk.ui.widgets.colours import colour
from smsdesk.ui.widgets.listing.chip import Chip
from smsdesk.ui.widgets.listing.chip_row import ChipRow
from smsdesk.ui.widgets.listing.verdict_signs import MEANING_OF, draw_sign
from smsdesk.ui.widgets.named import named

if TYPE_CHECKING:
    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QPainter, QPalette

    from smsdesk.domain.recipients.counts import Counts

_ORDER = (Verdict.READY, Verdict.REPAIRED, Verdict.ATTENTION, Verdict.REPEATED)
_SHORTENED_FIRST = (Verdict.REPEATED, Verdict.REPAIRED, Verdict.READY, Verdict.ATTENTION)
"""The quieter ones lose their word first."""


class VerdictChips(ChipRow[Verdict]):
    """The chips of a list, which add up to its rows.

    Args:
        with_all: whether a chip in front says "All 214 rows".

    Signals:
        chosen: the user wants to see only the rows of this verdict; None for all.
    """

    chosen = Signal(object)

    def __init__(self, *, with_all: bool = False) -> None:
        chips = {verdict: _chip(verdict) for verdict in ((None, *_ORDER) if with_all else _ORDER)}
        super().__init__(chips, _SHORTENED_FIRST, lambda verdict: self.chosen.emit(verdict))

    def set_counts(self, counts: Counts) -> None:
        """Say these numbers."""
        said: dict[Verdict | None, int] = {verdict: getattr(counts, verdict.value) for verdict in Verdict}
        said[None] = counts.rows
        self.say(said)

    def quiet_width(self) -> int:
        """Room for the words of those that are not quiet."""
        return self.needed({Verdict.REPEATED, Verdict.REPAIRED})


def _chip(verdict: Verdict | None) -> Chip:
    name = "chipAll" if verdict is None else f"chip{verdict.value.capitalize()}"
    return named(name, Chip(partial(_words, verdict), partial(_draw, verdict) if verdict else None))


def _draw(verdict: Verdict, painter: QPainter, square: QRectF, palette: QPalette) -> None:
    draw_sign(painter, verdict, square, colour(MEANING_OF[verdict], palette))


def _words(verdict: Verdict | None, count: int) -> str:
    return {
        None: translate("verdict_chips", "All %n row(s)", None, 1),
        Verdict.READY: translate("verdict_chips", "%n ready", None, 1),
        Verdict.REPAIRED: translate("verdict_chips", "%n repaired", None, 1),
        Verdict.ATTENTION: translate("verdict_chips", "%n need(s) attention", None, 1),
        Verdict.REPEATED: translate("verdict_chips", "%n repeat(s)", None, 1),
    }[verdict].count(count)
