from __future__ import annotations

import socket
from typing import TYPE_CHECKING

import pytest

from smsdesk.services.delivery_reports.http_server import ReportServer
from tests.helpers.patience import PATIENCE_S

if TYPE_CHECKING:
    from collections.abc import Callable

_A_MOMENT_S = 0.3  # in which a server that may end does; one that waits as it should is never hurried by it


def _answer(environ: dict[str, object], start_response: Callable[[str, list[tuple[str, str]]], object]) -> list[bytes]:
    start_response("200 OK", [("Content-Length", "0")])
    return [b""]


@pytest.fixture
def bound() -> socket.socket:
    listening = socket.socket()
    listening.bind(("127.0.0.1", 0))
    return listening


def test_the_trigger_is_not_closed_under_the_one_that_pulls_it(
    bound: socket.socket, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A loop that wakes by itself in between would close it, and the number may be another file's by then."""
    server = ReportServer(_answer, bound)
    pull = server._server.pull_trigger

    def after_the_loop_woke() -> None:
        pull()
        server._thread.join(_A_MOMENT_S)
        pull()

    monkeypatch.setattr(server._server, "pull_trigger", after_the_loop_woke)
    server.close()
    server._thread.join(PATIENCE_S)
    assert not server._thread.is_alive()


def test_closing_twice_is_closing_once(bound: socket.socket) -> None:
    server = ReportServer(_answer, bound)
    server.close()
    server.close()
    assert not server._thread.is_alive()
