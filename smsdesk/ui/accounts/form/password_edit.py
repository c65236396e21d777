"""The line for a password: hidden or looked at, and what is told about it while it is typed."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from smsdesk.ui.widgets.card import Caption
from smsdesk.ui.widgets.colours import Meaning
from smsdesk.ui.widgets.icons import eye_icon
from smsdesk.ui.widgets.link_button import LinkButton
from smsdesk.ui.widgets.named import named

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent


class PasswordEdit(QLineEdit):
    """Hides what is typed until it shall be seen.

    Signals:
        caps_lock: as far as the keys tell, Caps Lock is on, or no longer.
    """

    caps_lock = Signal(bool)

    def __init__(self) -> None:
        super().__init__(echoMode=QLineEdit.EchoMode.Password)
        self.setInputMethodHints(self.inputMethodHints() | Qt.InputMethodHint.ImhSensitiveData)

    def show_text(self, shown: bool) -> None:
        """Show the password as it is, or dots."""
        self.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """No system tells the same way whether Caps Lock is on, but a capital without Shift does."""
        typed = event.text()
        if event.key() == Qt.Key.Key_CapsLock:
            self.caps_lock.emit(False)
        elif len(typed) == 1 and unicodedata.category(typed) in ("Lu", "Ll"):
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.caps_lock.emit(typed.isupper() != shift)
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Whatever happens to Caps Lock elsewhere isn't known here."""
        self.caps_lock.emit(False)
        super().focusOutEvent(event)


class ShowPasswordButton(QPushButton):
    """Shows the password, and hides it again: a word and a sign, as wide for either word."""

    def __init__(self, line: PasswordEdit) -> None:
        super().__init__()
        self.setObjectName("showPasswordButton")
        self.setAutoDefault(False)
        self.setCheckable(True)
        self._line = line
        widths = []
        for shown in (True, False):
            self._show(shown)
            widths.append(self.sizeHint().width())
        self.setMinimumWidth(max(widths))
        self.toggled.connect(self._show)

    def _show(self, shown: bool) -> None:
        self._line.show_text(shown)
        self.setText(self.tr("Hi&de") if shown else self.tr("Sho&w"))
        self.setIcon(eye_icon(crossed=shown))
        self.setAccessibleName(self.tr("Hide the password") if shown else self.tr("Show the password"))


class PasswordNotes(QWidget):
    """What stands below the line: whether it is kept, Caps Lock, and what came along when it was copied."""

    def __init__(self, line: PasswordEdit) -> None:
        super().__init__()
        self._line = line
        self.session_only = named("sessionOnlyBox", QCheckBox(self.tr("&Keep it for this session only")))
        self._caps = named("capsLockNote", Caption(self.tr("Caps Lock seems to be on."), Meaning.DOUBTFUL))
        self._around = QWidget()
        told = Caption(self.tr("It begins or ends with a blank or a new line."), Meaning.DOUBTFUL, wrap=True)
        self._trim = named("trimPasswordButton", LinkButton(self.tr("Take t&hat away")))
        self._trim.setAccessibleDescription(told.text())
        row = QHBoxLayout(self._around)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(named("passwordBlanksNote", told), 1)
        row.addWidget(self._trim)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        for widget in (self._caps, self._around, self.session_only):
            layout.addWidget(widget)
        self._caps.hide()
        line.caps_lock.connect(self._caps.setVisible)
        line.textChanged.connect(self._judge)
        self._trim.clicked.connect(self._trim_line)
        self._judge(line.text())

    def _judge(self, text: str) -> None:
        self._around.setVisible(text != text.strip())

    def _trim_line(self) -> None:
        self._line.setText(self._line.text().strip())
        self._line.setFocus()
