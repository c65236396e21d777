"""Every text of every dialog can be read, and every field has an edge: measured in the pixels, on all palettes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSize

from tests.helpers.dialogs.look import Look
from tests.helpers.dialogs.reading import edgeless, unreadable
from tests.helpers.window.palettes import PALETTES

if TYPE_CHECKING:
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
