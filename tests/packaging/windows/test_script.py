"""What the installer's script says, where no installer need be made to know it."""

from __future__ import annotations

import re
from pathlib import Path

from windows import msi, trial

ROOM = Path(__file__).resolve().parents[3] / "packaging" / "windows"
SCRIPTS = sorted([*ROOM.glob("*.nsi"), *ROOM.glob("*.nsh")])
PRODUCT = ROOM.parents[1] / "smsdesk"


def text() -> str:
    return "\n".join(path.read_text(encoding="utf-8") for path in SCRIPTS)


def strings(language: str) -> dict[str, str]:
    return dict(re.findall(rf'LangString (\w+) \${{LANG_{language}}} "(.+)"', text()))


def test_every_sentence_is_there_in_both_languages() -> None:
    english, arabic = strings("ENGLISH"), strings("ARABIC")
    assert english.keys() == arabic.keys()
    assert all(re.search("[\u0621-\u064a]{2}", sentence) for sentence in arabic.values())
    assert len(set(arabic.values())) == len(arabic)


def test_every_sentence_is_used_and_every_used_one_is_there() -> None:
    assert set(re.findall(r"\$\((\w+)\)", text())) == strings("ENGLISH").keys()


def test_a_sentence_names_the_same_folder_in_both_languages() -> None:
    places = r"\$INSTDIR|\$Folder|%\w+%"
    english, arabic = strings("ENGLISH"), strings("ARABIC")
    assert {name: re.findall(places, sentence) for name, sentence in english.items()} == {
        name: re.findall(places, sentence) for name, sentence in arabic.items()
    }


def test_only_folders_of_its_own_are_removed_with_all_that_is_in_them() -> None:
    removed = set(re.findall(r"RMDir /r (\S+)", text()))
    assert removed == {'"${INCOMING}"', '"${OUTGOING}"'}
    assert re.findall(r"!define (INCOMING|OUTGOING) \"(.+)\"", text()) == [
        ("INCOMING", "$INSTDIR\\.smsdesk-incoming"), ("OUTGOING", "$INSTDIR\\.smsdesk-outgoing"),
    ]  # fmt: skip


def test_the_trial_knows_the_installers_exit_codes() -> None:
    codes = dict(re.findall(r"!define EXIT_(\w+) (\d+)", text()))
    for name in ("FAILED", "NO_LIST", "OPEN", "UNFIT_FOLDER", "OLD_WINDOWS"):
        assert int(codes[name]) == getattr(trial, name)
    assert len(set(codes.values())) == len(codes)


def test_every_exit_code_is_told_to_whoever_deploys_it() -> None:
    told = re.findall(r"^\| (\d+) \|", (ROOM / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert sorted(map(int, told)) == sorted({0, 1, *map(int, re.findall(r"!define EXIT_\w+ (\d+)", text()))})


def test_setup_and_msi_offer_the_program_for_the_same_kinds_of_files() -> None:
    assert tuple(re.findall(r'insertmacro \${DO} "(\.\w+)"', text())) == msi.KINDS


def test_all_these_kinds_can_be_opened() -> None:
    opened = (PRODUCT / "ui" / "controllers" / "importing.py").read_text(encoding="utf-8")
    assert [kind for kind in msi.KINDS if f"*{kind}" not in opened] == []


def test_another_program_keeps_its_files_as_default() -> None:
    assert re.findall(r'WriteReg\w+ SHCTX "Software\\Classes\\\${KIND}"', text()) == []
    assert all(kind in msi.KINDS for kind in trial.KINDS)
