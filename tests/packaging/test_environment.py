from __future__ import annotations

import os
import sys
import tomllib
from pathlib import Path

import environment
import pytest

ROOT = Path(__file__).resolve().parents[2]


def test_the_programs_and_the_developers_dependencies_are_installed_together() -> None:
    pyproject = tomllib.loads(
        """
        [project]
        dependencies = ["requests==2.0"]
        [project.optional-dependencies]
        dev = ["pytest==9.0"]
        packaging = ["pyinstaller==6.0"]
        """
    )
    assert environment.pinned_dependencies(pyproject) == ["requests==2.0", "pytest==9.0"]


def test_every_dependency_of_this_project_is_pinned_to_one_version() -> None:
    pins = environment.pinned_dependencies(tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8")))
    assert pins
    assert [pin for pin in pins if pin.count("==") != 1 or "," in pin] == []


def test_another_version_or_another_python_asks_for_a_new_installation() -> None:
    known = environment.fingerprint_of(["a==1", "b==2"], "3.11")
    assert environment.fingerprint_of(["a==1", "b==3"], "3.11") != known
    assert environment.fingerprint_of(["a==1"], "3.11") != known
    assert environment.fingerprint_of(["a==1", "b==2"], "3.12") != known


def test_the_order_of_the_pins_asks_for_nothing() -> None:
    assert environment.fingerprint_of(["a==1", "b==2"], "3.11") == environment.fingerprint_of(["b==2", "a==1"], "3.11")


def test_debian_and_what_is_built_on_it_are_recognised() -> None:
    assert environment.is_debian_like({"ID": "debian"})
    assert environment.is_debian_like({"ID": "ubuntu", "ID_LIKE": "debian"})
    assert environment.is_debian_like({"ID": "linuxmint", "ID_LIKE": "ubuntu debian"})
    assert not environment.is_debian_like({"ID": "fedora"})
    assert not environment.is_debian_like({"ID": "rocky", "ID_LIKE": "rhel centos fedora"})
    assert not environment.is_debian_like({})


def test_only_what_is_not_installed_is_missing() -> None:
    needed = ["libegl1", "libgl1", "dbus", "gnome-keyring"]
    lines = "libegl1 installed\ndbus config-files\ngnome-keyring not-installed\n"
    assert environment.missing_packages(needed, lines) == ["libgl1", "dbus", "gnome-keyring"]


def test_nothing_is_missing_when_every_package_is_there_even_twice() -> None:
    lines = "libegl1 installed\nlibegl1 installed\nlibgl1 installed\n"
    assert environment.missing_packages(["libegl1", "libgl1"], lines) == []


def test_a_library_renamed_for_64_bit_time_counts_as_there() -> None:
    assert environment.missing_packages(["libglib2.0-0"], "libglib2.0-0t64 installed\n") == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no sudo")
def test_root_is_asked_for_only_by_a_build_machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sudo = tmp_path / "sudo"
    sudo.touch(mode=0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(os, "geteuid", lambda: 1000, raising=False)
    assert environment.way_to_root({}) is None
    assert (environment.way_to_root({"CI": "true"}) or ())[:1] == ("sudo",)
    sudo.unlink()
    assert environment.way_to_root({"CI": "true"}) is None


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no root")
def test_root_needs_nothing_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0, raising=False)
    assert environment.way_to_root({}) == ()
