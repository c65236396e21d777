"""A window is no larger than its screen, wherever it was kept from."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect

from smsdesk.ui.window.on_screen import fitted

SCREEN = QRect(0, 0, 1366, 728)


@pytest.mark.parametrize(
    ("wanted", "place"),
    [
        (QRect(100, 60, 900, 600), QRect(100, 60, 900, 600)),
        (QRect(0, 0, 1180, 800), QRect(0, 28, 1180, 700)),
        (QRect(1900, 400, 900, 600), QRect(466, 128, 900, 600)),
        (QRect(-2500, -90, 2560, 1400), QRect(0, 28, 1366, 700)),
    ],
)
def test_it_is_moved_and_made_smaller_only_as_far_as_needed(wanted: QRect, place: QRect) -> None:
    assert fitted(wanted, SCREEN, 28) == place
