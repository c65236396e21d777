"""Telling a person what went wrong: in plain words where they can mend it, as a report where only we can."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from smsdesk.domain.errors import UserFacingError
from smsdesk.ui.problems.message_box import Icon, MessageBox
from smsdesk.ui.text.translate import error_text, translate
from smsdesk.ui.widgets.card import Caption, heading
from smsdesk.ui.widgets.dialog import Dialog
from smsdesk.ui.widgets.fixed_font import fixed_font
from smsdesk.ui.widgets.named import named

if TYPE_CHECKING:
    from smsdesk.privacy.secret import Redactor

_log = logging.getLogger(__name__)

_MOST_REPORTS = 20
_BETWEEN = f"\n{'-' * 72}\n\n"


def show_problem(parent: QWidget | None, error: BaseException, redactor: Redactor) -> None:
    """Show what went wrong, and write it down: to the user where they can mend it, else as a report."""
    if isinstance(error, UserFacingError):
        _log.info("told: %s (%s)", error.what.text, error.detail)
        show_user_facing(parent, error)
    else:
        from smsdesk.support.crash_report import crash_report

        _log.error("a mistake in smsdesk", exc_info=error)
        show_crash(parent, crash_report(error, redactor, qVersion()))


def show_user_facing(parent: QWidget | None, error: UserFacingError) -> MessageBox:
    """Open a message with what happened and what to do; what lies behind it stands in the details."""
    box = MessageBox("problemBox", Icon.Warning, error_text(error), parent=parent)
    if error.detail:
        box.setDetailedText(error.detail)
    box.offer_way_back("closeProblemButton", translate("problem_dialogs", "Close"))
    box.open()
    return box


def show_crash(parent: QWidget | None, report: str) -> CrashDialog:
    """Show a bug's report; while an earlier one is open, this one is put below it."""
    for window in QApplication.topLevelWidgets():
        if isinstance(window, CrashDialog) and window.isVisible():
            window.add(report)
            return window
    dialog = CrashDialog(report, parent)
    dialog.open()
    return dialog


class CrashDialog(Dialog):
    """A report that the user can read before sharing it. Opened by `show_crash`; it deletes itself when closed."""

    def __init__(self, report: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("crashDialog")
        self.setWindowTitle(self.tr("Something went wrong"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._reports = [report]
        self._text = named("crashReport", QPlainTextEdit(report, readOnly=True))
        self._text.setFont(fixed_font(self.font()))
        self._text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self._text.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._text.setTabChangesFocus(True)
        label = QLabel(self.tr("Report"))
        label.setBuddy(self._text)
        self._copied = named("crashCopied", Caption())
        copy = named("copyReportButton", QPushButton(self.tr("Copy &report"), autoDefault=False))
        close = named("closeCrashButton", QPushButton(self.tr("Close"), default=True))
        buttons = QDialogButtonBox()
        buttons.addButton(copy, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(close, QDialogButtonBox.ButtonRole.RejectRole)
        copy.clicked.connect(self._copy)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(heading(self.tr("That was a mistake in smsdesk, not yours.")))
        layout.addWidget(
            Caption(
                self.tr(
                    "You can go on working; check in the history what was sent. If you pass this report on, the "
                    "mistake can be mended. Read it first: passwords, phone numbers and messages were taken out."
                ),
                meaning=None,
                wrap=True,
            )
        )
        layout.addWidget(label)
        layout.addWidget(self._text, 1)
        foot = QHBoxLayout()
        foot.addWidget(self._copied, 1)
        foot.addWidget(buttons)
        layout.addLayout(foot)
        characters, lines = 84, 26
        self.resize(
            characters * self.fontMetrics().averageCharWidth(),
            lines * self.fontMetrics().lineSpacing(),
        )
        close.setFocus()

    def add(self, report: str) -> None:
        """Put another report below; one that is there already is not repeated, and at some point it is enough."""
        if report in self._reports or len(self._reports) >= _MOST_REPORTS:
            return
        self._reports.append(report)
        self._text.appendPlainText(_BETWEEN + report)
        self._copied.clear()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._text.toPlainText())
        self._copied.setText(self.tr("Copied: paste it into an e-mail."))
