"""The house: folders that can be taken in at a glance, files that fit into the head, functions that fit on a screen."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT: Final = Path(__file__).resolve().parents[2]
MOST_FILES: Final = 15
MOST_LINES: Final = 300
MOST_LINES_OF_A_FUNCTION: Final = 50

NO_FILES_OF_THEIR_OWN: Final = ("__init__.py", "conftest.py")
SIXTEEN_ALLOWED: Final = {"smsdesk/domain": "the values of the field, one a file"}
"""Folders that may hold sixteen files, with the reason."""

LONG_FILES_ALLOWED: Final = {
    "smsdesk/services/sending/queue/account_queue.py": "one state under one lock: what touches it stands together",
}
"""Files that are longer, by at most a tenth, with the reason."""

LONG_FUNCTIONS_ALLOWED: Final = {
    "smsdesk/store/migrations/m0001.py:upgrade": "the tables of a revision, which is never changed again",
}
"""Functions that no screen shows, with the reason."""


def sources(*under: str) -> list[Path]:
    return [path for name in under for path in sorted((ROOT / name).rglob("*.py"))]


def long_functions(path: Path) -> Iterator[tuple[str, int]]:
    """Name and lines of those that are too long."""
    text = path.read_text(encoding="utf-8")
    if text.count("\n") <= MOST_LINES_OF_A_FUNCTION:
        return
    waiting: list[ast.AST] = [ast.parse(text)]
    while waiting:  # what has few lines holds no long function, and need not be looked into
        for node in ast.iter_child_nodes(waiting.pop()):
            length = (getattr(node, "end_lineno", None) or 0) - getattr(node, "lineno", 0) + 1
            if length > MOST_LINES_OF_A_FUNCTION:
                waiting.append(node)
                if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                    yield node.name, length


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def test_no_folder_holds_more_files_than_can_be_taken_in() -> None:
    folders: dict[str, int] = {}
    for path in sources("smsdesk", "tests", "packaging"):
        if path.name not in NO_FILES_OF_THEIR_OWN:
            folders[named(path.parent)] = folders.get(named(path.parent), 0) + 1
    too_many = {
        name: count for name, count in folders.items() if count > MOST_FILES + bool(SIXTEEN_ALLOWED.get(name, ""))
    }
    assert too_many == {}


def test_no_file_is_longer_than_the_head_is_wide() -> None:
    lines = {named(path): len(path.read_text(encoding="utf-8").splitlines()) for path in sources("smsdesk", "tests")}
    most = dict.fromkeys(LONG_FILES_ALLOWED, MOST_LINES * 11 // 10)
    assert {name: count for name, count in lines.items() if count > most.get(name, MOST_LINES)} == {}


def test_every_function_fits_on_a_screen() -> None:
    too_long = {
        f"{named(path)}:{name}": length
        for path in sources("smsdesk", "tests", "packaging")
        for name, length in long_functions(path)
    }
    assert {name: length for name, length in too_long.items() if name not in LONG_FUNCTIONS_ALLOWED} == {}
    assert [name for name in LONG_FUNCTIONS_ALLOWED if name not in too_long] == [], "no longer needed"
