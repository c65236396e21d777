"""Asking where a test message shall go, and saying what it costs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialogButtonBox, QFormLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from smsdesk.domain.phone_numbers import read_number
from smsdesk.ui.text.directions import left_to_right
from smsdesk.ui.text.formatting import amount
from smsdesk.ui.text.translate import error_text, translate, translated
from smsdesk.ui.widgets.card import Caption
from smsdesk.ui.widgets.colours import Meaning
from smsdesk.ui.widgets.dialog import Dialog
from smsdesk.ui.widgets.form_field import FormField
from smsdesk.ui.widgets.named import named

if TYPE_CHECKING:
    from smsdesk.domain.money import Cost
    from smsdesk.services.sending.review import Review

_CHARACTERS = 56


class OwnPhoneDialog(Dialog):
    """Takes the user's own number. Open it with `open()`.

    Args:
        text: the message.
        review: what sending it to one person means.
        country: of a number without a country code.
        number: the one that was entered last, "" for none.
        parent: the dialog it belongs to.

    Signals:
        chosen: the number (E.164), and what was typed for it.
        left: the user went away; what was typed so far.
    """

    chosen = Signal(str, str)
    left = Signal(str)

    def __init__(self, text: str, review: Review, country: str, number: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Send a test to me"))
        self._country = country
        self._line = named("ownNumberEdit", QLineEdit(number, placeholderText="+968…"))
        self._field = FormField(self.tr("Your own number"), self._line)
        self._send = named("sendTestMessageButton", QPushButton(self.tr("&Save account and send")))
        cancel = named("cancelTestButton", QPushButton(self.tr("Cancel"), autoDefault=False))
        message = named("testMessageText", Caption(text, None, wrap=True))
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._field.add_to(form)
        FormField(self.tr("Message"), message).add_to(form)
        cost = named("testMessageCost", Caption(cost_of_one(review.cost), None, wrap=True))
        FormField(self.tr("Cost"), cost).add_to(form)
        note = Caption(
            self.tr("This is a real message. The account is saved first, and the message stands in the history."),
            wrap=True,
        )
        buttons = QDialogButtonBox()
        buttons.addButton(self._send, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(cancel, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self._send.setDefault(True)
        problems = "\n".join(error_text(problem) for problem in review.problems)
        told = named("testMessageProblem", Caption(problems, Meaning.BAD, wrap=True))
        told.setVisible(bool(problems))
        self._send.setEnabled(not problems)
        layout = QVBoxLayout(self)
        layout.setSizeConstraint(QVBoxLayout.SizeConstraint.SetFixedSize)  # as high as what is said, now and later
        layout.addLayout(form)
        layout.addWidget(told)
        layout.addWidget(note)
        layout.addWidget(buttons)
        note.setMinimumWidth(_CHARACTERS * self.fontMetrics().averageCharWidth())
        self._line.textChanged.connect(self._judge)
        self._line.selectAll()
        self._judge()

    def accept(self) -> None:
        """Hand over the number, if it is one that can be sent to."""
        read = read_number(self._line.text(), self._country)
        if read.number is None:
            self._field.show_problem(translated(read.problem) if read.problem else self.tr("Enter your number."))
            self._line.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.chosen.emit(read.number, self._line.text().strip())
        super().accept()

    def reject(self) -> None:
        """Send nothing; what was typed is handed over, to stand there the next time."""
        self.left.emit(self._line.text())
        super().reject()

    def _judge(self) -> None:
        """Show where it will go, so that a number that is read otherwise than it is meant is seen."""
        self._field.show_problem("")
        read = read_number(self._line.text(), self._country) if self._line.text().strip() else None
        goes = self.tr("It goes to {number}.")
        self._field.set_hint(goes.format(number=left_to_right(read.number)) if read and read.number else "")


def cost_of_one(cost: Cost) -> str:
    """What one message costs."""
    parts = translate("own_phone_dialog", "1 message, %n part(s)", None, 1).count(cost.parts)
    if cost.price is None:
        return translate("own_phone_dialog", "{message}: the price is not known").format(message=parts)
    return translate("own_phone_dialog", "{message}: {price}").format(message=parts, price=amount(cost.price))
