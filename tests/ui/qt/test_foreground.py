from __future__ import annotations

import sys

import pytest

from smsdesk.ui.qt.foreground import let_come_forward


@pytest.mark.parametrize(("process", "asked_for"), [(4242, 4242), (0, 0xFFFFFFFF)])
def test_the_system_is_asked_for_that_process_or_for_any(process: int, asked_for: int) -> None:
    allowed: list[int] = []
    let_come_forward(process, allowed.append)
    assert allowed == [asked_for]


@pytest.mark.skipif(sys.platform == "win32", reason="there it is asked")
def test_elsewhere_nothing_has_to_be_asked() -> None:
    let_come_forward(4242)
