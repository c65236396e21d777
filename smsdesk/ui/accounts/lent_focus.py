"""The focus of a button that is switched off for a while."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QWidget

_REASON = Qt.FocusReason.OtherFocusReason


class LentFocus:
    """Brings the focus back to what was switched off with it. Qt hands it to the next field, or to nobody.

    Args:
        window: whose widgets are switched off and on.
    """

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self._owner: QWidget | None = None
        self._place: QWidget | None = None

    @contextmanager
    def held(self, place: QWidget) -> Iterator[None]:
        """Switch widgets off or on inside.

        Args:
            place: has the focus while its owner is switched off, unless the user takes it elsewhere.
        """
        before = self._window.focusWidget()
        yield
        if self._owner is None and before is not None and not before.isEnabled():
            self._owner, self._place = before, place
            place.setFocus(_REASON)
        elif self._owner is not None and self._owner.isEnabled():
            if before in (None, self._place, self._owner):
                self._owner.setFocus(_REASON)
            self._owner = self._place = None
