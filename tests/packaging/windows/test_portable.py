from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

import pytest
from windows.portable import make_portable, unpack_portable

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def frozen(tmp_path: Path) -> Path:
    folder = tmp_path / "frozen"
    (folder / "_internal").mkdir(parents=True)
    (folder / "smsdesk.exe").write_bytes(b"MZ")
    (folder / "_internal" / "ملف.txt").write_text("inside", encoding="utf-8")
    return folder


def test_what_was_packed_is_unpacked(frozen: Path, tmp_path: Path) -> None:
    packed = make_portable(frozen, "0.1.0", tmp_path)
    assert packed.name == "smsdesk-0.1.0-windows-x64.zip"
    folder, version = unpack_portable(packed, tmp_path / "unpacked")
    assert version == "0.1.0"
    assert (folder / "smsdesk.exe").read_bytes() == b"MZ"
    assert (folder / "_internal" / "ملف.txt").read_text(encoding="utf-8") == "inside"


def test_the_same_folder_gives_the_same_bytes(frozen: Path, tmp_path: Path) -> None:
    first = make_portable(frozen, "0.1.0", tmp_path).read_bytes()
    for path in frozen.rglob("*"):
        os.utime(path, (1, 1))
    assert make_portable(frozen, "0.1.0", tmp_path).read_bytes() == first


def test_a_folder_without_the_program_is_not_packed(frozen: Path, tmp_path: Path) -> None:
    (frozen / "smsdesk.exe").unlink()
    with pytest.raises(FileNotFoundError, match=r"smsdesk\.exe is not in frozen"):
        make_portable(frozen, "0.1.0", tmp_path)


@pytest.mark.parametrize("name", ["smsdesk.zip", "smsdesk-0.1.0-linux-x64.zip", "smsdesk-x-windows-x64.zip"])
def test_another_file_is_not_taken_for_it(name: str, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=re.escape(name)):
        unpack_portable(tmp_path / name, tmp_path)
