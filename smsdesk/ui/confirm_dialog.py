"""The last look before money is spent: people, parts, cost and what will be left, in numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout

from smsdesk.ui.account_card import account_title
from smsdesk.ui.card import Caption
from smsdesk.ui.colours import Meaning
from smsdesk.ui.cost import cost_sentence
from smsdesk.ui.named import named
from smsdesk.ui.text_direction import follow_direction
from smsdesk.ui.translate import say, translate
from smsdesk.ui.wording import gateway_time, point_in_time

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from smsdesk.accounts.account import Account
    from smsdesk.providers.base import Provider
    from smsdesk.services.review import Review

_LINES_SHOWN = 5


class ConfirmDialog(QDialog):
    """Accepted only by its Send button; Enter and Escape are Cancel."""

    def __init__(
        self, review: Review, text: str, sender: str, account: Account, provider: Provider, parent: QWidget
    ) -> None:
        super().__init__(parent)
        send_it = translate("ConfirmDialog", "Send %n message(s)", None, 1).count(review.people)
        self.setWindowTitle(self.tr("Send this announcement?"))
        preview = QPlainTextEdit(text, readOnly=True)
        follow_direction(preview)
        preview.setAccessibleName(self.tr("Message"))
        preview.setFixedHeight((_LINES_SHOWN + 1) * preview.fontMetrics().lineSpacing())
        preview.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        cost = named("costSummary", QLabel(cost_sentence(review.cost), wordWrap=True))
        cost.setTextFormat(Qt.TextFormat.PlainText)
        font = cost.font()
        font.setBold(True)
        cost.setFont(font)

        facts = QFormLayout()
        facts.addRow(self.tr("Account"), _plain(account_title(account, provider)))
        if sender:
            facts.addRow(self.tr("Sender"), _plain(sender))
        if review.send_at is not None:
            there = gateway_time(review.send_at, provider)
            when = point_in_time(review.send_at)
            facts.addRow(self.tr("When"), _plain(f"{when} ({there})" if there else when))
        facts.addRow(self.tr("Cost"), cost)
        buttons = QDialogButtonBox()
        confirm = named("confirmSendButton", QPushButton(send_it, autoDefault=False))
        cancel = named("cancelSendButton", QPushButton(self.tr("Cancel")))
        buttons.addButton(confirm, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(cancel, QDialogButtonBox.ButtonRole.RejectRole)
        confirm.clicked.connect(self.accept)
        cancel.clicked.connect(self.reject)

        layout = QVBoxLayout(self)
        layout.addWidget(preview)
        layout.addLayout(facts)
        if review.cautions:
            said = "\n".join(say(caution) for caution in review.cautions)
            layout.addWidget(Caption(said, Meaning.DOUBTFUL, wrap=True))
        layout.addWidget(buttons)
        self.setMinimumWidth(60 * self.fontMetrics().averageCharWidth())
        cancel.setDefault(True)
        cancel.setFocus()


def _plain(text: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
