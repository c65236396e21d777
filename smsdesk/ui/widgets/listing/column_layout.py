"""How a table's columns stand: their widths, which are hidden, by what it is sorted; and what is remembered of that."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHeaderView, QMenu, QTableView

from smsdesk.ui.widgets.named import named

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint

    from smsdesk.ui.widgets.columns import Columns

_SHARES: Final = 100
"""Widths are remembered in hundredths of an average character, so that they follow the font."""

_LEAST: Final = 6  # average characters


class ColumnLayout(QObject):
    """Gives each column its width and one of them what is left; hides what there is no room for.

    The menu of the header hides and shows columns. What the user has chosen stays, however wide the table is.

    Args:
        table: its model has these columns.
        columns: them.

    Signals:
        sorted_anew: the user has sorted the rows otherwise; it is said in words.
    """

    sorted_anew = Signal(str)

    def __init__(self, table: QTableView, columns: Columns[Any]) -> None:
        super().__init__(table)
        self._table = table
        self._columns = columns
        self._header = table.horizontalHeader()
        self._chosen: dict[str, bool] = {}  # whether a column is shown, where the user said so
        self._widths: dict[str, int] = {}  # where the user has given a column another one, in shares
        self._kept: dict[str, str] | None = None
        self._laying_out = self._putting_back = False
        self._header.setMinimumSectionSize(_LEAST * self._unit())
        self._take_widths(*range(len(columns)))
        self._lay_out()
        table.viewport().installEventFilter(self)
        self._header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._header.customContextMenuRequested.connect(self._open_menu)
        self._header.sectionResized.connect(self._resized)
        self._header.sortIndicatorChanged.connect(self._sorted)

    def remember_in(self, kept: dict[str, str]) -> None:
        """Put back what was kept under the table's object name, and keep there what changes from now on."""
        self._putting_back = True
        self._put_back(kept.get(self._table.objectName(), ""))
        self._putting_back = False
        self._kept = kept

    def menu(self, parent: QMenu | QTableView) -> QMenu:
        """The menu that shows and hides columns; one of them stays."""
        menu = named("columnsMenu", QMenu(self.tr("Columns"), parent))
        shown = self._shown()
        for place, column in enumerate(self._columns):
            action = QAction(column.title, menu, checkable=True, checked=place in shown)
            action.setObjectName(f"{column.key}ColumnAction")
            action.setEnabled(shown != [place])
            action.toggled.connect(lambda on, key=column.key: self._choose(key, shown=on))
            menu.addAction(action)
        menu.addSeparator()
        named("usualColumnsAction", menu.addAction(self.tr("As usual"), self._forget))
        return menu

    def add_to(self, menu: QMenu) -> None:
        """Put into a menu what can be done with the columns, for those who don't click on titles."""
        if self._table.isSortingEnabled():
            menu.addMenu(self._sort_menu(menu))
        menu.addMenu(self.menu(menu))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hide and show columns as the table gets narrow and wide."""
        if event.type() == QEvent.Type.Resize:
            self._lay_out()
        return super().eventFilter(watched, event)

    def _unit(self) -> int:
        return self._table.fontMetrics().averageCharWidth()

    def _shown(self) -> list[int]:
        return [place for place in range(len(self._columns)) if not self._header.isSectionHidden(place)]

    def _take_widths(self, *places: int) -> None:
        """Give these columns their own width, or that which the user gave them."""
        outer, self._laying_out = self._laying_out, True
        for place in places:
            column = self._columns[place]
            shares = self._widths.get(column.key, _SHARES * column.width if column.width is not None else 0)
            if shares and self._header.sectionResizeMode(place) == QHeaderView.ResizeMode.Interactive:
                self._header.resizeSection(place, max(_LEAST, shares // _SHARES) * self._unit())
        self._laying_out = outer

    def _lay_out(self) -> None:
        """Hide what gives way, and let the column without a width, or else the first one, take what is left."""
        if self._laying_out:
            return
        self._laying_out = True
        room = self._table.viewport().width() / self._unit()
        for place, column in enumerate(self._columns):
            self._header.setSectionHidden(place, not self._chosen.get(column.key, room >= column.needs_room))
        shown = self._shown()
        wide = next((place for place in shown if self._columns[place].width is None), shown[0] if shown else -1)
        for place in range(len(self._columns)):
            mode = QHeaderView.ResizeMode.Stretch if place == wide else QHeaderView.ResizeMode.Interactive
            if mode != self._header.sectionResizeMode(place):
                self._header.setSectionResizeMode(place, mode)
        self._take_widths(*range(len(self._columns)))
        self._narrow(shown, wide)
        self._laying_out = False

    def _narrow(self, shown: list[int], wide: int) -> None:
        """Take what is lacking from those columns that can be narrower, but for those that the user made so wide."""
        least = (self._columns[wide].least if wide >= 0 else None) or _LEAST
        needed = sum(self._header.sectionSize(place) for place in shown if place != wide) + least * self._unit()
        lacking = needed - self._table.viewport().width()
        for place in shown:
            column = self._columns[place]
            if lacking > 0 and column.least is not None and place != wide and column.key not in self._widths:
                width = self._header.sectionSize(place)
                narrower = min(width, max(width - lacking, column.least * self._unit()))
                self._header.resizeSection(place, narrower)
                lacking -= width - narrower

    def _choose(self, key: str, *, shown: bool) -> None:
        self._chosen[key] = shown
        self._lay_out()
        self._keep()

    def _forget(self) -> None:
        if self._table.isSortingEnabled():
            self._sort(-1, falls=False)
        self._chosen.clear()
        self._widths.clear()
        self._lay_out()
        self._take_widths(*range(len(self._columns)))
        self._keep()

    def _sort_menu(self, parent: QMenu) -> QMenu:
        menu = named("sortMenu", QMenu(self.tr("Sort by"), parent))
        sorted_by = self._columns.sorted_by
        for place, column in enumerate(self._columns):
            if column.sorts:
                action = QAction(
                    column.title, menu, checkable=True, checked=sorted_by is not None and sorted_by[0] == place
                )
                action.setObjectName(f"sortBy{column.key.capitalize()}Action")
                action.triggered.connect(lambda _on, place=place: self._sort(place, falls=False))
                menu.addAction(action)
        menu.addSeparator()
        turned = named("turnSortAction", menu.addAction(self.tr("The other way round")))
        usual = named("usualSortAction", menu.addAction(self.tr("In the usual order")))
        for each in (turned, usual):
            each.setEnabled(sorted_by is not None)
        if sorted_by is not None:
            turned.triggered.connect(lambda: self._sort(sorted_by[0], falls=not sorted_by[1]))
            usual.triggered.connect(lambda: self._sort(-1, falls=False))
        return menu

    def _sort(self, place: int, *, falls: bool) -> None:
        self._header.setSortIndicator(place, Qt.SortOrder.DescendingOrder if falls else Qt.SortOrder.AscendingOrder)

    def _sorted(self, place: int, order: Qt.SortOrder) -> None:
        """A click on a title that can't sort changes nothing."""
        before = self._columns.sorted_by
        if place >= 0 and not self._columns[place].sorts:
            self._sort(*((before[0],) if before else (-1,)), falls=bool(before and before[1]))
            return
        self._columns.sorted_by = (place, order == Qt.SortOrder.DescendingOrder) if place >= 0 else None
        if self._columns.sorted_by != before:
            self._header.headerDataChanged(Qt.Orientation.Horizontal, 0, len(self._columns) - 1)
            self._keep()
            if not self._putting_back:
                self.sorted_anew.emit(self._columns.sorted_words())

    def _open_menu(self, at: QPoint) -> None:
        menu = self.menu(self._table)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self._header.mapToGlobal(at))

    def _resized(self, place: int, _before: int, width: int) -> None:
        """By the user's hand."""
        by_hand = not self._laying_out and self._header.sectionResizeMode(place) == QHeaderView.ResizeMode.Interactive
        if by_hand and width and not self._header.isSectionHidden(place):
            self._widths[self._columns[place].key] = round(_SHARES * width / self._unit())
            self._keep()

    def _keep(self) -> None:
        if self._kept is None:
            return
        stands: dict[str, object] = {"widths": self._widths, "shown": self._chosen}
        if self._columns.sorted_by is not None:
            place, falls = self._columns.sorted_by
            stands["sort"] = [self._columns[place].key, falls]
        self._kept[self._table.objectName()] = json.dumps(stands)

    def _put_back(self, text: str) -> None:
        """What can't be read, or is of a column that is no more, counts for nothing."""
        try:
            stands = json.loads(text or "{}")
            widths, shown, sort = stands.get("widths", {}), stands.get("shown", {}), stands.get("sort")
            places = {column.key: place for place, column in enumerate(self._columns)}
            self._chosen = {key: bool(on) for key, on in shown.items() if key in places}
            if not any(self._chosen.get(key, True) for key in places):
                self._chosen = {}
            self._widths = {key: int(shares) for key, shares in widths.items() if key in places}
            self._lay_out()
            self._take_widths(*places.values())
            if sort and sort[0] in places and self._table.isSortingEnabled():
                self._sort(places[sort[0]], falls=bool(sort[1]))
        except (ValueError, TypeError, AttributeError, IndexError):
            return
