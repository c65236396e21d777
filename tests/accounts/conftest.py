"""A real Secret Service on a session bus of its own, far from the keyring of whoever runs the tests."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.helpers.session_bus import Desktop

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def desktop() -> Iterator[Desktop]:
    # Not under tmp_path: the path of a socket may have some hundred characters only.
    with tempfile.TemporaryDirectory(prefix="smsdesk-") as folder:
        running = Desktop(Path(folder))
        try:
            running.start_bus()
            yield running
        finally:
            running.close()
