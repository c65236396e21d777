from __future__ import annotations

import pytest

from smsdesk.domain.outcome import Outcome, Scope, Verdict
from smsdesk.providers.catalog import PROVIDERS
from smsdesk.services.sending.queue.moves import Standing
from smsdesk.services.sending.queue.retry_policy import GoOn, Halt, NextMove, TryAgain, next_move

ACCEPTED, UNKNOWN = Verdict(Outcome.ACCEPTED), Verdict(Outcome.UNKNOWN, code="timeout")


def _move(
    gateway: str,
    *verdicts: Verdict,
    tries: int = 0,
    unknown: int = 0,
    lately: int = 0,
    refused: str = "",
    wrong_place: bool = False,
) -> NextMove:
    before = Standing(
        stopped=False, because=None, settled=0, last=False, tries=tries, unknown_in_a_row=unknown,
        unknown_lately=max(unknown, lately), refused_with=refused,
    )  # fmt: skip
    return next_move(PROVIDERS[gateway], verdicts, before, wrong_place=wrong_place)


@pytest.mark.parametrize("code", ["dns", "connect", "tls", "proxy"])
def test_what_never_left_is_tried_again_ever_more_seldom_and_without_end(code: str) -> None:
    never_left = Verdict(Outcome.NOT_SENT, code=code)
    moves = [_move("smsoffice", never_left, tries=tries) for tries in range(9)]
    pauses = [move.after_s for move in moves if isinstance(move, TryAgain)]
    assert pauses == [5, 15, 30, 60, 120, 300, 300, 300, 300]


def test_what_can_not_be_asked_at_all_because_of_the_set_up_waits_for_the_person() -> None:
    assert isinstance(_move("smsoffice", Verdict(Outcome.NOT_SENT, code="not-set-up")), Halt)


def test_a_documented_not_now_is_tried_again_after_1_5_and_15_minutes_and_then_asked_about() -> None:
    not_now = Verdict(Outcome.REJECTED, Scope.GATEWAY, "GATEWAY_ERROR", "unable to process request at this time")
    moves = [_move("intellisms", not_now, tries=tries) for tries in range(4)]
    assert [move.after_s for move in moves if isinstance(move, TryAgain)] == [60, 300, 900]
    assert isinstance(moves[3], Halt)
    assert "can't take messages at the moment" in str(moves[3].reason)


def test_a_not_now_that_only_other_sources_tell_of_waits_for_the_person() -> None:
    assert isinstance(_move("inviosmart", Verdict(Outcome.REJECTED, Scope.GATEWAY, "1031")), Halt)


def test_a_refusal_of_the_account_waits_for_the_person() -> None:
    assert isinstance(_move("smsoffice", Verdict(Outcome.REJECTED, Scope.ACCOUNT, "no-credit")), Halt)


def test_a_refused_number_or_text_holds_up_nobody() -> None:
    for scope in (Scope.RECIPIENT, Scope.MESSAGE):
        assert _move("smsoffice", Verdict(Outcome.REJECTED, scope, "bad-to")) == GoOn()


def test_one_unclear_answer_goes_on_and_the_second_in_a_row_stops() -> None:
    assert _move("smsoffice", UNKNOWN) == GoOn()
    second = _move("smsoffice", UNKNOWN, unknown=1)
    assert isinstance(second, Halt)
    assert "Look at the messages marked unknown" in str(second.reason)
    assert _move("smsoffice", ACCEPTED, unknown=1) == GoOn()


def test_the_third_unclear_answer_of_ten_stops_though_others_came_in_between() -> None:
    assert _move("smsoffice", UNKNOWN, lately=1) == GoOn()
    assert isinstance(_move("smsoffice", UNKNOWN, lately=2), Halt)
    assert _move("smsoffice", ACCEPTED, lately=5) == GoOn()


def test_a_message_that_was_refused_twice_for_the_same_reason_is_not_tried_a_third_time() -> None:
    refused = Verdict(Outcome.REJECTED, Scope.MESSAGE, "bad-from")
    assert _move("smsoffice", refused) == GoOn()
    assert _move("smsoffice", refused, refused="bad-message") == GoOn()
    assert _move("smsoffice", refused, ACCEPTED, refused="bad-from") == GoOn()
    assert _move("smsoffice", Verdict(Outcome.REJECTED, Scope.RECIPIENT, "bad-to"), refused="bad-to") == GoOn()
    second = _move("smsoffice", refused, refused="bad-from")
    assert isinstance(second, Halt)
    assert "would be refused for the same reason" in str(second.reason)


def test_an_answer_from_something_else_than_the_gateway_stops_at_once() -> None:
    assert isinstance(_move("smsoffice", UNKNOWN, wrong_place=True), Halt)
