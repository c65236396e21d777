"""The place below the login that tells what testing it showed, with the two ways to test it."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout

from smsdesk.ui.text.formatting import short_time
from smsdesk.ui.voice.announcer import announce
from smsdesk.ui.widgets.card import Caption, Card, set_bold
from smsdesk.ui.widgets.colours import Meaning
from smsdesk.ui.widgets.named import named

_SIGNS = {Meaning.GOOD: "✓", Meaning.BAD: "✗", Meaning.DOUBTFUL: "?"}


class LoginTest(Card):
    """Test connection, Send a test to me, and the last result of either in words.

    Attributes:
        test: the button that asks the gateway.
        send: the button that leads to a real message.
    """

    def __init__(self) -> None:
        super().__init__()
        self.test = named("testConnectionButton", QPushButton(self.tr("&Test connection"), autoDefault=False))
        self.send = named("sendTestButton", QPushButton(self.tr("S&end a test to me…"), autoDefault=False))
        self._sign = Caption()
        self._outcome = named("loginOutcome", Caption(wrap=True))
        set_bold(self._outcome)
        self._detail = named("loginOutcomeDetail", Caption(wrap=True))
        self._detail.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._outcome)
        words.addWidget(self._detail)
        row = QHBoxLayout(self)
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(words, 1)
        row.addWidget(self.test)
        row.addWidget(self.send)
        self._asks = True
        self.forget()

    def set_gateway(self, *, has_balance: bool) -> None:
        """Take note whether this gateway can be asked without sending anything."""
        self._asks = has_balance
        self.forget()

    def forget(self) -> None:
        """What was tested no longer stands there: say only what the buttons are for."""
        self.test.setText(self.tr("&Test connection"))
        if self._asks:
            how = self.tr("The test asks for the balance and costs nothing.")
        else:
            how = self.tr("This gateway can't check a password: a message to yourself proves it.")
        self._show(self.tr("Not tested yet."), Meaning.IDLE, how)

    def wait(self, text: str) -> None:
        """Say what is being done."""
        self._show(text, Meaning.UNDER_WAY, "")

    def tell(self, text: str, meaning: Meaning, detail: str = "") -> None:
        """Say what came of it, with the gateway's own words."""
        self.test.setText(self.tr("&Test again"))
        when = self.tr("Tested at {time}").format(time=short_time(datetime.now(UTC)))
        words = self.tr("Details: {words}").format(words=detail) if detail else when
        self._show(text, meaning, words)
        announce(self, text)

    def _show(self, text: str, meaning: Meaning, detail: str) -> None:
        self._sign.setText(_SIGNS.get(meaning, ""))
        self._sign.setVisible(bool(self._sign.text()))
        self._sign.set_meaning(meaning)
        self._outcome.set_meaning(None if meaning in (Meaning.GOOD, Meaning.UNDER_WAY) else meaning)
        self._outcome.setText(text)
        self._detail.setText(detail)
        self._detail.setVisible(bool(detail))
