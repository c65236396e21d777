from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.helpers.patience import PATIENCE_S
from tests.kill.killing import LANES, Killing

if TYPE_CHECKING:
    from pathlib import Path

KILLS = 7


@pytest.mark.timeout(600)
def test_a_program_that_is_killed_again_and_again_loses_nobody_and_texts_nobody_twice(tmp_path: Path) -> None:
    with Killing(tmp_path, seed=4, recipients=500, kills=KILLS, gateways=list(LANES)) as killing:
        for _ in range(KILLS):
            killing.kill_once()
        killing.finish(within_s=PATIENCE_S * 3)
        tally = killing.tally
        assert (tally.twice, tally.lost, tally.too_unknown) == ([], [], [])
        assert tally.kills == KILLS
        assert killing.recipients.total() == 500
