"""Cutting a line where there is no room for it: the ellipsis stands where the line ends."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from PySide6.QtGui import QFontMetrics, QFontMetricsF

_CUT_WITHIN = re.compile("(…)(\u2069+)$")


def elided(metrics: QFontMetrics | QFontMetricsF, text: str, width: float) -> str:
    """The line as far as it fits.

    Where a phone number or a Latin name is cut, Qt puts the ellipsis within what is set apart: at the number's end, in
    the midst of an Arabic line. It belongs behind.
    """
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)  # type: ignore[arg-type]
    return text if shown == text else _CUT_WITHIN.sub(r"\2\1", shown)
