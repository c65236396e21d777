"""The last look before money is spent: people, parts, cost and what will be left, in numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
)

from smsdesk.ui.accounts.account_card import account_title
from smsdesk.ui.compose.cost import cost_sentence
from smsdesk.ui.compose.text_direction import follow_direction
from smsdesk.ui.text.formatting import day_and_time, gateway_time, point_in_time
from smsdesk.ui.text.translate import translate, translated
from smsdesk.ui.widgets.card import Caption, set_bold
from smsdesk.ui.widgets.colours import Meaning
from smsdesk.ui.widgets.named import named

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from smsdesk.accounts.account import Account
    from smsdesk.providers.base import Provider
    from smsdesk.services.sending.review import AlreadySent, Review

_LINES_SHOWN = 5


class ConfirmDialog(QDialog):
    """Accepted only by its Send button; Enter and Escape are Cancel.

    Args:
        review: what sending to everybody means.
        text: the message.
        sender: what people see as the sender; "" where the gateway takes none.
        account: what it is sent with.
        provider: the account's gateway.
        parent: the window.
        already: who has the text already; None when nobody does.
    """

    def __init__(
        self,
        review: Review,
        text: str,
        sender: str,
        account: Account,
        provider: Provider,
        parent: QWidget,
        already: AlreadySent | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Send this announcement?"))
        self._review = review
        self._already = already
        preview = self._preview(text)
        self._cost = named("costSummary", QLabel(wordWrap=True))
        self._cost.setTextFormat(Qt.TextFormat.PlainText)
        set_bold(self._cost)

        facts = self._facts(sender, account_title(account, provider), provider)
        told = named("repeatText", Caption(_who_has_it(already, review.people), Meaning.DOUBTFUL, wrap=True))
        self._leave_out = named("leaveOutCheck", QCheckBox(self.tr("Leave them out")))
        self._leave_out.setChecked(True)
        self._leave_out.setAccessibleDescription(told.text())
        self._cautions = Caption(meaning=Meaning.DOUBTFUL, wrap=True)
        buttons = QDialogButtonBox()
        self._confirm = named("confirmSendButton", QPushButton(autoDefault=False))
        cancel = named("cancelSendButton", QPushButton(self.tr("Cancel")))
        buttons.addButton(self._confirm, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(cancel, QDialogButtonBox.ButtonRole.RejectRole)
        self._confirm.clicked.connect(self.accept)
        cancel.clicked.connect(self.reject)
        self._leave_out.toggled.connect(self._show_review)

        layout = QVBoxLayout(self)
        layout.addWidget(preview)
        layout.addLayout(facts)
        layout.addWidget(told)
        layout.addWidget(self._leave_out, 0, Qt.AlignmentFlag.AlignLeading)  # as wide as what can be clicked
        told.setVisible(already is not None)
        self._leave_out.setVisible(already is not None)
        layout.addWidget(self._cautions)
        layout.addWidget(buttons)
        self.setMinimumWidth(60 * self.fontMetrics().averageCharWidth())
        self._show_review()
        cancel.setDefault(True)
        cancel.setFocus()

    def _preview(self, text: str) -> QPlainTextEdit:
        preview = QPlainTextEdit(text, readOnly=True)
        follow_direction(preview)
        preview.setAccessibleName(self.tr("Message"))
        preview.setFixedHeight((_LINES_SHOWN + 1) * preview.fontMetrics().lineSpacing())
        preview.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        return preview

    def _facts(self, sender: str, account: str, provider: Provider) -> QFormLayout:
        """What it is sent with, from whom, when, and what it costs."""
        facts = QFormLayout()
        facts.addRow(self.tr("Account"), _plain(account))
        if sender:
            facts.addRow(self.tr("Sender"), _plain(sender))
        if self._review.send_at is not None:
            there = gateway_time(self._review.send_at, provider)
            when = point_in_time(self._review.send_at)
            facts.addRow(self.tr("When"), _plain(f"{when} ({there})" if there else when))
        facts.addRow(self.tr("Cost"), self._cost)
        return facts

    def people_left_out(self) -> frozenset[str]:
        """The numbers that shall not be sent to, because they have the text already."""
        if self._already is None or not self._leave_out.isChecked():
            return frozenset()
        return frozenset(self._already.found.at)

    def _show_review(self) -> None:
        """Say what sending means to those who are chosen now."""
        review = self._already.rest if self._already and self._leave_out.isChecked() else self._review
        self._cost.setText(cost_sentence(review.cost) or self.tr("Nobody is left to send to."))
        self._cautions.setText("\n".join(translated(caution) for caution in review.cautions))
        self._cautions.setVisible(bool(review.cautions))
        self._confirm.setText(translate("ConfirmDialog", "Send %n message(s)", None, 1).count(review.people))
        self._confirm.setEnabled(review.people > 0)


def _who_has_it(already: AlreadySent | None, people: int) -> str:
    if already is None:
        return ""
    found = already.found
    if found.all_at_once:
        told = translate("ConfirmDialog", "%n of {people} got this {when}.", None, 1)
    else:
        told = translate("ConfirmDialog", "%n of {people} got this, the last of them {when}.", None, 1)
    return told.count(len(found.at)).format(people=QLocale().toString(people), when=day_and_time(found.newest))


def _plain(text: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
