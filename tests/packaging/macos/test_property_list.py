from __future__ import annotations

import plistlib
from pathlib import Path

from macos.property_list import IDENTIFIER, property_list

ROOM = Path(__file__).resolve().parents[3] / "packaging" / "macos"


def written(version: str = "1.2.3") -> dict[str, object]:
    told: dict[str, object] = plistlib.loads(plistlib.dumps(property_list(version)))
    return told


def test_macos_is_told_the_version() -> None:
    told = written("1.2.3")
    assert told["CFBundleShortVersionString"] == told["CFBundleVersion"] == "1.2.3"


def test_a_switch_is_a_boolean() -> None:
    told = written()
    assert told["NSHighResolutionCapable"] is True
    assert told["NSRequiresAquaSystemAppearance"] is False
    assert [key for key, value in told.items() if value in ("true", "false", "YES", "NO")] == []


def test_the_app_speaks_both_languages_and_is_for_business() -> None:
    told = written()
    assert told["CFBundleDevelopmentRegion"] == "en"
    assert told["CFBundleLocalizations"] == ["en", "ar"]
    assert told["LSApplicationCategoryType"] == "public.app-category.business"


def test_it_is_offered_for_lists_and_never_the_default() -> None:
    (kind,) = property_list("1.2.3")["CFBundleDocumentTypes"]
    assert kind["LSHandlerRank"] == "Alternate"
    assert kind["CFBundleTypeRole"] == "Viewer"
    assert {"public.comma-separated-values-text", "org.openxmlformats.spreadsheetml.sheet", "public.vcard"} <= set(
        kind["LSItemContentTypes"]
    )


def test_the_identifier_is_one_that_macos_takes() -> None:
    assert all(part.isidentifier() for part in IDENTIFIER.split("."))
    assert IDENTIFIER.count(".") == 2


def test_one_entitlement_is_asked_for() -> None:
    asked = plistlib.loads((ROOM / "entitlements.plist").read_bytes())
    assert asked == {"com.apple.security.cs.allow-unsigned-executable-memory": True}
