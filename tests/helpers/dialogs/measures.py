"""What is wrong with a dialog as it is seen: what is cut off, what is not on the screen, what can't be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPushButton,
    QScrollArea,
    QStyle,
    QStyleOptionComboBox,
    QTabBar,
    QToolButton,
    QWidget,
)

from smsdesk.ui.importing.role_header import RoleStrip
from smsdesk.ui.widgets.elided.elided_combo import ElidedCombo
from smsdesk.ui.widgets.elided.elided_label import ElidedLabel
from smsdesk.ui.widgets.elided.few_lines import FewLines
from tests.helpers.window.fitting import has_its_text, is_whole

if TYPE_CHECKING:
    from collections.abc import Iterator


def shown(dialog: QWidget, kind: type[QWidget] = QWidget) -> Iterator[QWidget]:
    """What a dialog itself shows of this kind: not what its own dialogs do."""
    for each in dialog.findChildren(kind):
        if each.isVisible() and each.window() is dialog and not each.objectName().startswith("qt_"):
            yield each


def off_screen(dialog: QDialog, room: QSize) -> list[str]:
    """Whether it is larger than the room that a screen has; and which of its own buttons are not seen whole."""
    wrong = [] if dialog.size() == dialog.size().boundedTo(room) else [f"{dialog.width()}x{dialog.height()}"]
    return wrong + [told(each) for each in own_buttons(dialog) if not is_whole(each)]


def own_buttons(dialog: QDialog) -> list[QAbstractButton]:
    """The buttons that a dialog is worked by: all that don't scroll with its content."""
    areas = [*dialog.findChildren(QScrollArea), *(each for each in dialog.findChildren(QAbstractScrollArea))]
    buttons = [each for each in shown(dialog, QAbstractButton) if isinstance(each, QAbstractButton)]
    return [each for each in buttons if not any(area.isAncestorOf(each) for area in areas)]


def cut_off(dialog: QWidget) -> list[str]:
    """The texts of which something is missing, and nothing says so."""
    return [told(each) for each in shown(dialog) if _is_cut(each) or _sticks_out(each)]


def told(widget: QWidget) -> str:
    """A widget as a failed test names it."""
    text = getattr(widget, "text", lambda: "")
    return f"{type(widget).__name__} {widget.objectName()} {str(text())[:50]!r}"


def _is_cut(widget: QWidget) -> bool:
    if isinstance(widget, ElidedLabel):
        return widget.elided() != widget.text() and not widget.toolTip()
    if isinstance(widget, FewLines):
        return "".join(widget.shown()).endswith("…") and not widget.toolTip()
    if isinstance(widget, QLabel):
        return bool(widget.text()) and _label_is_cut(widget)
    if isinstance(widget, QPushButton):
        return not has_its_text(widget)
    if isinstance(widget, QCheckBox | QToolButton):
        return bool(widget.text()) and widget.width() < widget.sizeHint().width()
    if isinstance(widget, QComboBox) and not widget.isEditable() and not isinstance(widget, ElidedCombo):
        return _combo_room(widget) < widget.fontMetrics().horizontalAdvance(widget.currentText())
    if isinstance(widget, QTabBar):
        return any(_tab_is_cut(widget, place) for place in range(widget.count()))
    return False


def _label_is_cut(label: QLabel) -> bool:
    metrics, room = label.fontMetrics(), label.contentsRect()
    if not label.wordWrap():
        return label.sizeHint() != label.sizeHint().boundedTo(label.size())
    words = max((metrics.horizontalAdvance(word) for word in label.text().split()), default=0)
    return words > room.width() or label.heightForWidth(label.width()) > label.height()


def _combo_room(combo: QComboBox) -> int:
    option = QStyleOptionComboBox()
    combo.initStyleOption(option)
    field = QStyle.SubControl.SC_ComboBoxEditField
    return combo.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, field, combo).width()


def _tab_is_cut(bar: QTabBar, place: int) -> bool:
    lacking = bar.tabRect(place).width() < bar.fontMetrics().horizontalAdvance(bar.tabText(place))
    outside = not bar.rect().contains(bar.tabRect(place))
    return (lacking or outside) and not (bar.tabToolTip(place) or bar.usesScrollButtons())


def _sticks_out(widget: QWidget) -> bool:
    """Whether some of it lies outside of what it stands on, which does not scroll."""
    parent = widget.parentWidget()
    if parent is None or isinstance(parent.parentWidget(), QAbstractScrollArea) or isinstance(widget, QDialogButtonBox):
        return False
    if not isinstance(widget, QLabel | QAbstractButton | QComboBox):
        return False
    if isinstance(parent, QAbstractScrollArea | QTabBar | QComboBox | RoleStrip):  # the last scrolls with its table
        return False
    return not parent.rect().contains(QRect(QPoint(widget.x(), widget.y()), widget.size()))


def focus_policy(widget: QWidget) -> bool:
    """Whether the keyboard comes there by Tab."""
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
