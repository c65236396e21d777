"""Qt's application object, told by the system which files to open."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFileOpenEvent, QIcon, QPalette
from PySide6.QtWidgets import QApplication

from smsdesk import __version__
from smsdesk.ui.qt.edged_style import EdgedStyle
from smsdesk.ui.qt.resources import resource
from smsdesk.ui.qt.taskbar import DESKTOP_FILE
from smsdesk.ui.widgets.colours import hint_in_field


def program_icon() -> QIcon:
    """What stands in the title bar and the task bar."""
    return QIcon(str(resource("icons/smsdesk.svg")))


def introduce(application: QApplication) -> None:
    """Say who this is, before any window is made: the first one stands with its name and icon in the task bar.

    On Wayland the icon is the desktop file's, which has this name: `smsdesk.desktop`.
    """
    application.setApplicationName("smsdesk")
    application.setApplicationDisplayName("smsdesk")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName(DESKTOP_FILE)
    application.setWindowIcon(program_icon())


class Application(QApplication):
    """On macOS a double click on a file is no argument of the program, but an event.

    Signals:
        files_opened: the user opened files with this program; `list[Path]`.
    """

    files_opened = Signal(list)

    def __init__(self, arguments: list[str]) -> None:
        super().__init__(arguments)
        self._so_far: list[Path] | None = []
        self.setStyle(EdgedStyle(self.style().name()))
        self._make_hints_readable()

    def opened_so_far(self) -> list[Path]:
        """The files of before anybody listened; from now on the signal tells."""
        files, self._so_far = self._so_far or [], None
        return files

    def event(self, event: QEvent) -> bool:
        """Take the system's wish, and its colours."""
        if event.type() == QEvent.Type.ApplicationPaletteChange:
            self._make_hints_readable()
        if event.type() != QEvent.Type.FileOpen or not isinstance(event, QFileOpenEvent):
            return super().event(event)
        if event.file():
            if self._so_far is None:
                self.files_opened.emit([Path(event.file())])
            else:
                self._so_far.append(Path(event.file()))
        return True

    def _make_hints_readable(self) -> None:
        palette, role = self.palette(), QPalette.ColorRole.PlaceholderText
        shade = hint_in_field(palette)
        if palette.color(role) != shade:  # else this would come again for ever
            palette.setColor(role, shade)
            self.setPalette(palette)
