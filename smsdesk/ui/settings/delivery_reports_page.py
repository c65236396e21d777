"""The settings' page about delivery reports: the switch, the address to enter at the gateway, and how to get there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from smsdesk.domain.errors import UserFacingError
from smsdesk.providers.capabilities import StatusBy
from smsdesk.services.delivery_reports.url import new_token, report_url
from smsdesk.ui.accounts.account_card import account_title
from smsdesk.ui.qt.boxes import ComboBox, SpinBox
from smsdesk.ui.text.formatting import ago
from smsdesk.ui.text.translate import error_text
from smsdesk.ui.widgets.card import Caption, heading
from smsdesk.ui.widgets.form_field import FormField
from smsdesk.ui.widgets.named import named

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from smsdesk.accounts.account import Account
    from smsdesk.providers.base import Provider
    from smsdesk.store.settings import Settings

_EVERYWHERE, _HERE_ONLY = "0.0.0.0", "127.0.0.1"  # noqa: S104 - offered, and chosen by the user
_HIGHEST_PORT = 65535
_CHARACTERS, _LINES = 84, 22
_FEWEST = 60
"""Characters of width that it takes at least."""


class DeliveryReportsPage(QWidget):
    """Shows and changes how delivery reports are received.

    Args:
        settings: read now, and changed by `keep`; a token is put into them at once if there is none, so that the
            addresses shown stay true.
        accounts: every account with its provider.
        last_received: when an account's newest report arrived.
    """

    def __init__(
        self,
        settings: Settings,
        accounts: Sequence[tuple[Account, Provider]],
        last_received: Callable[[str], datetime | None],
    ) -> None:
        super().__init__()
        self._settings = settings
        settings.receiver_token = settings.receiver_token or new_token()
        self._switch = named("receiverSwitch", QCheckBox(self.tr("&Receive delivery reports")))
        self._switch.setChecked(settings.receiver_on)
        self._host = named("receiverHostCombo", ComboBox())
        self._port = named("receiverPortSpin", SpinBox(minimum=1, maximum=_HIGHEST_PORT))
        self._port.setGroupSeparatorShown(False)
        self._port.setValue(settings.receiver_port)
        self._public = named("receiverPublicEdit", QLineEdit(settings.receiver_public))
        self._public_field = FormField(
            self.tr("Office's address"),
            self._public,
            hint=self.tr(
                "How the internet reaches your office: a name like sms.example.com or a number like 203.0.113.7. "
                "With https:// before it where a proxy takes the calls."
            ),
        )
        self._fill_hosts()
        reporting = [pair for pair in accounts if pair[1].capabilities.status_by is StatusBy.REPORT]
        self._targets = [
            _Target(account, provider, last_received(account.id), first=not place)
            for place, (account, provider) in enumerate(reporting)
        ]
        self._build()
        self._public.textChanged.connect(self._show_urls)
        self._port.valueChanged.connect(self._show_urls)
        self._show_urls()

    def chosen(self) -> tuple[object, ...]:
        """What stands on the page now: to see whether somebody changed it."""
        return self._switch.isChecked(), self._host.currentData(), self._port.value(), self._public.text().strip()

    def sizeHint(self) -> QSize:
        """As much as is read at a glance; where the screen is lower, the page scrolls."""
        metrics = self.fontMetrics()
        return QSize(_CHARACTERS * metrics.averageCharWidth(), _LINES * metrics.lineSpacing())

    def keep(self) -> bool:
        """Put what was chosen into the settings; False, and nothing is changed, when the address can't be right."""
        self._public_field.show_problem(self._problem())
        if self._public_field.problem:
            self._public.setFocus()
            self._scroll.ensureWidgetVisible(self._public_field)
            return False
        self._settings.receiver_on = self._switch.isChecked()
        self._settings.receiver_host = self._host.currentData()
        self._settings.receiver_port = self._port.value()
        self._settings.receiver_public = self._public.text().strip()
        return True

    def _problem(self) -> str:
        """What is wrong with the office's address; nothing is while it is empty."""
        try:
            self._url("")
        except UserFacingError as error:
            return error_text(error)
        return ""

    def _url(self, account_id: str) -> str:
        public = self._public.text().strip()
        return report_url(public, self._port.value(), self._settings.receiver_token, account_id) if public else ""

    def _show_urls(self) -> None:
        self._public_field.show_problem("")
        for target in self._targets:
            try:
                target.show_url(self._url(target.account_id))
            except UserFacingError:  # said when the settings are saved, not while it is being typed
                target.show_url("")

    def _fill_hosts(self) -> None:
        self._host.addItem(self.tr("every network of this computer"), _EVERYWHERE)
        self._host.addItem(self.tr("this computer alone, for a proxy or tunnel on it"), _HERE_ONLY)
        if self._host.findData(self._settings.receiver_host) < 0:  # written into the file by hand
            self._host.addItem(self._settings.receiver_host, self._settings.receiver_host)
        self._host.setCurrentIndex(self._host.findData(self._settings.receiver_host))

    def _build(self) -> None:
        page = QWidget()
        layout = QVBoxLayout(page)
        told = self.tr(
            "Some gateways call a web address of yours to say that a message has arrived. "
            "Without that, their messages stay “accepted”, though they arrive all the same."
        )
        layout.addWidget(Caption(told, None, wrap=True))
        layout.addWidget(self._switch)
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        FormField(self.tr("Listen on"), self._host).add_to(form)
        FormField(self.tr("Port"), self._port, narrow=True).add_to(form)
        self._public_field.add_to(form)
        layout.addLayout(form)
        layout.addSpacing(8)
        layout.addWidget(heading(self.tr("Enter this at the gateway"), 1))
        for target in self._targets:
            layout.addWidget(target)
        if not self._targets:
            layout.addWidget(Caption(self.tr("None of your accounts is at a gateway that sends reports."), wrap=True))
        layout.addSpacing(8)
        layout.addWidget(heading(self.tr("Making it reachable"), 1))
        layout.addWidget(Caption(self._how(), wrap=True))
        layout.addStretch()
        scroll = self._scroll = QScrollArea(widgetResizable=True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(page)
        for surface in (scroll.viewport(), page):
            surface.setAutoFillBackground(False)  # the tab's own background shows through
        metrics = self.fontMetrics()
        self.setMinimumWidth(_FEWEST * metrics.averageCharWidth())
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)

    def _how(self) -> str:
        return "\n\n".join(
            (
                self.tr(
                    "The gateway calls from the internet, so somebody who looks after your network has to open a way:"
                ),
                self.tr("1. In your internet router, forward the port above to this computer (“port forwarding”)."),
                self.tr("2. In the firewall of this computer, allow smsdesk to receive on that port."),
                self.tr("3. Your office needs a fixed number, or a name that follows it (“dynamic DNS”)."),
                self.tr(
                    "4. Enter the address above at the gateway's website, in the section about its API or reports."
                ),
                self.tr(
                    "To try it, open the address on a phone that is not in your office's Wi-Fi: it must show “200 OK”."
                ),
                self.tr(
                    "Reports are received while smsdesk runs. The gateway tries again for some hours when it does not."
                ),
                self.tr("If your network does not allow this, leave it off: sending works as well without."),
            )
        )


