"""Are the files there that come beside the code, and can they be shown."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from smsdesk.build_check.check import expect
from smsdesk.build_check.modules import packed_files

if TYPE_CHECKING:
    from collections.abc import Sequence

_ICON_PX = 64
_FEWEST_CHAPTERS = 5
_LANGUAGES = ("en", "ar")
_CANCEL = ("QPlatformTheme", "Cancel")
"""A word of Qt's own that every one of its translations holds."""


def icon() -> str:
    """Draw the program's icon, which takes Qt's own SVG plug-ins."""
    from smsdesk.ui.qt.application import program_icon

    drawn = program_icon().pixmap(_ICON_PX, _ICON_PX).toImage()
    expect(not drawn.isNull(), "it can't be drawn")
    colours = {drawn.pixel(x, y) for x in range(drawn.width()) for y in range(drawn.height())}
    expect(len(colours) > 1, "it is drawn empty")
    return f"{drawn.width()} × {drawn.height()} pixels, {len(colours)} colours"


def resource_files() -> str:
    """Find every file that belongs beside the code: pages, pictures, texts of licences."""
    import smsdesk

    root = Path(smsdesk.__file__).parents[1]
    names = [name for name in packed_files() if not name.endswith(".py")]
    missing = [name for name in names if not (root / name).is_file()]
    expect(names, "none is known")
    expect(not missing, f"not there: {', '.join(missing)}")
    return f"{len(names)} there"


def help_page() -> str:
    """Show the help, with its chapters."""
    from PySide6.QtWidgets import QListWidget

    from smsdesk.ui.window.help_window import HelpWindow

    window = HelpWindow()
    chapters = window.findChild(QListWidget, "helpChapters")
    titles = 0 if chapters is None else chapters.count()
    window.deleteLater()
    expect(titles >= _FEWEST_CHAPTERS, f"it has {titles} chapters")
    return f"{titles} chapters"


def translations(languages: Sequence[str] = _LANGUAGES) -> str:
    """Load Qt's own words, for buttons and context menus, in each language.

    Args:
        languages: as Qt names them, "ar".
    """
    from PySide6.QtCore import QLibraryInfo, QTranslator

    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    words = []
    for language in languages:
        translator = QTranslator()
        expect(translator.load(f"qtbase_{language}", folder), f"Qt has no words for {language}")
        words.append(translator.translate(*_CANCEL) or _CANCEL[1])  # in English it is as it stands in Qt's code
    expect(words.count(_CANCEL[1]) <= 1, "another language has English words")
    return ", ".join(words)
