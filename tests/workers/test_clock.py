from __future__ import annotations

import sys
import time

import pytest

from smsdesk.workers.clock import elapsed_s


def test_it_never_goes_back_and_no_change_of_the_clock_moves_it(monkeypatch: pytest.MonkeyPatch) -> None:
    before = elapsed_s()
    monkeypatch.setattr(time, "time", lambda: 0.0)
    assert 0 <= elapsed_s() - before < 3600


@pytest.mark.skipif(sys.platform != "linux", reason="the clock that goes on in sleep has another name elsewhere")
def test_the_time_that_the_computer_slept_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    asleep_s = 7200.0
    at = {time.CLOCK_MONOTONIC: 100.0, time.CLOCK_BOOTTIME: 100.0}
    monkeypatch.setattr(time, "clock_gettime", lambda clock: at[clock])
    monkeypatch.setattr(time, "monotonic", lambda: at[time.CLOCK_MONOTONIC])
    before = elapsed_s()
    at[time.CLOCK_BOOTTIME] += asleep_s
    assert elapsed_s() - before == asleep_s
