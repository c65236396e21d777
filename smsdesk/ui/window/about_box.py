"""About: what this is, and of which version."""

from __future__ import annotations

import platform
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, qVersion
from PySide6.QtWidgets import QApplication

from smsdesk import __version__
from smsdesk.ui.problems.message_box import Icon, MessageBox
from smsdesk.ui.text.translate import translate

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_ICON_PX = 64


def about_box(parent: QWidget | None) -> MessageBox:
    """Name, version, and what it is built on, under the program's own icon."""
    what = translate("about_box", "Announcements by SMS through your office's own gateway.")
    lgpl = translate(
        "about_box", "Qt and PySide6 are used under the GNU LGPL 3. All licence texts: menu Help, Licences."
    )
    built_on = f"Python {platform.python_version()} · Qt {qVersion()}"
    title = translate("about_box", "About smsdesk")
    box = MessageBox("aboutBox", Icon.NoIcon, f"smsdesk {__version__}", f"{what}\n\n{built_on}\n\n{lgpl}",
                     title=title, parent=parent)  # fmt: skip
    box.setIconPixmap(QApplication.windowIcon().pixmap(QSize(_ICON_PX, _ICON_PX), box.devicePixelRatioF()))
    box.offer_way_back("closeAboutButton", translate("about_box", "Close"))
    return box
