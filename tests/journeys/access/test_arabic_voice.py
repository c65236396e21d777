"""Whoever listens to the Arabic window hears Arabic: every name, description and announcement."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from smsdesk.sandbox.faults import Fault
from smsdesk.store.settings import Settings, save_settings
from smsdesk.ui.voice.announcer import Announcer

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtGui import QAccessibleInterface

    from smsdesk.demo import Demo
    from tests.helpers.window.operator import OpenDemo, Operator

_Text = QAccessible.Text
SPOKEN = (_Text.Name, _Text.Description, _Text.Help, _Text.Accelerator)
STAYS = re.compile(
    r"smsdesk|SMS Office|iSmart \((?:REST|HTTP)\)|Inviosmart|IntelliSoftware|English|Excel|Caps Lock"  # names
    r"|SMSDESK|ALNOORSCH|Demo|demo|Amal|Thandi"  # what the office has typed
    r"|UCS-2|GSM-7|\.csv|CSV|XLSX|vCard|JSON|HTTPS?|https?://\S+|SMS|API"  # formats and addresses
    r"|(?:Python|Qt) \S+|pytest-qt-qapp|Qt|PySide6|GNU LGPL"  # programs, and the licence as it is called
    r"|A web page instead of an answer from [\d.]+"  # details, for who is called for help: they stand so in the log
    r"|(?:(?:Ctrl|Alt|Shift|Meta)\+)*(?:Ctrl|Alt|Shift|Meta|Return|Enter|Tab|Esc|Del|Ins|Home|F\d+|[A-Z0-9,])\b"  # keys
)
OF_MENUS = ("&Settings…", "&Add…", "&Edit…", "&Delete…", "&Balance…", "&Kept drafts…", "&About smsdesk")


@pytest.fixture
def arabic(demo: Demo, open_demo: OpenDemo) -> Operator:
    save_settings(demo.folder / "settings.json", Settings(undo_seconds=0, language="ar"))
    return open_demo()


def interfaces(root: QAccessibleInterface | None) -> Iterator[QAccessibleInterface]:
    if root is None or root.state().invisible:  # type: ignore[attr-defined]
        return
    yield root
    for place in range(root.childCount()):
        yield from interfaces(root.child(place))


def not_arabic(*texts: str) -> list[str]:
    return [text for text in texts if re.search("[A-Za-z]", STAYS.sub("", text))]


def spoken_in(root: QWidget) -> list[str]:
    """All that a screen reader reads of a window, as it stands now."""
    return [each.text(kind) for each in interfaces(QAccessible.queryAccessibleInterface(root)) for kind in SPOKEN]


def shown_dialog() -> QDialog:
    (dialog,) = (each for each in QApplication.topLevelWidgets() if isinstance(each, QDialog) and each.isVisible())
    return dialog


async def in_trouble(operator: Operator, demo: Demo) -> None:
    """A window that has much to say: rows of each verdict, a stop, an outcome, a notice."""
    demo.sandbox.faults.then(Fault.HTML_PAGE)
    operator.write("المكتب مغلق يوم الأحد")
    operator.add("أمل 90000012\n90000013")
    operator.send()
    await operator.halted()
    await operator.until(lambda: operator.rows("historyTable"))
    operator.write("م" * 170)
    operator.add("أمل 90000014\nسعيد 900000\n90000015\n+968 9000 0015\n0096890000016")
    await operator.until(lambda: len(operator.rows("recipientsTable")) > 2)


async def test_the_window(arabic: Operator, demo: Demo) -> None:
    await in_trouble(arabic, demo)
    spoken = spoken_in(arabic.window)
    assert len([text for text in spoken if text]) > 60
    assert not_arabic(*spoken) == []
    assert [text for text in spoken if "<" in text] == []  # markup


@pytest.mark.parametrize("opened_by", OF_MENUS)
async def test_a_dialog(arabic: Operator, opened_by: str) -> None:
    arabic.trigger(opened_by)
    dialog = shown_dialog()
    spoken = [text for text in spoken_in(dialog) if not re.fullmatch(r".* \(\+\d+\)", text.replace("\u200e", ""))]
    dialog.done(QDialog.DialogCode.Rejected)
    assert not_arabic(*spoken) == []


async def test_the_confirmation_and_the_import(arabic: Operator, tmp_path: Path) -> None:
    arabic.write("المكتب مغلق يوم الأحد")
    arabic.add("أمل 90000012\nسعيد 900000")
    arabic.press("sendButton")
    assert not_arabic(*spoken_in(shown_dialog())) == []
    arabic.press("cancelSendButton")
    file = tmp_path / "أشخاص.csv"
    file.write_text("الاسم,الجوال\nأمل,90000012\nسعيد,900000\n", encoding="utf-8")
    arabic.program.desks.open_files([file])
    await arabic.until(lambda: any(isinstance(each, QDialog) and each.isVisible() for each in arabic.window.children()))
    spoken = spoken_in(shown_dialog())
    shown_dialog().reject()
    assert not_arabic(*spoken) == []


async def test_announcements(arabic: Operator, demo: Demo) -> None:
    said: list[str] = []
    announcer = arabic.window.findChildren(Announcer)[0]
    announcer._pause.setInterval(1)
    announcer.said.connect(lambda text, _at_once: said.append(text))
    arabic.press("sendButton")  # there is nothing to send yet
    await in_trouble(arabic, demo)
    arabic.press("continueButton")
    await arabic.until(lambda: any("قبلت" in text or "مقبول" in text for text in said))
    assert len(said) > 4
    assert not_arabic(*said) == []
