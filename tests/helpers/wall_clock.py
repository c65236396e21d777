"""The computer's clock set to another time: what the program's services read as "now" from then on."""

from __future__ import annotations

import sys
from datetime import datetime, timedelta, tzinfo
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pytest

_AS_IT_IS = datetime


def set_clocks(monkeypatch: pytest.MonkeyPatch, by: timedelta) -> None:
    """Let every service read a clock that differs by so much from the right one."""

    class Shifted(_AS_IT_IS):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> datetime:  # type: ignore[override]
            return _AS_IT_IS.now(tz) + by

    for name, module in list(sys.modules.items()):
        if name.startswith("smsdesk.services.") and isinstance(vars(module).get("datetime"), type):
            monkeypatch.setattr(module, "datetime", Shifted)
