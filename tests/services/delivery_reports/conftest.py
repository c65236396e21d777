"""A gateway that is asked what became of messages: see `tests.helpers.asked_gateway`."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from tests.helpers.asked_gateway import ASKED, AskedGateways, TrackedAccount

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.helpers.asked_gateway import AskedGateway
    from tests.helpers.office import Profile, RunningOffice


@pytest.fixture
def gateways() -> Iterator[AskedGateways]:
    with closing(AskedGateways()) as started:
        yield started


@pytest.fixture
def gateway(gateways: AskedGateways) -> AskedGateway:
    return gateways.start()


@pytest.fixture
def office(profile: Profile) -> RunningOffice:
    return profile.open_office(providers=ASKED)


@pytest.fixture
def tracked(office: RunningOffice, gateway: AskedGateway, gateways: AskedGateways) -> TrackedAccount:
    return TrackedAccount(office, office.account(address=gateway.address), gateways)


@pytest.fixture
def short_rounds(monkeypatch: pytest.MonkeyPatch) -> int:
    """The tracker asks only so many questions in a round: few messages make several rounds."""
    few = 3
    monkeypatch.setattr("smsdesk.services.delivery_reports.tracker._MOST_QUESTIONS", few)
    return few
