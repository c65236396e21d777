"""Writes the licence texts of all that smsdesk is delivered with into `resources/licences`, one file a work.

    .venv/bin/python packaging/licences.py

Made anew after every change of the pins; a test holds the files against them. What is installed here tells its own; of
what only other systems need, the package is fetched for its text. The wheels of Qt's bindings carry none: those texts
are the GNU project's, and stand in the folder for good.
"""

# As dev.py: the standard library only.
from __future__ import annotations

import email
import re
import subprocess
import sys
import sysconfig
import tempfile
import zipfile
from importlib import metadata
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from pins import PROGRAM, pinned_versions, plain_name
from programs import ROOT, say

if TYPE_CHECKING:
    from email.message import Message

FOLDER = ROOT / "resources" / "licences"

QT = ("pyside6-essentials", "shiboken6")
"""Told of together, with Qt itself."""

KEPT = ("lgpl-3.0.txt", "gpl-3.0.txt")

_OF_A_LICENCE = re.compile(r"(licen[cs]e|copying|notice|authors)", re.IGNORECASE)
_WITHIN = re.compile(r"[^/]+\.dist-info/")

_QT_NOTICE = """\
Qt, PySide6 and Shiboken {version}
LGPL-3.0-only
https://www.qt.io/ https://wiki.qt.io/Qt_for_Python

Copyright (C) The Qt Company Ltd. and other contributors.

smsdesk uses the libraries Qt, PySide6 and Shiboken, unchanged, under the GNU Lesser General Public License, version 3.
Its text, and that of the GNU General Public License, version 3, to which it refers, stand in this list.

They lie as files of their own in the folder of the installed program (PySide6 and shiboken6). You may replace them
there by others of the same interface, your own included; and to find errors of such a change, take smsdesk apart.

Their sources:
    Qt                    https://download.qt.io/official_releases/qt/{series}/{version}/single/
    PySide6 and Shiboken  https://download.qt.io/official_releases/QtForPython/pyside6/

Qt itself holds parts by others: https://doc.qt.io/qt-6/licenses-used-in-qt.html
"""


class NoText(Exception):
    """A package tells no licence text: it must not be delivered before somebody has found one."""


