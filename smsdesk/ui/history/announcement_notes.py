"""What needs a person's eye about the chosen announcement: messages that are unknown, and a bill."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from smsdesk.ui.history.unknown_text import what_happened
from smsdesk.ui.text.translate import translate
from smsdesk.ui.widgets.card import Caption, Card, set_bold
from smsdesk.ui.widgets.colours import Meaning
from smsdesk.ui.widgets.elided.at_length import say_at_length
from smsdesk.ui.widgets.named import named

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
    from datetime import datetime

    from PySide6.QtGui import QResizeEvent

    from smsdesk.domain.history import PastAnnouncement
    from smsdesk.providers.base import Provider
    from smsdesk.store.history.unknowns import OpenUnknown, Unknowns
    from smsdesk.ui.history.reconciliation_text import Bill
    from smsdesk.ui.problems.message_box import MessageBox

    Evidence = Callable[[int, Sequence[int]], Sequence[str]]
    BillOf = Callable[[PastAnnouncement], Bill | None]

_MOST_LINES = 8
_LINES_SEEN = 2
_MARGINS = 8  # average characters
_ONE_LINE_BELOW, _NO_LINE_BELOW = 11, 9  # lines of text, for all that is told of an announcement
_UNBOUNDED = 16_777_215  # pixels: Qt's own bound


class _Lines(QScrollArea):
    """A text that gets the room there is, and is scrolled where that is not enough: the table below must be seen."""

    def __init__(self, text: Caption) -> None:
        super().__init__()
        self._text = text
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setWidgetResizable(True)
        self.setWidget(text)
        self.viewport().setAutoFillBackground(False)
        text.setAutoFillBackground(False)  # `setWidget` has turned it on
        text.setMinimumSize(1, 1)  # else Qt takes the height that it has when it is narrow
        text.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)

    def show_one_line(self, one: bool) -> None:
        """Show the first line alone, or as many as there is room for."""
        policy = Qt.ScrollBarPolicy.ScrollBarAlwaysOff if one else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.setVerticalScrollBarPolicy(policy)
        self.setMaximumHeight(self.fontMetrics().lineSpacing() if one else _UNBOUNDED)

    def sizeHint(self) -> QSize:
        """As high as the text is in this width."""
        return QSize(super().sizeHint().width(), self._text.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        """A few lines of it."""
        return QSize(0, min(self.sizeHint().height(), _LINES_SEEN * self.fontMetrics().lineSpacing()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width is another height."""
        super().resizeEvent(event)
        self.updateGeometry()


