from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest

from tests.helpers.window.confirmations import opened

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from tests.helpers.window.confirmations import Open


@pytest.fixture
def ask(window: QWidget) -> Open:
    """Opens the confirmation over a window."""
    return partial(opened, window)
