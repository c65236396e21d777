"""What is told at the place of Send once the sending is over."""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING

from smsdesk.domain.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Callable

    from smsdesk.services.sending.queue.progress import Progress


@frozen
class SendingMemory:
    """Where one window remembers it, for another that takes its place.

    Attributes:
        told: what became of it in words, by account id, until that account sends again; None for what is told anyway.
        newest: the announcement that was sent last, by account id.
    """

    told: dict[str, Callable[[Progress], tuple[str, str] | None]] = field(default_factory=dict)
    newest: dict[str, int] = field(default_factory=dict)
