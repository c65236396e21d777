from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtGui import QPalette, QTextTable
from PySide6.QtWidgets import QListWidget, QTextBrowser

from smsdesk.domain.delivery import DeliveryState
from smsdesk.ui.text.formatting import state_name
from smsdesk.ui.window import help_window
from smsdesk.ui.window.help_window import HelpWindow, help_page

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget


@pytest.fixture
def shown(window: QWidget) -> HelpWindow:
    opened = HelpWindow(window)
    opened.show()
    return opened


def page(shown: HelpWindow) -> QTextBrowser:
    return shown.findChild(QTextBrowser, "helpPage")


def test_every_state_of_the_history_is_explained(shown: HelpWindow) -> None:
    text = page(shown).toPlainText()
    for state in DeliveryState:
        assert state_name(state) in text


def test_it_opens_at_its_beginning(shown: HelpWindow) -> None:
    assert page(shown).verticalScrollBar().value() == 0


def pictures(shown: HelpWindow) -> dict[str, float]:
    """The pictures of the page by name, and how wide they are drawn."""
    document, found = page(shown).document(), {}
    place = document.find("\ufffc")
    while not place.isNull():
        look = place.charFormat().toImageFormat()
        found[look.name()] = look.width()
        place = document.find("\ufffc", place)
    return found


def test_every_picture_is_shown_and_none_is_wider_than_the_page(shown: HelpWindow) -> None:
    folder = help_page(QLocale()).parent
    assert set(pictures(shown)) == {each.name for each in folder.glob("*.png")}
    for width in (1500, 700):
        shown.resize(width, 500)
        room = page(shown).viewport().width()
        assert all(100 < drawn < room for drawn in pictures(shown).values())


def test_pictures_are_small_files_that_say_what_they_show() -> None:
    for picture in help_page(QLocale()).parent.glob("*.png"):
        assert picture.stat().st_size < 80_000, picture.name
    told = re.findall(r"!\[(.*?)\]\(", help_page(QLocale()).read_text(encoding="utf-8"))
    assert told
    assert all(told)


def test_a_chapter_is_reached_from_the_list(shown: HelpWindow) -> None:
    chapters = shown.findChild(QListWidget, "helpChapters")
    titles = [chapters.item(row).text() for row in range(chapters.count())]
    assert titles[0] == "smsdesk help"
    chapters.setCurrentRow(titles.index("When it is not certain whether a message was sent"))
    assert page(shown).verticalScrollBar().value() > 0
    chapters.setCurrentRow(0)
    assert page(shown).verticalScrollBar().value() == 0


def test_no_link_leads_out_of_the_page(shown: HelpWindow) -> None:
    assert not page(shown).openLinks()
    assert "href" not in page(shown).toHtml()


def test_the_page_is_in_the_persons_language_where_there_is_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("", "ar", "fr_CA"):
        (tmp_path / name).mkdir(exist_ok=True)
        (tmp_path / name / "index.md").touch()
    monkeypatch.setattr(help_window, "resource", lambda _name: tmp_path)
    assert help_page(QLocale("ar_OM")) == tmp_path / "ar" / "index.md"
    assert help_page(QLocale("fr_CA")) == tmp_path / "fr_CA" / "index.md"
    assert help_page(QLocale("fr_FR")) == tmp_path / "index.md"


def tables(shown: HelpWindow) -> list[QTextTable]:
    frames = page(shown).document().rootFrame().childFrames()
    return [frame for frame in frames if isinstance(frame, QTextTable)]


def test_a_table_is_a_table_with_lines_and_no_mark_of_its_writing_is_seen(shown: HelpWindow) -> None:
    (gateways,) = tables(shown)
    heads = [gateways.cellAt(0, column).firstCursorPosition().block().text() for column in range(gateways.columns())]
    assert heads[3] == "SMS Office"
    assert gateways.format().border() > 0
    text = page(shown).toPlainText().replace("***", "")  # so a password is shown
    assert [mark for mark in ("| ---", "<!--", "-->", "**", "`", "](") if mark in text] == []


def test_no_word_of_a_table_is_torn(shown: HelpWindow) -> None:
    shown.resize(600, 500)
    (gateways,) = tables(shown)
    for column in range(gateways.columns()):
        block = gateways.cellAt(0, column).firstCursorPosition().block()
        ends = [block.layout().lineAt(line).textStart() for line in range(1, block.layout().lineCount())]
        assert all(block.text()[end - 1].isspace() for end in ends), block.text()


@pytest.mark.usefixtures("dark")
def test_lines_of_a_table_are_drawn_in_the_palettes_colour(shown: HelpWindow) -> None:
    assert tables(shown)[0].format().borderBrush().color() == shown.palette().color(QPalette.ColorRole.Mid)
