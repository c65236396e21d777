"""The menus View and Window: how large things are, and where the keyboard goes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QSplitter

from smsdesk.ui.menus.alt_letters import AltLetters
from smsdesk.ui.menus.pane_walk import PaneWalk, order_tabs
from smsdesk.ui.widgets.named import named

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QMenu

    from smsdesk.ui.window.main_window import MainWindow

_HISTORY_SHARE = 0.7  # of the height, when it is to be read


class WindowMenus(QObject):
    """Fills them, and gives Tab its order.

    Args:
        view: is filled.
        window_menu: is filled, too.
        window: the window that is meant.
    """

    def __init__(self, view: QMenu, window_menu: QMenu, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._before: list[int] = []
        self._walk = PaneWalk(
            window,
            (
                (window.compose, "messageEdit"),
                (window.recipients, "recipientsInput"),
                (window.history, "historyTable"),
                (window.account, "accountCombo"),
            ),
        )
        AltLetters(window)
        order_tabs(window.compose.message_edit, window.compose, window.recipients, "recipientsInput")
        self._fill_view(view)
        self._fill_window(window_menu)

    def _fill_view(self, view: QMenu) -> None:
        self._tall = self._action("tallHistoryAction", self.tr("Tall &history"), self._show_tall, "Ctrl+Shift+H")
        self._tall.setCheckable(True)
        self._full = self._action(
            "fullScreenAction", self.tr("&Full screen"), self._show_full, QKeySequence.StandardKey.FullScreen
        )
        self._full.setCheckable(True)
        view.addActions([self._tall, self._full])
        view.aboutToShow.connect(self._look)

    def _fill_window(self, menu: QMenu) -> None:
        window = self._window
        menu.addAction(self._action("minimiseAction", self.tr("M&inimise"), window.showMinimized, "Ctrl+M"))
        menu.addSeparator()
        menu.addAction(self._action("nextPaneAction", self.tr("&Next pane"), lambda: self._walk.step(1), "F6"))
        back = self._action("previousPaneAction", self.tr("Pre&vious pane"), lambda: self._walk.step(-1), "Shift+F6")
        menu.addAction(back)
        menu.addSeparator()
        panes = (self.tr("&Message"), self.tr("&People"), self.tr("&History"), self.tr("&Account"))
        for place, text in enumerate(panes):
            go_to = partial(self._walk.go_to, place)
            menu.addAction(self._action(f"pane{place + 1}Action", text, go_to, f"Ctrl+{place + 1}"))

    def _action(self, name: str, text: str, work: Callable[[], object], key: QKeySequence.StandardKey | str) -> QAction:
        action = named(name, QAction(text, self._window))
        if isinstance(key, QKeySequence.StandardKey):
            action.setShortcuts(key)
        else:
            action.setShortcut(QKeySequence(key))
        action.triggered.connect(lambda _checked=False: work())
        return action

    def _splitter(self) -> QSplitter | None:
        """What shares the height between the history and what is above it."""
        above = self._window.history.parentWidget()
        fits = isinstance(above, QSplitter) and above.orientation() == Qt.Orientation.Vertical
        return above if fits and isinstance(above, QSplitter) else None

    def _look(self) -> None:
        splitter = self._splitter()
        self._tall.setEnabled(splitter is not None and splitter.isVisible())
        self._tall.setChecked(splitter is not None and self._is_tall(splitter))
        self._full.setChecked(self._window.isFullScreen())

    def _show_tall(self) -> None:
        splitter = self._splitter()
        if splitter is None:
            return
        sizes = splitter.sizes()
        if self._is_tall(splitter):
            for _ in range(2):  # once it stands low, the history does with less than before
                splitter.setSizes(self._before or [3 * sum(sizes) // 5, 2 * sum(sizes) // 5])
        else:
            self._before = sizes
            history = round(_HISTORY_SHARE * sum(sizes))
            splitter.setSizes([sum(sizes) - history, history])
        self._look()

    def _is_tall(self, splitter: QSplitter) -> bool:
        return self._window.history.height() > sum(splitter.sizes()) / 2

    def _show_full(self) -> None:
        self._window.showNormal() if self._window.isFullScreen() else self._window.showFullScreen()
