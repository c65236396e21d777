"""The header of the preview: the columns' titles, and under those of the file a box each that says what it holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHeaderView, QStyle, QStyleOptionHeader

from smsdesk.domain.people.header_words import Role, heads_mobiles
from smsdesk.ui.text.translate import translate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QRect
    from PySide6.QtGui import QPainter, QWheelEvent
    from PySide6.QtWidgets import QWidget

    from smsdesk.domain.people.entries import Column

_MOST_BOXES = 60
"""A sheet may have thousands of columns; the ones behind these stay as they are recognised."""


class RoleHeader(QHeaderView):
    """The header; the first column that has a box is the second of the table.

    Signals:
        chosen: the user said otherwise what a column holds; with the roles of all that have a box.
    """

    chosen = Signal(tuple)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._boxes: list[_RoleBox] = []
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        self.setHighlightSections(False)
        self.setSectionsClickable(False)
        self.sectionResized.connect(self._place_boxes)
        self.geometriesChanged.connect(self._place_boxes)

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
            box = _RoleBox(self.viewport())
            box.setObjectName(f"roleCombo{len(self._boxes) + 1}")
            box.activated.connect(self._tell)
            self._boxes.append(box)
        first = _first_number(columns)
        for place, (box, column, title) in enumerate(zip(self._boxes, columns, titles, strict=False)):
            box.show_role(column.role, also=column.role is Role.NUMBER and place != first)
            box.setAccessibleName(translate("RoleHeader", "What column {title} holds").format(title=title))
            box.show()
        self.updateGeometry()
        self.geometriesChanged.emit()
        self._place_boxes()

    def box_width(self) -> int:
        """How wide a column has to be for its box."""
        return max((box.sizeHint().width() for box in self._boxes), default=0) + 8

    def sizeHint(self) -> QSize:
        """Two lines where there are boxes."""
        hint = super().sizeHint()
        return QSize(hint.width(), self._title_height() + self._box_height())

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Draw the title above the box."""
        option = QStyleOptionHeader()
        self.initStyleOption(option)
        self.initStyleOptionForIndex(option, section)
        option.rect = rect
        self.style().drawControl(QStyle.ControlElement.CE_HeaderSection, option, painter, self)
        option.rect = rect.adjusted(0, 0, 0, -self._box_height())
        self.style().drawControl(QStyle.ControlElement.CE_HeaderLabel, option, painter, self)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Take the boxes along."""
        super().scrollContentsBy(dx, dy)
        self._place_boxes()

    def follow(self, _value: int = 0) -> None:
        """The table was scrolled sideways: so are the boxes."""
        self._place_boxes()

    def _title_height(self) -> int:
        return super().sizeHint().height()

    def _box_height(self) -> int:
        return self._boxes[0].sizeHint().height() + 6 if self._boxes else 0

    def _place_boxes(self) -> None:
        top = self.height() - self._box_height() + 2
        for place, box in enumerate(self._boxes):
            left, width = self.sectionViewportPosition(place + 1), self.sectionSize(place + 1)
            box.setGeometry(left + 4, top, max(width - 8, 0), self._box_height() - 6)

    def _tell(self) -> None:
        self.chosen.emit(tuple(box.role() for box in self._boxes))


class _RoleBox(QComboBox):
    """What one column holds. The wheel scrolls the table, not the choice."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._offered = {
            (Role.NAME, False): translate("RoleHeader", "Name"),
            (Role.NUMBER, False): translate("RoleHeader", "Number"),
            (Role.NUMBER, True): translate("RoleHeader", "Also a number"),
            (Role.IF_EMPTY, False): translate("RoleHeader", "If that is empty"),
            (Role.CODE, False): translate("RoleHeader", "Country code"),
            (Role.LANGUAGE, False): translate("RoleHeader", "Language"),
            (Role.GROUP, False): translate("RoleHeader", "Group"),
            (Role.OPT_OUT, False): translate("RoleHeader", "Wants none"),
            (Role.OTHER, False): translate("RoleHeader", "Keep"),
            (Role.LEFT_OUT, False): translate("RoleHeader", "Leave out"),
        }
        self.addItems(list(self._offered.values()))

    def show_role(self, role: Role, *, also: bool) -> None:
        """Show what the column holds."""
        self.setCurrentIndex(list(self._offered).index((role, also)))

    def role(self) -> Role:
        """What was chosen."""
        return list(self._offered)[self.currentIndex()][0]

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Not without a look: a wheel over the header must change nothing."""
        event.ignore()


def _first_number(columns: Sequence[Column]) -> int | None:
    """The column that a row's number is read from first: the first of mobiles, or the first of numbers at all."""
    numbers = [place for place, column in enumerate(columns) if column.role is Role.NUMBER]
    return next((place for place in numbers if heads_mobiles(columns[place].header)), numbers[0] if numbers else None)
