"""Tries a disk image on the macOS that it runs on, as a user would: open it, copy the app out, start it.

python packaging/macos/trial.py IMAGE.dmg
"""

# As dev.py: the standard library only.
from __future__ import annotations

import plistlib
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from programs import run, say, start

from macos.package import PAUSE_S, TRIES
from macos.property_list import IDENTIFIER

if TYPE_CHECKING:
    from collections.abc import Iterator


def main(image: Path) -> int:
    """Gives the exit code: that of the first step that failed."""
    with tempfile.TemporaryDirectory(prefix="smsdesk-") as temporary:
        folder = Path(temporary)
        app = folder / "smsdesk.app"
        with mounted(image, folder / "volume") as volume:
            if not (volume / "Applications").is_symlink():
                say("The image does not show where to put the app.")
                return 1
            run("ditto", volume / "smsdesk.app", app)
        run("codesign", "--verify", "--deep", "--strict", "--verbose=2", app)
        told = plistlib.loads((app / "Contents" / "Info.plist").read_bytes())
        if told["CFBundleIdentifier"] != IDENTIFIER:
            say(f"The app calls itself {told['CFBundleIdentifier']}.")
            return 1
        # What Gatekeeper would say: an app without a notary's ticket is refused, and that is no failure of the trial.
        start("spctl", "--assess", "--type", "execute", "--verbose", app)
        program = app / "Contents" / "MacOS" / "smsdesk"
        return start(program, "--build-check") or start(program, "--self-test")


@contextmanager
def mounted(image: Path, volume: Path, pause_s: float = PAUSE_S) -> Iterator[Path]:
    """The image is open meanwhile, unseen by the Finder.

    Raises:
        SystemExit: it can't be opened.
    """
    run("hdiutil", "attach", image, "-readonly", "-nobrowse", "-noautoopen", "-mountpoint", volume)
    try:
        yield volume
    finally:
        for _ in range(TRIES):
            if start("hdiutil", "detach", volume, "-force") == 0:
                break
            time.sleep(pause_s)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]).resolve()))
