"""What makes the text dear: named, marked where it stands, and written plainly where that says the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QPushButton, QTextEdit

from smsdesk.domain.gsm0338 import PLAIN
from smsdesk.ui.compose.cost import forcing_sentence
from smsdesk.ui.text.translate import translate
from smsdesk.ui.widgets.card import Caption, Card, set_bold
from smsdesk.ui.widgets.colours import Meaning, colour
from smsdesk.ui.widgets.named import named

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smsdesk.domain.segments import Forcing
    from smsdesk.services.sending.review import Unicode


class UnicodeHint(Card):
    """A strip that is there only while a few characters force Unicode.

    Args:
        text: the message, in which they are marked.
    """

    def __init__(self, text: QPlainTextEdit) -> None:
        super().__init__(meaning=Meaning.DOUBTFUL)
        self._text = text
        self._avoidable: tuple[Forcing, ...] = ()
        sign = Caption("!", Meaning.DOUBTFUL)
        set_bold(sign)
        self._said = named("unicodeHint", Caption(meaning=None, wrap=True))
        self._plain = named("plainCharactersButton", QPushButton())
        self._plain.setToolTip(self.tr("Writes the same in characters of which 160 fit in a message"))
        self._plain.clicked.connect(self._write_plainly)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(10, 4, 4, 4)
        layout.addWidget(sign)
        layout.addWidget(self._said, 1)
        layout.addWidget(self._plain)
        self.setMinimumHeight(self._plain.sizeHint().height() + 8)  # as high without the button
        self.hide()

    def show_unicode(self, unicode: Unicode | None, parts: int) -> None:
        """Say what forces Unicode in a text of so many parts; None for nothing."""
        sentence = forcing_sentence(unicode, parts) if unicode else ""
        self._avoidable = unicode.avoidable if unicode and sentence else ()
        self._said.setText(sentence)
        self.setVisible(bool(sentence))
        self._mark()
        self._offer()

    def set_locked(self, locked: bool) -> None:
        """While the text can't be changed, nothing is offered."""
        self._plain.setEnabled(not locked)

    def _offer(self) -> None:
        """Offer what says the same, where that is known for all of them: else the text stays as dear as it is."""
        plain = [PLAIN.get(each.character) for each in self._avoidable]
        self._plain.setVisible(bool(plain) and None not in plain)
        if len(plain) == 1 and plain[0] and plain[0].strip():
            verb = translate("UnicodeHint", "T&ype {character} instead").format(character=plain[0])
        else:
            verb = translate("UnicodeHint", "T&ype plain ones instead")
        self._plain.setText(verb)

    def _write_plainly(self) -> None:
        """One step for Undo; the cursor stays where it is, and has the focus."""
        found = [(cursor, PLAIN[each.character]) for each in self._avoidable for cursor in self._places(each)]
        if found:
            step = found[0][0]
            step.beginEditBlock()
            for cursor, plain in found:
                cursor.insertText(plain)
            step.endEditBlock()
        self._text.setFocus()

    def _mark(self) -> None:
        tint = QTextCharFormat()
        shade = QColor(colour(Meaning.DOUBTFUL, self.palette()))
        shade.setAlpha(90)
        tint.setBackground(shade)
        marks = []
        for cursor in (place for each in self._avoidable for place in self._places(each)):
            mark = QTextEdit.ExtraSelection()
            mark.cursor, mark.format = cursor, tint
            marks.append(mark)
        self._text.setExtraSelections(marks)

    def _places(self, forcing: Forcing) -> Iterator[QTextCursor]:
        """Where it stands. Qt counts UTF-16 units where Python counts characters."""
        text = self._text.document().toRawText()
        wide = 2 if ord(forcing.character) > 0xFFFF else 1
        for at in forcing.positions:
            cursor = QTextCursor(self._text.document())
            start = len(text[:at].encode("utf-16-le", "surrogatepass")) // 2
            cursor.setPosition(start)
            cursor.setPosition(start + wide, QTextCursor.MoveMode.KeepAnchor)
            yield cursor
