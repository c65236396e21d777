from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette, QTextCursor, QTextTable
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


@pytest.mark.usefixtures("arabic")
def test_it_is_in_arabic_where_the_window_is(window: QWidget) -> None:
    shown = HelpWindow(window)
    assert help_page().name == "index.ar.md"
    test_every_state_of_the_history_is_explained(shown)


@pytest.mark.usefixtures("arabic")
def test_an_arabic_page_runs_from_right_to_left_whatever_a_line_begins_with(window: QWidget) -> None:
    shown = HelpWindow(window)
    document = page(shown).document()
    block = document.begin()
    while block.isValid():
        assert block.textDirection() is Qt.LayoutDirection.RightToLeft, block.text()
        block = block.next()
    (gateways,) = tables(shown)
    ends = [gateways.cellAt(1, column).lastCursorPosition() for column in (0, gateways.columns() - 1)]
    assert ends[-1].block().text() == "المرسِل"
    assert ends[-1].charFormat().fontWeight() > ends[0].charFormat().fontWeight()


@pytest.mark.usefixtures("arabic")
@pytest.mark.parametrize("typed", ["+968 9000 0012", r"^ { } \ [ ~ ] | €", "--profile"])
def test_what_is_typed_keeps_its_order_in_an_arabic_page(window: QWidget, typed: str) -> None:
    shown = HelpWindow(window)
    shown.show()
    found = page(shown).document().find(typed)
    start, end = QTextCursor(found), QTextCursor(found)
    start.setPosition(found.selectionStart() + 1)
    end.setPosition(found.selectionEnd() - 1)
    assert page(shown).cursorRect(start).x() < page(shown).cursorRect(end).x()


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
    assert set(pictures(shown)) == set(re.findall(r"!\[.*?\]\((.*?)\)", help_page().read_text(encoding="utf-8")))
    for width in (1500, 700):
        shown.resize(width, 500)
        room = page(shown).viewport().width()
        assert all(100 < drawn < room for drawn in pictures(shown).values())


def test_pictures_are_small_files() -> None:
    for picture in help_page().parent.glob("*.png"):
        assert picture.stat().st_size < 80_000, picture.name


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


@pytest.mark.usefixtures("arabic")
def test_a_language_without_a_page_of_its_own_has_the_english_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(help_window, "resource", lambda _name: tmp_path)
    assert help_page() == tmp_path / "index.md"
    (tmp_path / "index.ar.md").touch()
    assert help_page() == tmp_path / "index.ar.md"


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
