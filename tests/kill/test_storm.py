"""The storm in short; `python -m tests.kill.storm` is the long form, and tells more of a seed that fails."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.kill.storm import Storm

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.kill.storm_findings import StormFindings

MOVES = 200

pytestmark = pytest.mark.timeout(600)


@pytest.fixture(scope="module", params=[1, 2, 3], ids="seed {}".format)
def found(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[StormFindings]:
    """What is wrong after a storm with this seed, when everything has run dry."""
    with Storm(tmp_path_factory.mktemp("storm"), request.param) as storm:
        storm.blow(MOVES)
        storm.run_dry()
        yield storm.found


def test_nobody_is_texted_twice_or_lost_whatever_happens_in_whatever_order(found: StormFindings) -> None:
    assert found.orders
    assert found.of("twice") + found.of("taken back") + found.of("lost") == []


def test_no_counter_is_adrift_and_no_queue_is_stuck(found: StormFindings) -> None:
    assert found.of("a counter") + found.of("stuck") + found.of("a mistake") == []


def test_no_password_is_shown_at_an_address_it_does_not_belong_to(found: StormFindings) -> None:
    assert found.of("a password") == []
