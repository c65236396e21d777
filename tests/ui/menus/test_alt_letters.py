"""Alt with a letter that nothing answers to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from smsdesk.ui.menus.alt_letters import AltLetters

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    for widget in (QPlainTextEdit(), QLineEdit(), QPushButton("Cance&l")):
        layout.addWidget(widget)
    window.show()
    qtbot.waitActive(window)
    return window


def typed(window: QWidget) -> tuple[str, str]:
    return window.findChildren(QPlainTextEdit)[0].toPlainText(), window.findChildren(QLineEdit)[0].text()


def press(window: QWidget, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> None:
    for field in (*window.findChildren(QPlainTextEdit), *window.findChildren(QLineEdit)):
        QTest.keyClick(field, key, modifiers)


def test_it_types_nothing_and_what_is_typed_without_it_is(window: QWidget) -> None:
    AltLetters(window, "linux")
    press(window, Qt.Key.Key_X, ALT)
    assert typed(window) == ("", "")
    press(window, Qt.Key.Key_X, Qt.KeyboardModifier.NoModifier)
    press(window, Qt.Key.Key_Y, Qt.KeyboardModifier.ShiftModifier)
    assert typed(window) == ("xy", "xy")


def test_a_button_with_that_letter_is_pressed_all_the_same(window: QWidget, qtbot: QtBot) -> None:
    AltLetters(window, "linux")
    with qtbot.waitSignal(window.findChildren(QPushButton)[0].clicked):
        QTest.keyClick(window.findChildren(QPlainTextEdit)[0], Qt.Key.Key_L, ALT)
    assert typed(window) == ("", "")


def test_on_macos_option_types_what_it_always_did(window: QWidget) -> None:
    AltLetters(window, "darwin")
    press(window, Qt.Key.Key_X, ALT)
    assert typed(window) == ("x", "x")
