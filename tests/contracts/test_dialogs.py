"""Every dialog of the program is known to the tests that open them all, and is one of the two kinds."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tests.helpers.dialogs.every_question import EVERY_QUESTION

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT: Final = Path(__file__).resolve().parents[2]
KINDS: Final = {"smsdesk/ui/widgets/dialog.py", "smsdesk/ui/problems/message_box.py"}
"""Where Qt's own classes may be built on."""


def sources(naming: str) -> Iterator[tuple[str, ast.Module]]:
    """The files in which this name stands: to read all of them takes seconds."""
    for path in sorted((ROOT / "smsdesk").rglob("*.py")):
        if naming in (text := path.read_text(encoding="utf-8")):
            yield path.relative_to(ROOT).as_posix(), ast.parse(text)


def classes_on(base: str) -> dict[str, str]:
    """The classes that are built on this one, by name, with their files."""
    return {
        part.name: name
        for name, tree in sources(base)
        for part in ast.walk(tree)
        if isinstance(part, ast.ClassDef) and any(isinstance(each, ast.Name) and each.id == base for each in part.bases)
    }


def calls_of(function: str) -> Iterator[tuple[str, ast.Call]]:
    for name, tree in sources(function):
        for part in ast.walk(tree):
            if isinstance(part, ast.Call) and isinstance(part.func, ast.Name) and part.func.id == function:
                yield name, part


def test_every_dialog_and_every_question_is_one_of_ours() -> None:
    found = {**classes_on("QDialog"), **classes_on("QMessageBox")}
    assert {name for name, file in found.items() if file not in KINDS} == set()
    assert [name for name, _ in calls_of("QMessageBox")] == []


def test_every_dialog_is_opened_by_the_tests_of_dialogs() -> None:
    catalogue = ast.parse((ROOT / "tests/helpers/dialogs/every_dialog.py").read_text(encoding="utf-8"))
    opened = {
        part.func.id for part in ast.walk(catalogue) if isinstance(part, ast.Call) and isinstance(part.func, ast.Name)
    }
    assert set(classes_on("Dialog")) - opened == set()


def test_every_question_is_opened_by_the_tests_of_dialogs() -> None:
    asked = [call.args[0] for name, call in calls_of("MessageBox") if name not in KINDS]
    names = {str(each.value) for each in asked if isinstance(each, ast.Constant)}
    assert len(names) == len(asked), "each has a name of its own, written where it is made"
    assert names - {name.partition(",")[0] for name in EVERY_QUESTION} == set()
