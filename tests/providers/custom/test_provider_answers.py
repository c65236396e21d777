"""Any other gateway: how its answers are read."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smsdesk.domain.outcome import IN_BATCH, Outcome, Scope
from smsdesk.providers.base import HttpReply
from smsdesk.providers.custom.definition import Answer, Call, Means, Method
from smsdesk.providers.custom.provider import CustomHttp
from smsdesk.providers.custom.validation import definition_problems
from tests.helpers.wire.described_gateway import ANSWERS, PLAIN, TWO, gateway_of, message, read


@pytest.mark.parametrize(
    ("answer", "outcome", "scope", "code"),
    [
        ("OK 12-ab_9", Outcome.ACCEPTED, None, ""),
        ("\r\n ok   12 \n", Outcome.ACCEPTED, None, ""),
        ("ERR login failed", Outcome.REJECTED, Scope.ACCOUNT, "own:Wrong password at our gateway"),
        ("ERR credit: none", Outcome.REJECTED, Scope.ACCOUNT, "own:No credit {left}"),
        ("ERR number", Outcome.REJECTED, Scope.RECIPIENT, "own:This number is wrong"),
        ("ERR text", Outcome.REJECTED, Scope.MESSAGE, "refused"),
        ("NOT OK 12", Outcome.UNKNOWN, None, "unreadable"),
        ("OK 12 but", Outcome.UNKNOWN, None, "unreadable"),
        ("OK", Outcome.UNKNOWN, None, "unreadable"),
        ("", Outcome.UNKNOWN, None, "unreadable"),
        ("OK " + "1" * 65, Outcome.UNKNOWN, None, "unreadable"),
        ("ERR login" + " " * 70_000 + "x", Outcome.UNKNOWN, None, "unreadable"),
    ],
)
def test_an_answer_is_what_its_line_says(answer: str, outcome: Outcome, scope: Scope | None, code: str) -> None:
    verdict = read(answer)
    assert (verdict.outcome, verdict.scope, verdict.code) == (outcome, scope, code)


def test_the_message_id_is_read_out_of_the_answer() -> None:
    assert read("OK 12-ab_9").message_id == "12-ab_9"
    assert (
        read('{"ok":true,"id":"77"}', answers=(Answer('{"ok":true,"id":"{id}"}', Means.ACCEPTED),)).message_id == "77"
    )
    assert read("1701|27830000012|x-9", answers=(Answer("1701|*|{id}", Means.ACCEPTED),)).message_id == "x-9"
    assert read("12345", answers=(Answer("{digits}", Means.ACCEPTED),)).message_id == "12345"
    assert read("ERR5", answers=(Answer("{digits}", Means.ACCEPTED),)).outcome is Outcome.UNKNOWN


def test_an_answer_that_fits_lines_that_contradict_each_other_is_unknown() -> None:
    answers = (Answer("*done*", Means.ACCEPTED), Answer("*error*", Means.ACCOUNT, "Blocked"))
    assert read("done", answers=answers).outcome is Outcome.ACCEPTED
    verdict = read("done with error", answers=answers)
    assert (verdict.outcome, verdict.code) == (Outcome.UNKNOWN, "contradiction")


def test_of_several_refusals_the_first_line_counts() -> None:
    answers = (*ANSWERS, Answer("ERR*", Means.MESSAGE, "Anything else"))
    assert read("ERR login", answers=answers).scope is Scope.ACCOUNT
    assert read("ERR else", answers=answers).code == "own:Anything else"


def test_a_wrong_login_is_not_tried_again_by_a_machine_but_missing_credit_is() -> None:
    ours = gateway_of()
    assert read("ERR login").refuses_all
    assert read("ERR login").code in ours.login_refusals
    assert read("ERR credit").refuses_all
    assert read("ERR credit").code not in ours.login_refusals


def test_the_offices_own_sentence_explains_a_code_even_where_the_set_up_is_gone() -> None:
    for provider in (gateway_of(), CustomHttp()):
        assert str(provider.explain("own:No credit {left}")) == "No credit {left}"
        assert str(provider.explain("refused")) == "The gateway refused it"
        assert "fits no line" in str(provider.explain("unreadable"))
        assert "No answer" in str(provider.explain("timeout"))


def test_one_bad_number_among_several_is_offered_to_be_found_one_by_one() -> None:
    verdict = read("ERR number", TWO)
    assert verdict.code == "own:This number is wrong" + IN_BATCH
    assert str(CustomHttp().explain(verdict.code)).startswith("This number is wrong (one of several numbers")
    assert read("ERR credit", TWO).code == "own:No credit {left}"


@pytest.mark.parametrize(
    ("pattern", "answer", "amount"),
    [
        ("{amount}", "12", "12"),
        ("{amount}*", "12.5.", "12.5"),
        ("*{amount}", "credits 12.5", "12.5"),
        ("*{amount}", "1,234.56", "1234.56"),
        ("{amount}*", "1,234.56", "1234.56"),
        ("{amount}*", "12,50", "12.50"),
        ("{amount},*", "12,50", "12"),
        ("{amount}*", "1,234", None),
        ('"remaining-balance":*"{amount}"', '"remaining-balance": "2.42000000"', "2.42000000"),
        ("*{amount}*", "1.2.3", None),
        ("*{amount}", "none", None),
        ("Success:*{amount}", "Success: -3", "-3"),
    ],
)
def test_an_amount_is_read_whole_or_not_at_all(pattern: str, answer: str, amount: str | None) -> None:
    asked = gateway_of(balance=Call(Method.GET, "/b"), balance_pattern=pattern)
    found = asked.read_balance(HttpReply(answer)).amount
    assert (str(found.value) if found else None) == amount


@pytest.mark.parametrize("pattern", ['*"balance":*{amount}*', "*balance*{amount}*", '*"balance":*"{amount}"*'])
@pytest.mark.parametrize(
    "answer",
    ['{"balance":null,"used":7}', '{"balance":"","used":"7"}', '{"balance": "none", "used": "7"}',
     '[{"balance":true},{"used":7}]', '{"balance":{},"used":7}'],
)  # fmt: skip
def test_an_amount_under_another_name_is_not_taken_for_this_ones(pattern: str, answer: str) -> None:
    asked = gateway_of(balance=Call(Method.GET, "/b"), balance_pattern=pattern)
    assert asked.read_balance(HttpReply(answer)).amount is None


@pytest.mark.parametrize(
    ("pattern", "answer", "amount"),
    [
        ('*"balance":*{amount}*', '{"balance": 12.5, "used": 7}', "12.5"),
        ('*"balance":*{amount}*', '{"balance":"12.5"}', "12.5"),
        ('*"balance":*"used":{amount}*', '{"balance":null,"used":7}', "7"),
        ('*"data":*{amount}*', '{"data": {"currency": "EUR", "credit": 12}}', "12"),
        ("*<credit>*{amount}*", "<r><credit>12.5</credit><used>7</used></r>", "12.5"),
        ("*<credit>*{amount}*", "<r><credit></credit><used>7</used></r>", None),
        ("*<credit*{amount}*", "<r><credit/><used>7</used></r>", None),
        ("Balance*{amount}", "Balance, in euros: 12.5", "12.5"),
    ],
)
def test_an_asterisk_reaches_as_far_as_its_own_value(pattern: str, answer: str, amount: str | None) -> None:
    asked = gateway_of(balance=Call(Method.GET, "/b"), balance_pattern=pattern)
    found = asked.read_balance(HttpReply(answer)).amount
    assert (str(found.value) if found else None) == amount


def test_a_refused_login_shows_in_the_balance_too() -> None:
    asked = gateway_of(balance=Call(Method.GET, "/b"), balance_pattern="{amount}")
    verdict = asked.read_balance(HttpReply("ERR login")).verdict
    assert verdict is not None
    assert verdict.code in asked.login_refusals
    accepted = asked.read_balance(HttpReply("OK 1")).verdict
    assert accepted is not None
    assert accepted.outcome is Outcome.UNKNOWN


_WORDS = st.text(st.sampled_from("*{}id digits amount OK ERR 12.,-\n٣\ud800x"), max_size=80)


@given(_WORDS, st.one_of(_WORDS, st.text(max_size=300)))
def test_whatever_is_answered_to_whatever_pattern_nothing_is_raised(pattern: str, answer: str) -> None:
    definition = replace(PLAIN, answers=(*ANSWERS, Answer(pattern, Means.MESSAGE)), balance=Call(Method.GET, "/b"),
                         balance_pattern=pattern)  # fmt: skip
    if "answers" in definition_problems(definition):
        definition = replace(definition, answers=ANSWERS)
    if "balance_pattern" in definition_problems(definition):
        definition = replace(definition, balance_pattern="{amount}")
    ours = gateway_of(definition)
    (verdict,) = ours.read_submission(HttpReply(answer), message())
    assert str(ours.explain(verdict.code))
    if verdict.outcome is Outcome.ACCEPTED:
        assert answer.strip().lower().startswith("ok")
    ours.read_balance(HttpReply(answer))


def test_a_hostile_answer_takes_no_time_that_grows_with_the_pattern() -> None:
    pattern = "*".join(["a"] * 100) + "*{id}x"
    assert read("a" * 65_000, answers=(Answer(pattern, Means.ACCEPTED),)).outcome is Outcome.UNKNOWN