class AnnouncementNotes(QWidget):
    """Hidden when there is nothing to say. The buttons are for the selected unknown messages, or for all of them.

    Args:
        unknowns: knows which messages wait for a decision.
        providers: explain what happened.
        evidence: what speaks for or against these deliveries of an announcement having been sent, a line each.
        bill_of: what an announcement cost; None while that is not known.

    Signals:
        arrived: the user says that these have arrived: the announcement's id, and a list of delivery ids.
        send_again: the user wants these sent again: the announcement's id, and a list of delivery ids.
    """

    arrived = Signal(int, object)
    send_again = Signal(int, object)

    def __init__(
        self, unknowns: Unknowns, providers: Mapping[str, Provider], evidence: Evidence, bill_of: BillOf
    ) -> None:
        super().__init__()
        self._unknowns = unknowns
        self._providers = providers
        self._evidence = evidence
        self._bill_of = bill_of
        self._past: PastAnnouncement | None = None
        self._open: list[OpenUnknown] = []
        self._selected: frozenset[int] = frozenset()
        self._title = named("unknownTitle", Caption(meaning=None))
        set_bold(self._title)
        self._happened = named("unknownText", Caption(meaning=None, wrap=True))
        self._lines = _Lines(self._happened)
        self._scope = named("unknownScope", Caption(meaning=None))
        self._it_arrived = named("itArrivedButton", QPushButton(self.tr("It a&rrived")))
        self._again = named("sendAgainButton", QPushButton(self.tr("Send again (ma&y arrive twice)…")))
        self._it_arrived.setToolTip(self.tr("You asked, or saw it on the gateway's website"))
        self._bill = named("billNote", Caption(wrap=True))
        self._card = Card(meaning=Meaning.DOUBTFUL)
        self._head, self._foot, self._verbs = QHBoxLayout(), QHBoxLayout(), QWidget()
        self._it_arrived.clicked.connect(self.ask_arrived)
        self._again.clicked.connect(self.ask_to_send_again)
        self._build()
        self.show_about(None)

    def show_about(self, past: PastAnnouncement | None, selected: Collection[int] = ()) -> None:
        """Tell of this announcement, while these of its deliveries are selected; None for nothing to tell."""
        self._past = past
        self._open = self._unknowns.open_of(past.id) if past else []
        self.select(selected)
        bill = self._bill_of(past) if past else None
        if bill is not None:
            sign = "≠ {bill}" if bill.differs else "{bill}"
            self._bill.setText(sign.format(bill=bill.text))
            self._bill.set_meaning(Meaning.DOUBTFUL if bill.differs else Meaning.IDLE)
        self._bill.setVisible(bill is not None)
        self._card.setVisible(bool(self._open))
        self.setVisible(bool(self._open) or bill is not None)

    def select(self, selected: Collection[int]) -> None:
        """Let the buttons be for those of these deliveries that are unknown, or for all when none of them is."""
        self._selected = frozenset(each.delivery_id for each in self._open) & frozenset(selected)
        if self._past is None or not self._open:
            return
        count = len(self._open)
        title = translate("AnnouncementNotes", "%n message(s) may have been sent or not.", None, 1)
        self._title.setText(title.count(count))
        told = [*self._what_happened(self._past), *self._evidence(self._past.id, self._chosen())]
        self._happened.setText("\n".join(_first(told)))
        self._lines.updateGeometry()
        for label in (self._happened, self._title):
            say_at_length(label, "\n".join(told))
        if self._selected:
            scope = translate("AnnouncementNotes", "For the %n selected:", None, 1).count(len(self._selected))
        else:
            scope = translate("AnnouncementNotes", "For all %n:", None, 1).count(count)
        self._scope.setText(scope)
        self._scope.setVisible(count > 1)
        for button in (self._it_arrived, self._again):
            button.setAccessibleDescription(scope)

    def has_selected(self) -> bool:
        """Whether one of the selected deliveries waits for a decision."""
        return bool(self._selected)

    def ask_arrived(self) -> None:
        """The user pressed "It arrived": for several it is asked once, as it can't be taken back."""
        chosen = self._chosen()
        if len(chosen) == 1:
            self._say_arrived(chosen)
        elif chosen:
            self._ask_about_several(chosen)

    def ask_to_send_again(self) -> None:
        """The user pressed "Send again"; what it costs is confirmed elsewhere."""
        if self._past is not None and self._open:
            self.send_again.emit(self._past.id, self._chosen())

    def _chosen(self) -> list[int]:
        return [each.delivery_id for each in self._open if not self._selected or each.delivery_id in self._selected]

    def _say_arrived(self, chosen: Sequence[int]) -> None:
        if self._past is not None:
            self.arrived.emit(self._past.id, chosen)

    def _ask_about_several(self, chosen: Sequence[int]) -> None:
        arrived_question(len(chosen), lambda: self._say_arrived(chosen), self).open()

    def _what_happened(self, past: PastAnnouncement) -> Iterator[str]:
        """A line for each kind of mishap, with how many met it where there are several kinds."""
        provider = self._providers.get(past.provider)
        times: defaultdict[str, list[datetime]] = defaultdict(list)
        for each in self._open:
            times[each.error_code].append(each.changed_at)
        for code, when in times.items():
            told = what_happened(provider, code, when)
            if len(times) > 1:
                told = translate("AnnouncementNotes", "%n: {what}", None, 1).count(len(when)).format(what=told)
            yield told

    def set_room(self, height: int) -> None:
        """Where the rows below would else be out of sight, what happened has one line or none: tooltips tell it whole.

        Args:
            height: pixels for all that is told of the announcement, its rows too.
        """
        lines = height / self.fontMetrics().lineSpacing()
        self._lines.setVisible(lines >= _NO_LINE_BELOW)
        self._lines.show_one_line(lines < _ONE_LINE_BELOW)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is room, the verbs stand behind the title, and cost no line of their own."""
        super().resizeEvent(event)
        needed = self._title.sizeHint().width() + self._verbs.sizeHint().width()
        place = self._head if self.width() > needed + _MARGINS * self.fontMetrics().averageCharWidth() else self._foot
        if place.indexOf(self._verbs) < 0:
            place.addWidget(self._verbs)

    def _build(self) -> None:
        verbs = QHBoxLayout(self._verbs)
        verbs.setContentsMargins(0, 0, 0, 0)
        verbs.addWidget(self._scope, 1)
        verbs.addWidget(self._it_arrived)
        verbs.addWidget(self._again)
        inside = QVBoxLayout(self._card)
        inside.setContentsMargins(10, 6, 10, 8)
        inside.setSpacing(4)
        inside.addLayout(self._head)
        inside.addWidget(self._lines)
        inside.addLayout(self._foot)
        # Filled in their places: of what is in a layout when it is added, PySide keeps handles that outlive a move.
        self._head.addWidget(self._title, 1)
        self._foot.addWidget(self._verbs)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 4)
        layout.addWidget(self._card)
        layout.addWidget(self._bill)


def arrived_question(count: int, mark: Callable[[], object], parent: QWidget) -> MessageBox:
    """Ask whether so many messages arrived: it can't be taken back."""
    from smsdesk.ui.problems.message_box import Icon, MessageBox, Role

    asked = translate("AnnouncementNotes", "Did %n message(s) arrive?", None, 1).count(count)
    more = translate("AnnouncementNotes", "They are marked as delivered. That can't be taken back.")
    box = MessageBox("arrivedBox", Icon.Question, asked, more, parent=parent)
    box.offer("theyArrivedButton", translate("AnnouncementNotes", "They &arrived"), Role.AcceptRole, mark)
    box.offer_way_back("cancelArrivedButton", translate("AnnouncementNotes", "Cancel"))
    return box


def _first(lines: list[str]) -> list[str]:
    """As many lines as there is room for; the last then says that there are more."""
    if len(lines) <= _MOST_LINES:
        return lines
    left_out = len(lines) - _MOST_LINES + 1
    return [*lines[:-left_out], translate("AnnouncementNotes", "and %n more", None, 1).count(left_out)]
