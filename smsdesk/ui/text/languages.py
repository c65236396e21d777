"""Which language the window speaks: the system's, or the one that the user chose."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from smsdesk.ui.text.formatting import with_western_digits

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QApplication

LANGUAGES: Final = {"en": "English", "ar": "العربية"}
"""Each language's code and its own name for itself. English is what the source is written in."""


class Languages:
    """Puts sentences, Qt's own words, formats and the direction of the window into one language.

    What is on the screen already stays as it is: who shows it makes it anew.

    Args:
        application: Qt's application object.
        system: the system's language, and how it writes numbers and dates.
        languages: the languages that the user wants to read, best first, as the system tells them.
        forced: the language that the command line asks for; "" for none.
    """

    def __init__(
        self, application: QApplication, system: QLocale, languages: Sequence[str] = (), forced: str = ""
    ) -> None:
        self._application = application
        self._system = system
        self._wanted = tuple(languages) or (system.name(),)
        self._forced = forced
        self._translators: list[QTranslator] = []
        self.current = ""

    def use(self, chosen: str, *, arabic_digits: bool = False) -> bool:
        """Speak this language from now on; says whether that changed anything.

        Args:
            chosen: a code of `LANGUAGES`; anything else means the system's. The command line's goes before it.
            arabic_digits: write numbers in Arabic-Indic digits where the window is Arabic.
        """
        code = self._forced or (chosen if chosen in LANGUAGES else self._of_system())
        locale = _locale(code, self._system, arabic_digits=arabic_digits)
        if code == self.current and locale == QLocale():
            return False
        if code != self.current:
            if self.current or code != "en":  # English is there from the start
                self._translate(code)
            self.current = code
        QLocale.setDefault(locale)
        return True

    def choose(self, chosen: str, *, arabic_digits: bool = False) -> bool:
        """The user chooses: from now on the command line's language counts no more."""
        self._forced = ""
        return self.use(chosen, arabic_digits=arabic_digits)

    def _of_system(self) -> str:
        """The first language that the user reads and the window speaks."""
        for name in self._wanted:
            code = QLocale(name).name().partition("_")[0]
            if code in LANGUAGES:
                return code
        return "en"

    def _translate(self, code: str) -> None:
        for old in self._translators:
            QCoreApplication.removeTranslator(old)
        self._translators = []
        for path in self._files(code):
            translator = QTranslator()
            if translator.load(str(path)):
                QCoreApplication.installTranslator(translator)
                self._translators.append(translator)
        self._application.setLayoutDirection(QLocale(code).textDirection())

    def _files(self, code: str) -> list[Path]:
        """Qt's own words, and ours."""
        if code == "en":
            return []
        from smsdesk.ui.text.compiled import compiled_translation  # no English start needs it

        qt_folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        return [Path(qt_folder) / f"qtbase_{code}.qm", compiled_translation(code)]


def _locale(code: str, system: QLocale, *, arabic_digits: bool) -> QLocale:
    """How numbers and dates are written beside this language: as the system does, where that is no other script."""
    arabic, system_is_arabic = code == "ar", system.language() is QLocale.Language.Arabic
    if arabic and arabic_digits:
        own = QLocale(QLocale.Language.Arabic, system.territory())
        return own if own.zeroDigit() != "0" else QLocale(QLocale.Language.Arabic, QLocale.Country.Oman)
    if arabic and not system_is_arabic:
        return with_western_digits(QLocale(QLocale.Language.Arabic, system.territory()))
    if system_is_arabic and not arabic:  # what is nearest: English as the Emirates write it
        return QLocale(QLocale.Language.English, QLocale.Country.UnitedArabEmirates)
    return with_western_digits(system)
