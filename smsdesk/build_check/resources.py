"""Are the files there that come beside the code, and can they be shown."""

from __future__ import annotations

from pathlib import Path

from smsdesk.build_check.check import expect
from smsdesk.build_check.modules import packed_files

_ICON_PX = 64
_FEWEST_CHAPTERS = 5
_FEWEST_LICENCES = 30
_OF_QT_ITSELF = "GNU LGPL 3"
"""Without this text Qt may not be handed out."""
_SOURCE_LANGUAGE = "en"
_OF_QT = ("QPlatformTheme", "Cancel")
_OF_OURS = ("launch", "Close")
"""Context and text of a word that every translation holds."""


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


def licences() -> str:
    """Show the licence texts of all that is delivered."""
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QListWidget

    from smsdesk.ui.window.licences_window import LicencesWindow

    window = LicencesWindow()
    works = window.findChild(QListWidget, "licenceWorks")
    titles = [] if works is None else [each.text() for each in works.findItems("*", Qt.MatchFlag.MatchWildcard)]
    window.deleteLater()
    expect(len(titles) >= _FEWEST_LICENCES, f"there are only {len(titles)}")
    expect(_OF_QT_ITSELF in titles, f"{_OF_QT_ITSELF} is not among them")
    return f"{len(titles)} texts"


def translations() -> str:
    """Load each language's words, Qt's own and ours, and look up a button in each of the two."""
    from PySide6.QtCore import QLibraryInfo, QTranslator

    from smsdesk.ui.text.compiled import compiled_translation
    from smsdesk.ui.text.languages import LANGUAGES

    folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    words = []
    for code in LANGUAGES:
        if code == _SOURCE_LANGUAGE:
            continue
        for file, (context, word) in ((folder / f"qtbase_{code}.qm", _OF_QT), (compiled_translation(code), _OF_OURS)):
            translator = QTranslator()
            expect(translator.load(str(file)), f"there is no {file.name}")
            words.append(translator.translate(context, word) or "")
            expect(words[-1] not in ("", word), f"{file.name} does not say what {word!r} is")
    expect(words, "there is none")
    return ", ".join(words)
