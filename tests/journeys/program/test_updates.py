"""A newer version: asked about once, told in a strip, and nothing where the office does not want it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton

from smsdesk import __version__
from smsdesk.ui.controllers import updates
from tests.helpers.wire.wiretap import Wiretap

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtCore import QUrl

    from smsdesk.demo import Demo
    from tests.helpers.window.operator import OpenDemo, Operator

PAGE = "https://updates.example/smsdesk"


class Host:
    """The web server that has the file, and the browser that the page is opened in."""

    def __init__(self, wire: Wiretap) -> None:
        self.wire = wire
        self.opened: list[str] = []

    def has(self, version: str) -> None:
        body = json.dumps({"version": version, "page": PAGE}).encode()
        self.wire.plays(self.wire.answer(body, kind=b"application/json"))

    def open(self, page: QUrl) -> None:
        self.opened.append(page.toString())

    @property
    def asked(self) -> int:
        return len(self.wire.requests)


@pytest.fixture
def host(monkeypatch: pytest.MonkeyPatch) -> Iterator[Host]:
    """A build that was given an address, on a computer where nothing is forbidden."""
    wire = Wiretap()
    host = Host(wire)
    host.has("9.1.0")
    monkeypatch.setattr(updates, "build_address", lambda: f"{wire.address}/latest.json")
    monkeypatch.setattr(updates, "forbidden_here", lambda: False)
    monkeypatch.setattr(QDesktopServices, "openUrl", host.open)
    yield host
    wire.close()


async def sent_once(operator: Operator) -> None:
    await operator.at_rest()
    operator.write("Closed on Sunday")
    operator.add("+968 9000 0012")
    operator.send()
    await operator.composer_is_free()
    await operator.until(lambda: operator.states() == ["accepted"])
    await operator.leave()


async def at_the_next_start(open_demo: OpenDemo) -> Operator:
    await sent_once(open_demo())
    return open_demo()


def kept(demo: Demo) -> dict[str, str]:
    return json.loads((demo.folder / "settings.json").read_text(encoding="utf-8"))["updates"]


async def test_a_new_user_is_not_asked_and_nothing_is_fetched(host: Host, open_demo: OpenDemo, demo: Demo) -> None:
    operator = open_demo()
    updates = operator.program.desks.current.updates
    await operator.until(lambda: updates._changed is not None)  # it has looked whether anything was sent before
    await sent_once(operator)
    assert not operator.window.findChildren(QLabel, "updateText")
    assert host.asked == 0
    assert kept(demo) == {}


async def test_at_a_later_start_it_is_asked_about_once_and_no_is_no(
    host: Host, open_demo: OpenDemo, demo: Demo
) -> None:
    operator = await at_the_next_start(open_demo)
    await operator.until(lambda: operator.sees("updateText"))
    assert "look once a day whether there is a newer version" in operator.label("updateText")
    assert "127.0.0.1" in operator.label("updateText")
    operator.press("neverLookForUpdatesButton")
    assert not operator.sees("updateText")
    await operator.leave()
    assert kept(demo) == {"check": "off"}

    again = open_demo()
    await again.ready()
    await again.leave()
    assert not again.window.findChildren(QLabel, "updateText")
    assert host.asked == 0


async def test_with_yes_a_newer_version_is_told_and_its_page_opens_in_the_browser(
    host: Host, open_demo: OpenDemo, demo: Demo
) -> None:
    operator = await at_the_next_start(open_demo)
    await operator.until(lambda: operator.sees("updateText"))
    assert host.asked == 0, "nothing is fetched before the user has said yes"
    operator.press("lookForUpdatesButton")
    told = f"smsdesk 9.1.0 is out; this is {__version__}. Its page is at updates.example."
    await operator.reads("updateText", told)
    assert operator.find(QLabel, "updateText").isEnabled()
    operator.press("openUpdatePageButton")
    assert host.opened == [PAGE]
    await operator.leave()

    again = open_demo()
    await again.reads("updateText", told)
    assert host.asked == 1, "once a day: this start shows what was found before"
    again.press("skipUpdateButton")
    await again.leave()
    assert kept(demo)["unwanted"] == "9.1.0"
    third = open_demo()
    await third.ready()
    await third.leave()
    assert not third.window.findChildren(QLabel, "updateText")


@pytest.mark.parametrize("answer", [__version__, "0.0.1", "garbage"])
async def test_what_is_no_newer_version_is_not_told(host: Host, open_demo: OpenDemo, demo: Demo, answer: str) -> None:
    operator = open_demo()
    host.has(answer)
    operator.program.settings.updates = {"check": "on"}
    await operator.until(lambda: host.asked == 1)
    await operator.leave()
    assert not operator.window.findChildren(QLabel, "updateText")
    assert kept(demo)["check"] == "on"


async def test_it_is_turned_on_and_off_in_the_settings(host: Host, open_demo: OpenDemo, demo: Demo) -> None:
    operator = open_demo()
    await operator.ready()

    def choose() -> None:
        operator.trigger("&Settings…")
        operator.find(QCheckBox, "updatesCheck").click()
        operator.find(QPushButton, "saveSettingsButton").click()

    choose()
    await operator.until(lambda: operator.sees("openUpdatePageButton"))
    choose()
    await operator.until(lambda: not operator.sees("updateText"))
    await operator.leave()
    assert kept(demo)["check"] == "off"
    assert host.asked == 1


@pytest.mark.parametrize(
    ("address", "forbidden", "why"),
    [
        ("", False, "This build of smsdesk has no address to ask for a newer version: nothing is asked."),
        (None, True, "Turned off by whoever looks after this computer: nothing is asked."),
    ],
)
async def test_a_build_without_an_address_and_a_policy_turn_it_off_for_good_and_the_window_says_so(
    host: Host, open_demo: OpenDemo, monkeypatch: pytest.MonkeyPatch, address: str | None, *, forbidden: bool, why: str
) -> None:
    if address is not None:
        monkeypatch.setattr(updates, "build_address", lambda: address)
    monkeypatch.setattr(updates, "forbidden_here", lambda: forbidden)
    await sent_once(open_demo())
    operator = open_demo()
    operator.program.settings.updates = {"check": "on", "version": "9.1.0", "page": PAGE}
    await operator.ready()
    operator.trigger("&Settings…")
    box = operator.find(QCheckBox, "updatesCheck")
    assert (box.isEnabled(), box.isChecked()) == (False, False)
    assert why in operator.shown_texts()
    operator.press("cancelSettingsButton")
    await operator.leave()
    assert not operator.window.findChildren(QLabel, "updateText")
    assert host.asked == 0


async def test_a_policy_that_comes_while_the_program_runs_holds_for_the_next_day(
    host: Host, open_demo: OpenDemo, monkeypatch: pytest.MonkeyPatch
) -> None:
    operator = open_demo()
    settings = operator.program.settings
    settings.updates = {"check": "on"}
    await operator.until(lambda: operator.sees("openUpdatePageButton"))
    looked: list[bool] = []

    def forbidden() -> bool:
        looked.append(True)
        return True

    monkeypatch.setattr(operator.program.desks.current.updates, "_is_forbidden", forbidden)
    settings.updates = {**settings.updates, "asked_at": ""}
    operator.program.desks.current.updates.follow_settings()
    await operator.until(lambda: host.asked > 1 or not operator.sees("updateText"))
    await operator.leave()
    assert looked
    assert host.asked == 1
