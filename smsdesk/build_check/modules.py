"""Is all code there: what is imported by name, late, or on one system only, a build loses without a word."""

from __future__ import annotations

import csv
import importlib
import importlib.metadata
import sys
from pathlib import Path, PurePosixPath

import smsdesk
from smsdesk.build_check.check import Missing, expect

_FEWEST = 100
"""A list of modules that is shorter is itself what is missing."""


def every_module() -> str:
    """Import each module of smsdesk."""
    names = module_names()
    expect(len(names) >= _FEWEST, f"the list of modules holds only {len(names)}")
    for name in names:
        importlib.import_module(name)
    return f"{len(names)} imported"


def every_provider() -> str:
    """Make each gateway's provider, and the sandbox's side of it."""
    from smsdesk.providers.catalog import PROVIDERS
    from smsdesk.sandbox.registry import gateways

    titles = [provider.title for provider in PROVIDERS.values()]
    played = gateways()
    expect(titles, "there is none")
    expect(played.keys() <= PROVIDERS.keys(), f"played, but not there: {played.keys() - PROVIDERS.keys()}")
    return ", ".join(titles)


def versions() -> str:
    """Ask for the version of each library, as the diagnostics do for whoever helps from afar."""
    from smsdesk.support.diagnostics import LIBRARIES

    found, unknown = [], []
    for name in LIBRARIES:
        try:
            found.append(f"{name} {importlib.metadata.version(name)}")
        except importlib.metadata.PackageNotFoundError:
            unknown.append(name)
    expect(not unknown, f"no version of {', '.join(unknown)}")
    if is_frozen():
        packed = importlib.metadata.version("smsdesk")
        expect(packed == smsdesk.__version__, f"smsdesk {smsdesk.__version__} was packed as {packed}")
    return f"smsdesk {smsdesk.__version__}, {', '.join(found)}"


def is_frozen() -> bool:
    """Tell whether this is a build, not a checkout."""
    return bool(getattr(sys, "frozen", False))


def module_names() -> list[str]:
    """Give the modules that there should be."""
    paths = [PurePosixPath(file) for file in packed_files() if file.endswith(".py")]
    parts = (path.parent.parts if path.stem == "__init__" else path.with_suffix("").parts for path in paths)
    return sorted({".".join(each) for each in parts})


def packed_files() -> list[str]:
    """Give the program's files that there should be, as `smsdesk/domain/money.py`.

    A build keeps its modules in an archive, which knows only those that are in it. What should be there stands in the
    list of files that the wheel was installed with.

    Raises:
        Missing: the build came without that list.
    """
    if is_frozen():
        # Not `metadata.files`: newer Pythons leave out what they don't find on the disk.
        record = importlib.metadata.distribution("smsdesk").read_text("RECORD")
        if record is None:
            raise Missing("this build came without the list of its files")
        files = [row[0] for row in csv.reader(record.splitlines())]
    else:
        root = Path(smsdesk.__file__).parents[1]
        files = [path.relative_to(root).as_posix() for path in (root / "smsdesk").rglob("*.*") if path.is_file()]
    return [file for file in files if file.startswith("smsdesk/") and not file.endswith(".pyc")]
