"""The header of the preview: the columns' titles, and under those of the file a box each that says what it holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHeaderView, QStyle, QStyleOptionHeader, QWidget

from smsdesk.domain.people.header_words import Role, heads_mobiles
from smsdesk.ui.qt.boxes import ComboBox
from smsdesk.ui.text.translate import translate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QTableView

    from smsdesk.domain.people.entries import Column

_MOST_BOXES = 60
"""A sheet may have thousands of columns; the ones behind these stay as they are recognised."""


class RoleHeader(QHeaderView):
    """The header, with room for boxes below its titles."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._room = 0
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        self.setHighlightSections(False)
        self.setSectionsClickable(False)

    @property
    def room(self) -> int:
        """How high the room for boxes is."""
        return self._room

    def set_room(self, height: int) -> None:
        """Make this much room."""
        if height != self._room:
            self._room = height
            self.updateGeometry()
            self.geometriesChanged.emit()

    def sizeHint(self) -> QSize:
        """The titles, and the room below them."""
        hint = super().sizeHint()
        return QSize(hint.width(), hint.height() + self._room)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Draw the title above the box."""
        option = QStyleOptionHeader()
        self.initStyleOption(option)
        self.initStyleOptionForIndex(option, section)
        option.rect = rect
        self.style().drawControl(QStyle.ControlElement.CE_HeaderSection, option, painter, self)
        option.rect = rect.adjusted(0, 0, 0, -self._room)
        self.style().drawControl(QStyle.ControlElement.CE_HeaderLabel, option, painter, self)


class RoleStrip(QWidget):
    """The boxes, over the header. As the table's neighbours, not its children, a screen reader finds them.

    Args:
        header: over which they stand; the first column that has a box is its second.
        table: which is scrolled sideways.
        parent: holds the table.

    Signals:
        chosen: the user said otherwise what a column holds; with the roles of all that have a box.
    """

    chosen = Signal(tuple)

    def __init__(self, header: RoleHeader, table: QTableView, parent: QWidget) -> None:
        super().__init__(parent)
        self._header = header
        self._holder = parent
        self._boxes: list[_RoleBox] = []
        header.sectionResized.connect(self._place)
        header.geometriesChanged.connect(self._place)
        header.installEventFilter(self)
        table.horizontalScrollBar().valueChanged.connect(self._place)
        self._table = table
        self.raise_()

    def set_columns(self, columns: Sequence[Column], titles: Sequence[str]) -> None:
        """Give these columns of the file their boxes; none where there is nothing to choose.

        Args:
            columns: with what they hold now.
            titles: what they are called, for a screen reader.
        """
        columns = columns[:_MOST_BOXES]
        while len(self._boxes) > len(columns):
            box = self._boxes.pop()
            box.hide()
            box.deleteLater()
        while len(self._boxes) < len(columns):
            box = _RoleBox(self)
            box.setObjectName(f"roleCombo{len(self._boxes) + 1}")
            box.activated.connect(self._tell)
            self.setTabOrder(self._boxes[-1] if self._boxes else _before(self._table), box)
            self._boxes.append(box)
        first = _first_number(columns)
        for place, (box, column, title) in enumerate(zip(self._boxes, columns, titles, strict=False)):
            box.show_role(column.role, also=column.role is Role.NUMBER and place != first)
            box.setAccessibleName(translate("RoleStrip", "What column {title} holds").format(title=title))
            box.show()
        self._header.set_room(self._boxes[0].sizeHint().height() + 6 if self._boxes else 0)
        self._place()

    def box_width(self) -> int:
        """How wide a column has to be for its box."""
        return max((box.sizeHint().width() for box in self._boxes), default=0) + 8

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay over the header."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show):
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        header, room = self._header, self._header.room
        corner = header.mapTo(self._holder, QPoint(0, header.height() - room))
        self.setGeometry(QRect(corner, QSize(header.width(), room)))
        for place, box in enumerate(self._boxes):
            left, width = header.sectionViewportPosition(place + 1), header.sectionSize(place + 1)
            box.setGeometry(left + 4, 2, max(width - 8, 0), room - 6)

    def _tell(self) -> None:
        self.chosen.emit(tuple(box.role() for box in self._boxes))


class _RoleBox(ComboBox):
    """What one column holds."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._offered = {
            (Role.NAME, False): translate("RoleStrip", "Name"),
            (Role.NUMBER, False): translate("RoleStrip", "Number"),
            (Role.NUMBER, True): translate("RoleStrip", "Also a number"),
            (Role.IF_EMPTY, False): translate("RoleStrip", "If that is empty"),
            (Role.CODE, False): translate("RoleStrip", "Country code"),
            (Role.LANGUAGE, False): translate("RoleStrip", "Language"),
            (Role.GROUP, False): translate("RoleStrip", "Group"),
            (Role.OPT_OUT, False): translate("RoleStrip", "Wants none"),
            (Role.OTHER, False): translate("RoleStrip", "Keep"),
            (Role.LEFT_OUT, False): translate("RoleStrip", "Leave out"),
        }
        self.addItems(list(self._offered.values()))

    def show_role(self, role: Role, *, also: bool) -> None:
        """Show what the column holds."""
        self.setCurrentIndex(list(self._offered).index((role, also)))

    def role(self) -> Role:
        """What was chosen."""
        return list(self._offered)[self.currentIndex()][0]


def _before(widget: QWidget) -> QWidget:
    """What has the focus before a widget when somebody goes on with Tab."""
    before = widget.previousInFocusChain()
    while before is not None and before is not widget and before.focusPolicy() is Qt.FocusPolicy.NoFocus:
        before = before.previousInFocusChain()
    return before or widget


def _first_number(columns: Sequence[Column]) -> int | None:
    """The column that a row's number is read from first: the first of mobiles, or the first of numbers at all."""
    numbers = [place for place, column in enumerate(columns) if column.role is Role.NUMBER]
    return next((place for place in numbers if heads_mobiles(columns[place].header)), numbers[0] if numbers else None)
