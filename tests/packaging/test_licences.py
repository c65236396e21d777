"""Nothing is delivered without its licence text."""

from __future__ import annotations

import email

import licences
import pytest
from pins import PROGRAM, pinned_versions, plain_name

PINNED = pinned_versions(PROGRAM.read_text(encoding="utf-8"))
NOT_OF_A_PACKAGE = {"smsdesk.txt", "python.txt", *licences.KEPT}


@pytest.mark.parametrize(("package", "version"), PINNED.items())
def test_every_pin_has_its_text_in_the_version_that_is_delivered(package: str, version: str) -> None:
    written = (licences.FOLDER / licences.file_of(package)).read_text(encoding="utf-8")
    head, _, text = written.partition("\n\n")
    name, _, told = head.partition("\n")[0].rpartition(" ")
    assert told == version, "make the texts anew: .venv/bin/python packaging/licences.py"
    assert plain_name(name) == package or package in licences.QT
    assert len(text) > 500


def test_no_text_stays_of_what_is_delivered_no_more() -> None:
    wanted = {licences.file_of(package) for package in PINNED} | NOT_OF_A_PACKAGE
    assert {path.name for path in licences.FOLDER.iterdir()} == wanted


@pytest.mark.parametrize("package", [name for name in PINNED if name not in licences.QT])
def test_a_text_is_what_the_installed_package_tells(package: str) -> None:
    made = licences.installed(package, PINNED[package])
    if made is None:
        pytest.skip("only another system, or another Python, needs it")
    assert (licences.FOLDER / licences.file_of(package)).read_text(encoding="utf-8") == made


def test_a_package_without_a_text_is_refused() -> None:
    told = email.message_from_string("Name: silent\nVersion: 1.0\n")
    for texts in ({}, {"silent-1.0.dist-info/LICENSE": "\n"}):
        with pytest.raises(licences.NoText, match="silent"):
            licences.described(told, texts)


def test_only_what_stands_with_the_metadata_is_a_licence_text() -> None:
    assert licences.is_licence("a-1.dist-info/LICENSE")
    assert licences.is_licence("a-1.dist-info/licenses/sub/LICENSE.APACHE")
    assert licences.is_licence("a-1.dist-info/licenses/NOTICE")
    assert not licences.is_licence("a-1.dist-info/METADATA")
    assert not licences.is_licence("a/data/LICENSE")


@pytest.mark.parametrize(("name", "title"), [("gpl-3.0.txt", "GNU GENERAL"), ("lgpl-3.0.txt", "GNU LESSER GENERAL")])
def test_the_texts_of_the_gnu_project_are_whole(name: str, title: str) -> None:
    text = (licences.FOLDER / name).read_text(encoding="utf-8")
    assert text.lstrip().startswith(f"{title} PUBLIC LICENSE\n                       Version 3, 29 June 2007")
    assert len(text) == {"gpl-3.0.txt": 35149, "lgpl-3.0.txt": 7652}[name]


def test_qts_notice_names_the_version_that_is_delivered() -> None:
    assert dict(licences.own_works())["qt.txt"] == (licences.FOLDER / "qt.txt").read_text(encoding="utf-8")
    assert PINNED["pyside6-essentials"] in dict(licences.own_works())["qt.txt"]
