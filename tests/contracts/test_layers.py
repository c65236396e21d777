"""The layers contract of pyproject.toml, tried on a made-up package: it holds no module that stands outside."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

PYPROJECT = Path(__file__).resolve().parents[2] / "pyproject.toml"
LINT_IMPORTS = "from importlinter.cli import lint_imports_command as main; main()"
LAYERS = tomllib.loads(PYPROJECT.read_text(encoding="utf-8"))["tool"]["importlinter"]["contracts"][0]


@pytest.fixture
def lint(tmp_path: Path) -> Callable[..., tuple[int, str]]:
    """Makes a package named smsdesk with a module for each layer, and these besides; gives what lint-imports says."""

    def lint(**modules: str) -> tuple[int, str]:
        package = tmp_path / "smsdesk"
        package.mkdir()
        (package / "__init__.py").touch()
        standing = {name.strip(): "" for layer in LAYERS["layers"] for name in layer.split("|")}
        for name, text in {**standing, **modules}.items():
            (package / f"{name}.py").write_text(text, encoding="utf-8")
        rows = "\n".join(f'    "{layer}",' for layer in LAYERS["layers"])
        exhaustive = str(LAYERS["exhaustive"]).lower()
        (tmp_path / "pyproject.toml").write_text(
            f'[tool.importlinter]\nroot_package = "smsdesk"\n[[tool.importlinter.contracts]]\nname = "Layers"\n'
            f'type = "{LAYERS["type"]}"\ncontainers = {LAYERS["containers"]}\nexhaustive = {exhaustive}\n'
            f"layers = [\n{rows}\n]\n",
            encoding="utf-8",
        )
        environment = {**os.environ, "PYTHONPATH": str(tmp_path), "PYTHONUTF8": "1"}
        command = [sys.executable, "-c", LINT_IMPORTS, "--no-cache"]
        done = subprocess.run(
            command, cwd=tmp_path, env=environment, capture_output=True, encoding="utf-8", check=False
        )
        return done.returncode, done.stdout

    return lint


def test_modules_in_their_layers_keep_the_contract(lint: Callable[..., tuple[int, str]]) -> None:
    code, said = lint(ui="import smsdesk.services", services="import smsdesk.store", store="import smsdesk.domain")
    assert code == 0, said


def test_a_module_outside_every_layer_breaks_it(lint: Callable[..., tuple[int, str]]) -> None:
    code, said = lint(utils="")
    assert code == 1, said
    assert "smsdesk.utils" in said


@pytest.mark.parametrize(("module", "imported"), [("domain", "store"), ("services", "support"), ("store", "providers")])
def test_an_import_that_points_up_or_to_a_sibling_breaks_it(
    lint: Callable[..., tuple[int, str]], module: str, imported: str
) -> None:
    code, said = lint(**{module: f"import smsdesk.{imported}"})
    assert code == 1, said
    assert f"smsdesk.{module} -> smsdesk.{imported}" in said
