"""What macOS is told of the app: Info.plist, which PyInstaller's `BUNDLE(info_plist=...)` takes."""

# As dev.py: the standard library only.
from __future__ import annotations

from typing import Any, Final

IDENTIFIER: Final = "org.smsdesk.smsdesk"
"""macOS knows the app by it (Keychain, preferences, updates): never to be changed after the first release."""

OLDEST_SYSTEM: Final = "15.0"
"""What PySide6 6.11's bindings were built for; Qt itself would do with 13."""

CONTENT_TYPES: Final = (
    "public.comma-separated-values-text",
    "public.tab-separated-values-text",
    "org.openxmlformats.spreadsheetml.sheet",
    "org.openxmlformats.spreadsheetml.sheet.macroenabled",
    "com.microsoft.excel.xls",
    "org.oasis-open.opendocument.spreadsheet",
    "public.vcard",
)


def property_list(version: str) -> dict[str, Any]:
    """Gives the keys; a switch is a boolean, for the text "true" means nothing to macOS.

    Args:
        version: as in `smsdesk.__version__`.
    """
    return {
        "CFBundleName": "smsdesk",
        "CFBundleDisplayName": "smsdesk",
        "CFBundleShortVersionString": version,
        "CFBundleVersion": version,
        # Without both, macOS shows its own menus and dialogs in English only.
        "CFBundleDevelopmentRegion": "en",
        "CFBundleLocalizations": ["en", "ar"],
        "LSMinimumSystemVersion": OLDEST_SYSTEM,
        "LSApplicationCategoryType": "public.app-category.business",
        "NSHumanReadableCopyright": "MIT License",
        "NSPrincipalClass": "NSApplication",
        "NSHighResolutionCapable": True,
        "NSRequiresAquaSystemAppearance": False,  # dark mode as everywhere
        "NSSupportsAutomaticGraphicsSwitching": True,  # needs no fast graphics card
        "NSLocalNetworkUsageDescription": "smsdesk speaks to your SMS gateway if it stands in your own network.",
        "CFBundleDocumentTypes": [
            {
                "CFBundleTypeName": "List of people",
                "CFBundleTypeRole": "Viewer",
                "LSHandlerRank": "Alternate",  # offered under "Open with", never the default
                "LSItemContentTypes": list(CONTENT_TYPES),
            }
        ],
    }
