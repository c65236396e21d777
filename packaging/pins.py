"""What the lists in `packaging/pins` hold: every package with its one version and the hashes of its files.

`program.txt` is what smsdesk stands on; `build.txt` is that and what freezes it. Neither names an address.
"""

# As dev.py: the standard library only.
from __future__ import annotations

import re
from typing import TYPE_CHECKING

from programs import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

FOLDER = ROOT / "packaging" / "pins"
PROGRAM = FOLDER / "program.txt"
BUILD = FOLDER / "build.txt"

_PIN = re.compile(r"^([A-Za-z0-9._-]+)(?:\[[^]]*\])?==([^\s;\\]+)", re.MULTILINE)


def pinned_versions(requirements: str) -> dict[str, str]:
    """Gives version by name, as `pip` compares names; hashes and conditions are passed over.

    Args:
        requirements: one `name==version` a line, as in a requirements file.
    """
    return {plain_name(name): version for name, version in _PIN.findall(requirements)}


def out_of_step(wanted: Iterable[str], locked: Mapping[str, str]) -> list[str]:
    """Gives those requirements of pyproject.toml that the list has in another version, or not at all."""
    return [
        f"{name}=={version}"
        for name, version in pinned_versions("\n".join(wanted)).items()
        if locked.get(name) != version
    ]


def plain_name(name: str) -> str:
    """Gives the name by which packages are compared: `XlsxWriter` and `xlsxwriter` are one."""
    return re.sub(r"[-_.]+", "-", name).lower()
