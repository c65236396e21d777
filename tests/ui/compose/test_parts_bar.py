"""The bar of a message's parts, looked at as pixels."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPalette

from smsdesk.ui.compose.parts_bar import PartsBar
from smsdesk.ui.widgets.colours import Meaning, colour
from tests.helpers.window.pixels import accent, at, picture, same, shows

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

RIGHT_TO_LEFT = Qt.LayoutDirection.RightToLeft


@pytest.fixture
def parts(qtbot: QtBot) -> PartsBar:
    bar = PartsBar()
    qtbot.addWidget(bar)
    return bar


def test_parts_fill_from_the_left(parts: PartsBar) -> None:
    parts.show_parts([1.0, 0.5], most=4)
    image = picture(parts, QSize(400, 8))
    assert same(at(image, 0.1), accent(parts))
    assert same(at(image, 0.3), accent(parts))
    assert not same(at(image, 0.45), accent(parts))
    assert not same(at(image, 0.9), accent(parts))


def test_parts_fill_from_the_right_in_a_mirrored_window(parts: PartsBar) -> None:
    parts.show_parts([1.0, 0.5], most=4)
    plain = picture(parts, QSize(400, 8))
    parts.setLayoutDirection(RIGHT_TO_LEFT)
    mirrored = picture(parts)
    assert same(at(mirrored, 0.9), accent(parts))
    assert not same(at(mirrored, 0.1), accent(parts))
    assert all(same(at(mirrored, 1 - share), at(plain, share)) for share in (0.1, 0.3, 0.45, 0.6, 0.9))


def test_parts_beyond_the_gateways_limit_stand_out(parts: PartsBar) -> None:
    parts.show_parts([1.0, 1.0, 0.9], most=2)
    image = picture(parts, QSize(300, 8))
    assert same(at(image, 0.1), accent(parts))
    assert same(at(image, 0.8), colour(Meaning.BAD, parts.palette()))


def test_an_empty_text_shows_empty_parts(parts: PartsBar) -> None:
    parts.show_parts([], most=5)
    image = picture(parts, QSize(300, 8))
    background = parts.palette().color(QPalette.ColorRole.Window)
    assert not shows(image, accent(parts))
    assert not same(at(image, 0.5), background)


def test_a_part_with_one_character_is_seen(parts: PartsBar) -> None:
    parts.show_parts([1.0, 0.007], most=2)
    image = picture(parts, QSize(400, 8))
    assert same(image.pixelColor(208, 4), accent(parts))


def test_very_many_parts_still_fit(parts: PartsBar) -> None:
    parts.show_parts([1.0] * 60, most=5)
    assert shows(picture(parts, QSize(240, 8)), colour(Meaning.BAD, parts.palette()))


def test_parts_follow_a_dark_palette(dark: QPalette, parts: PartsBar) -> None:
    parts.show_parts([1.0, 1.0], most=1)
    assert same(at(picture(parts, QSize(300, 8)), 0.75), QColor(Meaning.BAD.value[1]))
