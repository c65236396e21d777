"""Whether the tests notice dangerous changes: `python -m tests.mutations.mutate [WORD ...]`.

Each mutation of the table is made in a copy of the tree, and the tests that should notice run there. Prints `caught`,
`SURVIVED`, `cannot apply` or `cannot run` for each, and ends with 1 unless all are caught. With words it tries only the
mutations whose name or file holds one of them.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tests.mutations.table import MUTATIONS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.mutations.mutation import Mutation

ROOT: Final = Path(__file__).resolve().parents[2]
_COPIED: Final = ("smsdesk", "tests", "resources", "packaging", "pyproject.toml")
_FAILED: Final = 1
"""What pytest ends with when tests ran and failed; whatever else is not 0 says that they could not run."""


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.mutations.mutate", description=__doc__.partition("\n")[0])
    parser.add_argument("words", nargs="*", help="only mutations whose name or file holds one of these (all)")
    words = parser.parse_args().words
    chosen = [each for each in MUTATIONS if not words or any(word in each.name + each.file for word in words)]
    told = [_told(mutation) for mutation in chosen]
    caught = told.count("caught")
    _say(f"{caught} of {len(told)} caught")
    return 0 if told and caught == len(told) else 1


def _told(mutation: Mutation) -> str:
    with tempfile.TemporaryDirectory(prefix="smsdesk-mutation-") as name:
        copy = _copy_of_the_tree(Path(name))
        if not mutation.make(copy):
            verdict, which = "cannot apply", mutation.file
        else:
            verdict, which = _tried(copy, mutation.tests)
    _say(f"{verdict:12}  {mutation.name}  ({which})")
    return verdict


def _tried(copy: Path, tests: Sequence[str]) -> tuple[str, str]:
    """Run these tests in the copy; gives what that says of the mutation, and the first test that failed."""
    run = subprocess.run(
        [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", *tests],
        cwd=copy,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(copy)},
        capture_output=True,
        text=True,
        check=False,
    )
    if run.returncode == 0:
        return "SURVIVED", ", ".join(tests)
    failed = [line for line in run.stdout.splitlines() if line.startswith("FAILED")]
    if run.returncode != _FAILED or not failed:
        return "cannot run", (run.stdout + run.stderr).strip().splitlines()[-1]
    return "caught", failed[0].removeprefix("FAILED ").partition(" - ")[0]


def _copy_of_the_tree(folder: Path) -> Path:
    for name in _COPIED:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copyfile(ROOT / name, folder / name)
    return folder


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
