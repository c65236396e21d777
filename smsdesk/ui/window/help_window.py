"""The help: one page in plain words, with its headings beside it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLocale, Qt, QUrl
from PySide6.QtGui import (
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
from smsdesk.ui.widgets.dialog import Dialog
from smsdesk.ui.widgets.named import named

if TYPE_CHECKING:
    from pathlib import Path

_MARKS = re.compile(r"<!--.*?-->", re.DOTALL)
"""What only the people who write the page see."""

_READ_AS = QTextDocument.MarkdownFeature.MarkdownDialectGitHub | QTextDocument.MarkdownFeature.MarkdownNoHTML
"""With tables; what looks like HTML is text."""

_PAGE = 96  # characters side by side
_TITLE_BAR = 60
"""Pixels kept free on the screen for the window's frame."""

_CELL_PADDING = 5
_CHAPTER = 2
"""The level down to which headings stand in the list."""


def help_page(locale: QLocale) -> Path:
    """The page in the locale's language; in English where there is none."""
    folder = resource("help")
    names = (locale.name(), locale.name().partition("_")[0])
    return next((page for name in names if (page := folder / name / "index.md").is_file()), folder / "index.md")


class HelpWindow(Dialog):
    """Shows the help beside the window, which stays usable. Links that lead out of the page are not followed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("smsdesk help"))
        page = help_page(QLocale())
        self._page = named("helpPage", QTextBrowser())
        self._page.setAccessibleName(self.tr("Help"))
        self._page.setOpenLinks(False)
        self._page.setWordWrapMode(QTextOption.WrapMode.WordWrap)  # no word of a table's narrow column is torn
        self._page.document().setDocumentMargin(16)
        self._page.document().setBaseUrl(QUrl.fromLocalFile(f"{page.parent}/"))
        self._page.document().setMarkdown(_MARKS.sub("", page.read_text(encoding="utf-8")), _READ_AS)
        self._draw_tables()
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

    def changeEvent(self, event: QEvent) -> None:
        """Follow the system's colours."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw_tables()

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
            for cell in (*heads, *(table.cellAt(row, 0) for row in range(1, table.rows()))):
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
