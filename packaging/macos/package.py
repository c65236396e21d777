"""From PyInstaller's smsdesk.app to a disk image: signed and notarised when the secrets are there, else as it is.

PyInstaller signs the app from the inside out while it makes it: with `MACOS_SIGNING_IDENTITY`, or ad hoc without.
"""

# As dev.py: the standard library only.
from __future__ import annotations

import os
import platform
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from programs import run, say, start

if TYPE_CHECKING:
    from collections.abc import Mapping

IDENTITY = "MACOS_SIGNING_IDENTITY"
NOTARY_KEY = "MACOS_NOTARY_KEY"
NOTARY_KEY_ID = "MACOS_NOTARY_KEY_ID"
NOTARY_ISSUER = "MACOS_NOTARY_ISSUER"

TRIES = 6  # Spotlight or a scanner holds the fresh volume: "Resource busy"
PAUSE_S = 10.0


@dataclass(frozen=True, slots=True)
class Secrets:
    """What Apple wants before it trusts a program; each may be missing ("").

    Args:
        identity: the certificate's name in the keychain ("Developer ID Application: ...").
        key: file of the App Store Connect key.
        key_id: its id.
        issuer: whose key it is.
    """

    identity: str = ""
    key: str = ""
    key_id: str = ""
    issuer: str = ""

    @property
    def can_notarise(self) -> bool:
        """Apple notarises only what is signed."""
        return all((self.identity, self.key_id, self.issuer)) and Path(self.key).is_file()


def secrets_of(variables: Mapping[str, str]) -> Secrets:
    """Reads them from the environment."""
    return Secrets(*(variables.get(name, "") for name in (IDENTITY, NOTARY_KEY, NOTARY_KEY_ID, NOTARY_ISSUER)))


def make_packages(app: Path, version: str, out: Path) -> list[Path]:
    """Makes the disk image for this machine's architecture.

    Args:
        app: smsdesk.app.
        version: as in `smsdesk.__version__`.
        out: where the image is put.

    Raises:
        SystemExit: a step failed; its own words stand above.
    """
    secrets = secrets_of(os.environ)
    run("codesign", "--verify", "--deep", "--strict", "--verbose=2", app)
    image = out / f"smsdesk-{version}-macos-{architecture(platform.machine())}.dmg"
    with tempfile.TemporaryDirectory(prefix="smsdesk-") as temporary:
        folder = Path(temporary)
        if secrets.can_notarise:
            # The app on its own first: whoever copies it out of the image takes the ticket along.
            packed = folder / "smsdesk.zip"
            run("ditto", "-c", "-k", "--keepParent", app, packed)
            notarise(packed, app, secrets)
        shown = folder / "shown"
        shown.mkdir()
        run("ditto", app, shown / app.name)
        (shown / "Applications").symlink_to("/Applications")
        make_image(shown, image)
    if secrets.identity:
        run("codesign", "--sign", secrets.identity, "--timestamp", image)
    if secrets.can_notarise:
        notarise(image, image, secrets)
    return [image]


def make_image(folder: Path, image: Path, pause_s: float = PAUSE_S) -> None:
    """Makes the compressed image of a folder, again when the volume is held by somebody.

    Raises:
        SystemExit: it failed every time.
    """
    command = ("hdiutil", "create", "-volname", "smsdesk", "-srcfolder", folder, "-fs", "HFS+", "-format", "UDZO")
    for attempt in range(1, TRIES + 1):
        if start(*command, "-ov", image) == 0:
            return
        say(f"hdiutil failed ({attempt} of {TRIES})")
        if attempt < TRIES:
            time.sleep(pause_s)
    raise SystemExit("hdiutil could not make the disk image; its reason is above.")


def notarise(packed: Path, subject: Path, secrets: Secrets) -> None:
    """Sends the file to Apple, waits for the answer, and fastens the ticket to what it is about.

    Raises:
        SystemExit: Apple refused it, or can't be reached.
    """
    key = ("--key", secrets.key, "--key-id", secrets.key_id, "--issuer", secrets.issuer)
    run("xcrun", "notarytool", "submit", packed, *key, "--wait", "--timeout", "30m")
    run("xcrun", "stapler", "staple", subject)


def architecture(machine: str) -> str:
    """Gives how files name the processor: arm64 or x64."""
    return {"x86_64": "x64"}.get(machine, machine)
