"""What of the libraries a frozen smsdesk does without, by the name under which PyInstaller would pack it.

The build check and the self-test of the frozen program say whether it was too much.
"""

# As dev.py: the standard library only.
from __future__ import annotations

from pathlib import PurePosixPath

LANGUAGES = ("ar", "en")
"""Those of Qt's own words that are kept."""

PLUGINS = {
    "iconengines": ("svg",),
    "imageformats": ("svg",),  # Qt reads PNG without help
    "platforminputcontexts": ("compose", "ibus"),
    "platforms": ("xcb", "wayland", "offscreen", "windows", "cocoa"),
    "platformthemes": ("xdgdesktopportal",),  # GTK's would bring GTK along
    "styles": ("",),
    "wayland-decoration-client": ("",),
    "wayland-shell-integration": ("xdg-shell", "qt-shell"),
}
"""Kinds of Qt plug-ins that are kept, and how the names of the kept ones go on behind `libq`; the rest goes.

Nothing here draws with OpenGL, and Qt's network is used for local sockets alone, so that its TLS can go.
"""

NEVER = ("opengl32sw.dll", "d3dcompiler_47.dll")
"""Windows' stand-ins for a graphics card, of 20 MB."""


def is_needed(name: str) -> bool:
    """Tells whether a file belongs into the frozen program.

    Args:
        name: its path in there, `PySide6/Qt/plugins/tls/libqopensslbackend.so`, with either kind of slash.
    """
    path = PurePosixPath(name.replace("\\", "/"))
    if path.name.lower() in NEVER:
        return False
    if "PySide6" not in path.parts:
        return True
    folder = path.parent.name
    if folder == "translations":
        return path.name in {f"qtbase_{language}.qm" for language in LANGUAGES}
    if path.parent.parent.name == "plugins":
        plugin = path.name.removeprefix("lib").removeprefix("q")
        return plugin.startswith(PLUGINS.get(folder, ()))
    return True
