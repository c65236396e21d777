"""Putting sentences into the person's language at the moment they are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from smsdesk.domain.sentence import Sentence, english

if TYPE_CHECKING:
    from smsdesk.domain.errors import UserFacingError


def translate(context: str, text: str, comment: str | None = None, n: int = -1) -> str:
    """Translate a source text; with `n` it counts, in the plural forms of the language.

    English is written in the source ("%n message(s)") and needs no translation file to read well.
    """
    shown = QCoreApplication.translate(context, text, comment, n)
    return english(text, n) if n >= 0 and shown == text.replace("%n", str(n)) else shown


def say(sentence: Sentence) -> str:
    """A sentence from below the window, in the person's language."""
    shown = translate(sentence.context, sentence.text, None, -1 if sentence.n is None else sentence.n)
    if not sentence.args:
        return shown
    return shown.format(**{k: say(v) if isinstance(v, Sentence) else v for k, v in sentence.args.items()})


def tell(error: UserFacingError) -> str:
    """What happened and what to do about it, as one text."""
    return " ".join(say(part) for part in (error.what, error.todo) if part is not None)
