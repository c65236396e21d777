from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QColor, QPalette

from smsdesk.ui.widgets import colours
from smsdesk.ui.widgets.colours import Meaning, colour, contrast, edge, link
from tests.helpers.window.palettes import PALETTES

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

_Role = QPalette.ColorRole


def grounds(palette: QPalette) -> tuple[QColor, QColor]:
    return palette.color(_Role.Base), palette.color(_Role.Window)


def middling() -> QPalette:
    """Grey, as some have it: the usual shades are lost on it."""
    palette = QPalette(QColor("#6a6a6a"), QColor("#5c5c5c"))
    palette.setColor(_Role.Base, QColor("#565656"))
    palette.setColor(_Role.Text, QColor("#ffffff"))
    return palette


def test_black_and_white_stand_furthest_apart() -> None:
    assert contrast(QColor("black"), QColor("white")) == pytest.approx(21)
    assert contrast(QColor("white"), QColor("white")) == 1


@pytest.mark.parametrize("meaning", Meaning)
@pytest.mark.parametrize("look", [*PALETTES, "middling"])
def test_each_meaning_can_be_read_on_fields_and_window(qapp: QApplication, look: str, meaning: Meaning) -> None:
    palette = middling() if look == "middling" else PALETTES[look](qapp)
    shade = colour(meaning, palette)
    assert min(contrast(shade, ground) for ground in grounds(palette)) >= 4.5


@pytest.mark.parametrize("meaning", Meaning)
@pytest.mark.parametrize("look", PALETTES)
def test_where_more_contrast_is_wanted_meanings_have_more(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, look: str, meaning: Meaning
) -> None:
    monkeypatch.setattr(colours, "wants_contrast", lambda: True)
    palette = PALETTES[look](qapp)
    assert min(contrast(colour(meaning, palette), ground) for ground in grounds(palette)) >= 7
    assert edge(palette) == palette.color(_Role.Text)


def test_good_and_bad_keep_their_hues_on_usual_grounds(qapp: QApplication) -> None:
    for look in ("light", "dark", "high contrast"):
        palette = PALETTES[look](qapp)
        good, bad = colour(Meaning.GOOD, palette), colour(Meaning.BAD, palette)
        assert 90 < good.hslHue() < 180, look
        assert bad.hslHue() < 30 or bad.hslHue() > 340, look


@pytest.mark.parametrize("look", PALETTES)
def test_edges_and_links_stand_out(qapp: QApplication, look: str) -> None:
    palette = PALETTES[look](qapp)
    assert min(contrast(edge(palette), ground) for ground in grounds(palette)) >= 3
    assert contrast(link(palette), palette.color(_Role.Base)) >= 4.5


def test_the_accent_has_one_owner() -> None:
    sources = Path(colours.__file__).parents[1].rglob("*.py")
    taken = [each.name for each in sources if "ColorRole.Accent" in each.read_text(encoding="utf-8")]
    assert taken == ["colours.py"]
