"""The tests stand where what they test stands, and their helpers are known by name and type."""

from __future__ import annotations

import ast
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

TESTS: Final = Path(__file__).resolve().parents[1]
PRODUCT: Final = TESTS.parent / "smsdesk"

OF_THE_WHOLE: Final = {
    "journeys",
    "contracts",
    "kill",
    "mutations",
    "security",
    "benchmarks",
    "packaging",
    "helpers",
    "dialogs",
}
"""Folders whose tests are about more than one module."""

ANY_ALLOWED: Final[dict[tuple[str, str], str]] = {}
"""Parameters that may be anything, by function and name, with the reason."""


def named(path: Path) -> str:
    return path.relative_to(TESTS.parent).as_posix()


def trees(pattern: str, naming: str = "") -> Iterator[tuple[Path, ast.Module]]:
    """Those in which this name stands: to read all of them takes seconds."""
    for path in sorted(TESTS.rglob(pattern)):
        if naming in (text := path.read_text(encoding="utf-8")):
            yield path, ast.parse(text)


def has_module(folder: Path, name: str) -> bool:
    return (folder / f"{name}.py").exists() or (folder / name / "__init__.py").exists()


def test_every_test_is_named_after_a_module_that_stands_where_it_stands() -> None:
    astray = []
    for path in sorted(TESTS.rglob("test_*.py")):
        inside = path.relative_to(TESTS).parent
        words = path.stem.removeprefix("test_").split("_")
        names = ["_".join(words[:count]) for count in range(1, len(words) + 1)]
        if not OF_THE_WHOLE.intersection(inside.parts[:1]) and not any(
            has_module(PRODUCT / inside, name) for name in names
        ):
            astray.append(named(path))
    assert astray == []


def test_no_parameter_may_be_anything() -> None:
    found = {}
    for path, tree in trees("*.py", "Any"):
        for function in ast.walk(tree):
            if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
                spec = function.args
                every = [*spec.posonlyargs, *spec.args, *spec.kwonlyargs, spec.vararg, spec.kwarg]
                found |= {
                    (function.name, one.arg): named(path)
                    for one in every
                    if one is not None and one.annotation is not None and says_any(one.annotation)
                }
    assert {what: path for what, path in found.items() if what not in ANY_ALLOWED} == {}
    assert [what for what in ANY_ALLOWED if what not in found] == [], "no longer needed"


def says_any(annotation: ast.expr) -> bool:
    """What came out of a JSON text is `dict[str, Any]`: its values are anything, and it is no helper."""
    if isinstance(annotation, ast.Subscript) and ast.unparse(annotation) == "dict[str, Any]":
        return False
    return any(says_any(part) for part in ast.iter_child_nodes(annotation) if isinstance(part, ast.expr)) or (
        isinstance(annotation, ast.Name) and annotation.id == "Any"
    )


def test_no_conftest_defines_a_class() -> None:
    assert {
        f"{named(path)}:{part.name}"
        for path, tree in trees("conftest.py")
        for part in ast.walk(tree)
        if isinstance(part, ast.ClassDef)
    } == set()


def test_no_conftest_is_imported() -> None:
    assert {
        named(path)
        for path, tree in trees("*.py", "conftest")
        for part in ast.walk(tree)
        if isinstance(part, ast.ImportFrom) and (part.module or "").endswith("conftest")
    } == set()


def test_no_two_helpers_share_a_name() -> None:
    where: defaultdict[str, list[str]] = defaultdict(list)
    for path, tree in trees("helpers/**/*.py"):
        for part in tree.body:
            if isinstance(part, ast.ClassDef):
                where[part.name].append(named(path))
    assert {name: paths for name, paths in where.items() if len(paths) > 1} == {}
