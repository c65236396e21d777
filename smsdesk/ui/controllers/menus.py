"""The menu bar, and the dialogs that it and the account buttons open."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, qVersion
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QLineEdit, QTableView

from smsdesk.ui.accounts.account_card import account_title
from smsdesk.ui.menus.edit_menu import EditMenu
from smsdesk.ui.menus.language_menu import LanguageMenu
from smsdesk.ui.menus.window_menus import WindowMenus
from smsdesk.ui.widgets.named import named
from smsdesk.workers.futures import result_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QDialog, QMenu

    from smsdesk.accounts.account import Account
    from smsdesk.services.office import Office
    from smsdesk.store.settings import Settings
    from smsdesk.support.diagnostics import Diagnostics
    from smsdesk.ui.accounts.account_dialog import AccountDialog
    from smsdesk.ui.controllers.main import MainController
    from smsdesk.ui.controllers.updates import Updates
    from smsdesk.ui.qt.tasks import Tasks
    from smsdesk.ui.window.main_window import MainWindow


class Menus(QObject):
    """Fills the menu bar. Dialogs are imported when they are first opened.

    Signals:
        settings_changed: the user changed the settings.
        import_requested: the user wants to bring people in from a file.
        language_chosen: the user wants the window in this language, "" for the system's.
    """

    settings_changed = Signal()
    import_requested = Signal()
    language_chosen = Signal(str)

    def __init__(
        self,
        window: MainWindow,
        controller: MainController,
        office: Office,
        settings: Settings,
        tasks: Tasks,
        diagnostics: Callable[[], Diagnostics],
        updates: Updates,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._controller = controller
        self._office = office
        self._settings = settings
        self._tasks = tasks
        self._diagnostics = diagnostics
        self._updates = updates
        self._saved_id = ""
        self._help: QDialog | None = None
        self._fill()
        window.account.add_requested.connect(self.add_account)
        window.account.edit_requested.connect(self.edit_account)
        window.welcome.add_requested.connect(self.add_account)
        window.welcome.demo_requested.connect(_start_demo)
        controller.account_changed.connect(self._enable)
        controller.password_wanted.connect(self.change_password)
        self._enable(controller.account)

    def add_account(self) -> None:
        """Open the dialog for a new account."""
        self._account_dialog(None)

    def edit_account(self) -> None:
        """Open the dialog for the chosen account."""
        if self._controller.account is not None:
            self._account_dialog(self._controller.account)

    def change_password(self) -> None:
        """Open the dialog for the chosen account at its password: that is what its queue has stopped for."""
        if self._controller.account is not None:
            dialog = self._account_dialog(self._controller.account)
            dialog.findChildren(QLineEdit, "passwordEdit")[0].setFocus()

    def _account_dialog(self, account: Account | None) -> AccountDialog:
        from smsdesk.services.accounts.trial_message import TrialMessage
        from smsdesk.ui.accounts.account_dialog import AccountDialog

        office = self._office
        dialog = AccountDialog(
            office.book, office.providers, self._tasks, account, self._window,
            trial=TrialMessage(office.sender, office.history, office.providers),
            own_number=self._settings.own_number,
            learnt_price=None if account is None else office.prices.learnt(account),
        )  # fmt: skip
        dialog.saved.connect(self._account_saved)
        dialog.own_number_entered.connect(self._own_number_entered)
        dialog.finished.connect(lambda _how: self._show_saved())
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def _account_saved(self, account: Account) -> None:
        self._office.sender.account_changed(account)
        self._office.poller.account_changed(account)
        self._office.tracker.account_changed(account)
        self._window.history.accounts_changed()
        self._saved_id = account.id

    def _show_saved(self) -> None:
        """Choose the account that was saved, once its dialog is closed: that may ask how the list shall be read."""
        saved, self._saved_id = self._saved_id, ""
        if saved:
            self._controller.show_accounts(saved)

    def _own_number_entered(self, number: str) -> None:
        self._settings.own_number = number
        self._controller.settings_changed.emit()

    def _delete_account(self) -> None:
        account = self._controller.account
        if account is None:
            return
        from smsdesk.ui.accounts.deletion_question import deletion_question

        title = account_title(account, self._office.providers.of(account))
        deletion_question(title, lambda: self._tasks.spawn(self._delete(account), self), self._window).open()

    async def _delete(self, account: Account) -> None:
        try:
            await result_of(self._office.book.delete(account.id))
        finally:  # the account may be gone though the keyring would not give up its password
            self._controller.show_accounts(account.id)

    def _open_settings(self) -> None:
        from smsdesk.ui.settings.delivery_reports_page import DeliveryReportsPage
        from smsdesk.ui.settings.settings_dialog import SettingsDialog

        accounts = [(account, self._office.providers[account.provider]) for account in self._office.book.all()]
        page = DeliveryReportsPage(self._settings, accounts, self._office.reports.last_received)
        dialog = SettingsDialog(self._settings, self._window, page, self._updates.why_not)
        dialog.changed.connect(self.settings_changed)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _open_help(self) -> None:
        from smsdesk.ui.window.help_window import HelpWindow

        if self._help is None:
            self._help = HelpWindow(self._window)
        self._help.show()
        self._help.raise_()

    def _open_licences(self) -> None:
        from smsdesk.ui.window.licences_window import LicencesWindow

        window = LicencesWindow(self._window)
        window.finished.connect(window.deleteLater)
        window.show()

    def _save_diagnostics(self) -> None:
        from PySide6.QtCore import QStandardPaths
        from PySide6.QtWidgets import QFileDialog

        usual = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        dialog = QFileDialog(self._window, self.tr("Save diagnostics"), str(usual))
        dialog.setObjectName("diagnosticsFileDialog")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setNameFilter(self.tr("Text files (*.txt)"))
        dialog.setDefaultSuffix("txt")
        dialog.selectFile(f"smsdesk-diagnostics-{datetime.now(UTC):%Y%m%d-%H%M}.txt")
        dialog.fileSelected.connect(lambda name: self._tasks.spawn(self._write_diagnostics(Path(name)), self))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    async def _write_diagnostics(self, path: Path) -> None:
        await result_of(self._diagnostics().save(path, qVersion()))
        told = self.tr(
            "Saved: {file}. No phone numbers, messages or passwords are in it; read it before you pass it on."
        )
        self._window.notice.add(told.format(file=path))

    def _open_about(self) -> None:
        from smsdesk.ui.window.about_box import about_box

        about_box(self._window).open()

    def _fill(self) -> None:
        bar = self._window.menuBar()
        self._fill_file(bar.addMenu(self.tr("&File")))
        people = self._window.recipients
        table = people.findChildren(QTableView, "recipientsTable")[0]
        edit = bar.addMenu(self.tr("&Edit"))
        EditMenu(edit, self._window, people, table)
        find = self._action(
            self.tr("&Find in the history"), self._window.find_in_history, QKeySequence.StandardKey.Find
        )
        edit.addSeparator()
        edit.addAction(find)
        edit.addSeparator()
        kept = self._action(self.tr("&Kept drafts…"), self._controller.show_kept_drafts)
        edit.addAction(named("keptDraftsAction", kept))
        view = bar.addMenu(self.tr("&View"))
        self._fill_account(bar.addMenu(self.tr("&Account")))
        WindowMenus(view, bar.addMenu(self.tr("&Window")), self._window)
        view.addSeparator()
        languages = LanguageMenu(view.addMenu(self.tr("&Language")), self._settings.language, self._window)
        languages.chosen.connect(self.language_chosen)
        self._fill_help(bar.addMenu(self.tr("&Help")))

    def _fill_file(self, file: QMenu) -> None:
        people = self._action(self.tr("&Import people…"), self.import_requested.emit, QKeySequence.StandardKey.Open)
        send = self._action(self.tr("S&end…"), self._window.compose.send_by_key)
        send.setShortcuts([QKeySequence("Ctrl+Return"), QKeySequence("Ctrl+Enter")])  # Enter is the keypad's
        preferences = self._action(self.tr("&Settings…"), self._open_settings, QKeySequence.StandardKey.Preferences)
        preferences.setMenuRole(QAction.MenuRole.PreferencesRole)
        leave = self._action(self.tr("&Quit"), self._window.close, QKeySequence.StandardKey.Quit)
        leave.setMenuRole(QAction.MenuRole.QuitRole)
        file.addActions([people, send])
        file.addSeparator()
        file.addAction(preferences)
        file.addSeparator()
        file.addAction(leave)

    def _fill_account(self, account: QMenu) -> None:
        self._edit = self._action(self.tr("&Edit…"), self.edit_account)
        self._delete_action = self._action(self.tr("&Delete…"), self._delete_account)
        self._refresh = self._action(
            self.tr("&Refresh balance"), self._controller.refresh_balance, QKeySequence.StandardKey.Refresh
        )
        account.addAction(self._action(self.tr("&Add…"), self.add_account))
        self._balance = self._action(self.tr("&Balance…"), self._controller.show_balance)
        account.addActions([self._edit, self._delete_action, self._refresh, self._balance])

    def _fill_help(self, helping: QMenu) -> None:
        helping.addAction(
            self._action(self.tr("smsdesk &help"), self._open_help, QKeySequence.StandardKey.HelpContents)
        )
        helping.addAction(self._action(self.tr("Save &diagnostics…"), self._save_diagnostics))
        helping.addAction(self._action(self.tr("&Licences…"), self._open_licences))
        about = self._action(self.tr("&About smsdesk"), self._open_about)
        about.setMenuRole(QAction.MenuRole.AboutRole)
        helping.addAction(about)

    def _action(self, text: str, work: Callable[[], object], key: QKeySequence.StandardKey | None = None) -> QAction:
        action = QAction(text, self._window)
        if key is not None:
            action.setShortcuts(key)
        action.triggered.connect(lambda _checked=False: work())
        return action

    def _enable(self, account: Account | None) -> None:
        for action in (self._edit, self._delete_action, self._balance):
            action.setEnabled(account is not None)
        can = account is not None and self._office.providers.of(account).capabilities.has_balance
        self._refresh.setEnabled(can)


def _start_demo() -> None:
    """Open the demo as a program of its own, so that nothing of it touches this profile."""
    from PySide6.QtCore import QProcess

    program = [] if getattr(sys, "frozen", False) else ["-m", "smsdesk"]
    QProcess.startDetached(sys.executable, [*program, "--demo"])
