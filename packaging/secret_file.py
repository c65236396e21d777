"""Writes a secret of the workflow into a file, for programs that take one only so.

python packaging/secret_file.py VARIABLE FILE    VARIABLE holds the file in base64; without it, none is written
"""

# As dev.py: the standard library only.
from __future__ import annotations

import base64
import binascii
import os
import sys
from pathlib import Path


def main(variable: str, file: Path) -> int:
    """Gives the exit code."""
    held = os.environ.get(variable, "")
    if not held:
        print(f"{variable} is not set: going on without.")
        return 0
    try:
        data = base64.b64decode("".join(held.split()), validate=True)
    except binascii.Error:
        print(f"{variable} is no base64.", file=sys.stderr)
        return 1
    file.touch(mode=0o600)
    file.write_bytes(data)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], Path(sys.argv[2])))
