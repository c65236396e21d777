"""What the window draws itself, looked at as pixels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QImage, QPainter

from smsdesk.ui.widgets import colours

if TYPE_CHECKING:
    from PySide6.QtCore import QSize
    from PySide6.QtWidgets import QWidget

    pass


def picture(widget: QWidget, size: QSize | None = None) -> QImage:
    if size is not None:
        widget.resize(size)
    return widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def same(one: QColor, other: QColor) -> bool:
    return all(abs(a - b) <= 3 for a, b in zip(one.getRgb(), other.getRgb(), strict=True))


def shows(image: QImage, shade: QColor, *, row: int | None = None) -> bool:
    rows = range(image.height()) if row is None else (row,)
    return any(same(image.pixelColor(x, y), shade) for y in rows for x in range(image.width()))


def at(image: QImage, share: float) -> QColor:
    """The colour at so much of the width from the left, half way down."""
    return image.pixelColor(round(share * (image.width() - 1)), image.height() // 2)


def accent(widget: QWidget) -> QColor:
    return colours.accent(widget.palette())


def alike(one: QImage, other: QImage) -> bool:
    """Whether two drawings are the same but for how their edges are smoothed."""
    white = QColor("white")

    def inked(image: QImage) -> set[tuple[int, int]]:
        flat = QImage(image.size(), QImage.Format.Format_RGB32)
        flat.fill(white)
        painter = QPainter(flat)
        painter.drawImage(0, 0, image)
        painter.end()
        columns, rows = range(flat.width()), range(flat.height())
        return {(x, y) for x in columns for y in rows if flat.pixelColor(x, y).lightness() < 128}

    first, second = inked(one), inked(other)
    return len(first ^ second) < 0.15 * len(first | second)
