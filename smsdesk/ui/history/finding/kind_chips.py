"""The chips over the announcements: how many there are of a kind that is looked for; pressing one shows only these."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from smsdesk.domain.history import AnnouncementKind
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

_K = AnnouncementKind
_ORDER = (_K.DOUBTFUL, _K.SCHEDULED, _K.WAITING)
_LOOKS = {
    _K.DOUBTFUL: (Shape.EXCLAMATION_MARK, Meaning.BAD),
    _K.SCHEDULED: (Shape.CLOCK, Meaning.IDLE),
    _K.WAITING: (Shape.DOTS, Meaning.IDLE),
}


class KindChips(ChipRow[AnnouncementKind]):
    """The chips of the history. They are absent as long as there is nothing to choose between.

    Signals:
        chosen: the user wants to see others.
    """

    chosen = Signal()

    def __init__(self) -> None:
        super().__init__(
            {kind: _chip(kind) for kind in (None, *_ORDER)},
            (_K.WAITING, _K.SCHEDULED, None, _K.DOUBTFUL),
            lambda _kind: self.chosen.emit(),
        )
        self.hide()

    def set_counts(self, counts: Mapping[AnnouncementKind | None, int]) -> None:
        """Say how many there are of each kind, and under None how many there are."""
        self.say(counts)
        self.setVisible(self.shown is not None or any(counts.get(kind) for kind in _ORDER))


def _chip(kind: AnnouncementKind | None) -> Chip:
    name = "chipAnnouncements" if kind is None else f"chip{kind.value.capitalize()}Announcements"
    return named(name, Chip(lambda count: _words(kind).count(count), partial(_draw, kind) if kind else None))


def _draw(kind: AnnouncementKind, painter: QPainter, square: QRectF, palette: QPalette) -> None:
    shape, meaning = _LOOKS[kind]
    draw_shape(painter, shape, square, colour(meaning, palette))


def _words(kind: AnnouncementKind | None) -> Counted:
    return {
        None: translate("kind_chips", "All %n", None, 1),
        _K.DOUBTFUL: translate("kind_chips", "%n with failed or unknown", None, 1),
        _K.SCHEDULED: translate("kind_chips", "%n scheduled", None, 1),
        _K.WAITING: translate("kind_chips", "%n waiting", None, 1),
    }[kind]
