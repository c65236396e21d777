from __future__ import annotations

from concurrent.futures import Future

from smsdesk.workers.futures import failure_of


def test_a_failure_is_what_was_raised_and_nothing_else() -> None:
    fine: Future[int] = Future()
    fine.set_result(1)
    cancelled: Future[int] = Future()
    cancelled.cancel()
    cancelled.set_running_or_notify_cancel()
    failed: Future[int] = Future()
    error = ValueError("broken")
    failed.set_exception(error)
    assert failure_of(fine) is None
    assert failure_of(cancelled) is None
    assert failure_of(failed) is error
