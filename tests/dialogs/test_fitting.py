"""Every dialog fits every screen: its buttons are on it, and no text is cut off without a sign."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSize

from tests.helpers.dialogs.look import Look
from tests.helpers.dialogs.measures import cut_off, off_screen
from tests.helpers.dialogs.stage import TITLE_BAR

if TYPE_CHECKING:
    from tests.helpers.dialogs.stage import Stage

LOOKS = (
    Look(QSize(1366, 768)),
    Look(QSize(1093, 614), mirrored=True),  # 1366x768 at 125 %
    Look(QSize(911, 512)),  # 1366x768 at 150 %
    Look(QSize(960, 540), mirrored=True),  # 1920x1080 at 200 %
    Look(QSize(1024, 700), points=13),
    Look(QSize(1024, 700), points=18, mirrored=True),
    Look(QSize(1280, 680), points=18),
)


@pytest.mark.parametrize("look", LOOKS, ids=str, indirect=True)
async def test_every_dialog_fits(look: Look, stage: Stage) -> None:
    room = look.screen - QSize(0, TITLE_BAR)
    wrong: dict[str, list[str]] = {}
    async for name, dialog in stage.each():
        found = off_screen(dialog, room) + cut_off(dialog)
        if found:
            wrong[name] = found
    assert wrong == {}, "\n".join(f"{name}: {each}" for name, each in wrong.items())
