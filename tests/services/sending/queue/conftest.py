"""A queue by itself: see `tests.helpers.queue_moves`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from smsdesk.services.sending.queue.account_queue import AccountQueue
from tests.helpers.queue_moves import ACCOUNT

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def queue() -> Iterator[AccountQueue]:
    made = AccountQueue(ACCOUNT)
    yield made
    made.end()
