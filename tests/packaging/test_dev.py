from __future__ import annotations

import importlib.util
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = ROOT / "packaging" / "dev.py"

spec = importlib.util.spec_from_file_location("dev_script", SCRIPT)
assert spec is not None
assert spec.loader is not None
dev = importlib.util.module_from_spec(spec)
spec.loader.exec_module(dev)


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
    assert dev.pinned_dependencies(pyproject) == ["requests==2.0", "pytest==9.0"]


def test_every_dependency_of_this_project_is_pinned_to_one_version() -> None:
    pins = dev.pinned_dependencies(tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8")))
    assert pins
    assert [pin for pin in pins if pin.count("==") != 1 or "," in pin] == []


def test_another_version_or_another_python_asks_for_a_new_installation() -> None:
    known = dev.fingerprint_of(["a==1", "b==2"], "3.11")
    assert dev.fingerprint_of(["a==1", "b==3"], "3.11") != known
    assert dev.fingerprint_of(["a==1"], "3.11") != known
    assert dev.fingerprint_of(["a==1", "b==2"], "3.12") != known


def test_the_order_of_the_pins_asks_for_nothing() -> None:
    assert dev.fingerprint_of(["a==1", "b==2"], "3.11") == dev.fingerprint_of(["b==2", "a==1"], "3.11")


def test_debian_and_what_is_built_on_it_are_recognised() -> None:
    assert dev.is_debian_like({"ID": "debian"})
    assert dev.is_debian_like({"ID": "ubuntu", "ID_LIKE": "debian"})
    assert dev.is_debian_like({"ID": "linuxmint", "ID_LIKE": "ubuntu debian"})
    assert not dev.is_debian_like({"ID": "fedora"})
    assert not dev.is_debian_like({"ID": "rocky", "ID_LIKE": "rhel centos fedora"})
    assert not dev.is_debian_like({})


def test_only_what_is_not_installed_is_missing() -> None:
    needed = ["libegl1", "libgl1", "dbus", "gnome-keyring"]
    lines = "libegl1 installed\ndbus config-files\ngnome-keyring not-installed\n"
    assert dev.missing_packages(needed, lines) == ["libgl1", "dbus", "gnome-keyring"]


def test_nothing_is_missing_when_every_package_is_there_even_twice() -> None:
    lines = "libegl1 installed\nlibegl1 installed\nlibgl1 installed\n"
    assert dev.missing_packages(["libegl1", "libgl1"], lines) == []


def test_a_library_renamed_for_64_bit_time_counts_as_there() -> None:
    assert dev.missing_packages(["libglib2.0-0"], "libglib2.0-0t64 installed\n") == []


def test_on_linux_a_window_needs_x11_or_wayland_and_elsewhere_nothing() -> None:
    assert dev.has_display("linux", {"DISPLAY": ":0"})
    assert dev.has_display("linux", {"WAYLAND_DISPLAY": "wayland-0"})
    assert not dev.has_display("linux", {"DISPLAY": ""})
    assert dev.has_display("win32", {})
    assert dev.has_display("darwin", {})


def test_pythons_before_3_11_are_too_old() -> None:
    assert dev.is_too_old((3, 9))
    assert dev.is_too_old((3, 10))
    assert not dev.is_too_old((3, 11))
    assert not dev.is_too_old((4, 0))


def test_an_unknown_command_gets_the_list_of_commands() -> None:
    answer = subprocess.run([sys.executable, SCRIPT, "tset"], capture_output=True, text=True, check=False)
    assert answer.returncode == 2
    assert "dev.py test" in answer.stderr
