"""What a fresh clone lacks: Debian's packages, the virtual environment in `.venv`, and the pinned versions in it.

What is there is left alone.
"""

# Only the standard library, and nothing at import time that a Python too old for smsdesk has not: it is to be
# told so in words.
from __future__ import annotations

import hashlib
import importlib.util
import os
import platform
import shlex
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

from programs import ROOT, say, start

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Any

ENVIRONMENT = ROOT / ".venv"
ENVIRONMENT_PYTHON = ENVIRONMENT / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
FINGERPRINT_FILE = ENVIRONMENT / "installed-pins"

VENV_PACKAGE = "python3-venv"
DEBIAN_PACKAGES = (
    # Qt itself
    "libbrotli1",
    "libdbus-1-3",
    "libegl1",
    "libfontconfig1",
    "libfreetype6",
    "libgl1",
    "libglib2.0-0",
    "libgssapi-krb5-2",
    "libxkbcommon0",
    # Qt's window on X11
    "libx11-6",
    "libx11-xcb1",
    "libxcb-cursor0",
    "libxcb-glx0",
    "libxcb-icccm4",
    "libxcb-image0",
    "libxcb-keysyms1",
    "libxcb-randr0",
    "libxcb-render-util0",
    "libxcb-render0",
    "libxcb-shape0",
    "libxcb-shm0",
    "libxcb-sync1",
    "libxcb-util1",
    "libxcb-xfixes0",
    "libxcb-xinerama0",
    "libxcb-xkb1",
    "libxcb1",
    "libxkbcommon-x11-0",
    # and on Wayland
    "libwayland-client0",
    "libwayland-cursor0",
    "libwayland-egl1",
    # Arabic and Latin letters in screenshots and on a bare machine's screen
    "fonts-noto-core",
    # a real password store for the tests
    "dbus",
    "gnome-keyring",
    # Windows' installer, which the tests compile
    "nsis",
)


def set_up() -> None:
    """Brings packages, environment and dependencies to what this checkout asks for.

    Raises:
        SystemExit: with a sentence, when it cannot.
    """
    say(f"1/3 System packages: {provide_system_packages()}")
    remade = provide_environment()
    say(f"2/3 Python environment: {'made new' if remade else 'all there'} ({ENVIRONMENT.name})")
    say(f"3/3 Dependencies: {provide_dependencies()}")


def provide_system_packages(wanted: Iterable[str] = DEBIAN_PACKAGES) -> str:
    """Installs what Debian lacks of these, or says how to; gives the outcome in words."""
    if platform.system() != "Linux":
        return "none needed"
    try:
        os_release = platform.freedesktop_os_release()
    except OSError:
        os_release = {}
    if not is_debian_like(os_release):
        return "this is no Debian; Qt's xcb and EGL libraries, dbus and gnome-keyring must be there already"
    needed = (*wanted,) if can_make_environments() else (VENV_PACKAGE, *wanted)
    missing = missing_packages(needed, listed_by_dpkg(needed))
    if not missing:
        return "all there"
    install = ["apt-get", "install", "-y", "--no-install-recommends", *missing]
    become_root = way_to_root(os.environ)
    if become_root is None:
        say("Some system packages are missing. An administrator can install them with:")
        say(f"    sudo apt-get update && sudo {shlex.join(install)}")
        return f"{len(missing)} missing, going on without"
    say(f"Installing {len(missing)} system packages: {' '.join(missing)}")
    # A failing update (one source of several is away) need not keep the packages from being found.
    start(*become_root, "apt-get", "update", DEBIAN_FRONTEND="noninteractive")
    if start(*become_root, *install, DEBIAN_FRONTEND="noninteractive"):
        return "apt-get could not install them (its reason is above), going on without"
    return f"{len(missing)} installed"


def is_root() -> bool:
    """Tells whether this runs as root, whom Windows doesn't know."""
    return sys.platform != "win32" and os.geteuid() == 0


def way_to_root(variables: Mapping[str, str]) -> tuple[str, ...] | None:
    """Gives what stands before a command to run it as root; None where a person has to be asked.

    Args:
        variables: the process environment. A build machine (`CI`) is thrown away, so `sudo` may be used there unasked.
    """
    if is_root():
        return ()
    if variables.get("CI") and shutil.which("sudo"):
        return ("sudo", "--non-interactive", "--preserve-env=DEBIAN_FRONTEND")
    return None


