"""What became of one submission, per recipient: one vocabulary for all gateways."""

from __future__ import annotations

from datetime import timedelta
from enum import StrEnum

from smsdesk.domain.frozen import frozen

IN_BATCH = "-batch"
"""Ends the code of a refusal that does not say which of several numbers was bad."""

REPORTED_WITHIN = timedelta(hours=48)
"""How long a gateway may take to say whether a message arrived; after that no report is expected any more."""

TOO_LATE = "too-late"
"""The code of a delivery that was cancelled because the time chosen for it had passed."""


UNDONE = "undone"
"""The code of a delivery that was cancelled because the user took Send back."""

BY_HAND = "by-hand"
"""The code of a delivery that is delivered because the user said so, after its submission had been unknown."""


class Outcome(StrEnum):
    """What the gateway made of one recipient's copy."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"
    NOT_SENT = "not sent"
    UNKNOWN = "unknown"


class Scope(StrEnum):
    """How far an error reaches: this number, this text, this login, or the gateway as a whole."""

    RECIPIENT = "recipient"
    MESSAGE = "message"
    ACCOUNT = "account"
    GATEWAY = "gateway"


@frozen
class Verdict:
    """What became of one recipient's copy.

    Attributes:
        outcome: the outcome.
        scope: how far the error reaches; None when there is none.
        code: the gateway's code or phrase, or ours ("timeout"); the provider has a sentence for it.
        words: the gateway's own words, scrubbed of secrets.
        message_id: the gateway's id of the message, "" where it gives none.
    """

    outcome: Outcome
    scope: Scope | None = None
    code: str = ""
    words: str = ""
    message_id: str = ""

    @property
    def refuses_all(self) -> bool:
        """The gateway refused the whole request: its deliveries go back to queued and the queue stops."""
        return self.outcome is Outcome.REJECTED and self.scope in (Scope.ACCOUNT, Scope.GATEWAY)

    @property
    def refuses_message(self) -> bool:
        """The gateway refused the message, or its sender: whoever is to get it."""
        return self.outcome is Outcome.REJECTED and self.scope is Scope.MESSAGE
