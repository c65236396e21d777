"""The bar in the button of Windows' task bar, with a task bar that is played."""

from __future__ import annotations

from smsdesk.ui.qt.taskbar import Way
from smsdesk.ui.qt.windows_taskbar import WindowsTaskbar, guid

WINDOW = 0x1234


class Played:
    """Notes what is asked of the task bar."""

    def __init__(self) -> None:
        self.calls: list[tuple[int, ...]] = []

    def set_state(self, window: int, flag: int) -> None:
        self.calls.append((window, flag))

    def set_value(self, window: int, done: int, total: int) -> None:
        self.calls.append((window, done, total))


def test_it_fills_turns_red_where_it_has_halted_and_goes_at_the_end() -> None:
    played = Played()
    bar = WindowsTaskbar(lambda: WINDOW, lambda: played)
    bar.show(Way(32, 0.85))
    bar.show(Way(32, 0.85, halted=True))
    bar.show(Way())
    assert played.calls == [(WINDOW, 2), (WINDOW, 850, 1000), (WINDOW, 4), (WINDOW, 850, 1000), (WINDOW, 0)]


def test_it_is_asked_for_when_something_is_sent_and_once() -> None:
    asked: list[str] = []

    def connect() -> None:
        asked.append("asked")

    bar = WindowsTaskbar(lambda: WINDOW, connect)
    bar.show(Way())
    assert asked == []
    for share in (0.1, 0.2):
        bar.show(Way(1, share))
    assert asked == ["asked"], "a shell without a task bar is asked no second time"


def test_an_identifier_has_the_bytes_that_com_expects() -> None:
    made = bytes(guid("EA1AFB91-9E28-4B86-90E9-9E9F8A5EEFAF"))
    assert made == bytes.fromhex("91fb1aea 289e 864b 90e9 9e9f8a5eefaf")
