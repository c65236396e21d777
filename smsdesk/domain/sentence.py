"""Sentences that arise below the window, and are translated only when they are shown.

`lupdate` collects source texts by the name of the function they are given to, so the two markers here carry Qt's
names: `QT_TRANSLATE_NOOP` for plain sentences, `translate` for sentences with a count (the only form in which
`lupdate` sees a plural in Python).
"""

from __future__ import annotations

import re
from dataclasses import field, replace
from typing import TYPE_CHECKING

from smsdesk.domain.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Mapping

_IRREGULAR = {
    "person(s)": ("person", "people"),
    "need(s)": ("needs", "need"),
    "leave(s)": ("leaves", "leave"),
    "change(s)": ("changes", "change"),
    "wait(s)": ("waits", "wait"),
}


def english(text: str, n: int) -> str:
    """Fill a source text's `%n` and its English plurals: "%n digit(s) missing" with 2 is "2 digits missing"."""
    for written, (one, many) in _IRREGULAR.items():
        text = text.replace(written, one if n == 1 else many)
    text = re.sub(r"(?<=\w)\(s\)", "" if n == 1 else "s", text)
    return text.replace("%n", f"{n:,}")


@frozen
class Sentence:
    """A source text in English with `{named}` arguments and, in a counted sentence, `%n`.

    Args:
        context: the translation context, as `lupdate` files it.
        text: the English source text.
        args: what stands in the `{named}` places; a `Sentence` there is translated as well.
        n: the count of a counted sentence, else None.
    """

    context: str
    text: str
    args: Mapping[str, str | int | Sentence] = field(default_factory=dict)
    n: int | None = None

    def fill(self, **args: str | int | Sentence) -> Sentence:
        """Give the same sentence with these arguments."""
        return replace(self, args={**self.args, **args})

    def count(self, n: int) -> Sentence:
        """Give the same sentence for this many."""
        return replace(self, n=n)

    def __str__(self) -> str:
        """The sentence in English, for logs and tests."""
        text = self.text if self.n is None else english(self.text, self.n)
        return text.format(**{name: str(value) for name, value in self.args.items()}) if self.args else text


def QT_TRANSLATE_NOOP(context: str, text: str) -> Sentence:  # noqa: N802 - the name that lupdate looks for
    """Mark a plain sentence for translation."""
    return Sentence(context, text)


def translate(context: str, text: str, comment: None, n: int) -> Sentence:  # noqa: ARG001 - lupdate's third place
    """Mark a sentence that counts something, as `translate("sentence", "%n digit(s)", None, 1).count(2)`.

    `lupdate` knows a plural by the number in the fourth place, and reads only a literal there: hence `count`.
    """
    return Sentence(context, text, n=n)
