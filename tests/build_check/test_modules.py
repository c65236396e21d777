from __future__ import annotations

import importlib.metadata
import sys
from pathlib import Path

import pytest

import smsdesk
from smsdesk.build_check import modules
from smsdesk.build_check.check import Missing
from smsdesk.providers import catalog

HERE = Path(smsdesk.__file__).parents[1]


class Packed(importlib.metadata.Distribution):
    """What a build knows of smsdesk: the list of files that its wheel was installed with."""

    def __init__(self, record: str | None, version: str = smsdesk.__version__) -> None:
        self._record = record
        self._version = version

    def read_text(self, filename: str) -> str | None:
        return {"RECORD": self._record, "METADATA": f"Name: smsdesk\nVersion: {self._version}\n"}.get(filename)

    def locate_file(self, path: object) -> Path:
        return Path(str(path))


def freeze(monkeypatch: pytest.MonkeyPatch, packed: Packed) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    usual = importlib.metadata.Distribution.from_name

    def from_name(name: str) -> importlib.metadata.Distribution:
        return packed if name == "smsdesk" else usual(name)

    monkeypatch.setattr(importlib.metadata.Distribution, "from_name", from_name)


def record_of(*names: str) -> str:
    return "".join(f"{name},sha256=abc,10\n" for name in names)


def test_every_module_of_the_checkout_is_imported() -> None:
    files = [file for file in (HERE / "smsdesk").rglob("*.py") if file.name != "__init__.py"]
    assert len(modules.module_names()) > len(files)
    assert modules.every_module() == f"{len(modules.module_names())} imported"


def test_a_build_knows_its_modules_from_the_wheels_list(monkeypatch: pytest.MonkeyPatch) -> None:
    files = ("smsdesk/__init__.py", "smsdesk/store/migrations/m0001.py", "smsdesk/resources/help/index.md")
    others = ("smsdesk/__pycache__/app.cpython-311.pyc", "smsdesk-0.1.0.dist-info/METADATA", "../../../bin/smsdesk")
    freeze(monkeypatch, Packed(record_of(*files, *others)))
    assert modules.module_names() == ["smsdesk", "smsdesk.store.migrations.m0001"]
    assert modules.packed_files() == list(files)


def test_a_module_that_the_build_lost_fails_it(monkeypatch: pytest.MonkeyPatch) -> None:
    here = [path.relative_to(HERE).as_posix() for path in (HERE / "smsdesk").rglob("*.py")]
    freeze(monkeypatch, Packed(record_of(*here, "smsdesk/providers/gateways/lost.py")))
    with pytest.raises(ModuleNotFoundError, match=r"smsdesk\.providers\.gateways\.lost"):
        modules.every_module()


def test_a_library_that_the_build_lost_fails_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "waitress", None)
    monkeypatch.delitem(sys.modules, "smsdesk.services.delivery_reports.http_server", raising=False)
    monkeypatch.setattr(modules, "module_names", lambda: ["smsdesk.services.delivery_reports.http_server"] * 100)
    with pytest.raises(ModuleNotFoundError, match="waitress"):
        modules.every_module()


def test_a_list_of_modules_that_is_all_but_empty_fails_it(monkeypatch: pytest.MonkeyPatch) -> None:
    freeze(monkeypatch, Packed(record_of("smsdesk/__init__.py")))
    with pytest.raises(Missing, match="only 1"):
        modules.every_module()


def test_no_list_of_modules_fails_it(monkeypatch: pytest.MonkeyPatch) -> None:
    freeze(monkeypatch, Packed(None))
    with pytest.raises(Missing, match="without the list"):
        modules.every_module()


def test_every_provider_is_made() -> None:
    assert modules.every_provider().startswith("iSmart (REST), ")


def test_a_provider_that_the_build_lost_fails_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(catalog._CLASSES, "lost", ("gateways.lost", "Lost"))
    with pytest.raises(ModuleNotFoundError, match=r"smsdesk\.providers\.gateways\.lost"):
        modules.every_provider()


def test_the_version_of_each_library_is_known() -> None:
    assert f"keyring {importlib.metadata.version('keyring')}" in modules.versions()


def test_a_library_whose_version_the_build_lost_fails_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("smsdesk.support.diagnostics.LIBRARIES", ("requests", "lost"))
    with pytest.raises(Missing, match="no version of lost"):
        modules.versions()


def test_a_build_of_another_version_than_its_code_fails_it(monkeypatch: pytest.MonkeyPatch) -> None:
    freeze(monkeypatch, Packed(None, "0.0.9"))
    with pytest.raises(Missing, match=r"packed as 0\.0\.9"):
        modules.versions()
