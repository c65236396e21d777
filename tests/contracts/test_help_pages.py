"""The help is the same page in every language of the window: its chapters, its pictures, and the window's own words."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
import translations
from PySide6.QtGui import QImageReader

from smsdesk.ui.text.formatting import without_letter
from smsdesk.ui.text.languages import LANGUAGES

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "resources" / "help"
PAGES = {code: FOLDER / ("index.md" if code == "en" else f"index.{code}.md") for code in LANGUAGES}
OTHERS = sorted(set(PAGES) - {"en"})

_PICTURE = re.compile(r"!\[(.*?)\]\((.*?)\)")
_LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)\s]+)\)")
_BOLD = re.compile(r"\*\*(.+?)\*\*", re.DOTALL)
_TYPED = re.compile(r"`([^`\n]+)`")
_HEADING = re.compile(r"^(#+) ", re.MULTILINE)


def text_of(code: str) -> str:
    return PAGES[code].read_text(encoding="utf-8")


def chapters(code: str) -> list[str]:
    return re.split(r"^(?=#)", text_of(code), flags=re.MULTILINE)[1:]


def shape(chapter: str) -> dict[str, int]:
    """What a chapter is made of."""
    return {
        "level of its heading": len(_HEADING.findall(chapter)[0]),
        "pictures": len(_PICTURE.findall(chapter)),
        "points": len(re.findall(r"^- ", chapter, re.MULTILINE)),
        "steps": len(re.findall(r"^\d+\. ", chapter, re.MULTILINE)),
        "lines of a table": len(re.findall(r"^\|", chapter, re.MULTILINE)),
    }


def plain(text: str) -> str:
    """As it is read: without the letter of a button, and on one line."""
    return without_letter(re.sub(r"\s+", " ", text)).strip("\u200e\u200f ")


def words_of_the_window(code: str) -> dict[str, set[str]]:
    """What each text of the source is called in this language; none that is filled in or counts."""
    found: dict[str, set[str]] = {}
    for message in ET.parse(translations.FOLDER / f"smsdesk_{code}.ts").getroot().iter("message"):
        source, translated = message.findtext("source", ""), message.findtext("translation", "")
        if not re.search(r"[{%]", source) and translated.strip():
            found.setdefault(plain(source), set()).add(plain(translated))
    return found


@pytest.mark.parametrize("code", OTHERS)
def test_every_chapter_of_one_page_is_in_the_other(code: str) -> None:
    assert [shape(each) for each in chapters(code)] == [shape(each) for each in chapters("en")]


@pytest.mark.parametrize("code", OTHERS)
def test_what_is_typed_as_it_stands_is_the_same(code: str) -> None:
    for english, other in zip(chapters("en"), chapters(code), strict=True):
        assert sorted(_TYPED.findall(other)) == sorted(_TYPED.findall(english)), english[:40]


@pytest.mark.parametrize("code", OTHERS)
def test_a_button_is_called_as_in_the_window(code: str) -> None:
    called = words_of_the_window(code)
    wrong = {}
    for english, other in zip(chapters("en"), chapters(code), strict=True):
        there = {plain(each) for each in _BOLD.findall(other)}
        for name in map(plain, _BOLD.findall(english)):
            if name[0].isupper() and name in called and not called[name] & there:
                wrong[name] = called[name]
    assert wrong == {}


@pytest.mark.parametrize("code", PAGES)
def test_every_picture_is_there_in_the_pages_own_language(code: str) -> None:
    ending = "" if code == "en" else f".{code}"
    for told, name in _PICTURE.findall(text_of(code)):
        assert told
        assert re.fullmatch(rf"[a-z-]+{re.escape(ending)}\.png", name), name
        assert QImageReader(str(FOLDER / name)).canRead(), name


def test_no_picture_is_left_over() -> None:
    shown = {name for code in PAGES for _, name in _PICTURE.findall(text_of(code))}
    assert shown == {each.name for each in FOLDER.glob("*.png")}


@pytest.mark.parametrize("page", [*sorted(FOLDER.glob("*.md")), ROOT / "README.md"], ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    targets = [target for target in _LINK.findall(text) if not target.startswith("https://")]
    anchors = {
        f"#{re.sub(r'[^a-z0-9]+', '-', title.lower())}" for title in re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    }
    assert {target for target in targets if target.startswith("#")} <= anchors
    targets = [target for target in targets if not target.startswith("#")]
    targets += [target for _, target in _PICTURE.findall(text)]
    within = {f"#{title.lower().replace(' ', '-')}" for title in re.findall(r"^#+ (.+)$", text, re.MULTILINE)}
    assert [target for target in targets if target not in within and not (page.parent / target).is_file()] == []
