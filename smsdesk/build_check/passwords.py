"""Can this build speak to the system's password store. Whether there is one here, and open, is not its matter."""

from __future__ import annotations

import importlib
import sys

from smsdesk.build_check.check import expect

_NEEDED = {
    "win32": ("win32ctypes.pywin32.pywintypes", "win32ctypes.pywin32.win32cred"),
    "darwin": ("keyring.backends.macOS.api",),
    "linux": ("secretstorage.collection", "jeepney.io.blocking"),
}
"""What keyring's backends do without when they are imported, and miss when they are used; by `sys.platform`."""


def keyring_backends(platform: str = sys.platform) -> str:
    """Import each backend that may be used on this system, and what it stands on.

    Args:
        platform: as in `sys.platform`.
    """
    from smsdesk.accounts.system_keyring import ALLOWED_BACKENDS

    backends = ALLOWED_BACKENDS.get(platform, ALLOWED_BACKENDS["linux"])
    for path in backends:
        module, _, name = path.rpartition(".")
        expect(hasattr(importlib.import_module(module), name), f"there is no {path}")
    for module in _NEEDED.get(platform, _NEEDED["linux"]):
        importlib.import_module(module)
    return ", ".join(path.removeprefix("keyring.backends.") for path in backends)
