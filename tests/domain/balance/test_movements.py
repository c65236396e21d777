from __future__ import annotations

from datetime import UTC, datetime, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from smsdesk.domain.balance.movements import Kind, Movement, Sent, movements
from smsdesk.domain.money import Amount, Balance

NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)


def at(minutes: float) -> datetime:
    return NOON + timedelta(minutes=minutes)


def reading(minutes: float, left: float, unit: str = "credits") -> Balance:
    return Balance(Amount(Decimal(str(left)), unit), at(minutes))


def sent(minutes: float, cost: float | None, number: int = 1) -> Sent:
    return Sent(number, at(minutes), "Fees are due", 20, 2, None if cost is None else Decimal(str(cost)))


def told(found: list[Movement]) -> list[tuple[str, float | None, float | None]]:
    return [(each.kind.value, _float(each.change), _float(each.after)) for each in found]


def _float(value: Decimal | None) -> float | None:
    return None if value is None else float(value)


def test_an_announcement_is_a_step_down() -> None:
    found = movements([reading(0, 100), reading(5, 100), reading(11, 60)], [sent(10, 40)])
    assert told(found) == [("sent", -40, 60)]
    assert found[0].at == at(10)
    assert found[0].sent == sent(10, 40)


def test_what_rises_by_itself_was_topped_up_and_what_falls_by_itself_is_something_else() -> None:
    assert told(movements([reading(0, 100), reading(5, 2100), reading(10, 2050)], [])) == [
        ("top-up", 2000, 2100),
        ("other", -50, 2050),
    ]


def test_a_top_up_between_two_readings_is_told_apart_from_what_was_sent() -> None:
    found = movements([reading(0, 100), reading(60, 2060)], [sent(10, 40)])
    assert told(found) == [("sent", -40, 60), ("top-up", 2000, 2060)]


def test_what_is_billed_late_is_no_top_up() -> None:
    found = movements([reading(0, 100), reading(11, 100), reading(16, 60), reading(60, 60)], [sent(10, 40)])
    assert told(found) == [("sent", -40, 60)]


def test_an_unknown_cost_is_what_the_balance_says_where_it_is_the_only_one() -> None:
    assert told(movements([reading(0, 100), reading(11, 60)], [sent(10, None)])) == [("sent", -40, 60)]
    both = [sent(9, None), sent(10, None, 2)]
    assert told(movements([reading(0, 100), reading(11, 60)], both)) == [("sent", None, 100), ("sent", None, 60)]


def test_what_no_reading_tells_of_is_there_without_what_was_left() -> None:
    all_of_them = [sent(-5, 40), sent(10, 40, 2), sent(90, 7, 3)]
    found = movements([reading(0, 100), reading(60, 60)], all_of_them)
    assert told(found) == [("sent", -40, None), ("sent", -40, 60), ("sent", -7, None)]
    assert told(movements([], all_of_them)) == [("sent", -40, None), ("sent", -40, None), ("sent", -7, None)]


def test_another_unit_is_another_account() -> None:
    assert told(movements([reading(0, 9, "EUR"), reading(5, 100), reading(9, 90)], [])) == [("other", -10, 90)]


@given(
    st.lists(st.tuples(st.integers(0, 500), st.integers(0, 50)), max_size=12),
    st.lists(st.tuples(st.integers(0, 500), st.integers(0, 20)), max_size=8),
)
def test_the_steps_lead_from_the_first_reading_to_the_last(
    seen: list[tuple[int, int]], costs: list[tuple[int, int]]
) -> None:
    readings = [reading(minutes, left) for minutes, left in sorted(seen)]
    announcements = [sent(minutes, cost, number) for number, (minutes, cost) in enumerate(sorted(costs))]
    found = movements(readings, announcements)
    known = [each for each in found if each.after is not None]
    assert [each.sent for each in found if each.kind is Kind.SENT] == announcements
    if readings:
        steps = sum((each.change or Decimal(0) for each in known), Decimal(0))
        assert readings[0].amount.value + steps == readings[-1].amount.value
        if known:
            assert known[-1].after == readings[-1].amount.value
