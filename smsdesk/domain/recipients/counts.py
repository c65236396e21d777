"""What a list of recipients adds up to."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from smsdesk.domain.frozen import frozen
from smsdesk.domain.phone_numbers import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


@frozen
class Counts:
    """How many rows there are of each verdict; together they are all rows."""

    ready: int = 0
    repaired: int = 0
    attention: int = 0
    repeated: int = 0

    @classmethod
    def of(cls, verdicts: Iterable[Verdict] | Mapping[Verdict, int]) -> Counts:
        """Count these; what is counted already may be given, too."""
        found = Counter(verdicts)
        return cls(**{verdict.value: found[verdict] for verdict in Verdict})

    @property
    def people(self) -> int:
        """How many get a message."""
        return self.ready + self.repaired

    @property
    def rows(self) -> int:
        """All of them."""
        return self.ready + self.repaired + self.attention + self.repeated
