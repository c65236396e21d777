"""Icons that are drawn when they are painted."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon, QImage, QPalette

from smsdesk.ui.widgets.icons import table_icon, undo_icon
from tests.helpers.window.pixels import shows


def drawn(icon: QIcon, mode: QIcon.Mode = QIcon.Mode.Normal) -> QImage:
    image = icon.pixmap(QSize(64, 64), mode).toImage()
    assert not image.isNull()
    return image


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("icon", [undo_icon, table_icon])
def test_they_stand_out_in_the_dark_too_and_the_same_icon_follows(icon: object, dark: QPalette) -> None:
    assert callable(icon)
    assert shows(drawn(icon()), dark.color(QPalette.ColorRole.ButtonText))


@pytest.mark.usefixtures("qapp")
def test_they_differ_and_a_disabled_one_is_paler() -> None:
    assert drawn(undo_icon()) != drawn(table_icon())
    assert drawn(undo_icon()) != drawn(undo_icon(), QIcon.Mode.Disabled)
    assert drawn(undo_icon()) == drawn(QIcon(undo_icon()))
