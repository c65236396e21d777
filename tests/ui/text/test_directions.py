"""What stands side by side in one line is seen in the order in which it is read, whatever it begins with."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QTextLayout, QTextOption

from smsdesk.ui.text.directions import (
    first_direction,
    joined,
    led_from_the_right,
    left_to_right,
    own_direction,
    without_directions,
)

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

RIGHT, LEFT = Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight
ARABIC = QLocale(QLocale.Language.Arabic, QLocale.Country.UnitedArabEmirates)


def seen(text: str, *words: str, direction: Qt.LayoutDirection = Qt.LayoutDirection.LayoutDirectionAuto) -> list[str]:
    """These words of a text, from left to right as they are drawn."""
    layout, option = QTextLayout(text), QTextOption()
    option.setTextDirection(direction)
    layout.setTextOption(option)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(10_000)
    layout.endLayout()

    def left_edge(word: str) -> float:
        runs = line.glyphRuns(text.index(word), len(word))
        return min(place.x() for run in runs for place in run.positions())

    return sorted(words, key=left_edge)


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("رسالة SMS", RIGHT),
        ("SMS رسالة", LEFT),
        ("12 رسالة", RIGHT),
        ("12", LEFT),
        ("", LEFT),
        (f"{own_direction('SMS')} رسالة", RIGHT),
        (f"{own_direction('a' + own_direction('b'))}: رسالة", RIGHT),
        (left_to_right("+968 9000 0012"), LEFT),
    ],
)
def test_a_text_begins_where_its_first_letter_says(text: str, direction: Qt.LayoutDirection) -> None:
    assert first_direction(text) is direction


def test_pieces_of_an_arabic_line_are_seen_from_the_right(qapp: QApplication) -> None:
    QLocale.setDefault(ARABIC)
    line = joined(["SMS Office", "3 رسائل", "142/201", "UCS-2"])
    assert seen(line, "Office", "رسائل", "142", "UCS-2") == ["UCS-2", "142", "رسائل", "Office"]
    within = f"الحساب: {own_direction(line)}"
    assert seen(within, "الحساب", "Office", "رسائل", "UCS-2") == ["UCS-2", "رسائل", "Office", "الحساب"]


def test_pieces_of_an_english_line_are_seen_from_the_left(qapp: QApplication) -> None:
    assert joined(["3 accepted", "2 failed"]) == "3 accepted · 2 failed"
    line = joined(["أمل", "12 people", "بدر"])
    assert seen(line, "أمل", "people", "بدر", direction=LEFT) == ["أمل", "people", "بدر"]


def test_nothing_joined_is_nothing(qapp: QApplication) -> None:
    QLocale.setDefault(ARABIC)
    assert joined([]) == ""


def test_a_sentence_of_places_alone_is_seen_from_the_right_within_another(qapp: QApplication) -> None:
    price = led_from_the_right(f"{own_direction('24')} {own_direction('نقطة')}")
    assert seen(f"التكلفة {own_direction(price)} الآن", "التكلفة", "24", "نقطة", "الآن") == [
        "الآن", "نقطة", "24", "التكلفة",
    ]  # fmt: skip


def test_an_arabic_sentence_that_begins_with_a_latin_name_is_seen_from_the_right(qapp: QApplication) -> None:
    sentence = led_from_the_right("smsdesk مفتوح بالفعل")
    assert seen(sentence, "smsdesk", "مفتوح", "بالفعل") == ["بالفعل", "مفتوح", "smsdesk"]


def test_a_sentence_that_begins_with_its_number_needs_no_mark() -> None:
    assert led_from_the_right("%n رسالة") == "%n رسالة"


@pytest.mark.parametrize("around", ["رقم {}، من بلد آخر", "{} لـ", "{}"])
def test_the_plus_of_a_number_stays_at_its_left(qapp: QApplication, around: str) -> None:
    text = led_from_the_right(around.format(left_to_right("+968 9000 0012")))
    assert seen(text, "+", "968", "9000", "0012") == ["+", "968", "9000", "0012"]


def test_what_is_no_sentence_holds_none_of_it() -> None:
    date = QLocale("ar_OM").toString(ARABIC.toDate("2026-11-26", "yyyy-MM-dd"), QLocale.FormatType.ShortFormat)
    assert "\u200f" in date
    told = led_from_the_right(f"{own_direction('SMS')} {left_to_right('+968')} {date}")
    assert without_directions(told).isprintable()
    assert without_directions("لا‌شيء") == "لا‌شيء"  # what joins letters or keeps them apart is spelling
