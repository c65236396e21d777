"""Where the announcement is written: sender, text, and at every keystroke what it will cost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication, QPalette, QTextCursor
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from smsdesk.ui.compose.cost import segment_summary
from smsdesk.ui.compose.parts_bar import PartsBar
from smsdesk.ui.compose.send_later_field import SendLaterField
from smsdesk.ui.compose.send_place import SendPlace
from smsdesk.ui.compose.sending_moments import Written
from smsdesk.ui.compose.text_direction import follow_direction
from smsdesk.ui.compose.unicode_hint import UnicodeHint
from smsdesk.ui.qt.boxes import ComboBox
from smsdesk.ui.text.translate import error_text, translate, translated
from smsdesk.ui.widgets.card import Caption, Card, heading
from smsdesk.ui.widgets.colours import Meaning
from smsdesk.ui.widgets.elided.elided_label import ElidedLabel
from smsdesk.ui.widgets.elided.few_lines import FewLines
from smsdesk.ui.widgets.named import named

if TYPE_CHECKING:
    from datetime import datetime
    from decimal import Decimal

    from smsdesk.accounts.account import Account
    from smsdesk.domain.errors import UserFacingError
    from smsdesk.domain.segments import SmsInfo
    from smsdesk.providers.base import Provider
    from smsdesk.services.sending.review import Review

_SENDER = 12
"""Characters that a sender's field shows: a name has 11 at most."""
_GAP = 8


