"""The bar of what became of an announcement, looked at as pixels: each outcome has a shape of its own."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter, QPalette

from smsdesk.domain.delivery import DeliveryState
from smsdesk.ui.history.outcome_bar import draw_bar, outcome_words
from smsdesk.ui.widgets.colours import Meaning, colour
from tests.helpers.window.pixels import same, shows

S = DeliveryState
WIDE, HIGH = 200, 16
COUNTS = {S.DELIVERED: 50, S.ACCEPTED: 20, S.REJECTED: 10, S.UNDELIVERED: 5, S.UNKNOWN: 5, S.QUEUED: 10}

pytestmark = pytest.mark.usefixtures("qapp")


def bar(counts: dict[DeliveryState, int], *, mirrored: bool = False) -> QImage:
    image = QImage(WIDE, HIGH, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    draw_bar(painter, QRectF(0, 0, WIDE, HIGH), counts, QGuiApplication.palette(), mirrored=mirrored)
    painter.end()
    return image


def inked(image: QImage, x: int) -> str:
    """A column of pixels from above: # where something is drawn, . where nothing is."""
    levels = [image.pixelColor(x, y).lightness() for y in range(HIGH)]
    return "".join("#" if level < 200 else "." for level in levels)


def test_good_news_come_first_each_in_its_colour() -> None:
    image, palette = bar(COUNTS), QGuiApplication.palette()
    for share, meaning in ((0.2, Meaning.GOOD), (0.6, Meaning.UNDER_WAY), (0.95, Meaning.IDLE)):
        assert same(image.pixelColor(round(share * WIDE), HIGH // 2), colour(meaning, palette))
    for meaning in (Meaning.BAD, Meaning.DOUBTFUL):
        assert any(shows(image, colour(meaning, palette), row=row) for row in range(HIGH))


def test_every_outcome_has_a_shape_of_its_own_without_colour() -> None:
    full, half, line = (inked(bar({state: 1}), WIDE // 2) for state in (S.DELIVERED, S.ACCEPTED, S.QUEUED))
    assert full.count("#") == HIGH
    assert HIGH * 0.4 < half.count("#") < HIGH * 0.7
    assert half == half[::-1]
    assert 1 < line.count("#") < HIGH * 0.35
    hollow = inked(bar({S.UNKNOWN: 1}), WIDE // 2)
    assert hollow[0] == hollow[-1] == "#"
    assert "." * (HIGH // 2) in hollow
    striped = {inked(bar({S.EXPIRED: 1}), x) for x in range(60, 60 + HIGH)}
    assert len(striped) > 4
    assert all("#" in column and "." in column for column in striped)


def test_it_is_mirrored_in_a_mirrored_window() -> None:
    plain, mirrored = bar(COUNTS), bar(COUNTS, mirrored=True)
    for x in range(10, WIDE - 10, 7):
        assert abs(inked(plain, x).count("#") - inked(mirrored, WIDE - 1 - x).count("#")) <= 4
    good = colour(Meaning.GOOD, QGuiApplication.palette())
    assert same(mirrored.pixelColor(round(0.8 * WIDE), HIGH // 2), good)


@pytest.mark.parametrize(("state", "meaning"), [(S.REJECTED, Meaning.BAD), (S.UNKNOWN, Meaning.DOUBTFUL)])
def test_one_among_thousands_is_seen_with_its_shape(state: DeliveryState, meaning: Meaning) -> None:
    image = bar({S.DELIVERED: 20_000, state: 1})
    shade = colour(meaning, QGuiApplication.palette())
    columns = [x for x in range(WIDE) if any(same(image.pixelColor(x, y), shade) for y in range(HIGH))]
    assert len(columns) >= HIGH // 2


def test_it_fills_its_width_whatever_the_counts_and_nothing_is_drawn_of_nothing() -> None:
    for counts in (COUNTS, {S.DELIVERED: 1}, {S.REJECTED: 1, S.UNKNOWN: 1, S.CANCELLED: 3}):
        image = bar(counts)
        assert "#" in inked(image, 2)
        assert "#" in inked(image, WIDE - 3)
    assert inked(bar({}), WIDE // 2) == "." * HIGH


def test_on_a_dark_background_its_shades_are_those_for_dark(dark: QPalette) -> None:
    image = bar({S.DELIVERED: 1})
    assert same(image.pixelColor(WIDE // 2, HIGH // 2), colour(Meaning.GOOD, dark))


def test_outcomes_are_told_in_words_and_all_that_failed_together() -> None:
    assert outcome_words({S.DELIVERED: 190, S.REJECTED: 5, S.EXPIRED: 2, S.UNDELIVERED: 1, S.UNKNOWN: 2}) == (
        "190 delivered · 8 failed · 2 unknown"
    )
    assert outcome_words({S.QUEUED: 1200, S.DELIVERED: 0}) == "1,200 waiting"
    assert all(outcome_words({state: 1}) for state in DeliveryState)
