from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QFontDatabase, QFontInfo

from smsdesk.ui.widgets.fixed_font import fixed_font

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


@pytest.mark.parametrize("points", [9.0, 18.0])
def test_it_is_the_systems_and_as_large_as_the_letters_beside_it(qapp: QApplication, points: float) -> None:
    beside = qapp.font()
    beside.setPointSizeF(points)
    font = fixed_font(beside)
    assert font.family() == QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).family()
    assert font.pointSizeF() == QFontInfo(beside).pointSizeF() == pytest.approx(points, abs=0.5)
