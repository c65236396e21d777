"""The IT person's switch: where it is set, nothing is asked, and no user can change that.

In Windows' registry it is a policy; on every system it may stand in a file that only an administrator writes.
"""

from __future__ import annotations

import json
import logging
import plistlib
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

SWITCH: Final = "DisableUpdateCheck"
"""The name of the policy: true in a file, a DWORD of 1 in the registry."""

REGISTRY_KEY: Final = r"SOFTWARE\Policies\smsdesk"
"""Below HKEY_LOCAL_MACHINE or HKEY_CURRENT_USER."""

_MOST_BYTES: Final = 64 * 1024

_log = logging.getLogger(__name__)


def policy_files(platform: str, environment: Mapping[str, str]) -> tuple[Path, ...]:
    """Where a policy may stand on this system; see `packaging/README.md`.

    Args:
        platform: as in `sys.platform`.
        environment: the environment variables.
    """
    if platform == "win32":
        return (Path(environment.get("PROGRAMDATA") or r"C:\ProgramData") / "smsdesk" / "policies.json",)
    if platform == "darwin":
        return (
            Path("/Library/Managed Preferences/org.smsdesk.smsdesk.plist"),  # what a device management puts there
            Path("/Library/Application Support/smsdesk/policies.json"),
        )
    return (Path("/etc/smsdesk/policies.json"),)


def is_forbidden(files: Sequence[Path], in_registry: Callable[[], bool] | None = None) -> bool:
    """Whether asking for a newer version is turned off for good. A policy that can't be read turns it off, too.

    Args:
        files: where a policy may stand.
        in_registry: looks into the registry; the system's own, if left out.
    """
    return any(map(_forbids, files)) or (in_registry or _in_registry)()


def _forbids(file: Path) -> bool:
    try:
        with file.open("rb") as opened:
            raw = opened.read(_MOST_BYTES)
        told: Any = plistlib.loads(raw) if file.suffix == ".plist" else json.loads(raw.decode("utf-8-sig"))
        return bool(told.get(SWITCH, False))
    except (FileNotFoundError, NotADirectoryError):
        return False
    except Exception as error:  # whatever a file can hold; who wrote one wanted something forbidden
        _log.warning("the policy can't be read, so nothing is asked: %s", type(error).__name__)
        return True


def _in_registry() -> bool:
    found = False
    if sys.platform == "win32":
        import winreg

        reading = winreg.KEY_READ | winreg.KEY_WOW64_64KEY
        for root in (winreg.HKEY_LOCAL_MACHINE, winreg.HKEY_CURRENT_USER):
            try:
                with winreg.OpenKey(root, REGISTRY_KEY, 0, reading) as key:
                    found = found or bool(winreg.QueryValueEx(key, SWITCH)[0])
            except FileNotFoundError:
                continue  # nobody set it there
            except OSError as error:
                _log.warning("the policy can't be read, so nothing is asked: %s", type(error).__name__)
                found = True
    return found
