"""Every text of every dialog can be read, and every field has an edge: measured in the pixels, on all palettes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QPalette

from smsdesk.ui.balance.picture.balance_picture import BalancePicture
from smsdesk.ui.balance.picture.month_bars import MonthBars
from smsdesk.ui.confirmation.balance_bar import BalanceBar
from smsdesk.ui.widgets.colours import contrast
from tests.helpers.dialogs.look import Look
from tests.helpers.dialogs.measures import shown
from tests.helpers.dialogs.reading import EDGE, edgeless, unreadable
from tests.helpers.window.palettes import PALETTES
from tests.helpers.window.pixels import accent, picture, same, shows

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from tests.helpers.dialogs.stage import Stage

LOOKS = [Look(QSize(1366, 768), colours) for colours in PALETTES]


@pytest.mark.parametrize("look", LOOKS, ids=str, indirect=True)
async def test_every_text_can_be_read_and_every_field_has_an_edge(stage: Stage) -> None:
    wrong: dict[str, list[str]] = {}
    async for name, dialog in stage.each():
        found = unreadable(dialog) + edgeless(dialog)
        if found:
            wrong[name] = found
    assert wrong == {}, "\n".join(f"{name}: {each}" for name, each in wrong.items())


@pytest.mark.parametrize("look", LOOKS, ids=str, indirect=True)
async def test_what_is_drawn_of_money_stands_out(stage: Stage) -> None:
    drawn: list[QWidget] = []
    for name in ("balance", "a short confirmation"):
        async for _, dialog in stage.each(name):
            for widget in shown(dialog):
                if isinstance(widget, BalancePicture | MonthBars | BalanceBar):
                    drawn.append(widget)
                    colours, seen = widget.palette(), picture(widget)
                    of_system = colours.color(QPalette.ColorRole.Accent)
                    ground = colours.color(QPalette.ColorRole.Base)
                    lost = contrast(of_system, ground) < EDGE and not same(of_system, ground)
                    assert shows(seen, accent(widget)), type(widget)
                    assert not (lost and shows(seen, of_system)), type(widget)
    assert len(drawn) == 3
