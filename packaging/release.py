"""What a release holds beside its packages: a look whether they are all there, sums, list of parts, `latest.json`."""

# As dev.py: the standard library only.
from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

import pins
from archive import SUMS, write_sums
from environment import ENVIRONMENT_PYTHON
from programs import ROOT, run

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

TAGS = "refs/tags/"
LATEST = "latest.json"

KINDS = (
    "smsdesk-{version}-windows-x64-setup.exe",
    "smsdesk-{version}-windows-x64.msi",
    "smsdesk-{version}-windows-x64.zip",
    "smsdesk-{version}-macos-arm64.dmg",
    "smsdesk-{version}-macos-x64.dmg",
    "smsdesk_{version}_amd64.deb",
    "smsdesk-{version}-linux-x86_64.tar.xz",
)


def add_release_files(folder: Path, version: str, ref: str, variables: Mapping[str, str] = os.environ) -> None:
    """Adds them to the folder that holds the packages of all systems.

    Args:
        folder: the packages.
        version: as in pyproject.toml.
        ref: what the workflow runs for, as git names it; a tag has to name this version.
        variables: tell, on a build machine, where releases are published.

    Raises:
        SystemExit: the folder or a package is missing, the tag names another version, or the list of parts could not
            be made.
    """
    if ref.startswith(TAGS) and ref != f"{TAGS}v{version}":
        raise SystemExit(f"The tag {ref.removeprefix(TAGS)} is not v{version}, which pyproject.toml says.")
    if not folder.is_dir():
        raise SystemExit(f"There is no folder {folder}.")
    names = {path.name for path in folder.iterdir()}
    if missing := missing_packages(version, names):
        raise SystemExit(f"Missing from the release: {', '.join(missing)}")
    write_parts(folder / f"smsdesk-{version}.cdx.json")
    if page := page_of_releases(variables):
        latest = {"version": version, "page": page}
        (folder / LATEST).write_text(json.dumps(latest) + "\n", encoding="utf-8", newline="\n")
    write_sums(folder, [path.name for path in folder.iterdir() if path.name != SUMS])


def release_files(folder: Path, ref: str) -> None:
    """Does that for this checkout, and installs before what makes the list of parts.

    Raises:
        SystemExit: see `add_release_files`.
    """
    # Not at the top: Pythons that are too old do not have it.
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    run(ENVIRONMENT_PYTHON, "-m", "pip", "install", "--quiet", *project["optional-dependencies"]["release"])
    add_release_files(folder, project["version"], ref)


def missing_packages(version: str, names: Iterable[str]) -> list[str]:
    """Gives the packages that a release of this version lacks."""
    wanted = (kind.format(version=version) for kind in KINDS)
    return [name for name in wanted if name not in set(names)]


def page_of_releases(variables: Mapping[str, str]) -> str:
    """Gives the page where users get the newest release; "" outside of a workflow."""
    server, repository = variables.get("GITHUB_SERVER_URL"), variables.get("GITHUB_REPOSITORY")
    return f"{server}/{repository}/releases/latest" if server and repository else ""


def write_parts(file: Path) -> None:
    """Writes the list of all packages that are in the program, as CycloneDX.

    Raises:
        SystemExit: it could not be made.
    """
    of_the_program = ("--pyproject", ROOT / "pyproject.toml", "--mc-type", "application")
    tool = (ENVIRONMENT_PYTHON, "-m", "cyclonedx_py", "requirements")
    run(*tool, "--output-reproducible", *of_the_program, "--output-file", file, pins.PROGRAM)
