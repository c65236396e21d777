"""The one exception that is meant for the person at the desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from smsdesk.domain.sentence import Sentence


class UserFacingError(Exception):
    """Something the user can understand and mend; everything else that is raised is a bug.

    Args:
        what: what happened, in words that office staff use.
        todo: what to do about it.
        detail: the code, or the gateway's own words; plain text, already scrubbed of secrets.
    """

    def __init__(self, what: Sentence, todo: Sentence | None = None, detail: str = "") -> None:
        super().__init__(" ".join(str(part) for part in (what, todo, f"({detail})" if detail else "") if part))
        self.what = what
        self.todo = todo
        self.detail = detail
