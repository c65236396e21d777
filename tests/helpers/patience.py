"""How long a test waits for what normally takes milliseconds: it bounds a failure, and decides nothing else."""

from __future__ import annotations

from typing import Final

PATIENCE_S: Final = 60
