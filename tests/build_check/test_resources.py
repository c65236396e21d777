from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QLibraryInfo
from PySide6.QtGui import QIcon

from smsdesk.build_check import resources
from smsdesk.build_check.check import Missing
from smsdesk.ui.qt import application as qt_application
from smsdesk.ui.text import compiled
from smsdesk.ui.text.languages import LANGUAGES
from smsdesk.ui.window import help_window, licences_window

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot


def test_all_that_comes_beside_the_code_is_there(qtbot: QtBot) -> None:
    assert resources.icon().startswith("64 × 64")
    assert resources.resource_files().endswith("there")
    assert resources.help_page().endswith("chapters")
    assert resources.licences().endswith("texts")
    assert "ألغِ" in resources.translations()


def test_an_icon_that_nothing_can_draw_fails(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "smsdesk.svg").write_text("no picture")
    monkeypatch.setattr(qt_application, "program_icon", lambda: QIcon(str(tmp_path / "smsdesk.svg")))
    with pytest.raises(Missing, match="drawn"):
        resources.icon()


def test_an_icon_that_shows_nothing_fails(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "smsdesk.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>')
    monkeypatch.setattr(qt_application, "program_icon", lambda: QIcon(str(tmp_path / "smsdesk.svg")))
    with pytest.raises(Missing, match="drawn"):
        resources.icon()


def test_a_file_that_the_build_lost_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resources, "packed_files", lambda: ["smsdesk/app.py", "smsdesk/resources/lost.txt"])
    with pytest.raises(Missing, match=r"smsdesk/resources/lost\.txt"):
        resources.resource_files()


def test_a_build_that_knows_no_files_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resources, "packed_files", lambda: ["smsdesk/app.py"])
    with pytest.raises(Missing, match="none is known"):
        resources.resource_files()


def test_a_help_without_chapters_fails(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "index.md").write_text("Soon.")
    monkeypatch.setattr(help_window, "help_page", lambda: tmp_path / "index.md")
    with pytest.raises(Missing, match="0 chapters"):
        resources.help_page()


@pytest.mark.parametrize(
    ("names", "why"),
    [((), "only 0"), ([f"work-{number}" for number in range(40)], "GNU LGPL 3 is not among them")],
)
def test_lost_licences_fail(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, names: list[str], why: str
) -> None:
    for name in names:
        (tmp_path / f"{name}.txt").write_text(name)
    monkeypatch.setattr(licences_window, "resource", lambda _name: tmp_path)
    with pytest.raises(Missing, match=why):
        resources.licences()


def test_a_language_that_the_build_lost_fails(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(LANGUAGES, "xx", "Lost")
    with pytest.raises(FileNotFoundError, match=r"smsdesk_xx\.qm"):
        resources.translations()


def test_lost_words_of_qt_fail(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(QLibraryInfo, "path", lambda _which: str(tmp_path))
    with pytest.raises(Missing, match=r"there is no qtbase_ar\.qm"):
        resources.translations()


def test_lost_words_of_ours_fail(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(compiled, "compiled_translation", lambda code: tmp_path / f"smsdesk_{code}.qm")
    with pytest.raises(Missing, match=r"there is no smsdesk_ar\.qm"):
        resources.translations()


def test_a_translation_without_a_word_that_all_have_fails(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resources, "_OF_OURS", ("launch", "Lost"))
    with pytest.raises(Missing, match=r"smsdesk_ar\.qm does not say what 'Lost' is"):
        resources.translations()


def test_no_language_at_all_fails(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(LANGUAGES, "ar")
    with pytest.raises(Missing, match="there is none"):
        resources.translations()
