"""When the announcement leaves: now, or, where the gateway keeps messages, at a time that is picked here."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QDateTime, QLocale, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from smsdesk.domain.errors import UserFacingError
from smsdesk.domain.schedule import moment_of, next_full_hour
from smsdesk.ui.qt.boxes import ComboBox, DateTimeEdit
from smsdesk.ui.text.calendars import follow_country, hijri
from smsdesk.ui.text.formatting import gateway_time
from smsdesk.ui.widgets.elided.elided_label import ElidedLabel
from smsdesk.ui.widgets.named import named

if TYPE_CHECKING:
    from smsdesk.providers.base import Provider

_NOW, _LATER = range(2)
_BLANKS = dict.fromkeys(map(ord, "\u00a0\u202f"), " ")
_UNSEEN = dict.fromkeys(map(ord, "\u200e\u200f\u061c"))


class SendLaterField(QWidget):
    """A choice between now and later; two words instead, where the gateway sends at once.

    Args:
        hijri: the picked day has its Hijri day beside it.

    Signals:
        edited: the choice or the time changed.

    Attributes:
        later: the time for later and, where it differs, the gateway's time; a line of its own, and only then there.
    """

    edited = Signal()

    def __init__(self, parent: QWidget | None = None, *, hijri: bool = False) -> None:
        super().__init__(parent)
        self._with_hijri = hijri
        self._provider: Provider | None = None
        self._choice = named("whenCombo", ComboBox())
        self._choice.addItems([self.tr("Now"), self.tr("Later")])
        self._choice.setAccessibleName(self.tr("When"))
        self._at_once = named("atOnce", ElidedLabel(self.tr("leaves at once")))
        self._time = named("whenEdit", DateTimeEdit(calendarPopup=True))
        self._time.setAccessibleName(self.tr("Day and time"))
        self._time.setDisplayFormat(_as_it_is_typed(QLocale()))
        self._hijri_day = named("hijriDay", ElidedLabel())
        self._hijri_day.setVisible(hijri)
        self._there = named("gatewayTime", ElidedLabel())
        self.later = QWidget()
        below = (self._time, self._hijri_day, self._there)
        for host, widgets in ((self, (self._choice, self._at_once)), (self.later, below)):
            layout = QHBoxLayout(host)
            layout.setContentsMargins(0, 0, 0, 0)
            layout.addStretch(1)
            for widget in widgets:
                layout.addWidget(widget)
        self.later.hide()
        self.set_gateway(None)
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
        can_choose = offered or self._choice.currentIndex() == _LATER
        self._choice.setVisible(can_choose)
        self._at_once.setVisible(not can_choose and provider is not None)
        why = self.tr("{gateway} sends at once: it keeps no message for later")
        for widget in (self._choice, self._at_once):
            widget.setToolTip("" if offered or provider is None else why.format(gateway=provider.title))
        self._chosen()

    def set_locked(self, locked: bool) -> None:
        """While it can be taken back, what was picked is not changed."""
        for widget in (self, self.later):
            widget.setEnabled(not locked)

    def _chosen(self) -> None:
        later = self._choice.currentIndex() == _LATER
        if later and self.later.isHidden():
            follow_country(self._time.calendarWidget(), QLocale.system())
            first = next_full_hour(datetime.now(UTC))
            if self._time.dateTime() <= QDateTime.currentDateTime():
                self._time.setDateTime(QDateTime(first))  # type: ignore[call-overload]
        self.later.setVisible(later)
        self._changed()

    def _changed(self) -> None:
        picked = self.picked()
        self._there.setText("")
        self._hijri_day.setText(hijri(picked) if self._with_hijri and picked is not None else "")
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
