"""Icons that are drawn when they are painted."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon, QImage, QPalette, QPixmap

from smsdesk.ui.widgets.icons import table_icon, undo_icon
from tests.helpers.window.pixels import alike, shows

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


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


def test_what_turns_back_turns_to_where_an_arabic_window_comes_from(qapp: QApplication) -> None:
    from_left = [drawn(undo_icon()), drawn(table_icon())]
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    from_right = [drawn(undo_icon()), drawn(table_icon())]
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    assert alike(from_right[0], from_left[0].flipped(Qt.Orientation.Horizontal))
    assert not alike(from_right[0], from_left[0])
    assert from_right[1] == from_left[1]


@pytest.mark.usefixtures("qapp")
def test_a_copy_that_is_changed_outlives_the_icon_that_it_was_copied_from() -> None:
    icon = undo_icon()
    copies = [QIcon(icon) for _ in range(50)]
    for copy in copies:
        copy.addPixmap(QPixmap(8, 8))  # it is its own from now on
    del icon
    gc.collect()
    assert {drawn(copy).size() for copy in copies} == {QSize(64, 64)}
    assert all(drawn(copy) == drawn(undo_icon()) for copy in copies)
