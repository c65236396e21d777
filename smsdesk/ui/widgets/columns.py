"""A table's columns as values: adding one is one entry in its model's list."""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from PySide6.QtCore import Qt

from smsdesk.domain.frozen import frozen
from smsdesk.ui.text.formatting import as_plain_tooltip
from smsdesk.ui.text.translate import translate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from PySide6.QtCore import QObject
    from PySide6.QtWidgets import QStyledItemDelegate

Row = TypeVar("Row")

_AT_THE_END = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter


@frozen
class Column(Generic[Row]):
    """One column of a table whose rows are values of one kind.

    Attributes:
        key: its name for good: what is remembered of a column goes by it, never by its place or its title.
        title: its title, translated.
        text: what a cell shows.
        width: so many average characters; None for the column that takes what is left.
        least: how narrow it may become where there is no room, in average characters; None for as wide as ever. Of the
            column that takes what is left: for what the others become narrower.
        tooltip: what a cell says at length; None for its text once more.
        roles: what a cell gives under further roles.
        delegate: who draws its cells; None for the table's own.
        sort_key: what its rows are ordered by; None for the text.
        edit: takes a cell's new text, by the row's place; None where nothing can be edited.
        needs_room: how wide the table must be, in average characters, for this column to be shown by itself; the user
            may show it all the same.
        at_the_end: its cells and its title stand at the trailing edge, as numbers do.
        sorts: whether a click on its title orders the rows by it, where the table's titles can be clicked at all.
        fixed: its cells stay as they are while a message is on its way, and need not be drawn again for that.
    """

    key: str
    title: str
    text: Callable[[Row], str]
    width: int | None = None
    least: int | None = None
    tooltip: Callable[[Row], str] | None = None
    roles: Mapping[int, Callable[[Row], Any]] = field(default_factory=dict)
    delegate: Callable[[QObject], QStyledItemDelegate] | None = None
    sort_key: Callable[[Row], Any] | None = None
    edit: Callable[[int, str], object] | None = None
    needs_room: int = 0
    at_the_end: bool = False
    sorts: bool = True
    fixed: bool = False

    def order(self, row: Row) -> Any:
        """What this row is ordered by."""
        return (self.sort_key or self.text)(row)

    def data(self, row: Row, role: int) -> Any:
        """What the row's cell gives under a role; None for nothing."""
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text(row)
        if role == Qt.ItemDataRole.ToolTipRole:
            return as_plain_tooltip((self.tooltip or self.text)(row))
        if role == Qt.ItemDataRole.TextAlignmentRole and self.at_the_end:
            return _AT_THE_END
        given = self.roles.get(role)
        return given(row) if given else None


class Columns(Generic[Row]):
    """The columns of one table, from the leading edge on.

    Args:
        columns: them.

    Attributes:
        sorted_by: the place of the column that the rows are sorted by, and whether they fall; None for no column.
    """

    def __init__(self, *columns: Column[Row]) -> None:
        self.sorted_by: tuple[int, bool] | None = None
        self._columns = columns
        self._places = {column.key: place for place, column in enumerate(columns)}

    def __len__(self) -> int:
        return len(self._columns)

    def __iter__(self) -> Iterator[Column[Row]]:
        return iter(self._columns)

    def __getitem__(self, place: int) -> Column[Row]:
        return self._columns[place]

    def place(self, key: str) -> int:
        """Where a column stands.

        Raises:
            KeyError: there is none of this name.
        """
        return self._places[key]

    @property
    def last(self) -> int:
        """The place of the last one."""
        return len(self._columns) - 1

    @property
    def first_moving(self) -> int:
        """The place from which on cells may change while a message is on its way."""
        return next(place for place, column in enumerate(self._columns) if not column.fixed)

    def header(self, place: int, orientation: Qt.Orientation, role: int) -> Any:
        """A column's title, for `headerData`, and where it stands."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and self._columns[place].at_the_end:
            return _AT_THE_END
        if role == Qt.ItemDataRole.AccessibleTextRole and self.sorted_by is not None and self.sorted_by[0] == place:
            return self.sorted_words()
        return self._columns[place].title if role == Qt.ItemDataRole.DisplayRole else None

    def sorted_words(self) -> str:
        """By which column the rows are sorted and which way, for those who don't see the mark."""
        if self.sorted_by is None:
            return translate("columns", "In the usual order")
        place, falls = self.sorted_by
        rising, falling = (
            translate("columns", "{title}, sorted rising"),
            translate("columns", "{title}, sorted falling"),
        )
        return (falling if falls else rising).format(title=self._columns[place].title)
