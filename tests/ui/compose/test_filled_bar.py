"""The bars of parts, of a countdown and of sending, looked at as pixels."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QPalette

from smsdesk.ui.compose import filled_bar
from smsdesk.ui.compose.draining_bar import DrainingBar
from smsdesk.ui.compose.parts_bar import PartsBar
from smsdesk.ui.widgets.colours import accent, contrast, edge
from tests.helpers.window.palettes import PALETTES
from tests.helpers.window.pixels import at, picture, same

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

_LOST = QColor("#0a1440")
"""An accent that a system may have, which nobody sees on a dark window."""


def half_full(qtbot: QtBot, palette: QPalette) -> list[DrainingBar | PartsBar]:
    draining, parts = DrainingBar(), PartsBar()
    draining.show_share(0.5)
    parts.show_parts([0.5], 1)
    for bar in (draining, parts):
        bar.setPalette(palette)
        qtbot.addWidget(bar)
    return [draining, parts]


@pytest.mark.parametrize("look", PALETTES)
def test_what_is_full_stands_out_from_the_window_and_from_the_track(
    qapp: QApplication, qtbot: QtBot, look: str
) -> None:
    for bar in half_full(qtbot, PALETTES[look](qapp)):
        image = picture(bar, QSize(200, 10))
        assert contrast(at(image, 0.2), bar.palette().color(QPalette.ColorRole.Base)) >= 3
        assert contrast(at(image, 0.2), at(image, 0.8)) >= 2


def test_an_accent_that_is_lost_in_the_dark_is_not_used(qapp: QApplication, qtbot: QtBot) -> None:
    palette = PALETTES["dark"](qapp)
    palette.setColor(QPalette.ColorRole.Accent, _LOST)
    for bar in half_full(qtbot, palette):
        assert same(at(picture(bar, QSize(200, 10)), 0.2), accent(palette))
        assert not same(accent(palette), _LOST)


def test_who_wants_contrast_sees_how_long_the_whole_is(
    qapp: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(filled_bar, "wants_contrast", lambda: True)
    palette = PALETTES["high contrast"](qapp)
    for bar in half_full(qtbot, palette):
        image = picture(bar, QSize(200, 10))
        assert contrast(image.pixelColor(160, 0), palette.color(QPalette.ColorRole.Base)) >= 3
        assert contrast(edge(palette), palette.color(QPalette.ColorRole.Base)) >= 3