def provide_environment() -> bool:
    """Makes `.venv` unless a usable one is there; gives whether it did.

    Raises:
        SystemExit: this Python cannot make one.
    """
    if environment_is_usable():
        return False
    if not can_make_environments():
        raise SystemExit(
            f"This Python cannot make a virtual environment. On Debian and Ubuntu, install {VENV_PACKAGE} "
            f"(or python{this_python()}-venv), then start this command again."
        )
    say(f"Making the Python environment {ENVIRONMENT.name}")
    if start(sys.executable, "-m", "venv", "--clear", ENVIRONMENT):
        raise SystemExit(f"The Python environment could not be made. Delete {ENVIRONMENT.name} and try again.")
    return True


def provide_dependencies() -> str:
    """Installs the pinned versions unless exactly these are there; gives the outcome in words.

    Raises:
        SystemExit: pip failed.
    """
    # Pythons older than 3.11 do not have it, and must get as far as the sentence about their age.
    import tomllib

    pins = pinned_dependencies(tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8")))
    fingerprint = fingerprint_of(pins, this_python())
    if FINGERPRINT_FILE.exists() and FINGERPRINT_FILE.read_text(encoding="utf-8") == fingerprint:
        return "all there"
    # Removed first: an installation that is broken off must not look like a finished one.
    FINGERPRINT_FILE.unlink(missing_ok=True)
    say(f"Installing {len(pins)} pinned dependencies; the first time this takes a few minutes")
    pip = (ENVIRONMENT_PYTHON, "-m", "pip", "--disable-pip-version-check", "--no-input")
    if start(*pip, "install", *pins):
        raise SystemExit("pip could not install the dependencies (its reason is above). Try again when mended.")
    FINGERPRINT_FILE.write_text(fingerprint, encoding="utf-8")
    return f"{len(pins)} installed"


def is_debian_like(os_release: Mapping[str, str]) -> bool:
    """Tells from the fields of os-release(5) whether Debian's package names hold."""
    return "debian" in (os_release.get("ID", ""), *os_release.get("ID_LIKE", "").split())


def missing_packages(needed: Iterable[str], dpkg_lines: str) -> list[str]:
    """Gives what is needed and not installed, in the order of `needed`.

    Args:
        needed: package names, as Debian 12 has them.
        dpkg_lines: one `name status` per line. A library that was renamed for 64-bit time
            (`libglib2.0-0t64`) counts under its old name, by which apt still finds it.
    """
    fields = (line.split() for line in dpkg_lines.splitlines())
    installed = {field[0].removesuffix("t64") for field in fields if field[1:] == ["installed"]}
    return [name for name in needed if name not in installed]


def pinned_dependencies(pyproject: Mapping[str, Any]) -> list[str]:
    """Gives the requirements of the program and of its `dev` extra, as pyproject.toml writes them."""
    project = pyproject["project"]
    return [*project["dependencies"], *project["optional-dependencies"]["dev"]]


def fingerprint_of(pins: Iterable[str], python_version: str) -> str:
    """Gives a text that changes when another set has to be installed; the order of the pins is no matter."""
    return hashlib.sha256("\n".join([python_version, *sorted(pins)]).encode()).hexdigest()


def can_make_environments() -> bool:
    """Tells whether this Python came with its `venv`, which Debian packs apart."""
    return all(importlib.util.find_spec(module) for module in ("venv", "ensurepip"))


def environment_is_usable() -> bool:
    """Tells whether `.venv` has a working pip for this Python version; a half-made one has not."""
    try:
        answer = subprocess.run(
            [ENVIRONMENT_PYTHON, "-m", "pip", "--version"], capture_output=True, text=True, check=False
        )
    except OSError:
        return False
    return answer.stdout.rstrip().endswith(f"(python {this_python()})")


def this_python() -> str:
    """Gives the running Python's version as `3.11`."""
    return ".".join(map(str, sys.version_info[:2]))


def listed_by_dpkg(names: Iterable[str]) -> str:
    """Gives one `name status` per line for the packages dpkg knows, under their new names too."""
    patterns = [pattern for name in names for pattern in (name, f"{name}t64")]
    question = ["dpkg-query", "--show", "--showformat=${Package} ${db:Status-Status}\n", *patterns]
    # Its exit code only says that some are unknown; the list tells which.
    return subprocess.run(question, capture_output=True, text=True, check=False).stdout
