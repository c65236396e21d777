from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from smsdesk.accounts.account import Account
from smsdesk.domain.money import Amount
from smsdesk.providers.catalog import PROVIDERS
from smsdesk.services.sending.review import Review, review

SMSOFFICE = Account(
    "a1", "Front desk", "smsoffice", "office", ("Office",), "http://127.0.0.1", "ZA", price_per_part=Decimal("0.5")
)
ISMART = replace(SMSOFFICE, provider="ismart-rest", senders=(), price_per_part=None)
PLENTY = Amount(Decimal(1000), "credits")


def _review(
    text: str = "We close at noon.",
    account: Account = SMSOFFICE,
    *,
    sender: str | None = None,
    people: int = 3,
    bad_rows: int = 0,
    balance: Amount | None = PLENTY,
    month_parts: int | None = None,
) -> Review:
    return review(
        text, account=account, provider=PROVIDERS[account.provider],
        sender=account.sender if sender is None else sender, people=people, bad_rows=bad_rows, balance=balance,
        month_parts=month_parts,
    )  # fmt: skip


def _problems(found: Review) -> list[str]:
    return [str(problem.what) for problem in found.problems]


def _cautions(found: Review) -> list[str]:
    return [str(caution) for caution in found.cautions]


@pytest.mark.parametrize("account", [SMSOFFICE, ISMART])
def test_a_complete_announcement_can_go(account: Account) -> None:
    assert (_review(account=account).problems, _review(account=account).cautions) == ((), ())


@pytest.mark.parametrize(
    ("changes", "what", "todo"),
    [
        ({"text": ""}, "There is no message yet.", "Write what you want to announce."),
        ({"text": " \n\t"}, "There is no message yet.", "Write what you want to announce."),
        ({"text": "x" * 613}, "The message has 5 parts; SMS Office takes 4 at most.", "Shorten it"),
        ({"text": "م" * 269}, "The message has 5 parts; SMS Office takes 4 at most.", "Shorten it"),
        ({"people": 0}, "Nobody is on the list yet.", "Paste or type the numbers, then press Add."),
        ({"people": 0, "bad_rows": 1}, "None of the 1 row on the list", "double-click the number to mend it"),
        ({"people": 0, "bad_rows": 7}, "None of the 7 rows on the list", "double-click the number to mend it"),
        ({"sender": ""}, "There is no sender.", "Type the name"),
        ({"sender": "  "}, "There is no sender.", "Type the name"),
        ({"sender": "Far too long"}, "“Far too long” is 1 character too long: SMS Office takes 11", "a shorter one"),
    ],
)
def test_what_keeps_it_from_going_is_told_with_what_to_do(changes: dict[str, str | int], what: str, todo: str) -> None:
    found = _review(**changes)
    (problem,) = found.problems
    assert what in str(problem.what)
    assert todo in str(problem.todo)


@pytest.mark.parametrize("text", ["x" * 612, "م" * 268])
def test_a_text_of_just_the_gateways_limit_can_go(text: str) -> None:
    assert _problems(_review(text)) == []


def test_everything_that_is_missing_is_told_at_once() -> None:
    found = _review("", sender="", people=0)
    assert _problems(found) == ["There is no message yet.", "There is no sender.", "Nobody is on the list yet."]


def test_a_gateway_without_senders_asks_for_none() -> None:
    assert _problems(_review(account=ISMART, sender="")) == []


def test_an_optional_sender_may_be_left_empty() -> None:
    optional = replace(SMSOFFICE, provider="intellisms", senders=())
    assert _problems(_review(account=optional, sender="")) == []
    assert _problems(_review(account=SMSOFFICE, sender="")) == ["There is no sender."]


def test_the_limit_is_the_gateways_own() -> None:
    assert _problems(_review("x" * 765, ISMART)) == []
    assert _problems(_review("x" * 766, ISMART)) == ["The message has 6 parts; iSmart (REST) takes 5 at most."]


def test_cost_is_people_times_parts_times_price_and_says_what_will_be_left() -> None:
    cost = _review("x" * 161, people=7).cost
    assert (cost.people, cost.parts, cost.total_parts) == (7, 2, 14)
    assert cost.price == Amount(Decimal("7.0"), "credits")
    assert cost.left == Amount(Decimal("993.0"), "credits")


def test_an_unknown_price_or_balance_is_never_guessed() -> None:
    assert (_review(account=ISMART).cost.price, _review(account=ISMART).cost.left) == (None, None)
    unknown = _review(balance=None).cost
    assert (unknown.price, unknown.left) == (Amount(Decimal("1.5"), "credits"), None)
    assert _review(balance=Amount(Decimal(5), "euro")).cost.left is None


def test_a_balance_that_may_not_be_enough_is_a_caution_and_no_refusal() -> None:
    found = _review(balance=Amount(Decimal("1.4"), "credits"))
    assert found.problems == ()
    assert _cautions(found) == ["The balance may not be enough: SMS Office may refuse the last messages."]
    assert _cautions(_review(balance=Amount(Decimal("1.5"), "credits"))) == []


@pytest.mark.parametrize(("sent", "over"), [(1994, False), (1997, False), (1998, True), (2500, True)])
def test_going_over_the_months_budget_is_a_caution_and_no_refusal(sent: int, over: bool) -> None:
    found = _review(account=replace(ISMART, budget_parts=2000), month_parts=sent)
    told = f"This goes over the month's budget of 2,000 parts: {sent + 3} would be sent this month."
    assert _cautions(found) == ([told] if over else [])
    assert found.problems == ()


def test_without_a_budget_or_a_count_nothing_is_said_of_it() -> None:
    assert _cautions(_review(account=ISMART, month_parts=10**9)) == []
    assert _cautions(_review(account=replace(ISMART, budget_parts=1))) == []


def test_arabic_is_a_caution_where_the_document_does_not_say_how_it_travels() -> None:
    (caution,) = _cautions(_review("سنغلق"))
    assert "send it to yourself first" in caution
    assert _cautions(_review("سنغلق", ISMART)) == []


def test_a_few_characters_that_make_the_message_dear_are_named_with_what_it_would_be_without() -> None:
    text = "We close at noon ’ " + "x" * 100
    unicode = _review(text).unicode
    assert unicode is not None
    assert [each.character for each in unicode.avoidable] == ["’"]
    assert (unicode.parts_without, _review(text).info.segments) == (1, 2)


def test_a_text_in_another_script_is_not_a_slip() -> None:
    unicode = _review("سنغلق عند الظهر").unicode
    assert unicode is not None
    assert unicode.avoidable == ()
    assert _review("We close at noon.").unicode is None
