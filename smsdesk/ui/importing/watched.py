"""How far a reading is, told from its thread to the window's, and whether anybody waits for it."""

from __future__ import annotations

import gc

from smsdesk.importing.base import Stopped


class Watched:
    """A `Progress` between two threads.

    Attributes:
        share: how much is read, from 0 to 1.
    """

    def __init__(self) -> None:
        self.share = 0.0
        self._stopped = False

    def stop(self) -> None:
        """Nobody waits any more: the reading ends when it next tells how far it is."""
        self._stopped = True

    def __call__(self, share: float) -> None:
        """On the reading's thread.

        Raises:
            Stopped: nobody waits.
        """
        if self._stopped:
            raise Stopped
        self.share = max(self.share, share)
        # What was read stays, and holds no cycle: the window's collections need not look at some hundred thousand rows.
        gc.freeze()
