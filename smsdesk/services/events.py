"""What services tell the window, after what they tell of is on disk.

Events are told on a lane's or the database writer's thread: who hears them hands them on, and waits for nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from smsdesk.domain.frozen import frozen

if TYPE_CHECKING:
    from datetime import timedelta


@frozen
class AnnouncementAdded:
    """An announcement is in the outbox."""

    announcement_id: int


@frozen
class DeliveriesChanged:
    """These deliveries of an announcement stand elsewhere now; without ids, any of them may."""

    announcement_id: int
    delivery_ids: tuple[int, ...] = ()


@frozen
class QueueChanged:
    """The account's queue moved, stopped or went on: ask the sender for its progress."""

    account_id: str


@frozen
class BalanceChanged:
    """The account's balance was asked for: ask the poller for its reading."""

    account_id: str


@frozen
class Checked:
    """The data file was found sound: from now on messages may leave."""


@frozen
class Failed:
    """A bug on a lane, or what the user has to be told though nothing waits for an answer to it."""

    error: BaseException


@frozen
class ClockDiffers:
    """This computer's clock is so much ahead of a gateway's; negative where it is behind."""

    ahead: timedelta


Event = AnnouncementAdded | DeliveriesChanged | QueueChanged | BalanceChanged | Checked | Failed | ClockDiffers
Publish = Callable[[Event], None]
