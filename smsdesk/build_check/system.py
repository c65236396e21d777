"""Does this build get on with the system: its windows, local sockets, what holds off sleep, Qt's and asyncio's loop."""

from __future__ import annotations

import asyncio
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from smsdesk.build_check.check import Missing, expect

if TYPE_CHECKING:
    from collections.abc import Callable

_PATIENCE_S = 10.0

_PLATFORMS = {
    "win32": ("windows", "offscreen"),
    "darwin": ("cocoa", "offscreen"),
    "linux": ("xcb", "wayland", "offscreen"),
}
"""Qt's plug-ins for windows, by `sys.platform`."""


def window_systems(platform: str = sys.platform) -> str:
    """Load the plug-in of every window system of this platform, with all the libraries that it needs.

    Args:
        platform: as in `sys.platform`.
    """
    from PySide6.QtCore import QLibrary, QLibraryInfo

    folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath)) / "platforms"
    names = _PLATFORMS.get(platform, _PLATFORMS["linux"])
    for name in names:
        found = [file for file in folder.glob(f"*q{name}*") if file.suffix in (".so", ".dll", ".dylib")]
        expect(found, f"there is no plug-in for {name}")
        library = QLibrary(str(found[0]))
        expect(library.load(), f"{name} can't be used: {library.errorString()}")
    return ", ".join(names)


def local_socket() -> str:
    """Reach a running program from a second start, which hands over a file to open."""
    from smsdesk.ui.qt.single_instance import SingleInstance

    with tempfile.TemporaryDirectory(prefix="smsdesk-build-check-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        first, second = SingleInstance(folder), SingleInstance(folder)
        given: list[list[Path]] = []
        first.files_given.connect(given.append)
        expect(first.take(), "the lock of a new folder is taken")
        try:
            first.listen()
            expect(not second.take_or_show([folder / "people.csv"]), "a second start takes the lock too")
            _process_events_until(lambda: bool(given), "the first start was not told of the second one's file")
        finally:
            first.stop_listening()
            first.release()
    expect(given == [[folder / "people.csv"]], f"another file arrived: {given}")
    return "a second start hands over its file"


def sleep_inhibitor() -> str:
    """Ask the system to stay awake, and no more. Whether it agrees is not the build's matter, but that it is asked."""
    from wakepy import keep

    from smsdesk.services.keep_awake import session_bus

    bus = session_bus()
    expect(bus is not None or not sys.platform.startswith("linux"), "there is nothing that speaks D-Bus")
    with keep.running(on_fail="pass", dbus_adapter=bus) as hold:
        ways = [way.method_name for way in hold.result.list_methods()]
    expect(ways, "no way is known on this system")
    return f"asked by {', '.join(ways)}; {'held off' if hold.method else 'not offered here'}"


def event_loop() -> str:
    """Run asyncio on Qt's loop, on the one that the program takes: a timer of Qt, and an answer from another thread."""
    import qasync
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    application = QApplication.instance()

    async def work() -> str:
        rang: asyncio.Future[str] = asyncio.get_running_loop().create_future()
        QTimer.singleShot(0, lambda: rang.set_result("Qt's timer"))
        return f"{await rang} and {await asyncio.to_thread(lambda: 'a thread')}"

    with asyncio.Runner(loop_factory=lambda: qasync.QSelectorEventLoop(application)) as runner:
        return f"{runner.run(asyncio.wait_for(work(), _PATIENCE_S))} answered"


def _process_events_until(arrived: Callable[[], bool], otherwise: str) -> None:
    from PySide6.QtCore import QCoreApplication, QEventLoop

    until = time.monotonic() + _PATIENCE_S
    while not arrived():
        if time.monotonic() > until:
            raise Missing(otherwise)
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 100)
