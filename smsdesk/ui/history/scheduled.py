"""How an announcement stands in the list: when it was sent or leaves, and what became of it, in words."""

from __future__ import annotations

from datetime import UTC, datetime
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QDateTime, QLocale, QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPalette, QPixmap

from smsdesk.domain.delivery import DeliveryState
from smsdesk.ui.history.outcome_bar import outcome_words
from smsdesk.ui.text.calendars import hijri
from smsdesk.ui.text.directions import joined
from smsdesk.ui.text.formatting import moment, point_in_time, time_to_come
from smsdesk.ui.text.translate import translate
from smsdesk.ui.widgets.delegates import OwnDirectionDelegate
from smsdesk.ui.widgets.listing.verdict_signs import Shape, draw_shape

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStyleOptionViewItem

    from smsdesk.domain.history import PastAnnouncement

LATER_ROLE = Qt.ItemDataRole.UserRole + 3
"""Under this role a cell says whether its announcement leaves at a time to come."""

_S = DeliveryState
_HOUR, _DAY = 60, 24 * 60  # minutes


def leaves_later(past: PastAnnouncement) -> bool:
    """Whether something of it shall leave at a time that has not come yet."""
    return past.leaves_later(datetime.now(UTC))


def waits_here(past: PastAnnouncement) -> bool:
    """Whether something of what shall leave later has not been handed to the gateway, and can be cancelled."""
    return leaves_later(past) and bool(past.counts.get(_S.QUEUED))


def sent(past: PastAnnouncement) -> str:
    """When it was sent, or when it leaves."""
    if leaves_later(past) and past.send_at is not None:
        return time_to_come(past.send_at)
    return moment(past.created_at)


def hijri_day(past: PastAnnouncement) -> str:
    """The same day in the Islamic calendar."""
    return hijri((past.send_at or past.created_at).astimezone())


def sent_at_length(past: PastAnnouncement) -> str:
    """When it was written, and when it leaves or was to leave."""
    written = QDateTime.fromSecsSinceEpoch(int(past.created_at.timestamp()))
    told = QLocale().toString(written, QLocale.FormatType.ShortFormat)
    if past.send_at is None:
        return told
    when = point_in_time(past.send_at)
    if leaves_later(past):
        return translate("scheduled", "Leaves {when}; written {written}").format(when=when, written=told)
    return translate("scheduled", "Was to leave {when}; written {written}").format(when=when, written=told)


def drawn(past: PastAnnouncement) -> dict[DeliveryState, int]:
    """What the bar shows: what the gateway keeps until later has not been sent yet."""
    counts = dict(past.counts)
    if leaves_later(past):
        counts[_S.QUEUED] = counts.pop(_S.ACCEPTED, 0) + counts.get(_S.QUEUED, 0)
    return counts


def words(past: PastAnnouncement) -> str:
    """What stands beside the bar: "190 delivered · 8 failed", or "scheduled · leaves in 20 h"."""
    if past.send_at is None or not leaves_later(past):
        return outcome_words(past.counts)
    coming = (_S.QUEUED, _S.SUBMITTING, _S.ACCEPTED)
    rest = {state: count for state, count in past.counts.items() if state not in coming}
    return joined(filter(None, (scheduled_words(past.send_at), outcome_words(rest))))


def scheduled_words(when: datetime, now: datetime | None = None) -> str:
    """That it is scheduled, and in what time it leaves."""
    minutes = max(1, ceil((when - (now or datetime.now(UTC))).total_seconds() / 60))
    if minutes < _HOUR:
        return translate("scheduled", "scheduled · leaves in %n min", None, 1).count(minutes)
    if minutes < 2 * _DAY:
        return translate("scheduled", "scheduled · leaves in %n h", None, 1).count(round(minutes / _HOUR))
    return translate("scheduled", "scheduled · leaves in %n day(s)", None, 1).count(round(minutes / _DAY))


class ClockDelegate(OwnDirectionDelegate):
    """Puts a clock before the time of what leaves later."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """Give the style the clock as the cell's icon, which it puts at the leading edge."""
        super().initStyleOption(option, index)
        if not index.data(LATER_ROLE):
            return
        side = round(0.8 * option.fontMetrics.height())
        ratio = option.widget.devicePixelRatioF() if option.widget else 1.0
        pixmap = QPixmap(round(side * ratio), round(side * ratio))
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        draw_shape(painter, Shape.CLOCK, QRectF(0, 0, side, side), option.palette.color(QPalette.ColorRole.Text))
        painter.end()
        option.icon = QIcon(pixmap)
        option.decorationSize = pixmap.deviceIndependentSize().toSize()
        option.features |= option.ViewItemFeature.HasDecoration
