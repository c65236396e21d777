"""Trying out a gateway that was just described: the exact request first, and only on a second press one message."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLineEdit, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from smsdesk.domain.errors import UserFacingError
from smsdesk.domain.outcome import Outcome
from smsdesk.domain.phone_numbers import read_number
from smsdesk.services.accounts.custom_gateway_setup import shown_request
from smsdesk.ui.text.translate import error_text, translated
from smsdesk.ui.widgets.card import Caption
from smsdesk.ui.widgets.colours import Meaning
from smsdesk.ui.widgets.fixed_font import fixed_font
from smsdesk.ui.widgets.form_field import FormField
from smsdesk.ui.widgets.named import named

if TYPE_CHECKING:
    from collections.abc import Callable

    from smsdesk.accounts.account import Account
    from smsdesk.privacy.secret import Secret
    from smsdesk.services.accounts.custom_gateway_setup import GatewaySetup, Tried
    from smsdesk.ui.qt.tasks import Tasks

_LINES_AT_LEAST = 3


class TrialPage(QWidget):
    """Shows what would be sent, sends it when asked to, and shows how the answer was read.

    Args:
        setup: sends.
        tasks: runs what takes time.
        account: gives the account with the set-up as it is written now; None when that can't be used, and says why.
        password: what was typed in the account; None for the one that is kept.
    """

    def __init__(
        self, setup: GatewaySetup, tasks: Tasks, account: Callable[[], Account | None], password: Secret | None
    ) -> None:
        super().__init__()
        self._setup = setup
        self._tasks = tasks
        self._account = account
        self._password = password
        self._busy = False
        self._ready: tuple[Account, str, str] | None = None
        self._number = named("trialNumberEdit", QLineEdit(placeholderText="+968…"))
        self._text = named("trialTextEdit", QLineEdit(self.tr("A test message")))
        self._number_field = FormField(self.tr("Your own number"), self._number)
        self._text_field = FormField(self.tr("Message"), self._text)
        self._show = named("showRequestButton", QPushButton(self.tr("&Try it"), autoDefault=False))
        self._send = named("sendTrialButton", QPushButton(self.tr("&Send this test message"), autoDefault=False))
        self._request = _plain("trialRequest", self.tr("What would be sent"))
        self._answer = _plain("trialAnswer", self.tr("What the gateway answered"))
        self._outcome = Caption(wrap=True)
        self._outcome.setObjectName("trialOutcome")
        self._lay_out()
        self._show.clicked.connect(self._show_request)
        self._send.clicked.connect(self._send_pressed)
        self._number.textChanged.connect(self.forget)
        self._text.textChanged.connect(self.forget)
        self.forget()

    @property
    def busy(self) -> bool:
        """A message is under way, and its answer should not be missed."""
        return self._busy

    def written(self) -> tuple[str, str]:
        """What stands in the fields, to see whether somebody wrote something."""
        return self._number.text(), self._text.text()

    def forget(self) -> None:
        """What is shown is no more what would be sent."""
        if self._busy:
            return
        self._ready = None
        self._send.setEnabled(False)
        for shown in (self._request, self._answer):
            shown.clear()
        self._tell("")

    def _show_request(self) -> None:
        self.forget()
        account = self._account()
        if account is None:
            return
        read = read_number(self._number.text(), account.country)
        self._number_field.show_problem(translated(read.problem) if read.problem else "")
        text = self._text.text()
        self._text_field.show_problem("" if text.strip() else self.tr("Write a message."))
        if read.number is None or not text.strip():
            return
        self._ready = (account, read.number, text)
        self._request.setPlainText(shown_request(*self._ready))
        self._send.setEnabled(True)
        self._tell(self.tr("Nothing was sent yet. The test message is real: the gateway may charge for it."))

    def _send_pressed(self) -> None:
        if self._ready is None or self._busy:
            return
        self._set_busy(True)
        self._answer.clear()
        self._tell(self.tr("Sending…"))
        self._tasks.spawn(self._try_out(*self._ready), self)

    async def _try_out(self, account: Account, number: str, text: str) -> None:
        try:
            tried = await asyncio.wrap_future(self._setup.try_out(account, self._password, number, text))
        except UserFacingError as error:
            self._tell(error_text(error), Meaning.BAD)
        else:
            self._show_tried(tried)
        finally:
            self._set_busy(False)

    def _show_tried(self, tried: Tried) -> None:
        verdict = tried.verdict
        reason = translated(tried.reason) if tried.reason else ""
        self._answer.setPlainText("\n".join(filter(None, (verdict.words, tried.answer))))
        if verdict.outcome is Outcome.ACCEPTED:
            told = self.tr("Read as: accepted, message {id}") if verdict.message_id else self.tr("Read as: accepted")
            self._tell(told.format(id=verdict.message_id), Meaning.GOOD)
        elif verdict.outcome is Outcome.REJECTED:
            self._tell(self.tr("Read as: refused. {reason}.").format(reason=reason), Meaning.BAD)
        elif verdict.outcome is Outcome.NOT_SENT:
            self._tell(self.tr("Nothing was sent. {reason}.").format(reason=reason), Meaning.BAD)
        else:
            self._tell(
                self.tr("Not understood, so it may have been sent. {reason}.").format(reason=reason), Meaning.DOUBTFUL
            )

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        if not busy:
            self._ready = None  # another one takes another look at the request
        self._send.setEnabled(False)
        for widget in (self._show, self._number, self._text):
            widget.setEnabled(not busy)

    def _tell(self, text: str, meaning: Meaning = Meaning.IDLE) -> None:
        self._outcome.set_meaning(meaning)
        self._outcome.setText(text)
        self._outcome.setVisible(bool(text))

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for field in (self._number_field, self._text_field):
            field.add_to(form)
        FormField(self.tr("What would be sent"), self._request).add_to(form)
        FormField(self.tr("The answer"), self._answer).add_to(form)
        buttons = QHBoxLayout()
        buttons.addWidget(self._show)
        buttons.addWidget(self._send)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.addLayout(form, 1)
        layout.addWidget(self._outcome)
        layout.addLayout(buttons)


def _plain(name: str, label: str) -> QPlainTextEdit:
    shown = named(name, QPlainTextEdit(readOnly=True))
    shown.setAccessibleName(label)
    shown.setFont(fixed_font(shown.font()))
    shown.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    shown.setTabChangesFocus(True)
    shown.setMinimumHeight(_LINES_AT_LEAST * shown.fontMetrics().lineSpacing())
    return shown
