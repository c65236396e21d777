"""`smsdesk --build-check [--output FILE]`: does this build hold all that the program will need one day.

The self-test does the main job; this looks at what it can't see.
"""

from __future__ import annotations

import argparse
import faulthandler
import importlib
import os
import sys
import threading
import time
from typing import TYPE_CHECKING, Final

from smsdesk.build_check import encryption, modules, oldest_profile, passwords, people_files, resources, system, tables
from smsdesk.build_check.check import Check, carry_out
from smsdesk.support.line_report import say

if TYPE_CHECKING:
    from collections.abc import Sequence

# Each imports what it looks at when it is carried out: what is missing fails that one check, and not all of them.
CHECKS: Final = (
    Check("every module", modules.every_module),
    Check("providers", modules.every_provider),
    Check("versions", modules.versions),
    Check("password store", passwords.keyring_backends),
    Check("oldest profile", oldest_profile.oldest_profile),
    Check("time zones", tables.time_zones),
    Check("phone regions", tables.phone_regions),
    Check("lists of people", people_files.lists_of_people),
    Check("self-signed server refused", encryption.self_signed_server),
    Check("translations", resources.translations),
    Check("icon", resources.icon),
    Check("resource files", resources.resource_files),
    Check("help", resources.help_page),
    Check("licences", resources.licences),
    Check("window systems", system.window_systems),
    Check("local socket", system.local_socket),
    Check("sleep inhibitor", system.sleep_inhibitor),
    Check("event loop", system.event_loop),
)
_DEADLINE_S: Final = 180.0


def main(arguments: Sequence[str]) -> int:
    """Carry out every check; gives 0 when all is there, else 1."""
    _parser().parse_args(arguments)
    return build_check(CHECKS)


def build_check(checks: Sequence[Check], deadline_s: float = _DEADLINE_S) -> int:
    """Carry out these checks, with a line for each and one at the end.

    Args:
        checks: what to look at.
        deadline_s: seconds after which it ends by force; a build may be so broken that a check never returns.

    Returns:
        The exit code: 0 when all was there, else 1.
    """
    force = threading.Timer(deadline_s, _end_by_force, (deadline_s,))
    force.daemon = True
    force.start()
    began = time.monotonic()
    library = _WindowLibrary()
    failed = carry_out([Check("window library", library.open), *checks], say)
    force.cancel()
    if failed:
        say(f"FAIL  {len(failed)} of {len(checks) + 1} checks failed: {', '.join(failed)}")
        return 1
    say(f"ok    all {len(checks) + 1} checks passed in {time.monotonic() - began:.1f} s")
    return 0


class _WindowLibrary:
    """Holds Qt's application object, without a screen: the checks after it need one."""

    def __init__(self) -> None:
        self._application: object = None

    def open(self) -> str:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        importlib.import_module("smsdesk.ui")  # before anything else of Qt, as in a real start
        from PySide6.QtCore import qVersion
        from PySide6.QtWidgets import QApplication

        self._application = QApplication.instance() or QApplication(sys.argv[:1])
        return f"Qt {qVersion()}"


def _end_by_force(deadline_s: float) -> None:
    say(f"FAIL  not done after {deadline_s:g} s")
    if sys.stderr is not None:
        faulthandler.dump_traceback(sys.stderr)
    os._exit(1)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="smsdesk --build-check", description="Say whether this build of smsdesk is complete."
    )
    parser.add_argument("--build-check", action="store_true", help="this")
    # Taken by `__main__`, for every option alike; here for --help alone.
    parser.add_argument("--output", metavar="FILE", help="write what is printed into this file as well")
    return parser
