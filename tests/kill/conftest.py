"""An office whose disk makes trouble: the same parts, and the same comparison as after a kill."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from smsdesk.sandbox.server import Sandbox
from tests.helpers.held_gateway import HeldGateways
from tests.helpers.office import Profile

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.helpers.office import RunningOffice


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    with Sandbox() as running:
        yield running


@pytest.fixture
def profile(tmp_path: Path, sandbox: Sandbox) -> Iterator[Profile]:
    with closing(Profile(tmp_path, sandbox)) as profile:
        yield profile


@pytest.fixture
def office(profile: Profile) -> RunningOffice:
    return profile.open_office()


@pytest.fixture
def held_gateways() -> Iterator[HeldGateways]:
    with closing(HeldGateways()) as started:
        yield started
