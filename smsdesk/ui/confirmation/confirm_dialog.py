"""The last look before money is spent: what the phone shows, who gets it, what it costs, and what looks odd."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QSize, QTime
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialogButtonBox, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from smsdesk.ui.accounts.account_card import account_title
from smsdesk.ui.compose.cost import segment_summary
from smsdesk.ui.confirmation.cautions_box import CautionsBox
from smsdesk.ui.confirmation.facts import Facts, ScrolledColumn
from smsdesk.ui.confirmation.money_card import MoneyCard
from smsdesk.ui.confirmation.people_dialog import PeopleDialog
from smsdesk.ui.confirmation.phone_preview import PhonePreview
from smsdesk.ui.text.countries import country_name
from smsdesk.ui.text.directions import joined
from smsdesk.ui.text.formatting import day_and_time, gateway_time, point_in_time
from smsdesk.ui.text.translate import translate, translated
from smsdesk.ui.widgets.card import Caption
from smsdesk.ui.widgets.dialog import Dialog
from smsdesk.ui.widgets.elided.elided_label import ElidedLabel
from smsdesk.ui.widgets.main_button import MainButton
from smsdesk.ui.widgets.named import named

if TYPE_CHECKING:
    from collections.abc import Sequence

    from smsdesk.providers.base import Provider
    from smsdesk.services.confirming.audience import Listed
    from smsdesk.services.confirming.confirmation import Confirmation
    from smsdesk.services.sending.review import AlreadySent

_WIDTH = 108  # average characters


class ConfirmDialog(Dialog):
    """Accepted only by its Send button, or Ctrl+Enter; Enter and Escape are Cancel.

    Args:
        asked: what is confirmed.
        provider: the account's gateway.
        parent: the window.
    """

    def __init__(self, asked: Confirmation, provider: Provider, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Send this announcement?"))
        self._asked = asked
        country = asked.request.account.country
        self._country = country_name(country) if country else ""
        self._facts = Facts(self._when(provider))
        self._money = MoneyCard(provider, asked.request.account.low_mark)
        self._cautions = CautionsBox()
        self._column = ScrolledColumn(self._facts, self._money, self._cautions)
        self._confirm = named("confirmSendButton", MainButton())
        self._confirm.setAutoDefault(False)
        cancel = named("cancelSendButton", QPushButton(self.tr("Cancel")))
        self._build(self._message(provider), cancel)

        self._confirm.clicked.connect(self.accept)
        cancel.clicked.connect(self.reject)
        self._facts.shown.connect(self._show_people)
        self._cautions.shown.connect(self._show_people)
        self._cautions.leave_out_changed.connect(self._show_review)
        send = QShortcut(self)
        send.setAutoRepeat(False)  # the key that opened this may still be held down
        send.setKeys([QKeySequence("Ctrl+Return"), QKeySequence("Ctrl+Enter")])  # Enter is the keypad's
        send.activated.connect(self._confirm.click)
        self._show_repeated()
        self._show_review()
        self._fit(parent)
        cancel.setDefault(True)
        cancel.setFocus()

    def people_left_out(self) -> frozenset[str]:
        """The numbers that shall not be sent to, because they have the text already."""
        if self._asked.already is None or not self._cautions.leave_out:
            return frozenset()
        return frozenset(self._asked.already.found.at)

    def _when(self, provider: Provider) -> str:
        """When it leaves; a time that was picked also by the gateway's clock, where that differs."""
        send_at = self._asked.review.send_at
        if send_at is not None:
            there = gateway_time(send_at, provider)
            when = point_in_time(send_at)
            return joined([when, f"({there})"], " ") if there else when
        if self._asked.undo_s:
            return translate("ConfirmDialog", "Now, after %n second(s) to undo", None, 1).count(self._asked.undo_s)
        return self.tr("Now")

    def _message(self, provider: Provider) -> QVBoxLayout:
        """What the phone shows, how it is counted, and what it is sent with."""
        request, review = self._asked.request, self._asked.review
        new = request.announcement
        if review.send_at is not None:
            time = point_in_time(review.send_at)
        else:
            now = datetime.now().astimezone()
            time = QLocale().toString(QTime(now.hour, now.minute), QLocale.FormatType.ShortFormat)
            time = self.tr("Today {time}").format(time=time)
        account = account_title(request.account, provider)
        told = self.tr("From {sender}, through {account}") if new.sender else self.tr("Through {account}")
        layout = QVBoxLayout()
        layout.setSpacing(4)  # else it would be that of the row in which it stands
        layout.addWidget(PhonePreview(new.text, new.sender, time), 1)
        layout.addWidget(named("previewSummary", ElidedLabel(segment_summary(review.info))))
        route = named("previewRoute", Caption(wrap=True))
        route.setText(told.format(sender=new.sender, account=account))
        layout.addWidget(route)
        return layout

    def _build(self, message: QVBoxLayout, cancel: QPushButton) -> None:
        cancel.setMinimumHeight(self._confirm.minimumHeight())
        buttons = QDialogButtonBox()
        buttons.addButton(self._confirm, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(cancel, QDialogButtonBox.ButtonRole.RejectRole)
        keys = QKeySequence("Ctrl+Enter").toString(QKeySequence.SequenceFormat.NativeText)
        bottom = QHBoxLayout()
        bottom.addWidget(named("sendKeys", Caption(self.tr("{keys} sends").format(keys=keys))))
        bottom.addWidget(buttons, 1)
        body = QHBoxLayout()
        body.setSpacing(18)
        body.addLayout(message, 2)
        body.addWidget(self._column, 3)
        layout = QVBoxLayout(self)
        layout.addLayout(body, 1)
        layout.addWidget(QFrame(frameShape=QFrame.Shape.HLine, frameShadow=QFrame.Shadow.Sunken))
        layout.addLayout(bottom)

    def _fit(self, parent: QWidget) -> None:
        """As large as all of it needs, and never larger than the window's screen."""
        room = parent.screen().availableGeometry().size() - QSize(24, 48)  # the frame takes some of it
        width = min(_WIDTH * self.fontMetrics().averageCharWidth(), room.width())
        column = round(0.56 * width)
        outside = self.minimumSizeHint().height() - self._column.minimumSizeHint().height()
        self.resize(QSize(width, outside + self._column.height_for(column)).boundedTo(room))

    def _show_repeated(self) -> None:
        already = self._asked.already
        if already is not None:
            told = _who_has_it(already, self._asked.review.people)
            self._cautions.show_repeated(told, self._asked.repeated)

    def _show_review(self) -> None:
        """Say what sending means to those who are chosen now."""
        review, audience = self._asked.chosen(leave_out=self._cautions.leave_out)
        self._facts.show_audience(audience)
        self._money.show_review(review)
        cautions = [translated(caution) for caution in review.cautions]
        self._cautions.show_cautions(audience, self._country, cautions)
        self._confirm.setText(translate("ConfirmDialog", "Send %n message(s)", None, 1).count(review.people))
        self._confirm.setEnabled(review.people > 0)

    def _show_people(self, title: str, people: Sequence[Listed]) -> None:
        """Show whom a line means; closing the list comes back here."""
        already = self._asked.already
        when = already.found.at if already is not None and people is self._asked.repeated else None
        got_it = self.tr("got this {when}")
        said = None if when is None else lambda one: got_it.format(when=day_and_time(when[one.number]))
        shown = PeopleDialog(title, people, self, said)
        shown.finished.connect(shown.deleteLater)
        shown.open()


def _who_has_it(already: AlreadySent, people: int) -> str:
    found = already.found
    if found.all_at_once:
        told = translate("ConfirmDialog", "%n of {people} got this {when}.", None, 1)
    else:
        told = translate("ConfirmDialog", "%n of {people} got this, the last of them {when}.", None, 1)
    return told.count(len(found.at)).format(people=QLocale().toString(people), when=day_and_time(found.newest))
