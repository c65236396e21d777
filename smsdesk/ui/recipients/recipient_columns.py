"""The columns of the recipient list: what each shows of a row, and what it is sorted by."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from smsdesk.domain.phone_numbers import Verdict, display
from smsdesk.ui.text.translate import translate, translated
from smsdesk.ui.widgets.colours import Meaning, colour
from smsdesk.ui.widgets.columns import Column, Columns
from smsdesk.ui.widgets.delegates import LeftToRightDelegate
from smsdesk.ui.widgets.listing.verdict_signs import MEANING_OF

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from PySide6.QtGui import QColor

    from smsdesk.domain.recipients.rows import Seat
    from smsdesk.domain.sentence import Sentence

VERDICT_ROLE: Final = Qt.ItemDataRole.UserRole + 1
"""The row's `Verdict`, on every cell."""
SUGGESTION_ROLE: Final = Qt.ItemDataRole.UserRole + 2
"""The number in E.164 that is suggested for a row, or None; on every cell."""

_RANK: Final = {verdict: rank for rank, verdict in enumerate((Verdict.ATTENTION, Verdict.REPEATED, Verdict.REPAIRED))}
_READY: Final = len(_RANK)


def recipient_columns(
    edit: Callable[[int, str | None, str | None], None], sentence_of: Callable[[Seat], Sentence | None]
) -> Columns[Seat]:
    """Give the columns.

    Args:
        edit: takes the place in the list and what was typed as number or as name.
        sentence_of: tells what is said of a row.
    """

    def check(seat: Seat) -> str:
        return _check(seat, sentence_of(seat))

    edit_role, everywhere = Qt.ItemDataRole.EditRole, {VERDICT_ROLE: _verdict, SUGGESTION_ROLE: _suggestion}
    return Columns(
        Column(
            "name", translate("recipient_columns", "Name"), _name, width=18, least=9,
            roles={edit_role: _name, **everywhere}, sort_key=_name_order,
            edit=lambda place, text: edit(place, None, text),
        ),
        Column(
            "number", translate("recipient_columns", "Number"), _number, width=22, least=16,
            roles={edit_role: lambda seat: seat.row.typed, **everywhere}, sort_key=_number_order,
            edit=lambda place, text: edit(place, text, None), delegate=LeftToRightDelegate,
        ),
        Column(
            "check", translate("recipient_columns", "Check"), check, least=16,
            roles={
                Qt.ItemDataRole.ForegroundRole: _colour,
                Qt.ItemDataRole.AccessibleDescriptionRole: _offer,
                **everywhere,
            },
            sort_key=_check_order,
        ),
    )  # fmt: skip


def _name(seat: Seat) -> str:
    return seat.shown.name


def _number(seat: Seat) -> str:
    number = seat.row.read.number
    return display(number) if number else seat.row.typed


def _check(seat: Seat, sentence: Sentence | None) -> str:
    said = translated(sentence) if sentence else ""
    if seat.verdict is Verdict.ATTENTION:
        return f"! {said}"
    if seat.verdict is Verdict.REPEATED:
        return f"= {said}"
    if seat.verdict is Verdict.REPAIRED:
        return translate("recipient_columns", "✓ repaired: {what}").format(what=said)
    if said:
        return translate("recipient_columns", "✓ ready · {note}").format(note=said)
    return translate("recipient_columns", "✓ ready")


def _colour(seat: Seat) -> QColor:
    odd = seat.verdict is Verdict.READY and seat.row.note
    return colour(Meaning.DOUBTFUL if odd else MEANING_OF[seat.verdict], QGuiApplication.palette())


def _offer(seat: Seat) -> str:
    """What the button says to those who see it, for those who don't."""
    number = seat.row.suggestion
    said = translate("recipient_columns", "{number} is suggested: take it with Ctrl+T")
    return said.format(number=display(number)) if number else ""


def _verdict(seat: Seat) -> Verdict:
    return seat.verdict


def _suggestion(seat: Seat) -> str | None:
    return seat.row.suggestion


def _name_order(seat: Seat) -> Any:
    name = seat.shown.name
    return name.casefold() if name else "\U0010ffff"  # those without a name last


def _number_order(seat: Seat) -> Any:
    return seat.row.read.number or "~" + seat.row.typed  # those that need attention last


def _check_order(seat: Seat) -> Any:
    """What needs attention first, alike beside alike; then what was mended."""
    read = seat.row.read
    said = read.problem or read.repair or read.warning
    return (_RANK.get(seat.verdict, _READY), said.text if said else "")
