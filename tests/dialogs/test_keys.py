"""Every dialog can be worked without a mouse: letters, names, where the keyboard begins, and what Escape does."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QDialog,
    QLabel,
    QMessageBox,
    QTabBar,
)

from smsdesk.ui.widgets.listing.chip import Chip
from tests.helpers.dialogs.look import Look
from tests.helpers.dialogs.measures import shown, told
from tests.helpers.dialogs.reading import nameless

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.helpers.dialogs.stage import Stage

SCREEN = QSize(1366, 768)
LETTER = re.compile(r"&(\w)")
ITS_KEY_STANDS_BESIDE_IT = {"confirmSendButton": "a letter alone must not spend money: Ctrl+Enter does"}


def letters(dialog: QDialog) -> Iterator[str]:
    texts = [each.text() for each in shown(dialog, QAbstractButton) if isinstance(each, QAbstractButton)]
    texts += [each.text() for each in shown(dialog, QLabel) if isinstance(each, QLabel) and each.buddy()]
    for bar in shown(dialog, QTabBar):
        assert isinstance(bar, QTabBar)
        texts += [bar.tabText(place) for place in range(bar.count())]
    for text in texts:
        yield from (found.lower() for found in LETTER.findall(text.replace("&&", "")))


def without_a_letter(dialog: QDialog) -> list[str]:
    """The buttons that only a mouse or many a Tab reaches; Escape presses that which leaves everything as it is."""
    buttons = [each for each in shown(dialog, QAbstractButton) if isinstance(each, QAbstractButton)]
    lettered = {each.objectName() for each in buttons if LETTER.search(each.text().replace("&&", ""))}
    return [
        told(each) for each in buttons
        if each.text() and each.objectName() not in {*lettered, *ITS_KEY_STANDS_BESIDE_IT}
        and not isinstance(each, Chip) and not is_left_by_escape(dialog, each) and not is_qts_own(dialog, each)
    ]  # fmt: skip


def is_left_by_escape(dialog: QDialog, button: QAbstractButton) -> bool:
    if isinstance(dialog, QMessageBox):
        return button is dialog.escapeButton()
    return button.objectName().startswith(("cancel", "close"))


def is_qts_own(dialog: QDialog, button: QAbstractButton) -> bool:
    return isinstance(dialog, QMessageBox) and dialog.buttonRole(button) is QMessageBox.ButtonRole.ActionRole


@pytest.mark.parametrize("look", [Look(SCREEN), Look(SCREEN, mirrored=True)], ids=str, indirect=True)
async def test_every_button_has_a_letter_and_none_stands_twice(stage: Stage) -> None:
    wrong: dict[str, list[str]] = {}
    async for name, dialog in stage.each():
        twice = [f"{letter} twice" for letter, times in Counter(letters(dialog)).items() if times > 1]
        found = twice + without_a_letter(dialog)
        if found:
            wrong[name] = found
    assert wrong == {}, "\n".join(f"{name}: {each}" for name, each in wrong.items())


async def test_everything_has_a_name_and_the_window_an_icon_and_a_title(stage: Stage) -> None:
    wrong: dict[str, list[str]] = {}
    async for name, dialog in stage.each():
        found = nameless(dialog)
        if dialog.windowIcon().isNull():
            found.append("no icon")
        if not dialog.windowTitle():
            found.append("no title")
        described = QAccessible.queryAccessibleInterface(dialog)
        if described is None or described.role() not in (QAccessible.Role.Dialog, QAccessible.Role.AlertMessage):
            found.append("no dialog to a screen reader")
        if found:
            wrong[name] = found
    assert wrong == {}, "\n".join(f"{name}: {each}" for name, each in wrong.items())
