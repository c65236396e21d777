from __future__ import annotations

from pathlib import Path

from windows.computer import Computer


def test_under_wine_a_file_is_named_as_windows_sees_it() -> None:
    drive = Path("/home/someone/prefix/drive_c")
    computer = Computer(drive / "local", drive / "roaming", drive / "programs", drive=drive)
    assert computer.name_of(drive / "users" / "x y" / "a.exe") == "C:\\users\\x y\\a.exe"
    assert computer.name_of(Path("/home/someone/a.exe")) == "Z:\\home\\someone\\a.exe"


def test_on_windows_it_has_its_own_name() -> None:
    here = Path("/a/b.exe")
    assert Computer(here, here, here).name_of(here) == str(here)