class _Target(QWidget):
    """One account's address at which its gateway delivers, and whether anything ever came."""

    def __init__(self, account: Account, provider: Provider, newest: datetime | None, *, first: bool) -> None:
        super().__init__()
        self.account_id = account.id
        self._url = named("reportUrl", QLineEdit(readOnly=True))
        self._url.setPlaceholderText(self.tr("Enter your office's address first"))
        self._copy = named(
            "copyReportUrlButton", QPushButton(self.tr("&Copy") if first else self.tr("Copy"), autoDefault=False)
        )
        self._copy.setAccessibleDescription(account_title(account, provider))
        self._copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._url.text()))
        title = Caption(account_title(account, provider), None)
        title.setBuddy(self._url)
        row = QHBoxLayout()
        row.addWidget(self._url, 1)
        row.addWidget(self._copy)
        arrived = named("reportArrived", Caption(self._arrived(newest)))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(title)
        layout.addLayout(row)
        layout.addWidget(arrived)

    def show_url(self, url: str) -> None:
        """Show the address, "" while there is none."""
        self._url.setText(url)
        self._url.setCursorPosition(0)
        self._copy.setEnabled(bool(url))

    def _arrived(self, newest: datetime | None) -> str:
        if newest is None:
            return self.tr("No report has arrived yet.")
        return self.tr("The last report arrived: {when}.").format(when=ago(newest))
