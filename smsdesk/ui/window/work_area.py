"""Where the work is done, at whatever size: message beside people over the history, or over each other, or a drawer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QSplitter, QVBoxLayout, QWidget

from smsdesk.ui.widgets.named import named
from smsdesk.ui.window.history_line import HistoryLine

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtGui import QResizeEvent

    from smsdesk.ui.compose.compose_pane import ComposePane
    from smsdesk.ui.history.history_pane import HistoryPane
    from smsdesk.ui.recipients.recipients_pane import RecipientsPane

_HANDLE = 8
_NARROW = 122
"""Characters of width below which message and people rather stand over each other."""
_LOWEST = 7
"""Lines of text that this takes at least; what has no room is scrolled, and Send stays in sight."""


class WorkArea(QWidget):
    """Arranges the three panes anew whenever its size changes.

    Args:
        compose: the message, with the place that tells about sending.
        recipients: the people.
        history: what was sent.
    """

    def __init__(self, compose: ComposePane, recipients: RecipientsPane, history: HistoryPane) -> None:
        super().__init__()
        self._compose = compose
        self._recipients = recipients
        self._history = history
        self._desk = _splitter("deskSplitter", Qt.Orientation.Horizontal, compose, recipients)
        self._room = _Room(self._desk, compose.place)
        self._work = _splitter("workSplitter", Qt.Orientation.Vertical, self._room, history)
        self._work.setStretchFactor(0, 3)
        self._work.setStretchFactor(1, 2)
        self._line = HistoryLine(history)
        self._is_open = False
        self._shares = [3000, 2000]
        self._desk_beside = QByteArray()
        for splitter in (self._desk, self._work):
            splitter.splitterMoved.connect(lambda *_: self.keep_shares())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(_HANDLE)
        layout.addWidget(self._work, 1)
        layout.addWidget(self._line)
        self._line.toggled.connect(self._open_drawer)
        self._line.hide()

    @property
    def stacked(self) -> bool:
        """The message stands over the people."""
        return self._desk.orientation() is Qt.Orientation.Vertical

    def keep_shares(self, desk_beside: QByteArray | None = None) -> None:
        """Remember how the user has shared the room, for when the panes stand like this again.

        Args:
            desk_beside: how an earlier run left message and people; None for as they are.
        """
        sizes = self._work.sizes()
        if all(sizes):
            self._shares = sizes
        if desk_beside is not None or not self.stacked:
            self._desk_beside = self._desk.saveState() if desk_beside is None else desk_beside

    def show_desk(self) -> None:
        """Close the drawer: what can be taken back is to be seen."""
        self._line.close_drawer()

    def show_history(self) -> None:
        """Open the drawer, if it is in one: something in it is to be seen."""
        if self._line.isVisible():
            self._line.open_drawer()

    def minimumSizeHint(self) -> QSize:
        """As little as anything can be done with."""
        width = max(each.minimumSizeHint().width() for each in (self._compose, self._recipients, self._line))
        return QSize(width + self._room.bar_width(), _LOWEST * self.fontMetrics().lineSpacing())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange the panes for this size."""
        super().resizeEvent(event)
        self.arrange()

    def arrange(self) -> None:
        """Put each pane where it has room, and what can't have any into the drawer."""
        size, one, other = self.size(), self._compose.minimumSizeHint(), self._recipients.minimumSizeHint()
        beside = one.width() + other.width() + _HANDLE
        line = self._line.sizeHint().height() + _HANDLE
        fits_stacked = one.height() + other.height() + _HANDLE + line <= size.height()
        narrow = size.width() < _NARROW * self.fontMetrics().averageCharWidth()
        stacked = size.width() < beside or (narrow and fits_stacked)
        self._turn(stacked=stacked)
        desk = one.height() + other.height() + _HANDLE if stacked else max(one.height(), other.height())
        low = desk + _HANDLE + self._history.minimumSizeHint().height() > size.height()
        self._line.setVisible(low)
        self._history.setVisible(self._is_open or not low)
        self._room.setVisible(not (low and self._is_open))
        if not low:
            self._leave_room_for(desk)
        self._room.show_place()

    def _turn(self, *, stacked: bool) -> None:
        wanted = Qt.Orientation.Vertical if stacked else Qt.Orientation.Horizontal
        if self._desk.orientation() is not wanted:
            self._desk.setOrientation(wanted)
            self._desk.setSizes([1000, 1000])
            if not stacked and not self._desk_beside.isEmpty():
                self._desk.restoreState(self._desk_beside)
                self._desk.setOrientation(wanted)

    def _leave_room_for(self, desk: int) -> None:
        """Message and people keep what they need at least; the history has the rest."""
        above, below = self._work.sizes()
        if not (above and below):  # one of them was not there, and nothing has given it its size back
            self._work.setSizes(self._shares)
            above, below = self._work.sizes()
        if 0 < above < desk:
            self._work.setSizes([desk, above + below - desk])

    def _open_drawer(self, is_open: bool) -> None:
        self._is_open = is_open
        self.arrange()


class _Room(QScrollArea):
    """Scrolls the desk where it has less room than it needs, with one place of it that comes into sight by itself."""

    def __init__(self, desk: QWidget, place: QWidget) -> None:
        super().__init__(widgetResizable=True)
        self._desk, self._place = desk, place
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(desk)
        place.installEventFilter(self)
        for surface in (desk, self.viewport()):
            surface.setAutoFillBackground(False)

    def bar_width(self) -> int:
        """What a scroll bar takes beside the desk."""
        return self.verticalScrollBar().sizeHint().width()

    def minimumSizeHint(self) -> QSize:
        """Wide enough for the desk, but not high enough."""
        return QSize(self._desk.minimumSizeHint().width(), _LOWEST * self.fontMetrics().lineSpacing())

    def show_place(self) -> None:
        """Scroll it into sight where it is not, and no further."""
        if self.verticalScrollBar().maximum() > 0:
            self.verticalScrollBar().setValue(0)
            self.ensureWidgetVisible(self._place, 0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep it in sight."""
        super().resizeEvent(event)
        self.show_place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow it when what is around it grows or shrinks."""
        if watched is self._place and event.type() in (QEvent.Type.Move, QEvent.Type.Resize):
            self.show_place()
        return super().eventFilter(watched, event)


def _splitter(name: str, orientation: Qt.Orientation, *widgets: QWidget) -> QSplitter:
    splitter = named(name, QSplitter(orientation, childrenCollapsible=False))
    splitter.setHandleWidth(_HANDLE)
    for widget in widgets:
        splitter.addWidget(widget)
    return splitter
