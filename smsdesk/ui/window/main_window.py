"""The one window: its panes, and the signals between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSize, Qt, Signal
from PySide6.QtWidgets import QLineEdit, QMainWindow, QPushButton, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from smsdesk.ui.accounts.account_card import AccountCard
from smsdesk.ui.compose.compose_pane import ComposePane
from smsdesk.ui.recipients.recipients_pane import RecipientsPane
from smsdesk.ui.widgets.colours import Meaning
from smsdesk.ui.widgets.listing.column_layout import ColumnLayout
from smsdesk.ui.window.notice_bar import NoticeBar
from smsdesk.ui.window.on_screen import keep_on_screen, scrolled
from smsdesk.ui.window.welcome import Welcome
from smsdesk.ui.window.work_area import WorkArea

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent

    from smsdesk.store.settings import Settings
    from smsdesk.ui.history.history_pane import HistoryPane


_USUAL = QSize(1180, 800)


class MainWindow(QMainWindow):
    """Arranges the panes and keeps their places. What happens in them is the controllers' business.

    Signals:
        close_requested: the user wants to leave; the window stays until it is let go.
    """

    close_requested = Signal()

    def __init__(self, history: HistoryPane, settings: Settings) -> None:
        super().__init__()
        self.setWindowTitle(self.tr("smsdesk"))
        self._settings = settings
        self.account = AccountCard()
        self.compose = ComposePane(hijri=settings.hijri)
        self.recipients = RecipientsPane()
        self.history = history
        self.welcome = Welcome()
        self.notice = NoticeBar("noticeText", Meaning.UNDER_WAY)
        self.notice.add_button(self.tr("O&K"), "dismissButton").clicked.connect(lambda: self.notice.say(""))
        self.kept_draft = NoticeBar("keptDraftText", Meaning.UNDER_WAY)
        self.bring_back = self.kept_draft.add_button(self.tr("&Bring it back"), "bringBackButton")
        self.keep_for_later = self.kept_draft.add_button(self.tr("Late&r"), "keepForLaterButton")
        self.keep_for_later.setToolTip(self.tr("Later it is found under Edit > Kept drafts"))
        self.discard_kept = self.kept_draft.add_button(self.tr("Discard &it"), "discardKeptButton")
        self.work = WorkArea(self.compose, self.recipients, self.history)
        self._strips = QVBoxLayout()
        self._pages = _Pages()
        self._pages.addWidget(self.work)
        self._pages.addWidget(scrolled(self.welcome))
        self._build()
        self._closing_now = False
        self._restore()

    def greet(self, *, welcome: bool) -> None:
        """Show the welcome instead of the panes, or the panes."""
        self._pages.setCurrentIndex(1 if welcome else 0)

    def find_in_history(self) -> None:
        """Go to the field that searches, in the drawer too."""
        self.work.show_history()
        for field in self.history.findChildren(QLineEdit, "historySearch"):
            field.setFocus(Qt.FocusReason.ShortcutFocusReason)
            field.selectAll()

    def add_strip(self, strip: NoticeBar) -> None:
        """Give a notice that is seldom there its place, below the usual ones."""
        self._strips.addWidget(strip)

    def remember(self) -> None:
        """Put size and splitters into the settings."""
        self._settings.geometry = _text(self.saveGeometry())
        self._settings.splitters = {
            splitter.objectName(): _text(splitter.saveState())
            for splitter in self.findChildren(QSplitter)
            if splitter.objectName()
        }

    def close_now(self) -> None:
        """Close for good."""
        self._closing_now = True
        self.close()

    def raise_up(self) -> None:
        """Come to the front: the program was started a second time."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Leaving is asked for, not done: what runs is ended in order first."""
        if self._closing_now:
            super().closeEvent(event)
            return
        event.ignore()
        self.close_requested.emit()

    def _build(self) -> None:
        centre = QWidget()
        layout = QVBoxLayout(centre)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(8)
        layout.addWidget(self.notice)
        layout.addLayout(self._strips)
        for widget in (self.account, self.kept_draft):
            layout.addWidget(widget)
        layout.addWidget(self._pages, 1)
        self.setCentralWidget(centre)
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(True)  # else, other than in a dialog, Enter would not press it

    def _restore(self) -> None:
        self.resize(_USUAL)
        if self._settings.geometry:
            self.restoreGeometry(_bytes(self._settings.geometry))
        keep_on_screen(self)
        for splitter in self.findChildren(QSplitter):
            kept = self._settings.splitters.get(splitter.objectName())
            if kept:
                splitter.restoreState(_bytes(kept))
        self.work.keep_shares(_bytes(self._settings.splitters.get("deskSplitter", "")))
        for layout in self.findChildren(ColumnLayout):
            layout.remember_in(self._settings.columns)


class _Pages(QStackedWidget):
    """No larger than the page that is shown needs."""

    def minimumSizeHint(self) -> QSize:
        """What that page needs."""
        page = self.currentWidget()
        return page.minimumSizeHint() if page else super().minimumSizeHint()


def _text(state: QByteArray) -> str:
    return bytes(state.toBase64().data()).decode("ascii")


def _bytes(text: str) -> QByteArray:
    return QByteArray.fromBase64(text.encode("ascii", "replace"))
