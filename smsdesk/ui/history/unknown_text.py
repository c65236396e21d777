"""What happened to a message that is unknown, and what was done about it, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smsdesk.ui.text.formatting import day_and_time, short_time
from smsdesk.ui.text.translate import translate, translated

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime

    from smsdesk.providers.base import Provider


def what_happened(provider: Provider | None, code: str, times: Collection[datetime]) -> str:
    """Why it is not known whether messages were sent, and when that was: the first time and the last."""
    if provider is not None and code:
        reason = translated(provider.explain(code))
    else:
        reason = translate("unknown_text", "It may have been sent or not")
    first, last = short_time(min(times)), short_time(max(times))
    told = translate("unknown_text", "{reason}, {first} to {last}")
    if first == last:
        told = translate("unknown_text", "{reason}, {first}")
    return told.format(reason=reason, first=first, last=last)


def sent_again(when: datetime) -> str:
    """That a message was sent again: Sent again today at 10:50."""
    return translate("unknown_text", "Sent again {when}").format(when=day_and_time(when))