class ComposePane(Card):
    """The composer. It shows the review that the window gives it, and asks for sending; it decides nothing.

    Args:
        hijri: a picked day has its Hijri day beside it.

    Signals:
        edited: text or sender changed.

    Attributes:
        place: tells about sending, and has the button.
    """

    edited = Signal()

    def __init__(self, parent: QWidget | None = None, *, hijri: bool = False) -> None:
        super().__init__(parent)
        self._sender = ComboBox(editable=True, insertPolicy=QComboBox.InsertPolicy.NoInsert)
        self._sender.setMinimumContentsLength(_SENDER)
        sender_edit = named("senderEdit", QLineEdit())
        sender_edit.setAccessibleName(self.tr("Sender"))
        self._sender.setLineEdit(sender_edit)
        self._sender_label = Caption(self.tr("Se&nder"))
        self._sender_label.setBuddy(self._sender)
        self._by_hand = ""
        self._takes_sender = True
        self._no_sender = FewLines()

        self._when = SendLaterField(hijri=hijri)
        self._text = QPlainTextEdit(tabChangesFocus=True)
        self._text.setObjectName("messageEdit")
        self._text.setAccessibleName(self.tr("Message"))
        self._text.setPlaceholderText(self.tr("Write your announcement here"))
        follow_direction(self._text)
        self._text.setMinimumHeight(3 * self.fontMetrics().lineSpacing())

        self._bar = PartsBar()
        self._summary = named("segmentSummary", QLabel())
        self._left = ElidedLabel()
        self._hint = UnicodeHint(self._text)
        self._problem = _Notice(Meaning.BAD)
        self._problem.label.setObjectName("problemText")
        self.place = SendPlace(self._text)

        self._build()
        self._text.textChanged.connect(self.edited)
        self._sender.editTextChanged.connect(self.edited)
        self._when.edited.connect(self.edited)

    @property
    def message_edit(self) -> QWidget:
        """Where the text is written."""
        return self._text

    def send_by_key(self) -> None:
        """Press Send from wherever the keyboard is."""
        self.place.send()

    def text(self) -> str:
        """The message exactly as typed; `toPlainText` would turn no-break spaces into spaces."""
        return self._text.document().toRawText().replace("\u2029", "\n").replace("\u2028", "\n")

    def sender_id(self) -> str:
        """The sender as typed, "" where the gateway takes none."""
        return self._sender.currentText().strip() if self._takes_sender else ""

    def set_account(self, account: Account | None, provider: Provider | None) -> None:
        """Offer this account's senders; a sender typed by hand stays where the gateway takes one."""
        takes_sender = provider is not None and provider.capabilities.max_sender is not None
        if self._takes_sender:
            self._by_hand = "" if self._sender.findText(self.sender_id()) >= 0 else self.sender_id()
        self._sender.blockSignals(True)
        self._sender.clear()
        self._sender.addItems(account.senders if account and takes_sender else ())
        if takes_sender and self._by_hand:
            self._sender.setEditText(self._by_hand)
        self._takes_sender = takes_sender
        self._sender.setEnabled(takes_sender)
        self._sender.blockSignals(False)
        why = provider.capabilities.no_sender if provider else None
        self._no_sender.setText(translated(why) if why else "")
        self._no_sender.setVisible(why is not None)
        for widget in (self._sender_label, self._sender):
            widget.setVisible(why is None)
        self._when.set_gateway(provider)

    def picked_time(self) -> datetime | None:
        """The local time, without a zone, that was picked for later; None for now."""
        return self._when.picked()

    def set_picked_time(self, picked: datetime | None) -> None:
        """Pick a time, or now."""
        self._when.set_picked(picked)

    def set_sender(self, sender: str) -> None:
        """Choose a sender, one that the account does not list too."""
        if self._takes_sender and sender:
            self._sender.setEditText(sender)

    def set_text(self, text: str) -> None:
        """Replace the text; Undo in the editor brings the old one back."""
        cursor = QTextCursor(self._text.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)

    def empty(self) -> None:
        """Start afresh after Send: undo must not bring the sent text back."""
        self._when.set_picked(None)
        self._text.clear()

    def set_busy(self, busy: bool) -> None:
        """While an announcement is being put in the outbox, it can't be put there again."""
        self.place.set_busy(busy)

    def set_locked(self, locked: bool) -> None:
        """While it can be taken back, what was written stays in sight and is not changed."""
        self._text.setReadOnly(locked)
        palette = QPalette(QGuiApplication.palette())
        if locked:
            palette.setColor(QPalette.ColorRole.Base, palette.color(QPalette.ColorRole.Window))
        self._text.setPalette(palette)
        self._sender.setEnabled(not locked and self._takes_sender)
        self._when.set_locked(locked)
        self._hint.set_locked(locked)

    def focus_text(self) -> None:
        """Put the cursor into the message."""
        self._text.setFocus()

    def show_review(self, review: Review, low_mark: Decimal | None = None) -> None:
        """Show the count, the cost, and what makes the text dear."""
        info = review.info
        self._bar.show_parts([part.units / _part_size(info) for part in info.parts], review.most_parts)
        self._summary.setText(segment_summary(info))
        left = translate("ComposePane", "%n left in this part", None, 1).count(info.units_left)
        self._left.setText(left if info.segments else "")
        self._hint.show_unicode(review.unicode, info.segments)
        self.place.show_written(Written(review.cost, bool(info.units), low_mark))

    def show_problems(self, problems: tuple[UserFacingError, ...]) -> None:
        """Say why it can't be sent; nothing when there is no problem."""
        self._problem.show_text("\n".join(error_text(problem) for problem in problems))

    def _build(self) -> None:
        top = QHBoxLayout()
        top.addWidget(heading(self.tr("Message")))
        top.addSpacing(_GAP)
        top.addStretch(1)
        top.addWidget(self._no_sender, 4)
        for widget in (self._sender_label, self._sender, self._when):
            top.addWidget(widget)
        counts = QHBoxLayout()
        counts.addWidget(self._summary, 1)
        counts.addWidget(self._left)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 12, 14, 12)
        layout.addLayout(top)
        layout.addWidget(self._when.later)
        layout.addWidget(self._text, 1)
        layout.addWidget(self._bar)
        layout.addLayout(counts)
        layout.addWidget(self._hint)
        layout.addWidget(self._problem)
        layout.addWidget(self.place)


class _Notice(Card):
    """A tinted strip with one text; there only while it has something to say."""

    def __init__(self, meaning: Meaning) -> None:
        super().__init__(meaning=meaning)
        self.label = Caption(meaning=None, wrap=True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(10, 7, 10, 7)
        layout.addWidget(self.label, 1)
        self.hide()

    def show_text(self, text: str) -> None:
        self.label.setText(text)
        self.setVisible(bool(text))


def _part_size(info: SmsInfo) -> float:
    """Units that one part of this text holds."""
    return info.capacity / max(info.segments, 1)
