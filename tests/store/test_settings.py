from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from smsdesk.domain.errors import UserFacingError
from smsdesk.store.settings import Settings, load_settings, save_settings

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "settings.json"


def test_settings_come_back_as_they_were_saved(file: Path) -> None:
    settings = Settings(15, "مكتب", "AdnQywAD", {"mainSplitter": "AAAA/w=="})
    save_settings(file, settings)
    assert load_settings(file).settings == settings
    assert list(file.parent.iterdir()) == [file]


def test_without_a_file_the_defaults_hold_and_nothing_is_told(file: Path) -> None:
    loaded = load_settings(file)
    assert (loaded.settings, loaded.set_aside) == (Settings(), None)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "null",
        "[" * 100_000,
    ],
    ids=lambda text: text[:40],
)
def test_a_broken_file_is_set_aside_whole_and_named(file: Path, text: str) -> None:
    file.write_text(text, encoding="utf-8")
    loaded = load_settings(file)
    assert loaded.settings == Settings()
    assert loaded.set_aside is not None
    assert loaded.set_aside.read_text(encoding="utf-8") == text
    assert not file.exists()


def test_bytes_that_are_no_text_are_set_aside_too(file: Path) -> None:
    file.write_bytes(b"\xff\xfe\x00{")
    loaded = load_settings(file)
    assert loaded.set_aside is not None
    assert loaded.set_aside.read_bytes() == b"\xff\xfe\x00{"


def test_every_broken_file_is_kept(file: Path) -> None:
    asides = set()
    for text in ("{1", "{2", "{3"):
        file.write_text(text)
        asides.add(load_settings(file).set_aside)
    assert {aside.read_text() for aside in asides if aside} == {"{1", "{2", "{3"}


def test_what_a_newer_version_added_is_passed_over(file: Path) -> None:
    file.write_text('{"balance_minutes": 7, "sparkles": true}')
    loaded = load_settings(file)
    assert (loaded.settings, loaded.set_aside) == (Settings(balance_minutes=7), None)


def test_settings_that_cant_be_saved_leave_the_old_ones_whole(file: Path) -> None:
    save_settings(file, Settings(balance_minutes=9))
    file.with_suffix(".new").mkdir()  # what the new ones are written to first
    with pytest.raises(UserFacingError, match="is gone, or something else stands"):
        save_settings(file, Settings(balance_minutes=1))
    assert load_settings(file).settings == Settings(balance_minutes=9)


def test_a_folder_that_is_none_is_told_in_words(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(UserFacingError, match="is gone, or something else stands"):
        save_settings(tmp_path / "file" / "settings.json", Settings())
