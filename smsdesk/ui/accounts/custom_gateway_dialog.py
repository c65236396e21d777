"""Setting up a gateway that smsdesk does not know: its address, its values, its answers, and a trial."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
)

from smsdesk.domain.errors import UserFacingError
from smsdesk.providers.custom.definition import EXAMPLE, OPTION, Definition
from smsdesk.providers.custom.definition_json import from_json, to_json
from smsdesk.providers.custom.password_hosts import strange_hosts
from smsdesk.providers.custom.validation import definition_problems
from smsdesk.providers.gateway_address import check_address, split_address
from smsdesk.ui.accounts.custom_gateway_pages import AnswersPage, BalancePage, SendingPage
from smsdesk.ui.accounts.custom_gateway_trial import TrialPage
from smsdesk.ui.problems.discard_question import ask_to_discard
from smsdesk.ui.problems.message_box import Icon, MessageBox, Role
from smsdesk.ui.text.translate import error_text, translate, translated
from smsdesk.ui.widgets.card import Caption
from smsdesk.ui.widgets.colours import Meaning
from smsdesk.ui.widgets.dialog import Dialog
from smsdesk.ui.widgets.named import named

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Sequence

    from PySide6.QtWidgets import QWidget

    from smsdesk.accounts.account import Account
    from smsdesk.privacy.secret import Secret
    from smsdesk.services.accounts.custom_gateway_setup import GatewaySetup
    from smsdesk.ui.qt.tasks import Tasks

_SUFFIX = "json"


class CustomGatewayDialog(Dialog):
    """Describes the account's gateway. Open it with `open()`.

    Args:
        setup: files and trials.
        tasks: runs what takes time.
        account: the account as it is typed, with the set-up that it has already, if any.
        password: the password that was typed; None for the one that is kept.
        parent: the dialog it belongs to.

    Signals:
        chosen: the set-up as JSON text, and the gateway's address.
    """

    chosen = Signal(str, str)

    def __init__(
        self,
        setup: GatewaySetup,
        tasks: Tasks,
        account: Account,
        password: Secret | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Set up the gateway"))
        self._setup = setup
        self._tasks = tasks
        self._account = account
        self._password = password
        self._sending, self._answers, self._balance = SendingPage(), AnswersPage(), BalancePage()
        self._trial = TrialPage(setup, tasks, self._account_as_set_up, password)
        self._tabs = named("customTabs", QTabWidget())
        self._told = Caption(wrap=True)
        self._told.setObjectName("customTold")
        self._lay_out()
        for page in (self._sending, self._answers, self._balance):
            page.edited.connect(self._edited)
        self._show_kept()
        self._untouched = self._held()

    def accept(self) -> None:
        """Hand over the set-up, if it can be used; nothing is on disk before the account is saved."""
        definition = self._checked()
        if definition is not None and not self._trial.busy:
            self.chosen.emit(to_json(definition), definition.address)
            super().accept()

    def reject(self) -> None:
        """Close without changing anything, after a question where something was; not while a test is under way."""
        if self._trial.busy:
            return
        if self._held() == self._untouched:
            super().reject()
        else:
            ask_to_discard(self, super().reject)

    def _held(self) -> tuple[object, ...]:
        return self._sending.url.text(), self._typed()[0], *self._trial.written()

    def _show_kept(self) -> None:
        kept = self._account.options.get(OPTION, "")
        definition = EXAMPLE
        if kept:
            try:
                definition = from_json(kept)
            except UserFacingError as error:
                self._tell(error_text(error), Meaning.BAD)
        # The account's own address counts: it may have been changed since.
        self._show(replace(definition, address=self._account.address))

    def _show(self, definition: Definition) -> None:
        self._sending.url.setText(definition.address + definition.send.path)
        for page in (self._sending, self._answers, self._balance):
            page.show_definition(definition)

    def _typed(self) -> tuple[Definition, dict[str, str]]:
        """What is written on the pages, and what is wrong with it, by field."""
        problems = {}
        try:
            address, path = split_address(self._sending.url.text())
        except UserFacingError as error:
            address, path = "", "/"
            problems["path"] = error_text(error)
        held: dict[str, Any] = {**self._sending.held(path), **self._answers.held(), **self._balance.held()}
        definition = Definition(address=address, **held)
        return definition, {
            **{name: translated(each) for name, each in definition_problems(definition).items()},
            **problems,
        }

    def _checked(self) -> Definition | None:
        """The set-up; None when it can't be used, and then the first wrong field is shown."""
        definition, problems = self._typed()
        self._tell("")
        found = [(page, page.show_problems(problems)) for page in (self._sending, self._answers, self._balance)]
        for page, wrong in found:
            if wrong is not None:
                self._tabs.setCurrentWidget(page)
                page.ensureWidgetVisible(wrong)
                wrong.control.setFocus()
                self._tell(wrong.problem, Meaning.BAD)
                return None
        return definition

    def _account_as_set_up(self) -> Account | None:
        definition = self._checked()
        if definition is None:
            return None
        options = {**self._account.options, OPTION: to_json(definition)}
        return replace(self._account, address=check_address(definition.address), options=options)

    def _edited(self) -> None:
        self._tell("")
        self._trial.forget()

    def _import(self) -> None:
        dialog = self._file_dialog(QFileDialog.AcceptMode.AcceptOpen, self.tr("Import a gateway"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self._spawn(self._load(Path(name))))
        dialog.open()

    async def _load(self, path: Path) -> None:
        definition = await asyncio.wrap_future(self._setup.load(path))
        hosts = strange_hosts(definition, self._account.address)
        if hosts:
            self._ask_about_hosts(definition, hosts)
        else:
            self._take(definition)

    def _take(self, definition: Definition) -> None:
        self._show(definition)
        self._tell(self.tr("Imported. Look through the pages, then try it."), Meaning.GOOD)

    def _ask_about_hosts(self, definition: Definition, hosts: Sequence[str]) -> None:
        own = urlsplit(self._account.address or definition.address).hostname or ""
        hosts_question(hosts, own, lambda: self._take(definition), self).open()

    def _export(self) -> None:
        definition = self._checked()
        if definition is None:
            return
        dialog = self._file_dialog(QFileDialog.AcceptMode.AcceptSave, self.tr("Export this gateway"))
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setDefaultSuffix(_SUFFIX)
        dialog.fileSelected.connect(lambda name: self._spawn(self._write(definition, Path(name))))
        dialog.open()

    async def _write(self, definition: Definition, path: Path) -> None:
        await asyncio.wrap_future(self._setup.export(definition, path, self._account.id, self._password))
        self._tell(self.tr("Saved without user name and password: the file can be shared."), Meaning.GOOD)

    def _spawn(self, work: Coroutine[Any, Any, None]) -> None:
        self._tasks.spawn(self._told_if_wrong(work), self)

    async def _told_if_wrong(self, work: Coroutine[Any, Any, None]) -> None:
        try:
            await work
        except UserFacingError as error:
            self._tell(" ".join(filter(None, (error_text(error), error.detail))), Meaning.BAD)

    def _file_dialog(self, mode: QFileDialog.AcceptMode, title: str) -> QFileDialog:
        dialog = QFileDialog(self, title)
        dialog.setObjectName("gatewayFileDialog")
        dialog.setAcceptMode(mode)
        dialog.setNameFilter(self.tr("Gateway files (*.json)"))
        dialog.finished.connect(dialog.deleteLater)
        return dialog

    def _tell(self, text: str, meaning: Meaning = Meaning.IDLE) -> None:
        self._told.set_meaning(meaning)
        self._told.setText(text)
        self._told.setVisible(bool(text))

    def _lay_out(self) -> None:
        self._tabs.addTab(self._sending, self.tr("&What is sent"))
        self._tabs.addTab(self._answers, self.tr("A&nswers"))
        self._tabs.addTab(self._balance, self.tr("&Balance"))
        self._tabs.addTab(self._trial, self.tr("Tr&y it"))
        load = named("importGatewayButton", QPushButton(self.tr("&Import…"), autoDefault=False))
        export = named("exportGatewayButton", QPushButton(self.tr("E&xport…"), autoDefault=False))
        use = named("useGatewayButton", QPushButton(self.tr("&Use this set-up"), autoDefault=False))
        cancel = named("cancelGatewayButton", QPushButton(self.tr("Cancel"), autoDefault=False))
        buttons = QDialogButtonBox()
        buttons.addButton(use, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(cancel, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        load.clicked.connect(self._import)
        export.clicked.connect(self._export)
        foot = QHBoxLayout()
        foot.addWidget(load)
        foot.addWidget(export)
        foot.addWidget(buttons, 1)
        layout = QVBoxLayout(self)
        layout.addWidget(self._tabs, 1)
        layout.addWidget(self._told)
        layout.addLayout(foot)
        self.resize(100 * self.fontMetrics().averageCharWidth(), 40 * self.fontMetrics().lineSpacing())


def hosts_question(hosts: Sequence[str], own: str, take: Callable[[], object], parent: QWidget) -> MessageBox:
    """Somebody else wrote it: where it would have the password sent is seen before it is used."""
    told = translate("CustomGatewayDialog", "This file would have your password sent to {hosts}.")
    ask = translate(
        "CustomGatewayDialog", "The account's gateway is {host}. Go on only if your gateway told you so."
    ).format(host=own)
    title = parent.windowTitle()
    box = MessageBox("passwordHostsBox", Icon.Warning, told.format(hosts=", ".join(hosts)), ask,
                     title=title, parent=parent)  # fmt: skip
    box.offer("importAllTheSameButton", translate("CustomGatewayDialog", "&Import"), Role.AcceptRole, take)
    box.offer_way_back("cancelImportButton", translate("CustomGatewayDialog", "Cancel"))
    return box
