from __future__ import annotations

import ast
import subprocess
from pathlib import Path

import bundle
import frozen
import pytest

ROOT = Path(__file__).resolve().parents[2]
COMMIT = "git -c user.name=a -c user.email=a@b.example -c commit.gpgsign=false commit -q --allow-empty -m x --date"


def test_an_unknown_option_builds_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert bundle.bundle(["--fast"]) == 2
    assert "--try" in capsys.readouterr().out


def test_a_trial_is_refused_where_it_can_not_be_made(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(bundle, "on_debian", lambda: False)
    assert bundle.bundle(["--try"]) == 2
    assert "root" in capsys.readouterr().out


def test_what_is_made_is_as_old_as_its_commit(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    monkeypatch.setattr(bundle, "ROOT", tmp_path)
    assert bundle.time_of_commit() == bundle.SOMETIME, "a checkout without commits"
    subprocess.run(["git", "init", "-q", tmp_path], check=True)
    when = "2024-05-01T08:00:00Z"
    subprocess.run(
        [*COMMIT.split(), when], cwd=tmp_path, check=True, env={"GIT_COMMITTER_DATE": when, "PATH": "/usr/bin:/bin"}
    )
    assert bundle.time_of_commit() == 1_714_550_400
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "5")
    assert bundle.time_of_commit() == 5


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


def test_the_recipe_for_pyinstaller_is_python_and_says_what_it_collects() -> None:
    recipe = (ROOT / "packaging" / "smsdesk.spec").read_text(encoding="utf-8")
    called = {
        ast.unparse(node.args[0])
        for node in ast.walk(ast.parse(recipe))
        if isinstance(node, ast.Call) and ast.unparse(node.func) in ("submodules", "data_files")
    }
    # By name, late or as data: PyInstaller finds none of them by itself.
    assert called == {"'smsdesk'", "'keyring.backends'", "'wakepy'", "'tzdata'"}
