"""Putting sentences into the user's language at the moment they are shown."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, overload

from PySide6.QtCore import QCoreApplication, QLocale

from smsdesk.domain.frozen import frozen
from smsdesk.domain.sentence import Sentence, english
from smsdesk.ui.text.digits import whole

if TYPE_CHECKING:
    from smsdesk.domain.errors import UserFacingError


@frozen
class Counted:
    """A source text that counts something and has not been told how many yet."""

    context: str
    text: str

    def count(self, n: int) -> str:
        """The text for this many, in the plural forms of the language.

        English is written in the source ("%n message(s)") and needs no translation file to read well.
        """
        shown = QCoreApplication.translate(self.context, self.text, None, n)
        if shown == self.text.replace("%n", str(n)):
            return english(self.text, n)
        return re.sub(rf"(?<!\d){n}(?!\d)", QLocale().toString(n), shown)  # Qt writes it as programs do: 1234


@overload
def translate(context: str, text: str) -> str: ...


@overload
def translate(context: str, text: str, comment: None, plural: int) -> Counted: ...


def translate(
    context: str,
    text: str,
    comment: None = None,  # noqa: ARG001 - `lupdate` expects one in the third place
    plural: int | None = None,
) -> str | Counted:
    """Translate a source text, or mark one that counts: `translate("Context", "%n part(s)", None, 1).count(parts)`.

    `lupdate` knows a plural by the number in the fourth place, and reads only a literal there: hence `count`.
    """
    return QCoreApplication.translate(context, text) if plural is None else Counted(context, text)


def translated(sentence: Sentence) -> str:
    """A sentence from below the window, in the user's language."""
    if sentence.n is None:
        shown = QCoreApplication.translate(sentence.context, sentence.text)
    else:
        shown = Counted(sentence.context, sentence.text).count(sentence.n)
    if not sentence.args:
        return shown
    return shown.format(**{name: _filled(value) for name, value in sentence.args.items()})


def _filled(value: object) -> object:
    """What stands in a place of a sentence: another sentence, a number in the user's digits, a text as it is."""
    if isinstance(value, Sentence):
        return translated(value)
    return whole(value) if isinstance(value, int) else value


def error_text(error: UserFacingError) -> str:
    """What happened and what to do about it, as one text."""
    return " ".join(translated(part) for part in (error.what, error.todo) if part is not None)
