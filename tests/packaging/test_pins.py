from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import bundle
import pins
import pytest

ROOT = Path(__file__).resolve().parents[2]
LISTS = [pins.PROGRAM, pins.BUILD]


def pyproject() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def test_names_are_compared_as_pip_compares_them_and_hashes_are_passed_over() -> None:
    text = "XlsxWriter==3.3.1 \\\n    --hash=sha256:abc\nimportlib_metadata==8.0 ; python_version < '3.12' \\\n"
    assert pins.pinned_versions(text) == {"xlsxwriter": "3.3.1", "importlib-metadata": "8.0"}


def test_another_version_and_a_missing_package_are_out_of_step() -> None:
    locked = {"requests": "2.0", "qasync": "0.28.0"}
    wanted = ["requests==2.1", "qasync==0.28.0", "SQLAlchemy==2.1.9"]
    assert pins.out_of_step(wanted, locked) == ["requests==2.1", "sqlalchemy==2.1.9"]


def test_the_lists_are_those_of_this_project() -> None:
    bundle.require_pins(pyproject())


@pytest.mark.parametrize("extra", [False, True])
def test_a_list_older_than_the_project_is_not_built_from(extra: bool) -> None:
    changed = pyproject()
    project = changed["project"]
    (project["optional-dependencies"]["build"] if extra else project["dependencies"]).append("lost==1.0")
    with pytest.raises(SystemExit, match=r"lost==1\.0"):
        bundle.require_pins(changed)


@pytest.mark.parametrize("file", LISTS, ids=lambda file: file.stem)
def test_every_package_has_its_hashes_and_none_an_address(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    blocks = re.split(r"^(?=\S)", text, flags=re.MULTILINE)[1:]
    assert len(blocks) == len(pins.pinned_versions(text))
    assert [block.split()[0] for block in blocks if "--hash=sha256:" not in block] == []
    assert not re.search(r"https?:|file:|@ |--(extra-)?index|--find-links", text)


def test_what_the_program_stands_on_is_in_both_lists_alike() -> None:
    program, build = (pins.pinned_versions(file.read_text(encoding="utf-8")) for file in LISTS)
    assert {name: version for name, version in program.items() if build.get(name) != version} == {}
    assert "pyinstaller" not in program
