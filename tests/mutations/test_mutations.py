"""The table of mutations follows the product: what it changes is there, once, and what should notice is there too."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import Final

import pytest

from tests.mutations.mutation import Mutation
from tests.mutations.table import MUTATIONS

ROOT: Final = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda each: each.name)
def test_every_mutation_can_still_be_made_and_gives_a_program_that_can_be_read(mutation: Mutation) -> None:
    assert mutation.found(ROOT) == 1
    source = (ROOT / "smsdesk" / mutation.file).read_text(encoding="utf-8")
    ast.parse(source.replace(mutation.old, mutation.new))
    assert [test for test in mutation.tests if not (ROOT / test).exists()] == []


def test_every_mutation_has_a_name_of_its_own_and_changes_something() -> None:
    assert len({each.name for each in MUTATIONS}) == len(MUTATIONS) >= 20
    assert [each.name for each in MUTATIONS if each.old == each.new] == []


def test_a_mutation_is_made_only_where_it_stands_once(tmp_path: Path) -> None:
    (tmp_path / "smsdesk").mkdir()
    file = tmp_path / "smsdesk" / "a.py"
    mutation = Mutation("a", "a.py", "x = 1", "x = 2", ())
    assert not mutation.make(tmp_path)
    file.write_text("x = 1\nx = 1\n")
    assert not mutation.make(tmp_path)
    file.write_text("x = 1\n")
    assert mutation.make(tmp_path)
    assert file.read_text() == "x = 2\n"
