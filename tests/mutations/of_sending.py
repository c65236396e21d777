"""Dangerous changes of `services/sending`: somebody gets it twice, unasked, or never."""

from __future__ import annotations

from typing import Final

from tests.mutations.mutation import Mutation

_RUNNER: Final = "services/sending/queue/queue_runner.py"
_QUEUE: Final = "services/sending/queue/account_queue.py"
_POLICY: Final = "services/sending/queue/retry_policy.py"
_SUBMISSION: Final = "services/sending/submission.py"
_SENDER: Final = "services/sending/sender.py"
_TESTS: Final = "tests/services/sending"

OF_SENDING: Final = (
    Mutation(
        "what a keyring's prompt gave is used after the program's end",
        _RUNNER,
        "if password is None or self._ending.is_set():",
        "if password is None:",
        (f"{_TESTS}/queue/test_queue_runner_prompting.py",),
    ),
    Mutation(
        "what was called back while a keyring's prompt was open leaves when it is answered",
        _RUNNER,
        "login_of(account, password), queue.still_wants(claim)",
        "login_of(account, password), True",
        (f"{_TESTS}/queue/test_queue_runner_prompting.py",),
    ),
    Mutation(
        "the queue's lock locks nothing",
        _QUEUE,
        "self._lock = threading.Lock()",
        "self._lock = threading.Semaphore(1000)",
        (f"{_TESTS}/queue/test_account_queue_lock.py",),
    ),
    Mutation(
        "a move is begun without the lock",
        _QUEUE,
        "        with self._lock:\n            self._more = self._moving\n",
        "        if self._lock:\n            self._more = self._moving\n",
        (f"{_TESTS}/queue/test_account_queue_lock.py",),
    ),
    Mutation(
        "what counts down leaves at once",
        _QUEUE,
        "if announcement_id in self._countdowns or announcement_id > self._newest:",
        "if announcement_id > self._newest:",
        (f"{_TESTS}/queue/test_account_queue_counts.py",),
    ),
    Mutation(
        "an announcement leaves before the queue knows that it counts down",
        _QUEUE,
        "if announcement_id in self._countdowns or announcement_id > self._newest:",
        "if announcement_id in self._countdowns:",
        (f"{_TESTS}/queue/test_account_queue_counts.py",),
    ),
    Mutation(
        "Stop forgets what is on its way, which is queued again when it comes back",
        "services/sending/queue/recalls.py",
        "self._on_the_way.update(dict.fromkeys(stopped.on_the_way, code))",
        "pass",
        (f"{_TESTS}/queue/test_queue_runner_waiting.py", f"{_TESTS}/test_sender_crossed_wishes.py"),
    ),
    Mutation(
        "a timer that rings too late begins a second run",
        "services/sending/queue/retry.py",
        "return self.at is not None and self.at is this",
        "return True",
        (f"{_TESTS}/queue/test_account_queue_counts.py",),
    ),
    Mutation(
        "Continue about something else sends yesterday's news",
        _QUEUE,
        "asked_about_old = self._reason is self._left_over",
        "asked_about_old = True",
        (f"{_TESTS}/queue/test_account_queue_counts.py", f"{_TESTS}/test_sender_crossed_wishes.py"),
    ),
    Mutation(
        "a queue that was told to stop goes on",
        _RUNNER,
        "if not step.goes_on:",
        "if step.kept is not None:",
        (f"{_TESTS}/queue/test_queue_runner_told_to_stop.py",),
    ),
    Mutation(
        "what could not leave for half an hour leaves without a question",
        _RUNNER,
        "if step.stuck_for > STALE_AFTER:",
        "if step.stuck_for < -STALE_AFTER:",
        (f"{_TESTS}/queue/test_queue_runner_waiting.py",),
    ),
    Mutation(
        "a stop for want of a password is forgotten at the next start",
        _RUNNER,
        "self._outbox.hold(account.id).result()",
        "pass",
        (f"{_TESTS}/queue/test_queue_runner_told_to_stop.py",),
    ),
    Mutation(
        "an answer that the disk did not take is not written before the next submission",
        _RUNNER,
        "if step.kept is not None:",
        "if step.kept is not None and not step.goes_on:",
        (f"{_TESTS}/test_sender_on_disk.py",),
    ),
    Mutation(
        "a halt is not on disk with the answer that means it",
        _RUNNER,
        "hold=isinstance(move, Halt)",
        "hold=False",
        (f"{_TESTS}/test_sender_next_start.py",),
    ),
    Mutation(
        "a bug in reading the answer has its messages sent again",
        _SUBMISSION,
        'Verdict(Outcome.UNKNOWN, code="bug")',
        'Verdict(Outcome.NOT_SENT, code="bug")',
        (f"{_TESTS}/test_sender_stops.py",),
    ),
    Mutation(
        "what has no clear answer is sent again",
        _SUBMISSION,
        "Verdict(Outcome.UNKNOWN, code=error.code, words=error.words), error.wrong_place",
        "Verdict(Outcome.NOT_SENT, code=error.code, words=error.words), error.wrong_place",
        (f"{_TESTS}/queue/test_queue_runner_waiting.py",),
    ),
    Mutation(
        "what was held up past its chosen time leaves all the same",
        _SUBMISSION,
        "late = wanted and claim.send_at is not None and claim.send_at <= now",
        "late = False",
        (f"{_TESTS}/test_submission_schedule.py",),
    ),
    Mutation(
        "the rest of what is too late is not cancelled with it, and waits as if it could still leave",
        _RUNNER,
        "cancel_rest=TOO_LATE if late else None",
        "cancel_rest=None",
        (f"{_TESTS}/test_submission_schedule.py",),
    ),
    Mutation(
        "a passing refusal is tried for ever",
        _POLICY,
        "if passes and tries < len(NOT_NOW_PAUSES_S):",
        "if passes:",
        (f"{_TESTS}/queue/test_retry_policy.py", f"{_TESTS}/queue/test_queue_runner_waiting.py"),
    ),
    Mutation(
        "a refusal of the login is followed by the next message",
        _POLICY,
        "        return Halt(_told(provider, refusal.code, refusal.words, _PUT_RIGHT))",
        "        return GoOn()",
        (f"{_TESTS}/test_sender_stops.py",),
    ),
    Mutation(
        "an undo that the disk would not take is forgotten",
        _SENDER,
        "queue.undo_failed(announcement_id, refused=True)",
        "queue.undo_failed(announcement_id, refused=False)",
        (f"{_TESTS}/test_sender_refusing_disk.py",),
    ),
    Mutation(
        "a Stop that the disk would not take stops nothing",
        _SENDER,
        "                    self._run.stop_soon(queue, error)\n            else:\n                moves",
        "                    pass\n            else:\n                moves",
        (f"{_TESTS}/test_sender_refusing_disk.py",),
    ),
    Mutation(
        "what the disk did not take is not written at the end, and is called unknown",
        _SENDER,
        "            if kept is not None:",
        "            if kept is None and kept:",
        (f"{_TESTS}/test_sender_refusing_disk.py", f"{_TESTS}/test_sender_on_disk.py"),
    ),
)
