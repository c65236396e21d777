"""What the user should know before confirming, each with a button that shows whom it means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from smsdesk.ui.confirmation.show_button import ShowButton
from smsdesk.ui.text.translate import translate
from smsdesk.ui.widgets.card import Caption, Card
from smsdesk.ui.widgets.colours import Meaning, colour
from smsdesk.ui.widgets.named import named

if TYPE_CHECKING:
    from collections.abc import Sequence

    from smsdesk.services.confirming.audience import Audience, Listed
    from smsdesk.ui.text.translate import Counted


class CautionsBox(Card):
    """There only while it has something to say.

    Signals:
        shown: the user wants to see whom a line means (its text, and a sequence of `Listed`).
        leave_out_changed: those who have the text already shall be left out, or not.
    """

    shown = Signal(str, object)
    leave_out_changed = Signal()

    def __init__(self) -> None:
        super().__init__(meaning=Meaning.DOUBTFUL)
        self._repaired = self._line("showRepairedButton", translate("CautionsBox", "&Show the %n", None, 1))
        self._odd = self._line("showOddButton", translate("CautionsBox", "S&how the %n", None, 1))
        self._abroad = self._line("showAbroadButton", translate("CautionsBox", "Sh&ow the %n", None, 1))
        self._repeated = self._line("showRepeatedButton", translate("CautionsBox", "Sho&w the %n", None, 1))
        self._repeated.text.setObjectName("repeatText")
        self._leave_out = named("leaveOutCheck", QCheckBox(self.tr("&Leave them out")))
        self._leave_out.setChecked(True)
        self._leave_out.setVisible(False)
        self._leave_out.toggled.connect(self.leave_out_changed)
        self._others: list[_Line] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(12, 10, 12, 10)
        for line in (self._repaired, self._odd, self._abroad, self._repeated):
            self._layout.addWidget(line)
        choice = QHBoxLayout()  # below the words that it means
        choice.addSpacing(self._repeated.indent())
        choice.addWidget(self._leave_out)  # as wide as what can be clicked
        choice.addStretch()
        self._layout.addLayout(choice)

    @property
    def leave_out(self) -> bool:
        """Whether those who have the text already shall be left out."""
        return self._leave_out.isChecked()

    def show_repeated(self, told: str, people: Sequence[Listed]) -> None:
        """Say who has the text already, and offer to leave them out."""
        self._repeated.say(told, people)
        self._leave_out.setVisible(bool(people))
        self._leave_out.setAccessibleDescription(told)

    def show_cautions(self, audience: Audience, country: str, others: Sequence[str]) -> None:
        """Say what looks odd about these people, and what else there is to know.

        Args:
            audience: who gets it.
            country: the account's country, by its name.
            others: sentences about no one in particular.
        """
        repaired, odd, abroad = (len(them) for them in (audience.repaired, audience.odd, audience.abroad))
        told = translate("CautionsBox", "%n number(s) repaired", None, 1).count(repaired)
        self._repaired.say(told, audience.repaired)
        told = translate("CautionsBox", "%n odd number(s), sent to all the same", None, 1).count(odd)
        self._odd.say(told, audience.odd)
        told = translate("CautionsBox", "%n number(s) in another country than {country}", None, 1).count(abroad)
        self._abroad.say(told.format(country=country), audience.abroad)
        while len(self._others) < len(others):
            self._others.append(self._line())
            self._layout.addWidget(self._others[-1])
        for place, line in enumerate(self._others):
            line.say(others[place] if place < len(others) else "")
        lines = (self._repaired, self._odd, self._abroad, self._repeated, *self._others)
        self.setVisible(any(line.text.text() for line in lines))

    def _line(self, button: str = "", verb: Counted | None = None) -> _Line:
        line = _Line(button, verb)
        line.shown.connect(self.shown)
        return line


class _Line(QWidget):
    """A sign, a sentence, and the button that shows whom it means; hidden while it has nothing to say."""

    shown = Signal(str, object)

    def __init__(self, button: str, verb: Counted | None) -> None:
        super().__init__()
        self._verb = verb
        self._people: Sequence[Listed] = ()
        self._sign = _Sign()
        self.text = Caption(meaning=None, wrap=True)
        self._show = named(button, ShowButton())
        self._show.clicked.connect(lambda: self.shown.emit(self.text.text(), self._people))
        self._layout = layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self.text, 1, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._show, 0, Qt.AlignmentFlag.AlignTop)
        self.say("")

    def indent(self) -> int:
        """How far from the edge the words begin."""
        return self._sign.sizeHint().width() + max(0, self._layout.spacing())

    def say(self, told: str, people: Sequence[Listed] = ()) -> None:
        """Say this of these people; nothing where neither is given."""
        self._people = people
        named_at_all = told if people or not self._show.objectName() else ""
        self.text.setText(named_at_all)
        self._show.setText(self._verb.count(len(people)) if self._verb else "")
        self._show.setAccessibleDescription(told)
        self._show.setVisible(bool(people))
        self.setVisible(bool(named_at_all))


class _Sign(QWidget):
    """An exclamation mark in a circle, in the colour of what is doubtful."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As high as a line of text."""
        side = self.fontMetrics().height()
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = min(self.width(), self.height())
        pen = QPen(colour(Meaning.DOUBTFUL, self.palette()), max(1.5, side / 11))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        edge = pen.widthF()
        painter.drawEllipse(QRectF(edge, edge, side - 2 * edge, side - 2 * edge))
        middle = side / 2
        painter.drawLine(QPointF(middle, 0.3 * side), QPointF(middle, 0.54 * side))
        painter.drawPoint(QPointF(middle, 0.71 * side))
