"""A sandbox with the demo's logins, and raw sockets to talk to it."""

from __future__ import annotations

import socket
import time
from contextlib import ExitStack
from http.client import HTTPResponse
from typing import TYPE_CHECKING

import pytest

from smsdesk.sandbox.demo import add_demo_logins
from smsdesk.sandbox.server import Sandbox
from tests.helpers.patience import PATIENCE_S

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    with Sandbox() as running:
        add_demo_logins(running.ledger)
        yield running


@pytest.fixture
def connect(sandbox: Sandbox) -> Iterator[Callable[[], socket.socket]]:
    """Gives a new connection to the sandbox, closed after the test."""
    with ExitStack() as open_ones:

        def connect() -> socket.socket:
            host, port = sandbox.address.removeprefix("http://").split(":")
            return open_ones.enter_context(socket.create_connection((host, int(port)), timeout=PATIENCE_S))

        yield connect


@pytest.fixture
def ask(connect: Callable[[], socket.socket]) -> Callable[..., tuple[int, bytes]]:
    """Sends a raw request, on a new connection or the one given; gives status and body."""

    def ask(raw: bytes, connection: socket.socket | None = None) -> tuple[int, bytes]:
        connection = connection or connect()
        connection.sendall(raw)
        with HTTPResponse(connection) as response:
            response.begin()
            return response.status, response.read()

    return ask


@pytest.fixture
def until() -> Callable[[Callable[[], object]], None]:
    """Waits for something that another thread is about to do."""

    def until(holds: Callable[[], object]) -> None:
        deadline = time.monotonic() + PATIENCE_S
        while not holds():
            if time.monotonic() > deadline:
                pytest.fail("it never happened")
            time.sleep(0.001)

    return until
