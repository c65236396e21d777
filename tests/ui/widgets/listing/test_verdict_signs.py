"""Signs that point or ask turn with the reading; the others stay."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from smsdesk.ui.widgets.listing.verdict_signs import Shape, draw_shape
from tests.helpers.window.pixels import alike

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


def drawn(shape: Shape) -> QImage:
    image = QImage(64, 64, QImage.Format.Format_ARGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    draw_shape(painter, shape, QRectF(0, 0, 64, 64), QColor("black"))
    painter.end()
    return image


@pytest.mark.parametrize("shape", Shape)
def test_an_arrow_and_a_question_mark_turn_in_arabic(qapp: QApplication, shape: Shape) -> None:
    before = drawn(shape)
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    after = drawn(shape)
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    expected = before.flipped(Qt.Orientation.Horizontal) if shape in (Shape.ARROW, Shape.QUESTION_MARK) else before
    assert alike(after, expected)
