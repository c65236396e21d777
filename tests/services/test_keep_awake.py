"""Against a real session bus on which we play the desktop that holds off sleep."""

from __future__ import annotations

import gc
import logging
import queue
import sys
import tempfile
import threading
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from smsdesk.services.keep_awake import KeepAwake
from tests.helpers.patience import PATIENCE_S
from tests.helpers.session_bus import Desktop

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jeepney import Message

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems have no session bus")

POWER = "org.freedesktop.PowerManagement"
GNOME = "org.gnome.SessionManager"


class PowerService:
    """A desktop's service that can be asked to hold off sleep: notes who asks, and answers or refuses."""

    def __init__(self, address: str, name: str, *, refuses: bool = False) -> None:
        from jeepney import message_bus
        from jeepney.io.blocking import Proxy, open_dbus_connection

        self.calls: queue.Queue[tuple[str, tuple[object, ...]]] = queue.Queue()
        self._refuses = refuses
        self._connection = open_dbus_connection(bus=address)
        assert Proxy(message_bus, self._connection).RequestName(name) == (1,)
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def next_call(self) -> tuple[str, tuple[object, ...]]:
        """Wait for the next call: its name and arguments."""
        return self.calls.get(timeout=PATIENCE_S)

    def close(self) -> None:
        self._ended.set()
        self._thread.join()
        self._connection.close()

    def _serve(self) -> None:
        from jeepney import HeaderFields, MessageType

        while not self._ended.is_set():
            try:
                message = self._connection.receive(timeout=0.05)
            except TimeoutError:
                continue
            if message.header.message_type is MessageType.method_call:
                member = message.header.fields[HeaderFields.member]
                self._connection.send(self._answer(message, member))
                self.calls.put((member, message.body))

    def _answer(self, message: Message, member: str) -> Message:
        from jeepney import new_error, new_method_return

        if self._refuses:
            return new_error(message, "org.freedesktop.DBus.Error.AccessDenied", "s", ("not today",))
        return new_method_return(message, "u", (7,)) if member == "Inhibit" else new_method_return(message)


@pytest.fixture
def bus(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The address of a session bus of its own, which is the session's as long as the test runs."""
    # Not under tmp_path: the path of a socket may have some hundred characters only.
    with tempfile.TemporaryDirectory(prefix="smsdesk-") as folder, closing(Desktop(Path(folder))) as desktop:
        desktop.start_bus()
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", desktop.address)
        monkeypatch.delenv("XDG_SESSION_DESKTOP", raising=False)
        yield desktop.address


@pytest.fixture
def power(bus: str) -> Iterator[PowerService]:
    service = PowerService(bus, POWER)
    yield service
    service.close()


@pytest.fixture
def awake() -> Iterator[KeepAwake]:
    awake = KeepAwake()
    yield awake
    awake.close(PATIENCE_S)


def test_sleep_is_held_off_while_sending_and_no_longer(power: PowerService, awake: KeepAwake) -> None:
    awake.follow(True)
    assert power.next_call()[0] == "Inhibit"
    awake.follow(False)
    assert power.next_call() == ("UnInhibit", (7,))
    awake.follow(True)
    assert power.next_call()[0] == "Inhibit"


def test_what_has_not_changed_asks_the_desktop_for_nothing(power: PowerService, awake: KeepAwake) -> None:
    awake.follow(False)
    for _ in range(100):
        awake.follow(True)
    assert power.next_call()[0] == "Inhibit"
    awake.follow(False)
    assert power.next_call()[0] == "UnInhibit"
    assert power.calls.empty()


def test_closing_lets_the_computer_sleep_again_and_holds_off_nothing_more(
    power: PowerService, awake: KeepAwake
) -> None:
    awake.follow(True)
    assert power.next_call()[0] == "Inhibit"
    awake.close(PATIENCE_S)
    assert power.next_call()[0] == "UnInhibit"
    awake.follow(False)
    awake.follow(True)
    awake.close(PATIENCE_S)
    assert power.calls.empty()


def test_garbage_is_left_to_the_windows_thread(power: PowerService, awake: KeepAwake) -> None:
    collected_on: list[str] = []

    def note(_phase: str, _info: dict[str, int]) -> None:
        collected_on.append(threading.current_thread().name)

    gc.disable()
    gc.callbacks.append(note)
    awake.follow(True)
    assert power.next_call()[0] == "Inhibit"
    awake.close(PATIENCE_S)
    gc.callbacks.remove(note)
    gc.enable()
    assert collected_on == []


def test_gnome_is_asked_to_hold_off_suspending_and_not_the_screen(bus: str, awake: KeepAwake) -> None:
    service = PowerService(bus, GNOME)
    suspend = 4  # org.gnome.SessionManager.Inhibit: 4 is suspending the session or computer, 8 is being marked idle
    awake.follow(True)
    name, arguments = service.next_call()
    assert (name, arguments[3]) == ("Inhibit", suspend)
    awake.follow(False)
    assert service.next_call() == ("Uninhibit", (7,))
    service.close()


def test_a_desktop_that_refuses_is_noted_in_the_log_and_nothing_else(
    bus: str, awake: KeepAwake, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "smsdesk.services.keep_awake")
    service = PowerService(bus, POWER, refuses=True)
    awake.follow(True)
    assert service.next_call()[0] == "Inhibit"
    awake.close(PATIENCE_S)
    service.close()
    assert [record.levelname for record in caplog.records] == ["INFO"]
    assert "sleep can't be held off here" in caplog.text
    assert "not today" in caplog.text


def test_a_computer_without_a_session_bus_sends_all_the_same(
    monkeypatch: pytest.MonkeyPatch, awake: KeepAwake, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "smsdesk.services.keep_awake")
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    awake.follow(True)
    awake.follow(False)
    awake.follow(True)
    awake.close(PATIENCE_S)
    assert {record.levelname for record in caplog.records} <= {"INFO"}
