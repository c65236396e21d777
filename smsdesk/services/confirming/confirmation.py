"""Everything that the user is asked about before money is spent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smsdesk.domain.frozen import frozen
from smsdesk.services.confirming.audience import audience

if TYPE_CHECKING:
    from smsdesk.services.confirming.audience import Audience, Listed
    from smsdesk.services.sending.review import AlreadySent, Review
    from smsdesk.services.sending.send_request import SendRequest


@frozen
class Confirmation:
    """What is confirmed or not.

    Attributes:
        request: what shall be sent.
        review: what sending it to everybody means.
        everybody: who gets it.
        undo_s: how long it can be taken back afterwards, in seconds; 0 for not at all.
        already: when who had the text already; None when nobody has.
        repeated: those who have it, and can be left out.
        others: who gets it without those; as `everybody` when nobody has it.
    """

    request: SendRequest
    review: Review
    everybody: Audience
    undo_s: int
    already: AlreadySent | None
    repeated: tuple[Listed, ...]
    others: Audience

    def chosen(self, *, leave_out: bool) -> tuple[Review, Audience]:
        """What sending means, and to whom: to everybody, or without those who have the text already."""
        if self.already is None or not leave_out:
            return self.review, self.everybody
        return self.already.rest, self.others


def confirmation(request: SendRequest, review: Review, already: AlreadySent | None, undo_s: int) -> Confirmation:
    """Work out who is meant; for a long list this takes a moment, and is not for the window's thread."""
    everybody = audience(request.announcement.recipients, request.rows, request.account.country)
    if already is None:
        return Confirmation(request, review, everybody, undo_s, None, (), everybody)
    at = already.found.at
    repeated = tuple(each for each in everybody.people if each.number in at)
    return Confirmation(request, review, everybody, undo_s, already, repeated, everybody.without(at))
