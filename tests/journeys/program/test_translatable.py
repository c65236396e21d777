from __future__ import annotations

import ast
import re
import subprocess
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import translations
from PySide6.QtCore import QCoreApplication, QObject, Qt, QTranslator
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QTableView,
    QTabWidget,
    QWidget,
)

from smsdesk.domain.errors import UserFacingError
from smsdesk.domain.sentence import QT_TRANSLATE_NOOP
from smsdesk.sandbox.faults import Fault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smsdesk.demo import Demo
    from tests.helpers.window.operator import Programs
    from tests.helpers.wire.turnstile import Turnstile

PACKAGE = Path(__file__).resolve().parents[3] / "smsdesk"
SOURCES = [path for path in sorted(PACKAGE.rglob("*.py")) if "sandbox" not in path.parts]

DATA = re.compile(
    r"GSM-7|UCS-2|SMS Office|iSmart \(REST\)|— Demo|\bDemo\b|Closed on Sunday|Room\s12|SMSDESK|ALNOORSCH|Amal|Said"
    r"|English|العربية"
    r"|smsdesk \d[\w.]*|Python \d[\w.]*|pytest-qt-qapp|RIGHT|A web page instead of an answer from 127.0.0.1"
)
"""What is no text for the user: what was typed, names and versions, and what stands in details for experts."""


class Marking(QTranslator):
    """Translates everything into itself between marks."""

    def translate(self, _context: str, text: str, _comment: str | None = None, _n: int = -1) -> str:
        return f"«{text}»"

    def isEmpty(self) -> bool:
        return False


@pytest.fixture
def marking(qapp: QApplication) -> Iterator[None]:
    translator = Marking()
    QCoreApplication.installTranslator(translator)
    yield
    QCoreApplication.removeTranslator(translator)


def unmarked(text: str) -> str:
    """What is left of a text without its marked pieces, its data, its tags and everything but letters."""
    text = re.sub(r"<[^>]*>", "", text)
    while (shorter := re.sub("«[^«»]*»", "", text)) != text:
        text = shorter
    return "".join(filter(str.isalpha, DATA.sub("", text)))


def texts_of(widget: QObject) -> Iterator[str]:
    """What a widget of ours shows or tells a screen reader."""
    if isinstance(widget, QAction | QLabel | QAbstractButton):
        yield widget.text()
    if isinstance(widget, QLineEdit | QPlainTextEdit):
        yield widget.placeholderText()
    if isinstance(widget, QComboBox) and widget.objectName() not in ("defaultCountryCombo", "providerCombo"):
        yield from (widget.itemText(row) for row in range(widget.count()))
    if isinstance(widget, QTabWidget):
        yield from (widget.tabText(tab) for tab in range(widget.count()))
    if isinstance(widget, QAbstractSpinBox):
        yield widget.specialValueText()
    if isinstance(widget, QSpinBox):
        yield from (widget.prefix(), widget.suffix())
    if isinstance(widget, QTableView):
        model = widget.model()
        for column in range(model.columnCount()):
            yield model.headerData(column, Qt.Orientation.Horizontal)
            for row in range(model.rowCount()):
                for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
                    yield model.index(row, column).data(role) or ""
    if isinstance(widget, QWidget):
        yield from (widget.windowTitle(), widget.accessibleName(), widget.accessibleDescription())
    if isinstance(widget, QWidget) or (isinstance(widget, QAction) and widget.toolTip() != plain(widget.text())):
        yield widget.toolTip()


def plain(menu_text: str) -> str:
    """What Qt makes of an action's text for its tooltip."""
    return re.sub(r"&|\(&\w\)|…|\.\.\.", "", menu_text)


def assert_all_marked(root: QWidget) -> None:
    everything = [root, *root.findChildren(QWidget), *root.findChildren(QAction)]
    ours = [each for each in everything if not each.objectName().startswith("qt_")]
    texts = {text for widget in ours for text in texts_of(widget) if text}
    assert {text for text in texts if unmarked(text)} == set()
    assert any("«" in text for text in texts)


def open_dialog() -> QDialog:
    (dialog,) = (each for each in QApplication.topLevelWidgets() if isinstance(each, QDialog) and each.isVisible())
    return dialog


@pytest.mark.usefixtures("marking")
async def test_every_text_of_the_window_is_translated(programs: Programs, demo: Demo) -> None:
    operator = programs.open(demo.folder, demo.vault)
    await operator.ready()
    assert_all_marked(operator.window)
    await operator.until(lambda: operator.label("balanceValue") == "«1,234.56 «credits»»")
    demo.sandbox.faults.then(Fault.HTML_PAGE)
    operator.write("Room\u00a012")
    operator.add("Amal 90000012\nSaid 900000\n90000013\n90000014\n+968 9000 0014")
    assert_all_marked(operator.window)
    operator.press("sendButton")
    assert_all_marked(open_dialog())
    operator.press("confirmSendButton")
    await operator.halted()
    await operator.until(lambda: operator.rows("historyTable"))
    assert_all_marked(operator.window)
    operator.press("cancelRestButton")
    operator.press("sendButton")
    await operator.until(lambda: operator.states() == ["unknown", "cancelled", "cancelled"])
    await operator.at_rest()
    assert operator.sees("problemText")
    assert_all_marked(operator.window)
    operator.write("Room 12")
    operator.add("Amal 90000012")
    operator.press("sendButton")
    await operator.until(lambda: operator.sees("leaveOutCheck"))
    assert_all_marked(open_dialog())
    operator.press("cancelSendButton")


