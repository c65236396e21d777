from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import smsdesk
from smsdesk.ui.qt.resources import resource
from tests.helpers.patience import PATIENCE_S

PROJECT = Path(smsdesk.__file__).parents[1]


def test_from_source_it_lies_beside_the_package() -> None:
    assert resource("help/index.md") == PROJECT / "resources" / "help" / "index.md"
    assert resource("help").is_dir()


def test_what_a_build_forgot_is_named() -> None:
    with pytest.raises(FileNotFoundError, match=r"resources/help/none\.md"):
        resource("help/none.md")


def test_a_frozen_build_carries_it_below_its_own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = tmp_path / "smsdesk" / "resources" / "help" / "index.md"
    page.parent.mkdir(parents=True)
    page.touch()
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert resource("help/index.md") == page


def test_an_installed_wheel_brings_it_along(tmp_path: Path) -> None:
    source, dist, installed = tmp_path / "source", tmp_path / "dist", tmp_path / "installed"
    # A copy, so that nothing is built inside the checkout.
    for folder in ("smsdesk", "resources", "packaging"):
        shutil.copytree(PROJECT / folder, source / folder, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(PROJECT / "pyproject.toml", source)
    shutil.copy(PROJECT / "README.md", source)
    (source / "resources" / "update-address.txt").write_text(
        "https://updates.example/latest.json\n"
    )  # as a release has
    _python("-m", "hatchling", "build", "-t", "wheel", "-d", str(dist), folder=source)
    (wheel,) = dist.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(installed)
    code = "from smsdesk.ui.qt.resources import resource; print(resource('help/index.md'))"
    found = Path(_python("-c", code, folder=tmp_path, PYTHONPATH=str(installed)))
    assert found == installed / "smsdesk" / "resources" / "help" / "index.md"
    assert found.read_bytes() == resource("help/index.md").read_bytes()
    assert _missing_in(installed / "smsdesk" / "resources", source / "resources") == []
    assert list((installed / "smsdesk" / "resources" / "i18n").glob("*")) != []


def _missing_in(brought: Path, resources: Path) -> list[str]:
    """All but the translations, which come along as compiled."""
    files = (path.relative_to(resources) for path in resources.rglob("*") if path.is_file())
    return [str(file) for file in files if file.parts[0] != "i18n" and not (brought / file).is_file()]


def _python(*arguments: str, folder: Path, **variables: str) -> str:
    environment = {**os.environ, "PYTHONPATH": "", **variables}
    done = subprocess.run(
        [sys.executable, *arguments], cwd=folder, env=environment, capture_output=True, text=True, timeout=PATIENCE_S
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()
