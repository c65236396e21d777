from __future__ import annotations

import os
import sys

import pytest

from smsdesk.workers.stepping_back import stepping_back


def test_it_gives_what_the_job_gives_or_raises() -> None:
    assert stepping_back(lambda: 42) == 42
    with pytest.raises(ZeroDivisionError):
        stepping_back(lambda: 1 // 0)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux knows a priority of one thread by this call")
def test_the_system_prefers_every_other_thread_and_only_this_one_steps_back() -> None:
    def priority() -> int:
        return os.getpriority(os.PRIO_PROCESS, 0)

    before = priority()
    assert stepping_back(priority) == min(before + 10, 19)
    assert priority() == before
