"""What the sender knows of one account's queue while the program runs; the deliveries themselves are in the outbox."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from smsdesk.accounts.account import Account
    from smsdesk.domain.errors import UserFacingError
    from smsdesk.domain.outcome import Verdict
    from smsdesk.store.outbox import Claim


@dataclass(frozen=True, slots=True)
class Answer:
    """What the gateway made of a claim, asked with `account` as it was then.

    `wrong_place` says that something else than the gateway answered.
    """

    account: Account
    claim: Claim
    verdicts: tuple[Verdict, ...]
    wrong_place: bool


@dataclass
class AccountQueue:
    """One account's queue.

    Its numbers and flags are touched under the sender's lock; `announcement_id` and `unwritten` by its lane alone.
    `more` says that something was added while the lane may already have found the queue empty.
    """

    account: Account
    moving: bool = False
    reason: UserFacingError | None = None
    announcement_id: int | None = None
    unwritten: Answer | None = None
    more: bool = False
    done: int = 0
    waiting: int = 0
    unknown_in_a_row: int = 0
    began: float = 0.0
    done_before: int = 0
