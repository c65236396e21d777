"""Dangerous changes of how people come in and go out."""

from __future__ import annotations

from typing import Final

from tests.mutations.mutation import Mutation

OF_PEOPLE: Final = (
    Mutation(
        "a name of a problem row is a formula in Excel",
        "exporting/table_file.py",
        'return f"\'{text}" if begins in _BEGINS_A_FORMULA and begins else text',
        "return text",
        ("tests/exporting/test_table_file.py",),
    ),
    Mutation(
        "a disk that is full costs the file that was there",
        "exporting/table_file.py",
        "        write(beside)\n",
        "        write(target)\n        write(beside)\n",
        ("tests/exporting/test_table_file.py",),
    ),
    Mutation(
        "what may be no number at all is taken with all suggestions",
        "ui/recipients/suggestions_dialog.py",
        "state = _UNCHECKED if kind.kind.doubted else _CHECKED",
        "state = _CHECKED",
        ("tests/ui/recipients/test_suggestions.py",),
    ),
    Mutation(
        "Space in the list erases a name",
        "ui/recipients/people_table.py",
        "elif key == Qt.Key.Key_Space and modifiers == Qt.KeyboardModifier.NoModifier:",
        "elif key == Qt.Key.Key_Space and not key:",
        ("tests/ui/recipients/test_people_table.py",),
    ),
    Mutation(
        "numbers that can't be read disappear in the name of a neighbour",
        "domain/people/lines.py",
        "_doubted(token, kept) for token in inside if not spared or token.start in meant or _has(token, kept)",
        "_doubted(token, kept) for token in inside if not spared or _has(token, kept)",
        ("tests/domain/people/test_lines.py", "tests/domain/test_pasted_text.py"),
    ),
)
