"""Makes the pictures that each system wants from the program's SVG.

    python packaging/icons.py FOLDER    FOLDER/smsdesk.ico, smsdesk.icns, smsdesk.bmp and, for Linux, smsdesk-SIDE.png

Run by a Python that has PySide6. The icons hold PNG images, whose containers are written here; the bitmap stands beside
the last page of the installer for Windows.
"""

from __future__ import annotations

import struct
import sys
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgRenderer

DRAWING = Path(__file__).resolve().parent.parent / "resources" / "icons" / "smsdesk.svg"
ICO_SIDES = (16, 20, 24, 32, 40, 48, 64, 128, 256)
PNG_SIDES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
BANNER = QSize(328, 628)  # twice what NSIS shows: a dense screen needs it
BANNER_GROUND = QColor("#e6f2f0")
ICNS_KINDS = {b"icp4": 16, b"icp5": 32, b"icp6": 64, b"ic07": 128, b"ic08": 256, b"ic09": 512, b"ic10": 1024}


def main(folder: Path) -> None:
    """Writes the files."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "smsdesk.ico").write_bytes(ico({side: picture(side) for side in ICO_SIDES}))
    (folder / "smsdesk.icns").write_bytes(icns({kind: picture(side) for kind, side in ICNS_KINDS.items()}))
    for side in PNG_SIDES:
        (folder / f"smsdesk-{side}.png").write_bytes(picture(side))
    (folder / "smsdesk.bmp").write_bytes(banner())


def picture(side: int) -> bytes:
    """Gives the drawing as a PNG of so many pixels a side."""
    image = QImage(side, side, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    draw_on(image, QRectF(0, 0, side, side))
    return written(image, b"png")


def banner() -> bytes:
    """Gives the drawing on a quiet ground, as the bitmap that the installer shows."""
    image = QImage(BANNER, QImage.Format.Format_RGB32)
    image.fill(BANNER_GROUND)
    side = BANNER.width() / 2
    draw_on(image, QRectF(side / 2, side / 2, side, side))
    return written(image, b"bmp")


def draw_on(image: QImage, place: QRectF) -> None:
    """Draws the SVG into this place of the image."""
    painter = QPainter(image)
    QSvgRenderer(str(DRAWING)).render(painter, place)
    painter.end()


def written(image: QImage, kind: bytes) -> bytes:
    """Gives the bytes of an image's file.

    Args:
        image: any.
        kind: as Qt names it.
    """
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(kind)).write(image)
    return bytes(data.data())


def ico(pictures: dict[int, bytes]) -> bytes:
    """Puts PNG images together as Windows' .ico.

    Args:
        pictures: by their side in pixels, at most 256.
    """
    offset = 6 + 16 * len(pictures)
    entries, data = b"", b""
    for side, png in sorted(pictures.items()):
        # A side of 256 is written as 0.
        entries += struct.pack("<BBBBHHII", side % 256, side % 256, 0, 0, 1, 32, len(png), offset + len(data))
        data += png
    return struct.pack("<HHH", 0, 1, len(pictures)) + entries + data


def icns(pictures: dict[bytes, bytes]) -> bytes:
    """Puts PNG images together as macOS's .icns.

    Args:
        pictures: by their four-letter kind, which says how large they are.
    """
    body = b"".join(kind + struct.pack(">I", 8 + len(png)) + png for kind, png in pictures.items())
    return b"icns" + struct.pack(">I", 8 + len(body)) + body


if __name__ == "__main__":
    main(Path(sys.argv[1]))