@pytest.mark.usefixtures("marking")
@pytest.mark.parametrize(
    "opened_by",
    ["«&Settings…»", "«&Add…»", "«&Edit…»", "«&Delete…»", "«smsdesk &help»", "«&About smsdesk»"],
)
async def test_every_text_of_a_dialog_is_translated(programs: Programs, demo: Demo, opened_by: str) -> None:
    operator = programs.open(demo.folder, demo.vault)
    await operator.ready()
    operator.trigger(opened_by)
    assert_all_marked(open_dialog())
    for name in ("saveAccountButton", "testConnectionButton"):
        if operator.sees(name) and "Add" in opened_by:
            operator.press(name)
            await operator.at_rest()
            assert_all_marked(open_dialog())
    open_dialog().close()


@pytest.mark.usefixtures("marking")
async def test_every_text_of_the_closing_question_is_translated(programs: Programs, turnstile: Turnstile) -> None:
    operator = programs.open(turnstile.demo.folder, turnstile.demo.vault)
    await operator.ready()
    operator.write("Room\u00a012")
    operator.add("\n".join(f"900000{number}" for number in range(10, 40)))
    operator.send()
    await operator.until(lambda: "accepted" in operator.states())
    operator.window.close()
    assert_all_marked(open_dialog())
    turnstile.open()


@pytest.mark.usefixtures("marking")
async def test_every_text_of_the_welcome_and_of_the_problems_is_translated(programs: Programs, tmp_path: Path) -> None:
    operator = programs.open(tmp_path)
    await operator.ready()
    assert_all_marked(operator.window)
    operator.program._report(UserFacingError(QT_TRANSLATE_NOOP("store", "RIGHT")))
    assert_all_marked(open_dialog())
    operator.press("closeProblemButton")
    operator.program._report(RuntimeError("RIGHT"))
    operator.find(QPlainTextEdit, "crashReport").clear()
    operator.press("copyReportButton")
    assert_all_marked(open_dialog())
    operator.press("closeCrashButton")


@pytest.fixture(scope="module")
def collected(tmp_path_factory: pytest.TempPathFactory) -> set[tuple[str, str, bool]]:
    """What the translator's tool finds: context, source text, and whether it counts."""
    found = tmp_path_factory.mktemp("ts") / "smsdesk.ts"
    tool = translations.tool("lupdate")  # not its start script, which breaks when the environment is moved
    done = subprocess.run([tool, *SOURCES, "-ts", found], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    return {
        (context.findtext("name", ""), message.findtext("source", ""), message.get("numerus") == "yes")
        for context in ET.parse(found).getroot().iter("context")
        for message in context.iter("message")
    }


def written() -> Iterator[tuple[str, str, bool]]:
    """What the sources mark for translation, read from their syntax."""
    for path in SOURCES:
        for top in ast.parse(path.read_text(encoding="utf-8")).body:
            for call in ast.walk(top):
                if isinstance(call, ast.Call):
                    yield from marked_by(call, top, path)


def marked_by(call: ast.Call, top: ast.stmt, path: Path) -> Iterator[tuple[str, str, bool]]:
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    arguments = [each.value if isinstance(each, ast.Constant) else None for each in call.args]
    if name == "tr":
        assert isinstance(top, ast.ClassDef), f"{path}:{call.lineno}: no class gives this text its context"
        assert isinstance(call.func, ast.Attribute)
        assert getattr(call.func.value, "id", "") == "self", f"{path}:{call.lineno}: another class's context"
        yield top.name, literal(arguments[0], path, call), False
    elif name in ("translate", "QT_TRANSLATE_NOOP") and isinstance(call.func, ast.Name) and path.name != "translate.py":
        yield literal(arguments[0], path, call), literal(arguments[1], path, call), len(arguments) == 4


def literal(value: object, path: Path, call: ast.Call) -> str:
    assert isinstance(value, str), f"{path}:{call.lineno}: the translator's tool can't read this"
    return value


def test_the_translators_tool_finds_every_text_in_its_context(collected: set[tuple[str, str, bool]]) -> None:
    plain_texts = {text for text in written() if not text[2]}
    assert len(plain_texts) > 200
    assert plain_texts - collected == set()


@pytest.mark.parametrize(
    "known",
    [
        ("AccountLine", "C&ontinue", False),
        ("Welcome", "Add your &gateway account", False),
        ("connection", "The disk that holds your smsdesk data is full.", False),
        ("base", "The gateway could not be reached", False),
    ],
)
def test_known_sentences_are_among_them(collected: set[tuple[str, str, bool]], known: tuple[str, str, bool]) -> None:
    assert known in collected


def test_the_translators_tool_finds_every_counted_text_as_a_plural(collected: set[tuple[str, str, bool]]) -> None:
    counted = {text for text in written() if text[2]}
    assert ("phone_numbers", "%n digit(s) missing", True) in counted
    assert ("ConfirmDialog", "Send %n message(s)", True) in counted
    assert counted - collected == set()


def test_every_counted_text_says_what_it_counts() -> None:
    assert {text for _, text, counts in written() if counts != ("%n" in text)} == set()
