"""A change of the product that would be dangerous, and that tests have to notice."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Mutation:
    """One change.

    Attributes:
        name: what goes wrong with it, at an office's desk.
        file: the product's file, below `smsdesk`.
        old: what stands there, once.
        new: what stands there instead.
        tests: the tests that should notice, below `tests`.
    """

    name: str
    file: str
    old: str
    new: str
    tests: tuple[str, ...]

    def found(self, root: Path) -> int:
        """How often the old text stands in the file; 1 where the mutation can be made."""
        path = root / "smsdesk" / self.file
        return path.read_text(encoding="utf-8").count(self.old) if path.exists() else 0

    def make(self, root: Path) -> bool:
        """Change the file in this tree; False where the old text does not stand there once."""
        if self.found(root) != 1:
            return False
        path = root / "smsdesk" / self.file
        path.write_text(path.read_text(encoding="utf-8").replace(self.old, self.new), encoding="utf-8")
        return True
