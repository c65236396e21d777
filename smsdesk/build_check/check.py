"""A check, and how checks are carried out."""

from __future__ import annotations

import traceback
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


class Missing(Exception):
    """Something that this build should have, in words."""


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that must work in a build.

    Args:
        name: what is looked at.
        look: gives what was found, in a few words; raises where it is not as it should be.
    """

    name: str
    look: Callable[[], str]


def expect(holds: object, otherwise: str) -> None:
    """Raise `Missing` with these words, unless it holds."""
    if not holds:
        raise Missing(otherwise)


def carry_out(checks: Sequence[Check], say: Callable[[str], None]) -> list[str]:
    """Do every check, a failed one included, with a line for each: `ok` or `FAIL`.

    Returns:
        The names of those that failed.
    """
    failed = []
    for check in checks:
        try:
            say(f"ok    {check.name}: {check.look()}")
        except Missing as error:
            failed.append(check.name)
            say(f"FAIL  {check.name}: {error}")
        except Exception as error:
            failed.append(check.name)
            # What is missing from a build shows itself as any error at all, and somebody else has to find it.
            where = "".join(traceback.format_exception(error)).rstrip().replace("\n", "\n      ")
            say(f"FAIL  {check.name}: {type(error).__name__}: {error}\n      {where}")
    return failed
