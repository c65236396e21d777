"""A gateway written by hand, and the program's HTTP session to talk to it."""

from __future__ import annotations

import contextlib
import socket
from typing import TYPE_CHECKING, Final

import pytest

from smsdesk.privacy.secret import Secret
from smsdesk.providers.base import Login
from smsdesk.providers.transport.http_session import HttpSession
from tests.helpers.patience import PATIENCE_S
from tests.helpers.wire.hasty_session import HastySession
from tests.helpers.wire.wiretap import KEY_PAIR, Wiretap

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PASSWORD: Final = 'pä ss&w%rd+#/"x'


@pytest.fixture(autouse=True)
def _no_proxy_of_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    for scheme in ("http", "https", "all", "no"):
        monkeypatch.delenv(f"{scheme}_proxy", raising=False)
        monkeypatch.delenv(f"{scheme}_proxy".upper(), raising=False)


@pytest.fixture
def key_pair() -> Path:
    """The certificate of `tls_gateway`, with its key."""
    return KEY_PAIR


@pytest.fixture
def gateway() -> Iterator[Wiretap]:
    with contextlib.closing(Wiretap()) as running:
        yield running


@pytest.fixture
def tls_gateway() -> Iterator[Wiretap]:
    with contextlib.closing(Wiretap(tls=True)) as running:
        yield running


@pytest.fixture
def session() -> Iterator[HttpSession]:
    patient = HttpSession(connect_timeout_s=PATIENCE_S, total_s=PATIENCE_S, idle_s=PATIENCE_S)
    with contextlib.closing(patient) as running:
        yield running


@pytest.fixture
def hasty_session(gateway: Wiretap, tls_gateway: Wiretap) -> Iterator[HastySession]:
    """A session whose deadline passes when a gateway stalls."""
    with contextlib.closing(HastySession()) as running:
        gateway.stalls = tls_gateway.stalls = running.deadline_passes
        yield running


@pytest.fixture
def closed_port() -> Iterator[int]:
    """A port at which nobody listens, and nobody can begin to meanwhile."""
    with socket.socket() as bound:
        bound.bind(("127.0.0.1", 0))
        yield bound.getsockname()[1]


@pytest.fixture
def password() -> Secret:
    """A password with everything in it that some encoding changes."""
    return Secret(PASSWORD)


@pytest.fixture
def login(gateway: Wiretap, password: Secret) -> Login:
    return Login(gateway.address, "front desk", password)
