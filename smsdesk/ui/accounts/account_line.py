"""A line of the account's card: how the account stands. In trouble it is the strip that says so, in the same place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from smsdesk.ui.text.formatting import without_letter
from smsdesk.ui.text.translate import translate
from smsdesk.ui.widgets.card import Caption, Card, set_bold
from smsdesk.ui.widgets.colours import Meaning
from smsdesk.ui.widgets.elided.few_lines import FewLines
from smsdesk.ui.widgets.link_button import LinkButton
from smsdesk.ui.widgets.named import named

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

_READABLE = 24
"""Characters of what is said that the buttons leave in sight, on each of its two lines."""
_AROUND = 40
"""Pixels around the words and between the buttons."""

_MARGIN = 8


class AccountLine(Card):
    """As high when it is quiet as when it is loud, so that no trouble takes room from what is being written.

    Attributes:
        resume, change_password, give_up: what can be done about a queue that waits or has stopped.
        other: tells of another account's queue, and leads there.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, Meaning.DOUBTFUL)
        self._sign = Caption()
        self._what = named("stopReason", FewLines(meaning=None))
        set_bold(self._what)
        self._below = named("stopDetail", FewLines())
        self.change_password = named("changePasswordButton", QPushButton(self.tr("Chan&ge password…")))
        self.resume = named("continueButton", QPushButton(self.tr("C&ontinue")))
        self.give_up = named("cancelRestButton", QPushButton())
        self.other = named("otherQueueButton", LinkButton())
        self.other.setToolTip(self.tr("Choose that account"))
        self._cancel = self._cancel_briefly = ""
        self._needs_login = False
        self._loud = False
        self._build()
        self.show_quiet("")

    def show_quiet(self, text: str, *, signed_in: bool = False) -> None:
        """Say in passing that all is well, and what was sent."""
        self._set_loud(False)
        self._sign.setText("✓" if signed_in else "")
        self._sign.setVisible(signed_in)
        self._sign.set_meaning(Meaning.GOOD)
        self._below.setText(text)

    def show_trouble(self, what: str, below: str, detail: str) -> None:
        """Say what is wrong, and what can be done or will happen; `detail` is the gateway's own words."""
        self._set_loud(True)
        self._sign.setText("!")
        self._sign.show()
        self._sign.set_meaning(Meaning.DOUBTFUL)
        self._what.setText(what)
        self._below.setText(below)
        for text in (self._what, self._below):
            text.set_more(detail)

    def offer(self, waiting: int, *, waits: bool, login: bool) -> None:
        """Offer what can be done about so many messages; `waits`: it goes on by itself, `login`: that is wrong."""
        self.resume.setText(self.tr("Try n&ow") if waits else self.tr("C&ontinue"))
        self._cancel = translate("AccountLine", "Cance&l the %n message(s)", None, 1).count(waiting)
        self._cancel_briefly = translate("AccountLine", "Cance&l the %n", None, 1).count(waiting)
        self._needs_login = login
        self.resume.show()
        self.give_up.show()
        self._share_room()

    def tell_of_other(self, text: str) -> None:
        """Say how another account's queue stands; "" for nothing."""
        self.other.setText(text.replace("&", "&&"))
        self.other.setVisible(bool(text))

    def minimumSizeHint(self) -> QSize:
        """Room for a few words and for what is done next."""
        words = max(self._what.minimumSizeHint().width(), self._below.minimumSizeHint().width())
        offered = [each for each in (self.resume, self.give_up) if each.isVisibleTo(self)]
        buttons = sum(each.sizeHint().width() for each in offered)
        return QSize(min(super().minimumSizeHint().width(), words + buttons + _AROUND), self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room the buttons say less, and what is done by another one goes."""
        super().resizeEvent(event)
        self._share_room()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Only trouble has a surface of its own."""
        if self._loud:
            super().paintEvent(event)

    def _set_loud(self, loud: bool) -> None:
        self._loud = loud
        self._what.setVisible(loud)
        self._row.setContentsMargins(_MARGIN if loud else 0, 3, 4, 3)  # what is quiet stands below the account
        for button in (self.change_password, self.resume, self.give_up):
            button.hide()
        if not loud:
            self._below.set_more("")
        self.update()

    def _share_room(self) -> None:
        if not self.give_up.isVisibleTo(self):
            return
        metrics = self.fontMetrics()
        room = self.width() - _READABLE * metrics.averageCharWidth() - self.resume.sizeHint().width() - _AROUND
        saved = metrics.horizontalAdvance(self._cancel) - metrics.horizontalAdvance(self._cancel_briefly)
        self.give_up.setText(self._cancel)
        whole, password = self.give_up.sizeHint().width(), self.change_password.sizeHint().width()
        offered = self._needs_login and whole - saved + password <= room  # Continue leads there as well
        if (whole + password if offered else whole) > room:
            self.give_up.setText(self._cancel_briefly)
        whole_words = without_letter(self._cancel)
        self.give_up.setToolTip(whole_words)
        self.give_up.setAccessibleName(whole_words)
        self.change_password.setVisible(offered)

    def _build(self) -> None:
        set_bold(self._sign)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._what)
        words.addWidget(self._below)
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(_MARGIN, 3, 4, 3)
        row.addWidget(self._sign)
        row.addLayout(words, 1)
        for button in (self.other, self.change_password, self.resume, self.give_up):
            row.addWidget(button)
        around = row.contentsMargins()
        lines = self._what.sizeHint().height() + self._below.sizeHint().height()
        self.setFixedHeight(max(lines, self.resume.sizeHint().height()) + around.top() + around.bottom())
