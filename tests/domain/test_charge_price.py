from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from smsdesk.domain.charge import PaidParts, learnt_price

if TYPE_CHECKING:
    from collections.abc import Iterator


def paid(told: str) -> list[PaidParts]:
    """Newest first, as in "0.285/5 0.114/2": that much for so many parts."""
    pairs = [each.split("/") for each in told.split()]
    return [PaidParts(Decimal(cost), int(parts)) for cost, parts in pairs]


@pytest.mark.parametrize(
    ("told", "price"),
    [
        # exact
        ("0.285/5 0.228/4 0.057/1", "0.057"),
        ("5.00/5 4.00/4 1.00/1", "1"),
        ("200/20 100/10 50/5", "10"),
        ("10/5 6/3 4/2", "2"),
        ("0.20/4 0.15/3 0.15/3", "0.05"),
        ("0.3/3 0.6/6 0.1/1", "0.1"),
        ("0.000005/5 0.000004/4 0.000001/1", "0.000001"),
        # too little to tell
        ("", None),
        ("0.57/10 0.57/10", None),
        ("0.057/1 0.057/1 0.057/1", None),
        ("0.228/4 0.171/3 0.114/2", None),
        # small ones add up, and no older one is asked for than is needed
        (" ".join(["0.057/1"] * 10), "0.057"),
        ("0.228/4 0.171/3 0.114/2 0.057/1", "0.057"),
        ("0.57/10 0.57/10 0.57/10 99/1", "0.057"),
        # they disagree
        ("0.57/10 0.57/10 0.60/10", None),
        ("2/1 4/3 3/6", None),
        ("10/10 10/10 11/10", None),
        ("12/10 11/10 12/10", None),
        ("1000/1000 1001/1000 1000/1000", None),
        # no price can be read there
        ("0/10 0.57/10 -5/10 0.57/10 0.57/10", "0.057"),
        ("0/10 0/10 0/10", None),
        ("5/0 0.57/10 0.57/10", None),
        # a balance in hundredths: narrow enough, or not
        ("5.70/100 2.28/40 2.85/50", "0.057"),
        ("5.70/100 0.29/5 0.06/1", "0.057"),
        ("0.23/4 0.17/3 0.18/3", None),
        ("0.29/5 0.28/5 0.29/5", None),
        ("5.70/100 0.35/5 0.06/1", None),
        ("3.33/100 3.34/100 3.33/100", None),
    ],
)
def test_the_price_is_what_the_last_few_agree_on(told: str, price: str | None) -> None:
    learnt = learnt_price(paid(told))
    assert (None if learnt is None else str(learnt)) == price


def test_no_more_is_read_than_is_needed() -> None:
    asked: list[PaidParts] = []

    def one_by_one() -> Iterator[PaidParts]:
        for each in paid("0.57/10 0.57/10 0.57/10 0.57/10"):
            asked.append(each)
            yield each

    assert learnt_price(one_by_one()) == Decimal("0.057")
    assert len(asked) == 3
