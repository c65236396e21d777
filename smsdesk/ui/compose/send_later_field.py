"""When the announcement leaves: now, or, where the gateway keeps messages, at a time that is picked here."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QDateTime, QLocale, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from smsdesk.domain.errors import UserFacingError
from smsdesk.domain.schedule import moment_of, next_full_hour
from smsdesk.ui.qt.boxes import ComboBox, DateTimeEdit
from smsdesk.ui.text.formatting import gateway_time
from smsdesk.ui.widgets.card import Caption
from smsdesk.ui.widgets.named import named

if TYPE_CHECKING:
    from smsdesk.providers.base import Provider

_NOW, _LATER = range(2)
_BLANKS = dict.fromkeys(map(ord, "\u00a0\u202f"), " ")
_UNSEEN = dict.fromkeys(map(ord, "\u200e\u200f\u061c"))


class SendLaterField(QWidget):
    """A choice between now and later, with the time for later and, where it differs, the gateway's time.

    Signals:
        edited: the choice or the time changed.
    """

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._provider: Provider | None = None
        self._choice = named("whenCombo", ComboBox())
        self._choice.addItems([self.tr("Now"), self.tr("Later")])
        self._label = Caption(self.tr("When"))
        self._label.setBuddy(self._choice)
        self._time = named("whenEdit", DateTimeEdit(calendarPopup=True))
        self._time.setAccessibleName(self.tr("Day and time"))
        self._time.setDisplayFormat(_as_it_is_typed(QLocale()))
        self._time.hide()
        self._there = named("gatewayTime", Caption())
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for widget in (self._label, self._choice, self._time, self._there):
            layout.addWidget(widget)
        self._choice.currentIndexChanged.connect(self._chosen)
        self._time.dateTimeChanged.connect(self._changed)

    def picked(self) -> datetime | None:
        """The picked local time, without a zone; None for now."""
        if self._choice.currentIndex() == _NOW:
            return None
        chosen: Any = self._time.dateTime().toPython()
        return datetime(chosen.year, chosen.month, chosen.day, chosen.hour, chosen.minute)  # noqa: DTZ001 - a wall clock

    def set_picked(self, picked: datetime | None) -> None:
        """Show a picked time, or now."""
        self._choice.setCurrentIndex(_NOW if picked is None else _LATER)
        if (
            picked is not None
        ):  # after the choice, which offers the next full hour: a time that has passed stays, to be seen
            self._time.setDateTime(QDateTime(picked))  # type: ignore[call-overload]

    def set_gateway(self, provider: Provider | None) -> None:
        """Offer a time where this gateway takes one; say why not where it does not.

        A time that was picked already stays, so that it is not sent at once without a word; the review refuses it.
        """
        self._provider = provider
        offered = provider is not None and provider.capabilities.can_schedule
        self._choice.setEnabled(offered or self._choice.currentIndex() == _LATER)
        why = self.tr("{gateway} sends at once: it keeps no message for later")
        self._choice.setToolTip("" if offered or provider is None else why.format(gateway=provider.title))
        self._chosen()

    def _chosen(self) -> None:
        later = self._choice.currentIndex() == _LATER
        if later and not self._time.isVisibleTo(self):
            first = next_full_hour(datetime.now(UTC))
            if self._time.dateTime() <= QDateTime.currentDateTime():
                self._time.setDateTime(QDateTime(first))  # type: ignore[call-overload]
        self._time.setVisible(later)
        self._changed()

    def _changed(self) -> None:
        picked = self.picked()
        self._there.setText("")
        if picked is not None and self._provider is not None:
            try:
                moment = moment_of(picked, datetime.now(UTC))
            except UserFacingError:
                pass  # the review says it when it matters
            else:
                self._there.setText(gateway_time(moment, self._provider))
        self._there.setVisible(bool(self._there.text()))
        self.edited.emit()


def _as_it_is_typed(locale: QLocale) -> str:
    """Day and time as the user's country writes them, in characters that a keyboard has.

    Between 9:00 and AM many countries have a narrow blank that does not break: no key matches it, so that what was
    typed behind it was lost, and 9:00 AM stayed in the afternoon. Two digits of a year could be any century's.
    """
    day, time = (write(QLocale.FormatType.ShortFormat) for write in (locale.dateFormat, locale.timeFormat))
    if "yyyy" not in day:
        day = day.replace("yy", "yyyy")
    return f"{day} {time}".translate(_BLANKS | _UNSEEN)
