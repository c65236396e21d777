from __future__ import annotations

import ast
import sys
from pathlib import Path

import frozen
import pytest

ROOT = Path(__file__).resolve().parents[2]

FAKE = """#!/bin/sh
while [ "$1" != --output ]; do option=$1; shift; done
echo "ok  $option done" > "$2"
exit {code}
"""


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(frozen, "BUILD", tmp_path)
    made = tmp_path / "smsdesk"
    made.write_text(FAKE.format(code=0))
    made.chmod(0o755)
    return made


def test_the_frozen_program_says_how_its_tests_went_in_a_file(
    program: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    frozen.prove(program)
    assert capsys.readouterr().out.splitlines() == ["  ok  --build-check done", "  ok  --self-test done"]


@pytest.mark.parametrize("text", [FAKE.format(code=1), "#!/bin/sh\nexit 0\n"], ids=["failed", "said nothing"])
def test_a_frozen_program_that_fails_its_test_is_not_packed(program: Path, text: str) -> None:
    program.write_text(text)
    with pytest.raises(SystemExit, match="--build-check of the frozen program failed"):
        frozen.prove(program)


def test_what_is_installed_is_told_without_the_place_where_it_was_installed(tmp_path: Path) -> None:
    record = tmp_path / "lib" / "site-packages" / "keyring-1.0.dist-info" / "RECORD"
    record.parent.mkdir(parents=True)
    record.write_text("../../../bin/keyring,sha256=abc,200\nkeyring/__init__.py,sha256=def,10\n")
    frozen.forget_scripts(tmp_path)
    assert record.read_text() == "keyring/__init__.py,sha256=def,10\n"


@pytest.mark.skipif(sys.platform == "win32", reason="who may make links there differs")
def test_links_to_what_was_left_out_are_found(tmp_path: Path) -> None:
    (tmp_path / "kept.so").touch()
    (tmp_path / "good.so").symlink_to("kept.so")
    (tmp_path / "inside").mkdir()
    (tmp_path / "inside" / "bad.so").symlink_to("lost.so")
    assert frozen.links_to_nowhere(tmp_path) == ["inside/bad.so"]


def test_the_recipe_for_pyinstaller_is_python_and_says_what_it_collects() -> None:
    recipe = (ROOT / "packaging" / "smsdesk.spec").read_text(encoding="utf-8")
    called = {
        ast.unparse(node.args[0])
        for node in ast.walk(ast.parse(recipe))
        if isinstance(node, ast.Call) and ast.unparse(node.func) in ("submodules", "data_files")
    }
    # By name, late or as data: PyInstaller finds none of them by itself.
    assert called == {"'smsdesk'", "'keyring.backends'", "'wakepy'", "'tzdata'"}
