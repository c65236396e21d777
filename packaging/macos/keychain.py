"""Puts the signing certificate into a keychain of its own, which a build machine throws away afterwards.

    python packaging/macos/keychain.py FOLDER

Reads MACOS_SIGNING_PKCS12 (the certificate's file) and MACOS_SIGNING_PASSWORD; without them it does nothing.
"""

# As dev.py: the standard library only.
from __future__ import annotations

import os
import secrets
import subprocess
import sys
from pathlib import Path

CERTIFICATE = "MACOS_SIGNING_PKCS12"
PASSWORD = "MACOS_SIGNING_PASSWORD"
LOCKED_AFTER_S = 6 * 60 * 60


def main(folder: Path) -> int:
    """Makes the keychain in this folder; gives the exit code."""
    certificate = os.environ.get(CERTIFICATE)
    if not certificate:
        print("No certificate: the app will be signed ad hoc.")
        return 0
    keychain, own_password = str(folder / "smsdesk.keychain-db"), secrets.token_urlsafe()
    security("create-keychain", "-p", own_password, keychain)
    security("set-keychain-settings", "-lut", str(LOCKED_AFTER_S), keychain)
    security("unlock-keychain", "-p", own_password, keychain)
    security(
        "import", certificate, "-k", keychain, "-f", "pkcs12", "-P", os.environ.get(PASSWORD, ""), "-T",
        "/usr/bin/codesign",
    )  # fmt: skip
    # Else codesign would ask, in a window that nobody sees.
    security("set-key-partition-list", "-S", "apple-tool:,apple:", "-s", "-k", own_password, keychain)
    security("list-keychains", "-d", "user", "-s", keychain, "login.keychain-db")
    return 0


def security(*arguments: str) -> None:
    """Runs macOS's `security`; what it was given is never printed.

    Raises:
        SystemExit: it failed.
    """
    if code := subprocess.run(["security", *arguments], stdout=subprocess.DEVNULL, check=False).returncode:
        raise SystemExit(f"security {arguments[0]} failed (exit code {code}).")


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
