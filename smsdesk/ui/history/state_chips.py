"""The chips over the deliveries of an announcement: how many stand where; pressing one shows only these."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from smsdesk.domain.delivery import FAILED, DeliveryState
from smsdesk.ui.text.translate import translate
from smsdesk.ui.widgets.colours import Meaning, colour
from smsdesk.ui.widgets.listing.chip import Chip
from smsdesk.ui.widgets.listing.chip_row import ChipRow
from smsdesk.ui.widgets.listing.verdict_signs import Shape, draw_shape
from smsdesk.ui.widgets.named import named

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QPainter, QPalette

    from smsdesk.ui.text.translate import Counted

_S = DeliveryState
_STATES = {
    "found": (),
    "unknown": (_S.UNKNOWN,),
    "failed": FAILED,
    "delivered": (_S.DELIVERED,),
    "accepted": (_S.ACCEPTED,),
    "waiting": (_S.QUEUED, _S.SUBMITTING),
    "cancelled": (_S.CANCELLED,),
}
_LOOKS = {
    "found": (Shape.LENS, Meaning.UNDER_WAY),
    "unknown": (Shape.QUESTION_MARK, Meaning.DOUBTFUL),
    "failed": (Shape.CROSS, Meaning.BAD),
    "delivered": (Shape.TICK, Meaning.GOOD),
    "accepted": (Shape.ARROW, Meaning.UNDER_WAY),
    "waiting": (Shape.DOTS, Meaning.IDLE),
    "cancelled": (Shape.DASH, Meaning.IDLE),
}
_SHORTENED_FIRST = ("cancelled", "waiting", "accepted", "delivered", None, "failed", "unknown", "found")


class StateChips(ChipRow[str]):
    """The chips of one announcement: its deliveries by what became of them, and those that were searched for.

    Signals:
        chosen: the user wants to see others.
    """

    chosen = Signal()

    def __init__(self) -> None:
        super().__init__(
            {kind: _chip(kind) for kind in (None, *_STATES)},
            _SHORTENED_FIRST,
            lambda _kind: self.chosen.emit(),
        )

    @property
    def states(self) -> tuple[DeliveryState, ...] | None:
        """The states that are chosen; None while all are shown, or those that were found."""
        return None if self.shown is None else _STATES[self.shown] or None

    @property
    def only_found(self) -> bool:
        """Whether those are chosen that were found."""
        return self.shown == "found"

    def choose_found(self, chosen: bool) -> None:
        """Choose those that were found, or all."""
        self.choose("found" if chosen else None)

    def set_counts(self, counts: Mapping[DeliveryState, int], found: int) -> None:
        """Say how many stand where, and how many of them were found."""
        said: dict[str | None, int] = {
            kind: sum(counts.get(state, 0) for state in states) for kind, states in _STATES.items()
        }
        said[None], said["found"] = sum(counts.values()), found
        self.say(said)


def _chip(kind: str | None) -> Chip:
    name = "chipEverybody" if kind is None else f"chip{kind.capitalize()}"
    return named(name, Chip(lambda count: _words(kind).count(count), partial(_draw, kind) if kind else None))


def _draw(kind: str, painter: QPainter, square: QRectF, palette: QPalette) -> None:
    shape, meaning = _LOOKS[kind]
    draw_shape(painter, shape, square, colour(meaning, palette))


def _words(kind: str | None) -> Counted:
    return {
        None: translate("state_chips", "All %n", None, 1),
        "found": translate("state_chips", "%n found", None, 1),
        "unknown": translate("state_chips", "%n unknown", None, 1),
        "failed": translate("state_chips", "%n failed", None, 1),
        "delivered": translate("state_chips", "%n delivered", None, 1),
        "accepted": translate("state_chips", "%n accepted", None, 1),
        "waiting": translate("state_chips", "%n waiting", None, 1),
        "cancelled": translate("state_chips", "%n cancelled", None, 1),
    }[kind]
