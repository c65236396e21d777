"""The history's title line, which holds what finds and what can be done; without room the chips stand below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QLabel

    from smsdesk.ui.history.announcement_actions import AnnouncementActions
    from smsdesk.ui.history.finding.kind_chips import KindChips
    from smsdesk.ui.history.finding.search_field import SearchField

_GAP = 12


class TitleLine(QWidget):
    """One line, or two.

    Args:
        title: what the card is called.
        field: where one searches.
        chips: of the kinds.
        actions: what can be done.
    """

    def __init__(self, title: QLabel, field: SearchField, chips: KindChips, actions: AnnouncementActions) -> None:
        super().__init__()
        self._chips = chips
        self._title, self._field, self._actions = title, field, actions
        self._widest = 0  # that the actions have been
        self._beside = True
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._line = QHBoxLayout()
        # Filled in its place: of what is in a layout when it is added, PySide keeps handles that outlive a move.
        self._lines.addLayout(self._line)
        self._line.setSpacing(_GAP)
        self._line.addWidget(title)
        self._line.addWidget(field, 2)
        self._line.addWidget(chips, 3)
        self._line.addStretch()
        self._line.addWidget(actions)
        self._line.addStrut(chips.sizeHint().height())  # so that nothing moves when they appear

    def minimumSizeHint(self) -> QSize:
        """Without the chips: they can stand below."""
        widths = [other.minimumSizeHint().width() for other in (self._title, self._actions)]
        return QSize(sum(widths) + self._field.minimumWidth() + 2 * _GAP, super().minimumSizeHint().height())

    def event(self, event: QEvent) -> bool:
        """Look again where something needs more room, or less."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._place()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the width."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        """Beside the others as long as the chips have room for signs and numbers there."""
        least = self._chips.minimumSizeHint().width()
        # Whatever is chosen: the line that is below or not must not depend on that.
        self._widest = max(self._widest, self._actions.minimumSizeHint().width(), self._actions.usual_width())
        needed = self._title.minimumSizeHint().width() + self._field.minimumWidth() + self._widest
        beside = needed + least + 4 * _GAP <= self.width()
        if beside is not self._beside:
            self._beside = beside
            if beside:
                self._lines.removeWidget(self._chips)
                self._line.insertWidget(2, self._chips, 3)
            else:
                self._line.removeWidget(self._chips)
                self._lines.addWidget(self._chips)
        self._chips.setMinimumWidth(least if beside else 0)
