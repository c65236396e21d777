"""The demo says that it is one: in the title, and in a line that stays."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtGui import QPalette

from smsdesk.ui.text.translate import translate
from smsdesk.ui.widgets.card import Caption
from smsdesk.ui.widgets.colours import Meaning
from smsdesk.ui.widgets.named import named

if TYPE_CHECKING:
    from smsdesk.ui.window.main_window import MainWindow


def mark_as_demo(window: MainWindow, platform: str = sys.platform) -> None:
    """Say it beside the menus, where it takes no room from the panes; macOS, which has the menus, as a notice."""
    # It ends with the name that Qt would else put behind it.
    window.setWindowTitle(translate("demo_mark", "demo — smsdesk"))
    told = translate("demo_mark", "Demo: the gateways are played here, nothing is sent or paid.")
    if platform == "darwin":
        window.notice.add(told)
        return
    line = named("demoLine", Caption(told, Meaning.DOUBTFUL))
    line.setForegroundRole(QPalette.ColorRole.WindowText)  # not the menus'
    line.setContentsMargins(8, 4, 8, 0)
    line.setParent(window.menuBar())  # what stands in the corner is not kept by it
    window.menuBar().setCornerWidget(line)
    line.show()
