"""Whether what is drawn can be read, and what can be worked says what it is."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QFrame,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QTabBar,
    QTextEdit,
    QWidget,
)

from smsdesk.ui.widgets.colours import contrast
from tests.helpers.window.pixels import picture

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

TEXT, EDGE = 4.5, 3.0


def unreadable(root: QWidget) -> list[str]:
    """The texts that stand out too little, as they are drawn."""
    image = picture(root)
    found = []
    for widget in root.findChildren(QWidget):
        text = text_of(widget)
        if not text or not widget.isVisibleTo(root) or not widget.isEnabled():
            continue
        box = widget.rect().translated(widget.mapTo(root, widget.rect().topLeft())).intersected(root.rect())
        inner = box.adjusted(3, 3, -3, -3)
        if inner.isEmpty() or not widget.visibleRegion().contains(widget.rect().center()):
            continue
        pixels = Counter(
            image.pixel(x, y) for x in range(inner.left(), inner.right()) for y in range(inner.top(), inner.bottom())
        )
        ground = QColor(pixels.most_common(1)[0][0])
        best = max(contrast(QColor(shade), ground) for shade in pixels)
        if best < TEXT:
            found.append(f"{type(widget).__name__} {widget.objectName()} {text[:30]!r}: {best:.2f}")
    return found


def text_of(widget: QWidget) -> str:
    if isinstance(widget, QLabel | QAbstractButton):
        return widget.text()
    return widget.displayText() if isinstance(widget, QLineEdit) else ""


def edgeless(root: QWidget) -> list[str]:
    """The fields whose edge stands out too little from what is around them, as it is drawn."""
    image = picture(root)
    found = []
    for widget in root.findChildren(QWidget):
        if not _is_field(widget) or not widget.isVisibleTo(root) or not widget.isEnabled():
            continue
        left = widget.mapTo(root, QPoint(0, widget.height() // 2))
        if left.x() < 4 or not widget.visibleRegion().contains(QPoint(0, widget.height() // 2)):
            continue
        best = edge_contrast(image, left)
        if best < EDGE:
            found.append(f"{type(widget).__name__} {widget.objectName()}: {best:.2f}")
    return found


def edge_contrast(image: QImage, edge: QPoint) -> float:
    """How far the strongest pixel at an edge stands out from what is left of it."""
    around = image.pixelColor(edge.x() - 3, edge.y())
    return max(contrast(image.pixelColor(x, edge.y()), around) for x in range(edge.x() - 1, edge.x() + 4))


def _is_field(widget: QWidget) -> bool:
    if isinstance(widget, QLineEdit):
        return not isinstance(widget.parentWidget(), QAbstractSpinBox | QComboBox)
    if isinstance(widget, QPlainTextEdit | QTextEdit | QAbstractItemView):
        return widget.frameShape() is not QFrame.Shape.NoFrame and widget.parentWidget() is not None
    return isinstance(widget, QAbstractSpinBox | QComboBox | QCheckBox)


def nameless(root: QWidget) -> list[str]:
    """What can be worked and says nothing of itself."""
    labelled = {label.buddy() for label in root.findChildren(QLabel) if label.buddy() and label.text().strip()}
    found = []
    for widget in root.findChildren(QWidget):
        worked = widget.focusPolicy() & Qt.FocusPolicy.TabFocus or isinstance(widget, QAbstractButton)
        if not widget.isVisibleTo(root) or not worked or widget.objectName().startswith("qt_"):
            continue
        if widget in labelled or widget.parentWidget() in labelled or bool(widget.accessibleName().strip()):
            continue
        if isinstance(widget, QAbstractButton) and widget.text().strip():
            continue
        if isinstance(widget.parentWidget(), QComboBox) or widget.focusProxy() is not None or is_frame(widget):
            continue
        found.append(f"{type(widget).__name__} {widget.objectName()} in {type(widget.parentWidget()).__name__}")
    return found


def is_frame(widget: QWidget) -> bool:
    """What only scrolls, or turns the pages of, what stands in it."""
    return isinstance(widget, QScrollArea | QTabBar)
