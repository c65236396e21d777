"""What can be done about the chosen announcement: buttons in the title's line, and the same in the table's menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from smsdesk.domain.delivery import FAILED, DeliveryState
from smsdesk.domain.history import Unreached
from smsdesk.ui.history.scheduled import waits_here
from smsdesk.ui.text.translate import translate
from smsdesk.ui.widgets.named import named

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QMenu

    from smsdesk.domain.history import PastAnnouncement
    from smsdesk.store.history.history import History
    from smsdesk.ui.problems.message_box import MessageBox


class AnnouncementActions(QWidget):
    """The buttons; those that can't be used for the chosen announcement are absent.

    Args:
        history: knows whom an announcement did not reach.

    Signals:
        use_again: the user wants text and people of this announcement (its id) in the composer.
        resend_failed: the user wants it sent again to those whom it did not reach.
        send_rest: the user wants it sent to those for whom it was stopped.
        one_by_one: the user wants those sent to singly who were refused together.
        cancel: the user wants what has not left of it cancelled, and was asked.
    """

    use_again = Signal(int)
    resend_failed = Signal(int)
    send_rest = Signal(int)
    one_by_one = Signal(int)
    cancel = Signal(int)

    def __init__(self, history: History) -> None:
        super().__init__()
        self._history = history
        self._past: PastAnnouncement | None = None
        self._one_by_one = named("oneByOneButton", QPushButton(self.tr("Send one &by one…")))
        self._one_by_one.setToolTip(self.tr("The gateway refused several numbers at once: find out which one it meant"))
        self._cancel = named("cancelScheduledButton", QPushButton(self.tr("Can&cel…")))
        self._cancel.setToolTip(self.tr("Cancel what has not been handed to the gateway"))
        self._use_again = named("useAgainButton", QPushButton(self.tr("Use a&gain")))
        self._use_again.setToolTip(self.tr("Bring the text and the people of this announcement back"))
        self._rest = named("sendRestButton", QPushButton(self.tr("Send the &rest…")))
        self._failed = named("resendFailedButton", QPushButton())
        self._failed.setToolTip(self.tr("Send it again to those whom it did not reach, and to nobody else"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self._gap = layout.spacing()
        for button, asked in self._buttons():
            layout.addWidget(button)
            button.clicked.connect(asked)
        self.show_for(None)

    def show_for(self, past: PastAnnouncement | None) -> None:
        """Offer what can be done about this announcement."""
        self._past = past
        unreached, together = Unreached(0, 0), False
        if past is not None and any(past.counts.get(state) for state in (*FAILED, DeliveryState.CANCELLED)):
            unreached = self._history.how_many(past.id)
            together = bool(past.counts.get(DeliveryState.REJECTED) and self._history.refused_in_batch(past.id))
        self._use_again.setEnabled(past is not None)
        self._one_by_one.setVisible(together)
        self._cancel.setVisible(past is not None and waits_here(past))
        failed = translate("AnnouncementActions", "Resend %n fai&led…", None, 1)
        self._failed.setText(failed.count(unreached.failed))
        self._failed.setVisible(unreached.failed > 0)
        rest = translate("AnnouncementActions", "Send it to the %n person(s) for whom it was stopped", None, 1)
        self._rest.setToolTip(rest.count(unreached.never_sent))
        self._rest.setVisible(unreached.never_sent > 0)

    def usual_width(self) -> int:
        """How wide it is with what is offered of most announcements, whichever is chosen now."""
        widths = [button.sizeHint().width() for button in (self._rest, self._use_again, self._failed)]
        return sum(widths) + (len(widths) - 1) * self._gap

    def add_to(self, menu: QMenu) -> None:
        """Put into a menu what the buttons offer."""
        for button, asked in self._buttons():
            if button.isEnabled() and not button.isHidden():
                action = menu.addAction(button.text(), asked)
                action.setObjectName(button.objectName().replace("Button", "Action"))

    def _buttons(self) -> Sequence[tuple[QPushButton, Callable[[], None]]]:
        return (
            (self._one_by_one, lambda: self._ask(self.one_by_one.emit)),
            (self._cancel, self._ask_to_cancel),
            (self._rest, lambda: self._ask(self.send_rest.emit)),
            (self._use_again, lambda: self._ask(self.use_again.emit)),
            (self._failed, lambda: self._ask(self.resend_failed.emit)),
        )

    def _ask(self, wish: Callable[[int], object]) -> None:
        if self._past is not None:
            wish(self._past.id)

    def _ask_to_cancel(self) -> None:
        past = self._past
        if past is not None:
            count = past.counts.get(DeliveryState.QUEUED, 0)
            cancel_question(count, lambda: self.cancel.emit(past.id), self).open()


def cancel_question(count: int, cancel: Callable[[], object], parent: QWidget) -> MessageBox:
    """It can't be taken back: so it is asked once, and the number is named."""
    from smsdesk.ui.problems.message_box import Icon, MessageBox, Role

    asked = translate("AnnouncementActions", "Cancel %n message(s)?", None, 1).count(count)
    more = translate(
        "AnnouncementActions", "They have not been handed to the gateway: nobody gets them, and they cost nothing."
    )
    verb = translate("AnnouncementActions", "&Cancel %n message(s)", None, 1).count(count)
    box = MessageBox("cancelScheduledBox", Icon.Question, asked, more, parent=parent)
    box.offer("cancelMessagesButton", verb, Role.AcceptRole, cancel)
    box.offer_way_back("keepMessagesButton", translate("AnnouncementActions", "&Keep them"))
    return box
