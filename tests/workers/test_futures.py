from __future__ import annotations

from concurrent.futures import Future

from smsdesk.workers.futures import failure_of, may_have_a_result, pass_on


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


def test_what_has_begun_may_have_a_result_though_it_is_not_waited_for() -> None:
    begun: Future[int] = Future()
    assert may_have_a_result(begun)
    begun.set_running_or_notify_cancel()
    assert not begun.cancel()
    assert may_have_a_result(begun)
    begun.set_result(1)
    assert may_have_a_result(begun)
    cancelled: Future[int] = Future()
    cancelled.cancel()
    failed: Future[int] = Future()
    failed.set_exception(ValueError("broken"))
    assert not may_have_a_result(cancelled)
    assert not may_have_a_result(failed)


def test_what_became_of_one_becomes_of_the_other() -> None:
    first: Future[int] = Future()
    first.set_result(1)
    cancelled: Future[int] = Future()
    cancelled.cancel()
    failed: Future[int] = Future()
    failed.set_exception(ValueError("broken"))
    others = [Future[str](), Future[str](), Future[str]()]
    for done, other in zip((first, cancelled, failed), others, strict=True):
        pass_on(done, other, str)
    assert others[0].result(0) == "1"
    assert others[1].cancelled()
    assert str(others[2].exception(0)) == "broken"
