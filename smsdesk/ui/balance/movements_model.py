"""What moved the balance, as a table, newest first: it says what the picture shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smsdesk.domain.balance.movements import Movement
from smsdesk.ui.balance.figures_model import FiguresModel, figures
from smsdesk.ui.balance.movement_text import people_and_parts, people_and_parts_in_words, signed, what, when
from smsdesk.ui.text.formatting import decimal
from smsdesk.ui.text.translate import translate
from smsdesk.ui.widgets.columns import Column, Columns

if TYPE_CHECKING:
    from collections.abc import Sequence


class MovementsModel(FiguresModel[Movement]):
    """Holds a row for each point of the picture."""

    def __init__(self) -> None:
        super().__init__(
            Columns(
                Column("when", translate("MovementsModel", "When"), lambda row: when(row.at), width=20),
                Column("what", translate("MovementsModel", "What"), what, tooltip=_whole),
                figures(
                    "people",
                    translate("MovementsModel", "People × parts"),
                    people_and_parts,
                    16,
                    people_and_parts_in_words,
                ),
                figures("change", translate("MovementsModel", "Change"), lambda row: signed(row.change), 14),
                figures("after", translate("MovementsModel", "Balance after"), _after, 16),
            )
        )

    def show_movements(self, movements: Sequence[Movement]) -> None:
        """Show these, given oldest first."""
        self.show_rows(movements[::-1])


def _after(movement: Movement) -> str:
    return "" if movement.after is None else decimal(movement.after)


def _whole(movement: Movement) -> str:
    return what(movement) if movement.sent is None else movement.sent.text
