"""The help: one page in plain words, with its headings beside it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QUrl
from PySide6.QtGui import (
    QImageReader,
    QPalette,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextLength,
    QTextOption,
    QTextTable,
)
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QSplitter, QTextBrowser, QVBoxLayout, QWidget

from smsdesk.ui.qt.resources import resource
from smsdesk.ui.text.translate import translate
from smsdesk.ui.widgets.dialog import Dialog
from smsdesk.ui.widgets.named import named

if TYPE_CHECKING:
    from pathlib import Path

_MARKS = re.compile(r"<!--.*?-->", re.DOTALL)
"""What only the people who write the page see."""

_AS_TYPED = re.compile(r"`[^`\n]+`")
_LEFT_TO_RIGHT = "\u2066\u200e{}\u200e\u2069"
"""What is typed as it stands keeps its order in a page that runs from right to left, also if it is all signs."""

_ROW = re.compile(r"^\|(.*)\|$", re.MULTILINE)

_READ_AS = QTextDocument.MarkdownFeature.MarkdownDialectGitHub | QTextDocument.MarkdownFeature.MarkdownNoHTML
"""With tables; what looks like HTML is text."""

_PICTURE = "\ufffc"
"""What stands in a text in a picture's place."""

_BESIDE_PICTURE = 16  # pixels, else the page would scroll from side to side

_PAGE = 118  # characters side by side: the table of gateways is that wide
_TITLE_BAR = 60
"""Pixels kept free on the screen for the window's frame."""

_CELL_PADDING = 5
_CHAPTER = 2
"""The level down to which headings stand in the list."""


def help_page() -> Path:
    """The page in the window's language, which its translation names; in English where there is none."""
    folder = resource("help")
    page = folder / translate("help_window", "index.md")
    return page if page.is_file() else folder / "index.md"


