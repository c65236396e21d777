"""Every text can be read in light, dark and high contrast, and everything that can be worked has a name for a screen
reader, in the order of what is seen.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QColor, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QScrollArea,
    QTabBar,
    QWidget,
)

from smsdesk.sandbox.faults import Fault
from smsdesk.ui.widgets.colours import contrast
from tests.helpers.window.palettes import PALETTES
from tests.helpers.window.pixels import picture

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtGui import QAccessibleInterface

    from smsdesk.demo import Demo
    from tests.helpers.window.operator import Operator

DIALOGS = ("&Settings…", "&Add…", "&Edit…", "&Delete…", "&Balance…", "smsdesk &help", "&Licences…", "&About smsdesk")


@pytest.fixture(params=PALETTES)
def coloured(qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[str]:
    before = QPalette(qapp.palette())
    qapp.setPalette(PALETTES[request.param](qapp))
    yield request.param
    qapp.setPalette(before)


def open_dialog() -> QDialog:
    (dialog,) = (each for each in QApplication.topLevelWidgets() if isinstance(each, QDialog) and each.isVisible())
    return dialog


async def in_trouble(operator: Operator, demo: Demo) -> None:
    """A window that has much to say: rows of each verdict, a stop, an outcome, a notice."""
    demo.sandbox.faults.then(Fault.HTML_PAGE)
    operator.write("Closed on Sunday")
    operator.add("Amal 90000012\n90000013")
    operator.send()
    await operator.until(lambda: operator.sees("continueButton"))
    await operator.until(lambda: operator.rows("historyTable"))
    operator.write("a" * 170)
    operator.add("Amal 90000014\nSaid 900000\n90000015\n+968 9000 0015\n0096890000016")
    operator.window.notice.add("Saved.")


# --- read


def unreadable(root: QWidget) -> list[str]:
    """The texts that stand out too little, as they are drawn."""
    image = picture(root)
    found = []
    for widget in root.findChildren(QWidget):
        text = text_of(widget)
        if not text or not widget.isVisibleTo(root) or not widget.isEnabled():
            continue
        box = widget.rect().translated(widget.mapTo(root, widget.rect().topLeft())).intersected(root.rect())
        inner = box.adjusted(3, 3, -3, -3)
        if inner.isEmpty() or not widget.visibleRegion().contains(widget.rect().center()):
            continue
        pixels = Counter(
            image.pixel(x, y) for x in range(inner.left(), inner.right()) for y in range(inner.top(), inner.bottom())
        )
        ground = QColor(pixels.most_common(1)[0][0])
        best = max(contrast(QColor(shade), ground) for shade in pixels)
        if best < 4.5:
            found.append(f"{type(widget).__name__} {widget.objectName()} {text[:30]!r}: {best:.2f}")
    return found


def text_of(widget: QWidget) -> str:
    if isinstance(widget, QLabel | QAbstractButton):
        return widget.text()
    return widget.displayText() if isinstance(widget, QLineEdit) else ""


async def test_every_text_of_the_window_can_be_read(operator: Operator, demo: Demo, coloured: str) -> None:
    await in_trouble(operator, demo)
    assert unreadable(operator.window) == [], coloured


@pytest.mark.parametrize("opened_by", DIALOGS)
async def test_every_text_of_a_dialog_can_be_read(operator: Operator, coloured: str, opened_by: str) -> None:
    operator.trigger(opened_by)
    dialog = open_dialog()
    assert unreadable(dialog) == [], coloured
    dialog.close()


async def test_every_text_of_the_confirmation_can_be_read(operator: Operator, coloured: str) -> None:
    operator.write("Closed on Sunday")
    operator.add("Amal 90000012\nSaid 900000")
    operator.press("sendButton")
    assert unreadable(open_dialog()) == [], coloured
    operator.press("cancelSendButton")


# --- named


def nameless(root: QWidget) -> list[str]:
    """What can be worked and says nothing of itself."""
    labelled = {label.buddy() for label in root.findChildren(QLabel) if label.buddy() and label.text().strip()}
    found = []
    for widget in root.findChildren(QWidget):
        worked = widget.focusPolicy() & Qt.FocusPolicy.TabFocus or isinstance(widget, QAbstractButton)
        if not widget.isVisibleTo(root) or not worked or widget.objectName().startswith("qt_"):
            continue
        if widget in labelled or widget.parentWidget() in labelled or bool(widget.accessibleName().strip()):
            continue
        if isinstance(widget, QAbstractButton) and widget.text().strip():
            continue
        if isinstance(widget.parentWidget(), QComboBox) or widget.focusProxy() is not None or is_frame(widget):
            continue
        found.append(f"{type(widget).__name__} {widget.objectName()} in {type(widget.parentWidget()).__name__}")
    return found


def is_frame(widget: QWidget) -> bool:
    """What only scrolls, or turns the pages of, what stands in it."""
    return isinstance(widget, QScrollArea | QTabBar)


async def test_everything_in_the_window_has_a_name(operator: Operator, demo: Demo) -> None:
    await in_trouble(operator, demo)
    assert nameless(operator.window) == []


@pytest.mark.parametrize("opened_by", DIALOGS)
async def test_everything_in_a_dialog_has_a_name(operator: Operator, opened_by: str) -> None:
    operator.trigger(opened_by)
    dialog = open_dialog()
    assert nameless(dialog) == []
    dialog.close()


async def test_everything_in_the_confirmation_and_the_import_has_a_name(operator: Operator, tmp_path: Path) -> None:
    operator.write("Closed on Sunday")
    operator.add("Amal 90000012\nSaid 900000")
    operator.press("sendButton")
    assert nameless(open_dialog()) == []
    operator.press("cancelSendButton")
    file = tmp_path / "people.csv"
    file.write_text("Name,Mobile\nAmal,90000012\nSaid,900000\n", encoding="utf-8")
    operator.program.importing.open_files([file])
    await operator.until(lambda: any(isinstance(each, QDialog) and each.isVisible() for each in dialogs()))
    assert nameless(open_dialog()) == []
    open_dialog().reject()


def dialogs() -> list[QWidget]:
    return [each for each in QApplication.topLevelWidgets() if isinstance(each, QDialog)]


# --- in order


def walk(interface: QAccessibleInterface | None) -> Iterator[QAccessibleInterface]:
    if interface is None or interface.state().invisible:  # type: ignore[attr-defined]
        return
    yield interface
    for place in range(interface.childCount()):
        yield from walk(interface.child(place))


async def test_a_screen_reader_reads_in_the_order_of_what_is_seen(operator: Operator) -> None:
    names = [each.object().objectName() for each in walk(QAccessible.queryAccessibleInterface(operator.window))
             if each.object() is not None]  # fmt: skip
    seen = [
        "accountCombo", "balanceValue", "messageEdit", "sendButton", "recipientsInput", "recipientsTable",
        "historyTable", "deliveriesTable",
    ]  # fmt: skip
    assert [name for name in names if name in seen] == seen


# --- without colour


async def test_the_focus_of_chips_and_boxes_is_seen(operator: Operator) -> None:
    operator.add("Amal 90000012\nSaid 900000")
    for name in ("chipReady", "addRecipientsButton", "sendButton", "importButton"):
        widget = operator.find(QAbstractButton, name)
        operator.message.setFocus()
        without = picture(widget)
        widget.setFocus()
        QTest.keyClick(widget, Qt.Key.Key_Tab)  # only who walks by keys is shown where
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
        assert widget.hasFocus(), name
        within = picture(widget)
        best = max(
            contrast(without.pixelColor(x, y), within.pixelColor(x, y))
            for x in range(within.width())
            for y in range(within.height())
        )
        assert best >= 1.5, name
