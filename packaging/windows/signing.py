"""Authenticode signatures, by osslsigncode on Linux, when a certificate is there; without one nothing is signed.

The certificate's file and its password are named by two environment variables. As a program this signs the file that
it is given: makensis calls it so for the uninstaller, which is packed into the installer and signed before that.
"""

# As dev.py: the standard library only.
from __future__ import annotations

import os
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

CERTIFICATE = "WINDOWS_SIGNING_PKCS12"
PASSWORD = "WINDOWS_SIGNING_PASSWORD"
TIMESTAMP_SERVER = "WINDOWS_SIGNING_TIMESTAMP_URL"


def signing_possible(variables: Mapping[str, str]) -> bool:
    """Tells whether a certificate is there."""
    return os.path.isfile(variables.get(CERTIFICATE, ""))  # noqa: PTH113 - "" would be the current folder


def signing_command() -> str:
    """Gives the command, for a shell, that signs the file whose name is appended."""
    return shlex.join([sys.executable, str(Path(__file__).resolve())])


def sign(path: Path) -> bool:
    """Signs the file in place; False when no certificate is there.

    Raises:
        SystemExit: it could not be signed. A release that shall be signed is none when it is not.
    """
    if not signing_possible(os.environ):
        return False
    with tempfile.TemporaryDirectory(prefix="smsdesk-") as temporary:
        # Not on the command line: every user of the machine can read that.
        password = Path(temporary) / "password"
        password.touch(mode=0o600)
        password.write_text(os.environ.get(PASSWORD, ""), encoding="utf-8")
        signed = Path(temporary) / path.name
        command = ["osslsigncode", "sign", "-pkcs12", os.environ[CERTIFICATE], "-readpass", str(password)]
        command += ["-h", "sha256", "-n", "smsdesk"]
        if server := os.environ.get(TIMESTAMP_SERVER):
            command += ["-ts", server]
        if subprocess.run([*command, "-in", str(path), "-out", str(signed)], check=False).returncode:
            raise SystemExit(f"{path.name} could not be signed; osslsigncode says why above.")
        path.write_bytes(signed.read_bytes())
    return True


if __name__ == "__main__":
    sys.exit(0 if sign(Path(sys.argv[1])) else 1)