def main() -> None:
    """Writes every file anew, and takes away those of works that are no longer delivered."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    written = {*KEPT, *(name for name, _ in own_works())}
    for name, text in own_works():
        (FOLDER / name).write_text(text, encoding="utf-8", newline="\n")
    for package, version in pinned_versions(PROGRAM.read_text(encoding="utf-8")).items():
        if package in QT:
            continue
        text = installed(package, version) or fetched(package, version)
        (FOLDER / f"{package}.txt").write_text(text, encoding="utf-8", newline="\n")
        written.add(f"{package}.txt")
    for path in FOLDER.iterdir():
        if path.name not in written:
            path.unlink()
    say(f"{len(written)} files in {FOLDER.relative_to(ROOT)}")


def own_works() -> list[tuple[str, str]]:
    """Gives file name and text of smsdesk itself, of Qt, and of Python, which a bundle holds too."""
    own = (ROOT / "LICENSE").read_text(encoding="utf-8")
    version = pinned_versions(PROGRAM.read_text(encoding="utf-8"))[QT[0]]
    notice = _QT_NOTICE.format(version=version, series=version.rpartition(".")[0])
    return [("smsdesk.txt", f"smsdesk\nMIT\n\n\n{own}"), ("qt.txt", notice), ("python.txt", of_python())]


def of_python() -> str:
    """Gives the file of Python; as it is where this one came without its licence."""
    told = Path(sysconfig.get_path("stdlib")) / "LICENSE.txt"
    if not told.exists():
        return (FOLDER / "python.txt").read_text(encoding="utf-8")
    head = "Python\nPSF-2.0\nhttps://docs.python.org/3/license.html\n\n"
    return head + clean(told.read_text(encoding="utf-8"))


def installed(package: str, version: str) -> str | None:
    """Gives the file of a package that this Python has in this version; None where it has not.

    Raises:
        NoText: it tells no licence text.
    """
    try:
        found = metadata.distribution(package)
    except metadata.PackageNotFoundError:
        return None
    if found.version != version:
        return None
    files = {str(file).replace("\\", "/"): Path(str(found.locate_file(file))) for file in found.files or ()}
    texts = {name: path.read_text(encoding="utf-8") for name, path in files.items() if is_licence(name)}
    return described(found.metadata, texts)


def fetched(package: str, version: str) -> str:
    """Gives the file of a package that only another system needs, from its wheel.

    Raises:
        NoText: it tells no licence text.
        SystemExit: it can't be fetched.
    """
    with tempfile.TemporaryDirectory() as folder:
        pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary=:all:", "--dest", folder]
        if subprocess.run([*pip, f"{package}=={version}"], check=False).returncode:
            raise SystemExit(f"{package} {version} could not be fetched for its licence.")
        (wheel,) = Path(folder).glob("*.whl")
        with zipfile.ZipFile(wheel) as parts:
            names = parts.namelist()
            told = next(name for name in names if _WITHIN.match(name) and name.endswith(".dist-info/METADATA"))
            texts = {name: parts.read(name).decode("utf-8") for name in names if is_licence(name)}
            return described(email.message_from_bytes(parts.read(told)), texts)


def is_licence(name: str) -> bool:
    """Tells whether a file of a package is a licence text, or names those who hold the rights.

    Args:
        name: its path in the wheel, with forward slashes.
    """
    return bool(_WITHIN.match(name) and _OF_A_LICENCE.search(PurePosixPath(name).name))


def described(told: Message | metadata.PackageMetadata, texts: dict[str, str]) -> str:
    """Gives what stands in a file: name and version, licence, address, and below an empty line the texts.

    Args:
        told: the package's METADATA.
        texts: its licence texts by path.

    Raises:
        NoText: there is none.
    """
    name, version = told["Name"], told["Version"]
    if not any(text.strip() for text in texts.values()):
        raise NoText(f"{name} {version} tells no licence text")
    distinct = list(dict.fromkeys(clean(texts[path]) for path in sorted(texts)))
    licence = field(told, "License-Expression") or by_classifier(told) or "see below"
    return f"{name} {version}\n{licence}\n{address_of(told)}\n\n" + "\n\n".join(distinct)


def field(told: Message | metadata.PackageMetadata, name: str) -> str:
    """Gives a field, "" where there is none: some kinds of metadata raise KeyError for that, others give None."""
    return next(iter(told.get_all(name) or ()), "")


def by_classifier(told: Message | metadata.PackageMetadata) -> str:
    """Gives the licence that the classifiers name, else the first line of the free text."""
    named = [each.rpartition(" :: ")[2] for each in told.get_all("Classifier") or () if each.startswith("License ::")]
    return ", ".join(named) or field(told, "License").strip().partition("\n")[0]


def address_of(told: Message | metadata.PackageMetadata) -> str:
    """Gives the project's page, "" where it tells none."""
    pages = dict(each.partition(", ")[::2] for each in told.get_all("Project-URL") or ())
    known = {kind.lower(): page for kind, page in pages.items()}
    wanted = ("homepage", "home", "source", "source code", "repository", "github", "documentation")
    return field(told, "Home-page") or next((known[kind] for kind in wanted if kind in known), "")


def clean(text: str) -> str:
    """Gives a text with lines that end alike, and nothing after the last one."""
    lines = text.replace("\f", "").splitlines()
    return "\n".join(line.rstrip() for line in lines).strip("\n") + "\n"


def file_of(package: str) -> str:
    """Gives the name of the file that tells of a package."""
    return "qt.txt" if plain_name(package) in QT else f"{plain_name(package)}.txt"


if __name__ == "__main__":
    main()
