"""A row of chips that add up to a table's rows: pressing one shows only those that it counts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from PySide6.QtGui import QResizeEvent

    from smsdesk.ui.widgets.listing.chip import Chip

Key = TypeVar("Key")

_GAP = 8


class ChipRow(QWidget, Generic[Key]):
    """Chips of which one at most is pressed in. A chip that would say 0 is absent.

    Args:
        chips: them, from the leading edge on; the one under None stands for all rows.
        shortened_first: those that lose their word first where there is no room, the quieter ones before the others.
        press: told what the user wants to see: the key of a chip, or None for all rows.
    """

    def __init__(
        self,
        chips: Mapping[Key | None, Chip],
        shortened_first: Sequence[Key | None],
        press: Callable[[Key | None], None],
    ) -> None:
        super().__init__()
        self._shown: Key | None = None
        self._chips = chips
        self._shortened_first = shortened_first
        self._told = press
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(_GAP)
        for key, chip in chips.items():
            chip.clicked.connect(lambda checked, key=key: self._press(key if checked else None))
            chip.hide()
            layout.addWidget(chip)
        layout.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._check()

    @property
    def shown(self) -> Key | None:
        """What is chosen; None while all rows are shown."""
        return self._shown

    def say(self, counts: Mapping[Key | None, int]) -> None:
        """Say these numbers."""
        for key, chip in self._chips.items():
            count = counts.get(key, 0)
            chip.set_count(count)
            # What is filtered by stays, else nobody could see why the table is empty.
            chip.setVisible(count > 0 or (key is not None and key is self._shown))
        self._fit()
        self.updateGeometry()

    def choose(self, key: Key | None) -> None:
        """Show what is chosen, without telling it."""
        self._shown = key
        self._check()

    def needed(self, short: Collection[Key | None] = ()) -> int:
        """How wide it is when these have lost their words."""
        widths = [chip.width_of(key in short) for key, chip in self._chips.items() if not chip.isHidden()]
        return sum(widths) + _GAP * max(0, len(widths) - 1)

    def sizeHint(self) -> QSize:
        """Room for all words."""
        return QSize(self.needed(), self._height())

    def minimumSizeHint(self) -> QSize:
        """Room for signs and numbers."""
        return QSize(self.needed(self._chips), self._height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave words out where there is no room for them."""
        super().resizeEvent(event)
        self._fit()

    def _press(self, key: Key | None) -> None:
        self.choose(key)
        self._told(key)

    def _check(self) -> None:
        for key, chip in self._chips.items():
            chip.setChecked(key is self._shown)

    def _fit(self) -> None:
        short: list[Key | None] = []
        for quieter in self._shortened_first:
            if self.needed(short) <= self.width():
                break
            short.append(quieter)
        for key, chip in self._chips.items():
            chip.set_short(key in short)

    def _height(self) -> int:
        return max(chip.height_of() for chip in self._chips.values())
