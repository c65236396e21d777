from __future__ import annotations

from pathlib import Path

import PySide6
import pytest
import slim

QT = Path(PySide6.__file__).parent / "Qt"


@pytest.mark.parametrize(
    "name",
    [
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6/Qt/plugins/platforms/libqoffscreen.so",
        "PySide6/plugins/platforms/qwindows.dll",
        r"PySide6\plugins\styles\qmodernwindowsstyle.dll",
        "PySide6/Qt/plugins/platforms/libqcocoa.dylib",
        "PySide6/Qt/plugins/iconengines/libqsvgicon.so",
        "PySide6/Qt/translations/qtbase_ar.qm",
        "PySide6/QtTest.abi3.so",
        "sqlalchemy/dialects/postgresql/psycopg2.py",
        "tzdata/zoneinfo/Asia/Muscat",
        "smsdesk/resources/help/index.md",
    ],
)
def test_what_the_program_needs_stays(name: str) -> None:
    assert slim.is_needed(name)


@pytest.mark.parametrize(
    "name",
    [
        "PySide6/Qt/plugins/platforms/libqvnc.so",
        "PySide6/Qt/plugins/platformthemes/libqgtk3.so",
        "PySide6/plugins/tls/qschannelbackend.dll",
        "PySide6/Qt/plugins/imageformats/libqtiff.so",
        "PySide6/Qt/plugins/generic/libqevdevmouseplugin.so",
        "PySide6/Qt/translations/qtbase_fr.qm",
        "PySide6/Qt/translations/qt_ar.qm",
        r"PySide6\opengl32sw.dll",
    ],
)
def test_what_nobody_uses_goes(name: str) -> None:
    assert not slim.is_needed(name)


def test_every_kept_kind_of_plugin_is_one_that_qt_has() -> None:
    plugins = QT / "plugins"
    if not plugins.is_dir():
        pytest.skip("this system's PySide6 keeps its plug-ins elsewhere")
    # "styles" are for Windows and macOS alone.
    assert {kind for kind in slim.PLUGINS if not (plugins / kind).is_dir()} <= {"styles"}
    for kind in {*slim.PLUGINS} - {"styles"}:
        names = [f"PySide6/Qt/plugins/{kind}/{path.name}" for path in (plugins / kind).iterdir()]
        assert any(map(slim.is_needed, names)), f"nothing of {kind} is kept"
