"""The life of a delivery: its states, and the only moves between them."""

from __future__ import annotations

from enum import StrEnum


class DeliveryState(StrEnum):
    """Where one recipient's copy of an announcement stands; the value is what the database holds."""

    QUEUED = "queued"
    SUBMITTING = "submitting"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    UNKNOWN = "unknown"
    CANCELLED = "cancelled"
    DELIVERED = "delivered"
    UNDELIVERED = "undelivered"
    EXPIRED = "expired"


_S = DeliveryState

MOVES: dict[DeliveryState, frozenset[DeliveryState]] = {
    _S.QUEUED: frozenset({_S.SUBMITTING, _S.CANCELLED}),
    # Back to queued only when nothing left this machine, or the gateway refused the request by its document.
    _S.SUBMITTING: frozenset({_S.ACCEPTED, _S.REJECTED, _S.UNKNOWN, _S.QUEUED}),
    _S.ACCEPTED: frozenset({_S.DELIVERED, _S.UNDELIVERED, _S.EXPIRED}),
    # Only a delivery report, or a person who says "It arrived", moves a delivery out of unknown.
    _S.UNKNOWN: frozenset({_S.DELIVERED, _S.UNDELIVERED, _S.EXPIRED}),
    _S.UNDELIVERED: frozenset({_S.DELIVERED}),
    _S.EXPIRED: frozenset({_S.DELIVERED}),
    _S.REJECTED: frozenset(),
    _S.CANCELLED: frozenset(),
    _S.DELIVERED: frozenset(),
}
"""Allowed moves. A report never moves a delivery backwards: undelivered and expired can still become delivered."""


TAKEN = (_S.ACCEPTED, _S.DELIVERED, _S.UNDELIVERED, _S.EXPIRED)
"""Where a delivery stands that the gateway took, and charges for."""

FAILED = (_S.REJECTED, _S.UNDELIVERED, _S.EXPIRED)
"""Where a delivery stands that did not reach its recipient, as far as is known."""


def sources(target: DeliveryState) -> tuple[DeliveryState, ...]:
    """The states from which a delivery may move to `target`; the store's UPDATE names them in its WHERE."""
    return tuple(state for state, targets in MOVES.items() if target in targets)
