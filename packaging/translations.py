"""Translations: bringing the files in `resources/i18n` up to date with the source, and compiling them for a wheel.

    python3 packaging/dev.py translate      what is new in the source is added to every file, what is gone is taken out

A build calls it by its hook (`hatch_build.py`): who installs the wheel has no compiler for them.
"""

from __future__ import annotations

import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "i18n"

# Places would change with every line that is added above them; `-no-obsolete` leaves nothing behind of what is gone.
UPDATE = ("-silent", "-locations", "none", "-no-obsolete", "-source-language", "en")


def sources() -> list[Path]:
    """Every file of the program whose sentences somebody reads; the sandbox plays gateways, which have their own."""
    package = ROOT / "smsdesk"
    return [path for path in sorted(package.rglob("*.py")) if "sandbox" not in path.relative_to(package).parts]


def update(files: Iterable[Path]) -> None:
    """Bring translation files up to date: new texts stand in them as unfinished.

    Raises:
        subprocess.CalledProcessError: a source can't be read.
    """
    for file in files:
        subprocess.run([tool("lupdate"), *UPDATE, *map(str, sources()), "-ts", str(file)], check=True)


def compile_all(folder: Path) -> list[Path]:
    """Compile every translation into this folder, as the program does from source; gives the files.

    Raises:
        subprocess.CalledProcessError: a translation is no valid file.
    """
    sys.path.insert(0, str(ROOT))
    from smsdesk.ui.text.compiled import compile_translation

    made = []
    for source in sorted(FOLDER.glob("*.ts")):
        target = folder / source.with_suffix(".qm").name
        compile_translation(source, target)
        made.append(target)
    return made


def tool(name: str) -> str:
    """Qt's own program of this name, which comes with PySide6.

    Raises:
        RuntimeError: PySide6 is not installed here.
    """
    found = find_spec("PySide6")
    if found is None or not found.submodule_search_locations:
        raise RuntimeError("PySide6 is needed to compile the translations: it brings Qt's tools")
    return str(Path(found.submodule_search_locations[0]) / (f"{name}.exe" if os.name == "nt" else name))


def force_included(folder: Path) -> dict[str, str]:
    """Compiled translations, and where in the wheel they go."""
    return {str(path): f"smsdesk/resources/i18n/{path.name}" for path in compile_all(folder)}


def add_to(build_data: dict[str, Any], folder: Path) -> None:
    """Add the compiled translations to what hatchling puts into the wheel."""
    build_data["force_include"].update(force_included(folder))
