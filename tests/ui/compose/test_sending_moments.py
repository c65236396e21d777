"""What the one place says about sending, moment by moment."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest

from smsdesk.domain.money import Amount, Cost
from smsdesk.services.sending.queue.progress import Countdown, Progress, QueueState
from smsdesk.ui.compose.sending_moments import Offer, Queue, Written, moment_of

pytestmark = pytest.mark.usefixtures("qapp")  # the names of keys are the platform's

NOW = datetime(2026, 11, 26, 10, 44, tzinfo=UTC)
NOTHING = Written(Cost(0, 0, None, None), has_text=False)
DEAR = Written(Cost(214, 2, Amount(Decimal(428), "credits"), Amount(Decimal("806.56"), "credits")), has_text=True)


def test_nothing_to_send_yet_says_what_is_missing() -> None:
    assert moment_of(NOTHING, Queue()).title == "Write a message and add people"
    assert moment_of(Written(Cost(0, 1, None, None), has_text=True), Queue()).title == "Add people"
    assert moment_of(Written(Cost(3, 0, None, None), has_text=False), Queue()).title == "Write a message"
    assert not moment_of(NOTHING, Queue()).ready


def test_ready_says_what_it_costs_and_what_is_left() -> None:
    moment = moment_of(DEAR, Queue())
    assert (moment.offer, moment.verb, moment.ready) == (Offer.SEND, "&Send 214 messages…", True)
    assert (moment.title, moment.caption) == ("214 people × 2 parts = 428 credits", "806.56 left after")


def test_below_the_low_mark_is_said_in_words() -> None:
    moment = moment_of(Written(DEAR.cost, has_text=True, low_mark=Decimal(900)), Queue())
    assert (moment.caption, moment.warns) == ("806.56 left after: below the low mark", True)


def test_what_can_be_taken_back_drains() -> None:
    countdown = Countdown(7, 214, NOW + timedelta(seconds=6))
    moment = moment_of(DEAR, Queue(countdown=countdown, countdown_s=10, held=True), NOW)
    assert (moment.offer, moment.title) == (Offer.UNDO, "214 messages leave in 6 s")
    assert moment.caption == "428 credits · 806.56 left after"
    assert moment.share == pytest.approx(0.6)


def test_what_is_not_in_the_composer_any_more_is_not_priced_by_what_stands_there() -> None:
    countdown = Countdown(7, 214, NOW + timedelta(seconds=6))
    moment = moment_of(DEAR, Queue(countdown=countdown, countdown_s=10), NOW)
    assert "428" not in moment.caption
    assert moment.aside == ""


def test_leaving_says_how_many_and_cancels_by_number() -> None:
    progress = Progress(QueueState.SENDING, done=182, total=214, left_s=20)
    moment = moment_of(NOTHING, Queue(progress))
    assert (moment.offer, moment.verb) == (Offer.CANCEL, "Cance&l the 32 that wait")
    assert (moment.title, moment.aside) == ("182 of 214 handed over", "20 s left")


def test_one_who_waits_is_one() -> None:
    progress = Progress(QueueState.SENDING, done=1, total=2)
    assert moment_of(NOTHING, Queue(progress)).verb == "Cance&l the 1 that waits"


def test_leaving_does_not_call_handed_over_what_was_refused() -> None:
    progress = Progress(QueueState.SENDING, done=182, total=214, rejected=2)
    assert moment_of(NOTHING, Queue(progress)).title == "180 accepted · 2 refused · 32 to go"


def test_while_it_leaves_the_next_one_is_written_and_what_waits_can_still_be_cancelled() -> None:
    progress = Progress(QueueState.SENDING, done=182, total=214)
    moment = moment_of(DEAR, Queue(progress))
    assert (moment.offer, moment.caption) == (Offer.SEND, "They leave after the 32 that wait")
    assert moment.cancel == "Cance&l the 32 that wait"


@pytest.mark.parametrize(
    ("rejected", "unknown", "told"),
    [
        (0, 0, "193 of 193 accepted by SMS Office"),
        (193, 0, "193 refused"),
        (0, 193, "193 unknown"),
        (2, 1, "190 accepted · 2 refused · 1 unknown"),
    ],
)
def test_done_says_what_happened_and_not_that_all_were_handed_over(rejected: int, unknown: int, told: str) -> None:
    progress = Progress(done=193, total=193, rejected=rejected, unknown=unknown)
    assert moment_of(NOTHING, Queue(progress, "SMS Office", can_use_again=True)).title == told
    assert moment_of(NOTHING, Queue(progress, "SMS Office", can_use_again=True)).offer is Offer.USE_AGAIN
    assert moment_of(NOTHING, Queue(progress, "SMS Office")).offer is Offer.SEND
