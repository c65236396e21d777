from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from smsdesk.ui.widgets.elided.elided_label import ElidedLabel
from tests.helpers.window.pixels import picture

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

LONG = "The balance could not be read. SMS Office doesn’t answer."


@pytest.fixture
def label(qtbot: QtBot) -> ElidedLabel:
    made = ElidedLabel(LONG)
    qtbot.addWidget(made)
    made.show()
    return made


def test_what_fits_is_shown_whole_and_has_no_tooltip(label: ElidedLabel) -> None:
    label.resize(label.sizeHint())
    assert label.elided() == LONG
    assert label.toolTip() == ""


def test_what_does_not_fit_ends_in_an_ellipsis_and_is_the_tooltip(label: ElidedLabel) -> None:
    label.resize(100, 20)
    assert label.elided().endswith("…")
    assert label.fontMetrics().horizontalAdvance(label.elided()) <= 100
    assert "answer" in label.toolTip()
    assert label.text() == LONG, "a screen reader gets it whole"
    image = picture(label)
    assert any(image.pixelColor(x, 10) != image.pixelColor(0, 0) for x in range(image.width()))


def test_it_can_become_narrow(label: ElidedLabel) -> None:
    assert label.minimumSizeHint().width() < label.sizeHint().width() / 4


def test_more_is_said_below_and_is_never_markup(label: ElidedLabel) -> None:
    label.setText("Short")
    label.resize(label.sizeHint())
    label.set_more("<b>500</b> Internal")
    assert label.toolTip() == "<qt>&lt;b&gt;500&lt;/b&gt; Internal</qt>"
