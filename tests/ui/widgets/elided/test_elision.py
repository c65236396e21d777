"""A line that is cut ends with its ellipsis, on the side where it ends for who reads it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QFontMetricsF, QTextLayout

from smsdesk.ui.text.directions import left_to_right, own_direction
from smsdesk.ui.widgets.elided.elision import elided

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

CUT = [
    f"قُرئ على أنه {left_to_right('+965 9000 0044')}، من بلد آخر",
    f"الحساب {own_direction('SMS Office of the school — front desk')}",
    f"{own_direction('أمل')} والقائمة {own_direction('a ' + own_direction('longer one of people'))}",
]


@pytest.mark.parametrize("text", CUT)
def test_an_arabic_line_ends_at_the_left(qapp: QApplication, text: str) -> None:
    metrics = QFontMetricsF(qapp.font())
    whole = metrics.horizontalAdvance(text)
    for share in (0.4, 0.6, 0.8, 0.9):
        shown = elided(metrics, text, share * whole)
        layout = QTextLayout(shown)
        layout.beginLayout()
        line = layout.createLine()
        layout.endLayout()
        lefts = [min(at.x() for at in run.positions()) for run in line.glyphRuns()]
        (ellipsis,) = (at.x() for run in line.glyphRuns(shown.index("…"), 1) for at in run.positions())
        assert ellipsis == min(lefts), shown


def test_a_line_that_fits_stays_as_it_is(qapp: QApplication) -> None:
    metrics = QFontMetricsF(qapp.font())
    for text in (*CUT, "Ready…", ""):
        assert elided(metrics, text, 10_000) == text
