"""Chips: they add up to the rows, say it by sign, number and word, and filter."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QAbstractButton, QWidget

from smsdesk.domain.phone_numbers import Verdict
from smsdesk.domain.recipients.counts import Counts
from smsdesk.ui.widgets.colours import Meaning, colour
from smsdesk.ui.widgets.listing.verdict_chips import VerdictChips
from tests.helpers.window.pixels import picture, shows

if TYPE_CHECKING:
    from PySide6.QtGui import QPalette

    from tests.helpers.patient_bot import PatientBot

COUNTS = Counts(ready=209, repaired=5, attention=3, repeated=2)


@pytest.fixture
def card(qtbot: PatientBot) -> QWidget:
    card = QWidget()
    qtbot.addWidget(card)
    card.resize(1000, 60)
    qtbot.bring_up(card)
    return card


def shown_chips(card: QWidget, *, with_all: bool = False) -> VerdictChips:
    chips = VerdictChips(with_all=with_all)
    chips.setParent(card)
    chips.set_counts(COUNTS)
    chips.resize(800, chips.sizeHint().height())
    chips.show()
    return chips


def texts(chips: VerdictChips) -> list[str]:
    return [each.text() for each in chips.findChildren(QAbstractButton) if each.isVisible()]


def chip(chips: VerdictChips, name: str) -> QAbstractButton:
    return chips.findChild(QAbstractButton, name)


def test_they_say_the_counts_in_words_and_add_up(card: QWidget) -> None:
    chips = shown_chips(card, with_all=True)
    assert texts(chips) == ["All 219 rows", "209 ready", "5 repaired", "3 need attention", "2 repeats"]
    chips.set_counts(Counts(ready=1, attention=1, repeated=1))
    assert texts(chips) == ["All 3 rows", "1 ready", "1 needs attention", "1 repeat"]
    chips.set_counts(Counts())
    assert texts(chips) == []


def test_one_is_chosen_by_mouse_and_let_go_by_keyboard(card: QWidget) -> None:
    chips = shown_chips(card)
    told = QSignalSpy(chips.chosen)
    attention = chip(chips, "chipAttention")
    QTest.mouseClick(attention, Qt.MouseButton.LeftButton)
    assert attention.isChecked()
    assert chips.shown is Verdict.ATTENTION
    QTest.mouseClick(chip(chips, "chipReady"), Qt.MouseButton.LeftButton)
    assert not attention.isChecked()
    QTest.keyClick(chip(chips, "chipReady"), Qt.Key.Key_Space)
    assert [told.at(at)[0] for at in range(told.count())] == [Verdict.ATTENTION, Verdict.READY, None]
    assert chips.shown is None


def test_all_rows_is_chosen_while_nothing_else_is(card: QWidget) -> None:
    chips = shown_chips(card, with_all=True)
    every = chip(chips, "chipAll")
    assert every.isChecked()
    QTest.mouseClick(chip(chips, "chipRepaired"), Qt.MouseButton.LeftButton)
    assert not every.isChecked()
    QTest.mouseClick(every, Qt.MouseButton.LeftButton)
    assert chips.shown is None
    QTest.mouseClick(every, Qt.MouseButton.LeftButton)
    assert every.isChecked()


def test_what_is_filtered_by_stays_when_there_is_none_left(card: QWidget) -> None:
    chips = shown_chips(card)
    QTest.mouseClick(chip(chips, "chipAttention"), Qt.MouseButton.LeftButton)
    chips.set_counts(Counts(ready=219))
    assert texts(chips) == ["219 ready", "0 need attention"]


def test_the_keyboard_reaches_each(card: QWidget) -> None:
    chips = shown_chips(card)
    chips.window().activateWindow()
    chip(chips, "chipReady").setFocus()
    seen = []
    for _ in range(4):
        seen.append(chips.window().focusWidget().objectName())
        QTest.keyClick(chips.window().focusWidget(), Qt.Key.Key_Tab)
    assert seen == ["chipReady", "chipRepaired", "chipAttention", "chipRepeated"]


def test_where_there_is_little_room_the_quieter_ones_keep_sign_and_number(card: QWidget) -> None:
    chips = shown_chips(card)
    repaired, attention = chip(chips, "chipRepaired"), chip(chips, "chipAttention")
    long = (repaired.width(), attention.width())
    chips.resize(chips.quiet_width(), chips.height())
    assert (repaired.toolTip(), repaired.accessibleName(), attention.toolTip()) == ("5 repaired", "5 repaired", "")
    assert repaired.sizeHint().width() < long[0]
    assert attention.sizeHint().width() == long[1]
    chips.resize(chips.minimumSizeHint().width(), chips.height())
    assert attention.toolTip() == "3 need attention"
    chips.layout().activate()
    assert repaired.geometry().right() < attention.geometry().left()
    assert chip(chips, "chipRepeated").geometry().right() <= chips.width()
    chips.resize(900, chips.height())
    assert attention.toolTip() == repaired.toolTip() == ""


@pytest.mark.parametrize(
    ("name", "meaning"),
    [("chipReady", Meaning.GOOD), ("chipRepaired", Meaning.UNDER_WAY), ("chipAttention", Meaning.BAD)],
)
def test_each_has_its_sign(card: QWidget, name: str, meaning: Meaning) -> None:
    chips = shown_chips(card)
    image = picture(chip(chips, name))
    assert shows(image.copy(0, 0, image.width() // 2, image.height()), colour(meaning, chips.palette()))


@pytest.mark.usefixtures("mirrored")
def test_in_a_mirrored_window_the_sign_stands_at_the_right(card: QWidget) -> None:
    chips = shown_chips(card)
    image = picture(chip(chips, "chipAttention"))
    half = image.width() // 2
    bad = colour(Meaning.BAD, chips.palette())
    assert shows(image.copy(half, 0, half, image.height()), bad)
    assert not shows(image.copy(0, 0, half, image.height()), bad)


def test_in_the_dark_they_follow(card: QWidget, dark: QPalette) -> None:
    chips = shown_chips(card)
    assert shows(picture(chip(chips, "chipAttention")), colour(Meaning.BAD, dark))
