"""What a widget says when it is pointed at, also to whoever listens instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smsdesk.ui.text.directions import without_directions
from smsdesk.ui.text.formatting import as_plain_tooltip

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def say_at_length(widget: QWidget, text: str) -> None:
    """Give a widget this tooltip, with whatever stands in the text as plain text; "" for none.

    Where there is no description, Qt gives a screen reader the tooltip, with its markup.
    """
    widget.setToolTip(as_plain_tooltip(text))
    widget.setAccessibleDescription(without_directions(text))
