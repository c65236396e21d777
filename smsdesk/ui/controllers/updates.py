"""Telling of a newer version, for users who want to be told: asked about once, and quiet ever after."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from smsdesk import __version__
from smsdesk.ui.qt.resources import resource
from smsdesk.ui.qt.tasks import elsewhere

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Callable

    from smsdesk.services.office import Office
    from smsdesk.store.settings import Settings
    from smsdesk.ui.qt.tasks import Tasks
    from smsdesk.ui.window.main_window import MainWindow
    from smsdesk.ui.window.notice_bar import NoticeBar

ON: Final = "on"
OFF: Final = "off"
"""What `settings.updates["check"]` may be; before the user was asked it is not there."""

_AGAIN_S: Final = 3600.0  # how often it is looked whether a day has gone by


def build_address() -> str:
    """The address of `latest.json` that this build was given, "" for none; see `packaging/README.md`."""
    with suppress(FileNotFoundError):
        return resource("update-address.txt").read_text(encoding="utf-8").strip()
    return ""


def forbidden_here() -> bool:
    """Whether the IT person has turned it off on this computer. Reads files."""
    from smsdesk.services.updates.policy import is_forbidden, policy_files

    return is_forbidden(policy_files(sys.platform, os.environ))


def at_ease(window: MainWindow, office: Office) -> bool:
    """Whether smsdesk is known to the user, nothing is on its way, and nothing else in the window wants to be read."""
    return bool(not office.sender.unsent() and window.notice.isHidden() and office.history.page(limit=1))


class Updates(QObject):
    """Asks the user once, then looks once a day, and shows a strip while there is a newer version.

    Args:
        window: where it is told.
        settings: what the user wants, and what was found, in `updates`: `check`, `asked_at`, `version`, `page`, and the
            version that is `unwanted`.
        tasks: where the looking is done.
        at_ease: whether this is a moment to ask the user something that has nothing to do with their work.
        address: of `latest.json`, "" for none; what this build was given, if left out.
        forbidden: whether asking is turned off for good, which takes a look at files; this computer's policy, if left
            out.
        open_page: shows a web page; in the browser, if left out.

    Attributes:
        begun: it looks.

    Signals:
        settings_changed: the settings are to be kept.
    """

    settings_changed = Signal()

    def __init__(
        self,
        window: MainWindow,
        settings: Settings,
        tasks: Tasks,
        at_ease: Callable[[], bool],
        address: str | None = None,
        forbidden: Callable[[], bool] | None = None,
        open_page: Callable[[QUrl], object] | None = None,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._settings = settings
        self._tasks = tasks
        self._at_ease = at_ease
        self._address = build_address() if address is None else address
        self._is_forbidden = forbidden or forbidden_here
        self._forbidden: bool | None = None
        self._open_page = open_page or QDesktopServices.openUrl
        self._strip: NoticeBar | None = None
        self._changed: asyncio.Event | None = None
        self.begun = False

    @property
    def why_not(self) -> str:
        """Why the user can't turn it on, "" where they can."""
        if not self._address:
            return self.tr("This build of smsdesk has no address to ask for a newer version: nothing is asked.")
        if self._forbidden is None:
            self._forbidden = self._is_forbidden()
        if self._forbidden:
            return self.tr("Turned off by whoever looks after this computer: nothing is asked.")
        return ""

    def follow_settings(self) -> None:
        """The user may have turned it on or off."""
        if self._changed is not None:
            self._changed.set()

    def begin(self) -> None:
        """Look once a day for as long as there is this window."""
        self.begun = True
        self._tasks.spawn(self._run(), self)

    async def _run(self) -> None:
        import asyncio

        if not self._address:
            return
        self._forbidden = await elsewhere(self._is_forbidden)
        if self._forbidden:
            return
        self._changed = asyncio.Event()
        if "check" not in self._settings.updates and self._at_ease():
            self._ask_the_user()
        while True:
            self._changed.clear()
            await self._look()
            with suppress(TimeoutError):
                async with asyncio.timeout(_AGAIN_S):  # `wait_for` of Python 3.11 may lose that the program ends
                    await self._changed.wait()

    async def _look(self) -> None:
        from smsdesk.services.updates.asking import ask, is_due
        from smsdesk.services.updates.release import is_newer, is_safe

        known = self._settings.updates
        if known.get("check") != ON:
            if "check" in known:
                self._take_away()
            return
        # Looked up again each time: a program may run for weeks, and the policy come meanwhile.
        self._forbidden = await elsewhere(self._is_forbidden)
        if self._forbidden:
            self._take_away()
            return
        known = self._settings.updates
        now = datetime.now(UTC)
        if known.get("check") == ON and is_due(known.get("asked_at", ""), now):
            self._keep(asked_at=now.isoformat(timespec="seconds"))  # before it is asked: failing costs the day as well
            release = await elsewhere(partial(ask, self._address))
            if release is not None:
                self._keep(version=release.version, page=release.page)
        known = self._settings.updates
        version, page = known.get("version", ""), known.get("page", "")
        if version not in ("", known.get("unwanted")) and is_newer(version, __version__) and is_safe(page):
            self._tell(version, page)
        else:
            self._take_away()

    def _ask_the_user(self) -> None:
        strip = self._new_strip()
        look = strip.add_button(self.tr("Look once a day"), "lookForUpdatesButton")
        leave = strip.add_button(self.tr("No, never"), "neverLookForUpdatesButton")
        look.clicked.connect(partial(self._choose, ON))
        leave.clicked.connect(partial(self._choose, OFF))
        text = self.tr(
            "Shall smsdesk look once a day whether there is a newer version? It fetches one small file from {host} and "
            "says nothing about you or your office. Nothing is ever downloaded or installed by itself. You can change "
            "this in the settings."
        )
        strip.say(text.format(host=urlsplit(self._address).hostname or ""))

    def _tell(self, version: str, page: str) -> None:
        strip = self._new_strip()
        show = strip.add_button(self.tr("Open its page"), "openUpdatePageButton")
        later = strip.add_button(self.tr("Not this version"), "skipUpdateButton")
        show.clicked.connect(lambda: self._open_page(QUrl(page)))
        later.clicked.connect(partial(self._skip, version))
        text = self.tr("smsdesk {newer} is out; this is {own}. Its page is at {host}.")
        strip.say(text.format(newer=version, own=__version__, host=urlsplit(page).hostname or ""))

    def _choose(self, choice: str) -> None:
        self._take_away()
        self._keep(check=choice)
        self.follow_settings()

    def _skip(self, version: str) -> None:
        self._take_away()
        self._keep(unwanted=version)

    def _keep(self, **values: str) -> None:
        # Another one, not changed in place: the one before may be being written down.
        self._settings.updates = {**self._settings.updates, **values}
        self.settings_changed.emit()

    def _new_strip(self) -> NoticeBar:
        from smsdesk.ui.widgets.colours import Meaning
        from smsdesk.ui.window.notice_bar import NoticeBar

        self._take_away()
        self._strip = NoticeBar("updateText", Meaning.UNDER_WAY)
        self._window.add_strip(self._strip)
        return self._strip

    def _take_away(self) -> None:
        strip, self._strip = self._strip, None
        if strip is not None:
            strip.hide()
            strip.deleteLater()
