"""A translation context is named after its module, so that a translator finds where a sentence is said."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import smsdesk

ROOT = Path(smsdesk.__file__).parent
MARKERS = ("QT_TRANSLATE_NOOP", "translate")


def contexts(source: str) -> set[str]:
    """The contexts that a module's texts are marked with, `self.tr` aside: that one takes the class by itself."""
    calls = (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call))
    return {
        call.args[0].value
        for call in calls
        if isinstance(call.func, ast.Name)
        and call.func.id in MARKERS
        and isinstance(call.args[0], ast.Constant)
        and isinstance(call.args[0].value, str)
    }


def allowed(path: Path, source: str) -> set[str]:
    """Below the window the file's name; in the window also a class that the file defines, as Qt itself does it."""
    classes = {node.name for node in ast.parse(source).body if isinstance(node, ast.ClassDef)}
    return {path.stem, *(classes if path.is_relative_to(ROOT / "ui") else ())}


MARKED = {
    str(path.relative_to(ROOT)): (path, path.read_text(encoding="utf-8"))
    for path in sorted(ROOT.rglob("*.py"))
    if contexts(path.read_text(encoding="utf-8"))
}


def test_texts_are_marked_on_every_floor_that_speaks() -> None:
    assert {Path(name).parts[0] for name in MARKED} >= {"domain", "accounts", "providers", "services", "store", "ui"}


@pytest.mark.parametrize("module", MARKED)
def test_a_context_is_named_after_its_module(module: str) -> None:
    path, source = MARKED[module]
    assert contexts(source) - allowed(path, source) == set()
