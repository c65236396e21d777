"""Who an announcement goes to, where they are, who is left out, and when it leaves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from smsdesk.ui.confirmation.show_button import ShowButton
from smsdesk.ui.confirmation.who import first_names, where
from smsdesk.ui.text.translate import translate
from smsdesk.ui.widgets.card import Caption, heading
from smsdesk.ui.widgets.named import named

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLabel

    from smsdesk.services.confirming.audience import Audience

_LABEL, _VALUE, _BUTTON = range(3)
_LINES_AT_LEAST = 6


class Facts(QWidget):
    """The people of the confirmation, in words.

    Args:
        when: when it leaves.

    Signals:
        shown: the user wants to see whom a line means (its text, and a sequence of `Listed`).
    """

    shown = Signal(str, object)

    def __init__(self, when: str) -> None:
        super().__init__()
        self._audience: Audience | None = None
        self._to = named("audienceHeading", heading("", scale=1.5))
        self._to.setWordWrap(True)
        self._names = named("firstNames", Caption(meaning=None, wrap=True))
        self._all = named("showAllButton", ShowButton(self.tr("Show &all")))
        self._where = named("whereText", Caption(meaning=None, wrap=True))
        self._left_out = named("leftOutText", Caption(meaning=None, wrap=True))
        self._left_out_label = Caption(self.tr("Left out"))
        self._show_left_out = named("showLeftOutButton", ShowButton())
        leaves = named("whenText", Caption(meaning=None, wrap=True))
        leaves.setText(when)  # only a text that is set makes a label as high as its width asks for
        self._all.clicked.connect(self._show_everybody)
        self._show_left_out.clicked.connect(self._show_who_is_left_out)
        names = QHBoxLayout()
        names.addWidget(self._names, 1, Qt.AlignmentFlag.AlignTop)
        names.addWidget(self._all, 0, Qt.AlignmentFlag.AlignTop)
        facts = QGridLayout()
        facts.setColumnStretch(_VALUE, 1)
        facts.setHorizontalSpacing(16)
        rows: tuple[tuple[Caption, QLabel], ...] = (
            (Caption(self.tr("Where")), self._where),
            (self._left_out_label, self._left_out),
            (Caption(self.tr("When")), leaves),
        )
        for row, (label, value) in enumerate(rows):
            facts.addWidget(label, row, _LABEL, Qt.AlignmentFlag.AlignTop)
            wide = 1 if value is self._left_out else _BUTTON
            facts.addWidget(value, row, _VALUE, 1, wide, Qt.AlignmentFlag.AlignTop)
        facts.addWidget(self._show_left_out, 1, _BUTTON, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._to)
        layout.addLayout(names)
        layout.addWidget(QFrame(frameShape=QFrame.Shape.HLine, frameShadow=QFrame.Shadow.Sunken))
        layout.addLayout(facts)

    def show_audience(self, audience: Audience) -> None:
        """Say who gets it."""
        self._audience = audience
        self._to.setText(translate("Facts", "To %n person(s)", None, 1).count(len(audience.people)))
        self._names.setText(first_names(audience.people))
        self._all.setEnabled(bool(audience.people))
        self._where.setText(where(audience.regions))
        left_out = len(audience.left_out)
        self._left_out.setText(translate("Facts", "%n row(s) that need(s) attention", None, 1).count(left_out))
        self._show_left_out.setText(translate("Facts", "Show &the %n", None, 1).count(left_out))
        for widget in (self._left_out_label, self._left_out, self._show_left_out):
            widget.setVisible(left_out > 0)

    def _show_everybody(self) -> None:
        if self._audience is not None:
            self.shown.emit(self._to.text(), self._audience.people)

    def _show_who_is_left_out(self) -> None:
        if self._audience is not None:
            self.shown.emit(self._left_out.text(), self._audience.left_out)


class ScrolledColumn(QScrollArea):
    """Widgets below each other, which are scrolled where there is no room for all of them."""

    def __init__(self, *widgets: QWidget) -> None:
        super().__init__(widgetResizable=True)
        self.setObjectName("confirmColumn")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what stands in it is walked through, and comes into sight so
        self._inside = inside = QWidget()
        self._layout = layout = QVBoxLayout(inside)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        for widget in widgets:
            layout.addWidget(widget)
        layout.addStretch(1)
        inside.setMinimumHeight(1)  # else its lines' height at their narrowest counts, and not the one at this width
        self.setWidget(inside)
        self.viewport().setAutoFillBackground(False)
        inside.setAutoFillBackground(False)

    def height_for(self, width: int) -> int:
        """How high it must be at this width for all of it to be seen."""
        return self._layout.totalHeightForWidth(width)

    def minimumSizeHint(self) -> QSize:
        """A few lines at least."""
        return QSize(self._layout.minimumSize().width(), _LINES_AT_LEAST * self.fontMetrics().lineSpacing())
