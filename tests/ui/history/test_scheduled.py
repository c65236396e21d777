"""What leaves later looks like it: a clock, its time, and in how long it leaves."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from smsdesk.domain.announcement import Announcement, Recipient
from smsdesk.domain.delivery import DeliveryState
from smsdesk.providers.catalog import PROVIDERS
from smsdesk.ui.history.announcements_model import AnnouncementsModel
from smsdesk.ui.history.outcome_delegate import COUNTS_ROLE
from smsdesk.ui.history.scheduled import (
    LATER_ROLE,
    leaves_later,
    scheduled_words,
    sent,
    sent_at_length,
    waits_here,
    words,
)
from tests.helpers.window.history_view import ACCEPTED, REJECTED, HistoryView, cell, no_bill

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from smsdesk.domain.history import PastAnnouncement
    from tests.helpers.window.stored_office import StoredOffice

S = DeliveryState
NOW = datetime.now(UTC)
IN_20_H = NOW + timedelta(hours=20)


def later(office: StoredOffice, when: datetime = IN_20_H, people: int = 2) -> int:
    listed = tuple(Recipient(f"+968900000{number:02}") for number in range(people))
    return office.outbox.add(Announcement("front", "Staff meeting", "ALNOORSCH", 1, listed, send_at=when)).result()


def newest(office: StoredOffice) -> PastAnnouncement:
    return office.history.page()[0]


@pytest.mark.parametrize(
    ("away", "said"),
    [
        (timedelta(seconds=20), "scheduled · leaves in 1 min"),
        (timedelta(minutes=59), "scheduled · leaves in 59 min"),
        (timedelta(hours=20), "scheduled · leaves in 20 h"),
        (timedelta(hours=47), "scheduled · leaves in 47 h"),
        (timedelta(days=3), "scheduled · leaves in 3 days"),
    ],
)
def test_it_says_in_what_time_it_leaves(away: timedelta, said: str) -> None:
    assert scheduled_words(NOW + away, NOW) == said


def test_what_waits_here_and_what_the_gateway_keeps_is_scheduled(office: StoredOffice) -> None:
    announced = later(office)
    assert (leaves_later(newest(office)), waits_here(newest(office))) == (True, True)
    office.submit(announced, ACCEPTED, 2)
    past = newest(office)
    assert (leaves_later(past), waits_here(past), words(past)) == (True, False, "scheduled · leaves in 20 h")
    assert sent_at_length(past).startswith("Leaves ")
    assert sent(past) != sent(replace(past, send_at=None))


def test_what_failed_of_it_is_told_beside(office: StoredOffice) -> None:
    announced = later(office)
    office.submit(announced, REJECTED)
    assert words(newest(office)) == "scheduled · leaves in 20 h · 1 failed"


def test_once_its_time_has_come_or_it_was_cancelled_it_is_as_any_other(office: StoredOffice) -> None:
    announced = later(office)
    office.submit(announced, ACCEPTED, 2)
    past = replace(newest(office), send_at=NOW - timedelta(minutes=1))
    assert (leaves_later(past), words(past)) == (False, "2 accepted")
    assert sent_at_length(past).startswith("Was to leave ")
    later(office)
    office.outbox.cancel("front").result()
    assert (leaves_later(newest(office)), words(newest(office))) == (False, "2 cancelled")


def test_the_list_shows_its_time_a_clock_and_a_line_for_a_bar(office: StoredOffice) -> None:
    office.submit(later(office), ACCEPTED, 2)
    office.announce("Now")
    model = AnnouncementsModel(office.history, PROVIDERS, no_bill)
    assert [cell(model, row, "sent", LATER_ROLE) for row in (0, 1)] == [False, True]
    assert cell(model, 1, "outcome", COUNTS_ROLE) == {S.QUEUED: 2}
    assert cell(model, 1, "outcome") == "scheduled · leaves in 20 h"


def test_the_clock_is_drawn_at_the_leading_edge(qtbot: QtBot, office: StoredOffice) -> None:
    later(office)
    opened = HistoryView(qtbot, office)
    table = opened.past
    place = table.visualRect(table.model().index(0, 0))
    with_clock = table.viewport().grab(place).toImage()
    office.outbox.cancel("front").result()
    opened.pane.accounts_changed()
    without = table.viewport().grab(place).toImage()
    side = table.fontMetrics().height()
    assert with_clock.copy(0, 0, side, place.height()) != without.copy(0, 0, side, place.height())


@pytest.mark.parametrize("taken", [0, 2])
def test_a_note_says_where_it_is_and_whether_it_can_be_cancelled(
    qtbot: QtBot, office: StoredOffice, taken: int
) -> None:
    announced = later(office)
    if taken:
        office.submit(announced, ACCEPTED, taken)
    opened = HistoryView(qtbot, office)
    opened.pane.select_newest()
    note = opened.label("scheduleNote")
    assert ("SMS Office has it and sends it" in note) is bool(taken)
    assert ("It can't be cancelled from here" in note) is bool(taken)
    assert opened.button("cancelScheduledButton").isVisible() is not bool(taken)
