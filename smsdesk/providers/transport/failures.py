"""What the HTTP layer raises when there is no answer to read."""

from __future__ import annotations


class WireFailure(Exception):
    """An exchange that brought no readable answer; the base of the two cases below.

    Args:
        code: one of `base.WIRE_REASONS`.
        words: what happened, for the details: exception type, host, HTTP status. Never the address itself, which
            may hold a password, and scrubbed of secrets before it is raised.
    """

    def __init__(self, code: str, words: str) -> None:
        super().__init__()
        self.code = code
        self.words = words

    def __str__(self) -> str:
        return f"{self.code}: {self.words}"


class NotSent(WireFailure):
    """Nothing of the request left this machine: it may be sent again."""


class NoClearAnswer(WireFailure):
    """The request was written, at least in part, and what came of it is unknown: never send it again by itself.

    Args:
        code: one of `base.WIRE_REASONS`.
        words: see `WireFailure`.
        wrong_place: what answered is probably not the gateway (a network sign-in page, a wrong address), so the
            next request would meet the same.
        answer: the text that came all the same, where the request reads any; not scrubbed of secrets.
    """

    def __init__(self, code: str, words: str, *, wrong_place: bool = False, answer: str = "") -> None:
        super().__init__(code, words)
        self.wrong_place = wrong_place
        self.answer = answer
