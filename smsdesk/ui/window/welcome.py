"""What an empty profile shows: one clear step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from smsdesk.ui.widgets.card import Caption, Card, heading
from smsdesk.ui.widgets.main_button import MainButton
from smsdesk.ui.widgets.named import named

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QShowEvent

_READABLE = (46, 70)
"""Characters in a line, at least and at most."""


class Welcome(Card):
    """Greets, and leads to the first account or to the demo.

    Signals:
        add_requested, demo_requested: the buttons.
    """

    add_requested = Signal()
    demo_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = heading(self.tr("Welcome to smsdesk"), 1.8)
        text = Caption(
            self.tr(
                "Send an announcement to many phones at once, in Arabic or English, through the SMS gateway that "
                "your office pays for. You need the user name and the password that the gateway gave you."
            ),
            wrap=True,
        )
        text.setMinimumWidth(_READABLE[0] * self.fontMetrics().averageCharWidth())
        text.setMaximumWidth(_READABLE[1] * self.fontMetrics().averageCharWidth())
        add = named("welcomeAddButton", MainButton(self.tr("Add your &gateway account")))
        demo = named("tryDemoButton", QPushButton(self.tr("Try it with the &demo")))
        demo.setToolTip(self.tr("Opens a second window with pretended gateways: nothing is sent, nothing is paid"))
        for button in (add, demo):
            button.setAutoDefault(True)  # in a window, other than in a dialog, Enter would not press it
        self._add = add
        add.clicked.connect(self.add_requested)
        demo.clicked.connect(self.demo_requested)
        row = QHBoxLayout()  # an aligned label would be as high as its lines at the whole page's width
        row.addStretch(1)
        row.addWidget(text, _READABLE[1])  # what is beside it gets what it leaves
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.addStretch(2)
        layout.addWidget(title, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addSpacing(10)
        layout.addLayout(row)
        layout.addSpacing(10)
        for widget in (add, demo):
            layout.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
            layout.addSpacing(10)
        layout.addStretch(3)

    def showEvent(self, event: QShowEvent) -> None:
        """Enter is the one clear step from the beginning."""
        super().showEvent(event)
        self._add.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter on the page itself leads to the account too."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._add.click()
        else:
            super().keyPressEvent(event)
