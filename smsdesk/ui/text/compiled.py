"""The form of a translation that Qt reads: a wheel and a frozen build bring it, a checkout makes it when needed."""

from __future__ import annotations

import os
import re
import subprocess
import tempfile
import xml.etree.ElementTree as ET  # the file is ours
from pathlib import Path
from unicodedata import bidirectional

import PySide6
from PySide6.QtCore import QLocale, Qt

from smsdesk.ui.qt.resources import resource
from smsdesk.ui.text.directions import led_from_the_right, own_direction

_TAKES_AT_MOST_S = 60
_PLACE = re.compile(r"\{\w+\}")


def compiled_translation(code: str) -> Path:
    """The compiled translation into this language.

    From source it is made anew when the translation has changed: beside it, or where that may not be written, in the
    folder for temporary files.

    Raises:
        FileNotFoundError: this build was made without it, and without what makes it.
        subprocess.CalledProcessError: the translation is no valid file.
    """
    folder = resource("i18n")
    source, there = folder / f"smsdesk_{code}.ts", folder / f"smsdesk_{code}.qm"
    if not source.exists():
        return resource(f"i18n/{there.name}")
    if there.exists() and there.stat().st_mtime_ns >= source.stat().st_mtime_ns:
        return there
    try:
        compile_translation(source, there)
    except PermissionError:
        there = Path(tempfile.mkdtemp(prefix="smsdesk-i18n-")) / there.name
        compile_translation(source, there)
    return there


def compile_translation(source: Path, target: Path) -> None:
    """Compile one file; it is there whole or not at all.

    What a sentence of a right-to-left language is filled with is set apart in it: an amount, a phone number or a name
    in Latin letters never turns round, whoever wrote the translation. Nor does a sentence that begins with one.

    Raises:
        OSError: the folder may not be written, or Qt's compiler is not there.
        subprocess.CalledProcessError: the translation is no valid file.
    """
    tree = ET.parse(source)  # noqa: S314 - the file is ours
    if QLocale(tree.getroot().get("language", "")).textDirection() is Qt.LayoutDirection.RightToLeft:
        _set_places_apart(tree)
    with tempfile.TemporaryDirectory(prefix=f"{target.stem}-", dir=target.parent) as folder:
        prepared, new = Path(folder) / source.name, Path(folder) / target.name
        tree.write(prepared, encoding="utf-8", xml_declaration=True)
        _lrelease(prepared, new)
        stamp = source.stat().st_mtime_ns  # else it would look newer than a source that is written meanwhile
        os.utime(new, ns=(stamp, stamp))
        new.replace(target)


def _set_places_apart(tree: ET.ElementTree[ET.Element]) -> None:
    for translation in tree.getroot().iter("translation"):
        for part in (translation, *translation.iter("numerusform")):
            if not part.text:
                continue
            apart = _PLACE.sub(lambda place: own_direction(place[0]), part.text)
            if apart != part.text or any(bidirectional(each) in ("R", "AL") for each in apart):
                part.text = led_from_the_right(apart)


def _lrelease(source: Path, target: Path) -> None:
    program = Path(PySide6.__file__).parent / ("lrelease.exe" if os.name == "nt" else "lrelease")
    command = [str(program), "-silent", str(source), "-qm", str(target)]
    subprocess.run(command, check=True, timeout=_TAKES_AT_MOST_S, capture_output=True)  # noqa: S603 - Qt's own
