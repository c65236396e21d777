"""Draws every dialog as it looks on some screens, for somebody to look at. It judges nothing.

python -m tests.pictures.dialogs FOLDER [--only WORD] [--look WORD]
"""

from __future__ import annotations

import argparse
import asyncio
import os
import re
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import qasync
from PySide6.QtCore import QLocale, QSize

from smsdesk.ui.qt.application import Application, program_icon
from tests.helpers.dialogs.look import Look, worn
from tests.helpers.dialogs.stage import Stage

LAPTOP, DESK = QSize(1366, 768), QSize(1280, 800)
LOOKS = (
    Look(LAPTOP),
    Look(LAPTOP, "dark"),
    Look(LAPTOP, points=18),
    Look(LAPTOP, mirrored=True),
    Look(LAPTOP, "dark", 18, mirrored=True),
    Look(DESK),
    Look(DESK, "high contrast"),
    Look(DESK, "dark", mirrored=True),
    Look(DESK, points=18, mirrored=True),
)


async def draw(application: Application, looks: list[Look], only: str, folder: Path) -> None:
    """Open the dialogs in each look, and save what is seen of them."""
    for look in looks:
        into = folder / str(look)
        into.mkdir(parents=True, exist_ok=True)
        with worn(application, look), tempfile.TemporaryDirectory() as kept:
            stage = Stage(Path(kept), look.screen)
            async with stage.running():
                async for name, dialog in stage.each(only):
                    dialog.grab().save(str(into / f"{re.sub('[^a-zA-Z]+', '-', name)}.png"))
            stage.close()


def main() -> None:
    """Draw what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--only", default="", help="the dialog of this name")
    parser.add_argument("--look", default="", help="looks whose name has this in it")
    wanted = parser.parse_args()
    application = Application(["smsdesk"])
    application.setApplicationDisplayName("smsdesk")
    application.setWindowIcon(program_icon())
    application.setQuitOnLastWindowClosed(False)
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    looks = [look for look in LOOKS if wanted.look in str(look)]
    with asyncio.Runner(loop_factory=lambda: qasync.QEventLoop(application)) as runner:
        runner.run(draw(application, looks, wanted.only, wanted.folder))


if __name__ == "__main__":
    main()
