from __future__ import annotations

import gc
import sys

import pytest

from smsdesk.workers.side_by_side import considerately, let_go, spared


def test_turns_are_short_while_a_worker_works_and_as_before_afterwards() -> None:
    before = sys.getswitchinterval()
    assert considerately(sys.getswitchinterval) < before / 2
    with pytest.raises(ZeroDivisionError):
        considerately(lambda: 1 // 0)
    assert sys.getswitchinterval() == before


def test_what_was_made_of_many_is_spared_by_the_garbage_collector() -> None:
    frozen = gc.get_freeze_count()
    made = [[number] for number in spared(range(5_000))]
    assert len(made) == 5_000
    assert gc.get_freeze_count() - frozen >= 4_000
    gc.unfreeze()


def test_everything_is_let_go() -> None:
    items = [[number] for number in range(2_500)]
    let_go(items)
    assert items == []
