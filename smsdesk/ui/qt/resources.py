"""Where the pictures and pages are that come with the program."""

from __future__ import annotations

import sys
from pathlib import Path


def resource(name: str) -> Path:
    """Find one file or folder of `resources/`, from source, from an installed wheel and in a frozen build.

    Args:
        name: its path below `resources/`, with forward slashes: "help/index.md".

    Raises:
        FileNotFoundError: this build was made without it.
    """
    found = _root() / name
    if not found.exists():
        raise FileNotFoundError(f"this build of smsdesk has no resources/{name}")
    return found


def _root() -> Path:
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen is not None:
        return Path(frozen) / "smsdesk" / "resources"
    package = Path(__file__).resolve().parents[2]
    inside = package / "resources"  # the wheel puts it into the package, the checkout has it beside the package
    return inside if inside.is_dir() else package.parent / "resources"
