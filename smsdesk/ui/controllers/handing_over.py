"""What one window hands over to another that takes its place in the running program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smsdesk.domain.frozen import frozen

if TYPE_CHECKING:
    from smsdesk.domain.draft import Draft
    from smsdesk.ui.controllers.sending.held_draft import Held
    from smsdesk.ui.controllers.sending.sending_memory import SendingMemory


@frozen
class HandedOver:
    """All of the desk that is not on disk.

    Attributes:
        draft: what stands in the composer and on the list.
        held: what of it was sent and can be taken back.
        memory: what is told of what was sent.
    """

    draft: Draft
    held: Held
    memory: SendingMemory
