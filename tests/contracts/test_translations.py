"""Every text that somebody reads is there in every language of the window, whole."""

from __future__ import annotations

import re
import shutil
import xml.etree.ElementTree as ET
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
import translations
from PySide6.QtCore import QCoreApplication, QTranslator

from smsdesk.ui.text.compiled import compile_translation
from smsdesk.ui.text.languages import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

FILES = {path.stem.removeprefix("smsdesk_"): path for path in sorted(translations.FOLDER.glob("*.ts"))}

NUMBERS = {"ar": (0, 1, 2, 3, 11, 100)}
"""For each plural form of a language, in its order, a number that takes it."""

SAYS_IT_IN_WORDS = {"ar": (1, 2)}
"""The numbers that a language says as a word, where another writes a figure."""

STAY_LATIN = re.compile(
    r"smsdesk|SMS Office|iSmart(?: \((?:REST|HTTP)\))?|Inviosmart|IntelliSoftware|Excel|Windows|Linux|DOS|Mac Roman"
    r"|Qt|PySide6|GNU LGPL|gnome-keyring|Wi-Fi|Caps Lock|Ctrl\+T|--profile"  # names and keys
    r"|CSV|JSON|HTTP|API|UTF-16|Unicode|DNS|SOCKS|cp\d+|https?(?:://(?:www\.example\.com)?)?|\*\.(?:csv|json|txt|xlsx)"
    r"|index\.ar\.md|sms\.example\.com|proxy|GSM-7|UCS-2|EUR|OMR|[Cc]redits"  # formats, units, examples
    r"|GET|POST|Basic|Bearer|Authorization|AccessKey|OK|true|flash"  # what is typed, or stands on a wire
    r"|access key|secret key|port forwarding|dynamic DNS|A إلى Z|XLSX|vCard"  # as the other side's pages call it
)


@dataclass(frozen=True, slots=True)
class Message:
    """One text of the source, and what a file has for it."""

    context: str
    source: str
    forms: tuple[str, ...]
    counts: bool
    state: str

    def __str__(self) -> str:
        return f"{self.context}: {self.source}"


def messages(path: Path) -> Iterator[Message]:
    for context in ET.parse(path).getroot().iter("context"):
        for each in context.iter("message"):
            translation = each.find("translation")
            assert translation is not None
            forms = tuple(form.text or "" for form in translation.iter("numerusform")) or (translation.text or "",)
            yield Message(
                context.findtext("name", ""),
                each.findtext("source", ""),
                forms,
                each.get("numerus") == "yes",
                translation.get("type", ""),
            )


@pytest.fixture(scope="module", params=list(FILES))
def language(request: pytest.FixtureRequest) -> str:
    code: str = request.param
    return code


@pytest.fixture(scope="module")
def translated(language: str) -> list[Message]:
    return list(messages(FILES[language]))


def test_every_language_that_can_be_chosen_has_its_file() -> None:
    assert set(FILES) == set(LANGUAGES) - {"en"}


def test_nothing_is_missing_and_nothing_is_left_of_what_is_gone(language: str, tmp_path: Path) -> None:
    copy = tmp_path / FILES[language].name
    shutil.copy(FILES[language], copy)
    translations.update([copy])
    assert copy.read_text(encoding="utf-8") == FILES[language].read_text(encoding="utf-8"), (
        "run `python3 packaging/dev.py translate` and translate what is unfinished"
    )


def test_everything_is_translated(translated: list[Message]) -> None:
    assert [str(each) for each in translated if each.state or not all(each.forms)] == []


def test_every_plural_form_is_there(language: str, translated: list[Message]) -> None:
    count = len(NUMBERS[language])
    assert [str(each) for each in translated if len(each.forms) != (count if each.counts else 1)] == []


def test_no_place_is_lost(translated: list[Message]) -> None:
    def places(text: str) -> list[str]:
        return sorted(set(re.findall(r"\{\w*\}", text)))

    wrong = [str(each) for each in translated if any(places(form) != places(each.source) for form in each.forms)]
    assert wrong == []


def test_no_number_is_lost(language: str, translated: list[Message]) -> None:
    """A form that stands for one number alone may say it as a word."""
    lost = [
        f"{each} ({number})"
        for each in translated
        if each.counts
        for number, form in zip(NUMBERS[language], each.forms, strict=True)
        if "%n" not in form and number not in SAYS_IT_IN_WORDS[language]
    ]
    assert lost == []


def test_a_menu_key_and_the_blanks_at_the_ends_are_kept(translated: list[Message]) -> None:
    def form_of(text: str) -> tuple[bool, str, str, bool]:
        blank = re.compile(r"^\s*|\s*$")
        ends = blank.findall(text)
        return bool(re.search(r"&\w", text)), ends[0], ends[-1], text.rstrip().endswith("…")

    wrong = [str(each) for each in translated if any(form_of(form) != form_of(each.source) for form in each.forms)]
    assert wrong == []


def test_no_english_is_left_standing(translated: list[Message]) -> None:
    left = {}
    for each in translated:
        for form in each.forms:
            words = re.findall(r"[A-Za-z][\w'-]*", STAY_LATIN.sub("", re.sub(r"\{\w*\}|%n", "", form)))
            if words:
                left[str(each)] = words
    assert left == {}


def test_qt_finds_each_form_by_the_number(
    qapp: QApplication, language: str, translated: list[Message], tmp_path: Path
) -> None:
    """The order of the forms in the file is Qt's own."""
    compile_translation(FILES[language], tmp_path / "compiled.qm")
    translator = QTranslator()
    assert translator.load(str(tmp_path / "compiled.qm"))
    QCoreApplication.installTranslator(translator)
    try:
        counted = next(each for each in translated if each.source == "%n part(s)")
        found = [QCoreApplication.translate(counted.context, counted.source, None, n) for n in NUMBERS[language]]
    finally:
        QCoreApplication.removeTranslator(translator)
    numbered = zip(NUMBERS[language], counted.forms, strict=True)
    assert found == [form.replace("%n", str(number)) for number, form in numbered]
