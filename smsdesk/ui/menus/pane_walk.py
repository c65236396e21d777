"""F6 goes from pane to pane, and Tab from the message to the people and on to Send."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QMainWindow

_REASON = Qt.FocusReason.ShortcutFocusReason


class PaneWalk(QObject):
    """Knows the panes in the order in which they are walked.

    Args:
        window: the panes' window.
        panes: each pane, and the name of the widget in it that has the focus first.
    """

    def __init__(self, window: QMainWindow, panes: Sequence[tuple[QWidget, str]]) -> None:
        super().__init__(window)
        self._panes = list(panes)

    def step(self, by: int) -> None:
        """Go to the next pane, or with -1 to the one before; what is not in sight is passed over."""
        focus = QApplication.focusWidget()
        here = next((at for at, (pane, _) in enumerate(self._panes) if focus and pane.isAncestorOf(focus)), None)
        start = here if here is not None else -1 if by > 0 else 0
        for distance in range(1, len(self._panes) + 1):
            if self.go_to((start + by * distance) % len(self._panes)):
                return

    def go_to(self, place: int) -> bool:
        """Give this pane the focus, where it was in it the last time; False if it is out of sight.

        But not a table in which the next key would write over a cell: whoever comes from elsewhere means no cell.
        """
        pane, first = self._panes[place]
        last = pane.focusWidget()
        wanted = [last] if last is not None and pane.isAncestorOf(last) and not _writes_at_once(last) else []
        wanted += pane.findChildren(QWidget, first)
        wanted += _in_order(pane)
        can = [
            each for each in wanted
            if each.isVisible() and each.isEnabled() and each.focusPolicy() != Qt.FocusPolicy.NoFocus
        ]  # fmt: skip
        if can:
            min(can, key=_is_empty).setFocus(_REASON)  # in an empty table nobody would see the focus
        return bool(can)


def order_tabs(message: QWidget, message_pane: QWidget, people: QWidget, first_of_people: str) -> None:
    """Let Tab lead from the message to the people and, behind the last of them, on to what follows the message: Send.

    Args:
        message: the text.
        message_pane: where it stands.
        people: the pane of the people.
        first_of_people: the name of the field in it that people are typed into.
    """
    behind = _in_order(message_pane)
    behind = behind[behind.index(message) + 1 :]
    listed = _in_order(people)
    first = next(at for at, widget in enumerate(listed) if widget.objectName() == first_of_people)
    order = [message, *listed[first:], *listed[:first], *behind]
    for one, next_one in pairwise(order):
        QWidget.setTabOrder(one, next_one)


def _writes_at_once(widget: QWidget) -> bool:
    any_key = QAbstractItemView.EditTrigger.AnyKeyPressed
    return isinstance(widget, QAbstractItemView) and bool(widget.editTriggers() & any_key)


def _is_empty(widget: QWidget) -> bool:
    model = widget.model() if isinstance(widget, QAbstractItemView) else None
    return model is not None and model.rowCount() == 0


def _in_order(pane: QWidget) -> list[QWidget]:
    """What can have the focus in a pane, in the order in which it was put together.

    Not by `nextInFocusChain`: PySide would take each widget for the child of the one before, and delete it with that.
    """
    return [
        each
        for each in pane.findChildren(QWidget)
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.focusProxy() is None
    ]
