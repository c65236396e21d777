"""A button that reads like a link still shows that it has the focus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QPalette

from smsdesk.ui.confirmation.show_button import ShowButton
from tests.helpers.window.pixels import picture

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def test_the_focus_is_seen(window: QWidget) -> None:
    button = ShowButton("Show the 5")
    button.setParent(window)
    button.show()
    window.setFocus()
    plain = picture(button)
    button.setFocus()
    framed = picture(button)
    edge = button.palette().color(QPalette.ColorRole.Highlight)
    middle = framed.width() // 2
    near = [framed.pixelColor(middle, y) for y in (0, 1, 2)]
    assert framed != plain
    assert any(abs(shade.hue() - edge.hue()) < 12 and shade.saturation() > 60 for shade in near)
