from __future__ import annotations

import struct
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

SCRIPT = Path(__file__).resolve().parents[2] / "packaging" / "icons.py"
PNG = b"\x89PNG"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("icons")
    subprocess.run([sys.executable, SCRIPT, made], check=True)
    return made


def test_windows_gets_every_size_that_it_shows(folder: Path) -> None:
    data = (folder / "smsdesk.ico").read_bytes()
    assert struct.unpack_from("<HH", data) == (0, 1)
    (count,) = struct.unpack_from("<H", data, 4)
    sides = set()
    for number in range(count):
        width, height, *_, length, offset = struct.unpack_from("<BBBBHHII", data, 6 + 16 * number)
        picture = QImage.fromData(data[offset : offset + length])
        assert data[offset:].startswith(PNG)
        assert width == height == picture.width() % 256
        assert picture.pixelColor(picture.width() // 4, picture.height() // 5).name() == "#0f766e"
        sides.add(picture.width())
    assert {16, 24, 32, 48, 256} <= sides


def test_macos_gets_every_size_that_it_shows(folder: Path) -> None:
    data = (folder / "smsdesk.icns").read_bytes()
    assert struct.unpack_from(">4sI", data) == (b"icns", len(data))
    sides, offset = [], 8
    while offset < len(data):
        _, length = struct.unpack_from(">4sI", data, offset)
        sides.append(QImage.fromData(data[offset + 8 : offset + length]).width())
        offset += length
    assert sides == [16, 32, 64, 128, 256, 512, 1024]


def test_the_installers_last_page_shows_the_drawing(folder: Path) -> None:
    picture = QImage(str(folder / "smsdesk.bmp"))
    assert (picture.width(), picture.height()) == (328, 628)
    assert picture.pixelColor(82 + 41, 82 + 41).name() == "#0f766e"
