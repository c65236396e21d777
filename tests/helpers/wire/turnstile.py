"""A gateway that takes so many messages and then keeps the next one waiting: what is under way stays under way."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

from smsdesk.demo import demo_profile
from tests.helpers.patience import PATIENCE_S

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from smsdesk.demo import Demo
    from smsdesk.sandbox.ledger import Accepted


class Turnstile:
    """Stands at the gateways of a demo profile. What it holds back is accepted, and not answered yet.

    Args:
        demo: the profile and its gateways.
        first: how many messages pass before it closes.
    """

    def __init__(self, demo: Demo, first: int = 2) -> None:
        self.demo = demo
        self._first = first
        self._passes = threading.Semaphore(first)
        self._open = False
        demo.sandbox.ledger.listen(self._pass)

    def is_closed(self) -> bool:
        """Whether the first have passed, and the next one has reached the gateway, which holds it back."""
        return len(self.demo.sandbox.ledger.accepted) > self._first

    def let_pass(self, count: int) -> None:
        """Answer so many more messages, the one that is held back first."""
        self._passes.release(count)

    def open(self) -> None:
        """Let everything through from now on."""
        self._open = True
        self._passes.release()

    def _pass(self, copies: Sequence[Accepted]) -> None:
        for _ in copies:
            self._passes.acquire(timeout=PATIENCE_S)
            if self._open:
                self._passes.release()


@contextmanager
def held_back(first: int = 2) -> Iterator[Turnstile]:
    """A demo profile with a turnstile before its gateways, which is opened at the end."""
    with demo_profile() as demo:
        turnstile = Turnstile(demo, first)
        try:
            yield turnstile
        finally:
            turnstile.open()