class HelpWindow(Dialog):
    """Shows the help beside the window, which stays usable. Links that lead out of the page are not followed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("smsdesk help"))
        page = help_page()
        self._page = named("helpPage", QTextBrowser())
        self._page.setAccessibleName(self.tr("Help"))
        self._page.setOpenLinks(False)
        look = QTextOption()
        look.setWrapMode(QTextOption.WrapMode.WordWrap)  # no word of a table's narrow column is torn
        look.setTextDirection(self.layoutDirection())  # also where a paragraph begins with a Latin name
        self._page.document().setDefaultTextOption(look)
        self._page.document().setDocumentMargin(16)
        self._page.document().setBaseUrl(QUrl.fromLocalFile(f"{page.parent}/"))
        self._page.document().setMarkdown(self._text_of(page), _READ_AS)
        self._page.moveCursor(QTextCursor.MoveOperation.Start)  # writing into the document has moved it to the end
        self._draw_tables()
        self._pictures = self._find_pictures()
        self._page.viewport().installEventFilter(self)
        self._chapters = named("helpChapters", QListWidget())
        self._chapters.setAccessibleName(self.tr("Chapters"))
        self._list_chapters()
        self._chapters.itemSelectionChanged.connect(self._go_to)  # a screen reader chooses without a current item
        splitter = QSplitter()
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self._chapters)
        splitter.addWidget(self._page)
        splitter.setStretchFactor(1, 1)
        width, height = self.fontMetrics().averageCharWidth(), self.fontMetrics().lineSpacing()
        splitter.setSizes([self._chapters.sizeHintForColumn(0) + 3 * width, _PAGE * width])
        layout = QVBoxLayout(self)
        layout.addWidget(splitter)
        room = self.screen().availableSize()
        self.resize(min((_PAGE + 45) * width, room.width()), min(36 * height, room.height() - _TITLE_BAR))

    def _text_of(self, page: Path) -> str:
        text = _MARKS.sub("", page.read_text(encoding="utf-8"))
        if not self.isRightToLeft():
            return text
        text = _AS_TYPED.sub(lambda typed: _LEFT_TO_RIGHT.format(typed[0]), text)
        # Qt lays a table out from left to right in any direction.
        return _ROW.sub(lambda row: f"|{'|'.join(reversed(row[1].split('|')))}|", text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let pictures be as wide as the page at most."""
        if event.type() == QEvent.Type.Resize:
            self._fit_pictures()
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the system's colours."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw_tables()

    def _fit_pictures(self) -> None:
        """As large as they are where there is room."""
        document = self._page.document()
        room = self._page.viewport().width() - 2 * document.documentMargin() - _BESIDE_PICTURE
        for place, whole in self._pictures.items():
            picture = QTextCursor(document)
            picture.setPosition(place)
            picture.movePosition(QTextCursor.MoveOperation.NextCharacter, QTextCursor.MoveMode.KeepAnchor)
            look = picture.charFormat().toImageFormat()
            width = round(min(room, whole.width()))
            if width == round(look.width()):
                continue
            look.setWidth(width)
            look.setHeight(width * whole.height() / max(whole.width(), 1))
            picture.setCharFormat(look)
            self._draw_small(QUrl(look.name()), QSize(width, round(look.height())))

    def _draw_small(self, name: QUrl, size: QSize) -> None:
        """Smoothed: the text itself would leave out every so many lines of it."""
        document, sharp = self._page.document(), self.devicePixelRatioF()
        reader = QImageReader(document.baseUrl().resolved(name).toLocalFile())
        reader.setScaledSize(size * sharp)
        drawn = reader.read()
        drawn.setDevicePixelRatio(sharp)
        document.addResource(QTextDocument.ResourceType.ImageResource, document.baseUrl().resolved(name), drawn)

    def _find_pictures(self) -> dict[int, QSize]:
        """Where they stand in the text, and how large they are."""
        document = self._page.document()
        found: dict[int, QSize] = {}
        place = document.find(_PICTURE)
        while not place.isNull():
            name = place.charFormat().toImageFormat().name()
            whole = QImageReader(document.baseUrl().resolved(QUrl(name)).toLocalFile()).size()
            found[place.selectionStart()] = whole
            place = document.find(_PICTURE, place)
        return found

    def _draw_tables(self) -> None:
        """Lines between the cells, in the text's colour, and the heads of rows and columns in bold."""
        bold = QTextCharFormat()
        bold.setFontWeight(700)
        for table in self._tables():
            look = table.format()
            look.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
            look.setBorderBrush(self.palette().color(QPalette.ColorRole.Mid))
            look.setBorder(1)
            look.setBorderCollapse(True)
            look.setCellPadding(_CELL_PADDING)
            look.setHeaderRowCount(1)
            look.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
            table.setFormat(look)
            heads = [table.cellAt(0, column) for column in range(table.columns())]
            first = table.columns() - 1 if self.isRightToLeft() else 0
            for cell in (*heads, *(table.cellAt(row, first) for row in range(1, table.rows()))):
                chosen = cell.firstCursorPosition()
                chosen.setPosition(cell.lastCursorPosition().position(), QTextCursor.MoveMode.KeepAnchor)
                chosen.mergeCharFormat(bold)

    def _tables(self) -> list[QTextTable]:
        frames = self._page.document().rootFrame().childFrames()
        return [frame for frame in frames if isinstance(frame, QTextTable)]

    def _list_chapters(self) -> None:
        block = self._page.document().begin()
        while block.isValid():
            if 1 <= block.blockFormat().headingLevel() <= _CHAPTER:
                item = QListWidgetItem(block.text(), self._chapters)
                item.setData(Qt.ItemDataRole.UserRole, block.blockNumber())
            block = block.next()

    def _go_to(self) -> None:
        document = self._page.document()
        for chapter in self._chapters.selectedItems():
            block = document.findBlockByNumber(chapter.data(Qt.ItemDataRole.UserRole))
            top = document.documentLayout().blockBoundingRect(block).top() if block.blockNumber() else 0
            self._page.verticalScrollBar().setValue(round(top))
