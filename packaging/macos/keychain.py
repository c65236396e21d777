"""Puts the signing certificate into a keychain of its own, which a build machine throws away afterwards.

    python packaging/macos/keychain.py CERTIFICATE.p12 FOLDER

MACOS_SIGNING_PASSWORD is the certificate's password. Without the file nothing is done: the app will be signed ad hoc.
"""

# As dev.py: the standard library only.
from __future__ import annotations

import os
import secrets
import subprocess
import sys
from pathlib import Path

PASSWORD = "MACOS_SIGNING_PASSWORD"
LOCKED_AFTER_S = 6 * 60 * 60


def main(certificate: Path, folder: Path) -> int:
    """Makes the keychain in this folder; gives the exit code."""
    if not certificate.exists():
        print("No certificate: the app will be signed ad hoc.")
        return 0
    keychain, own_password = str(folder / "smsdesk.keychain-db"), secrets.token_urlsafe()
    security("create-keychain", "-p", own_password, keychain)
    security("set-keychain-settings", "-lut", str(LOCKED_AFTER_S), keychain)
    security("unlock-keychain", "-p", own_password, keychain)
    security(
        "import", str(certificate), "-k", keychain, "-f", "pkcs12", "-P", os.environ.get(PASSWORD, ""), "-T",
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
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
