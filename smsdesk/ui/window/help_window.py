"""The help: one page in plain words, with its headings beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt, QUrl
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QDialog, QListWidget, QListWidgetItem, QSplitter, QTextBrowser, QVBoxLayout, QWidget

from smsdesk.ui.qt.resources import resource
from smsdesk.ui.widgets.named import named

if TYPE_CHECKING:
    from pathlib import Path

_CHAPTER = 2
"""The level down to which headings stand in the list."""


def help_page(locale: QLocale) -> Path:
    """The page in the locale's language; in English where there is none."""
    folder = resource("help")
    names = (locale.name(), locale.name().partition("_")[0])
    return next((page for name in names if (page := folder / name / "index.md").is_file()), folder / "index.md")


class HelpWindow(QDialog):
    """Shows the help beside the window, which stays usable. Links that lead out of the page are not followed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("smsdesk help"))
        page = help_page(QLocale())
        self._page = named("helpPage", QTextBrowser())
        self._page.setAccessibleName(self.tr("Help"))
        self._page.setOpenLinks(False)
        self._page.document().setDocumentMargin(16)
        self._page.document().setBaseUrl(QUrl.fromLocalFile(f"{page.parent}/"))
        self._page.document().setMarkdown(
            page.read_text(encoding="utf-8"), QTextDocument.MarkdownFeature.MarkdownNoHTML
        )
        self._chapters = named("helpChapters", QListWidget())
        self._chapters.setAccessibleName(self.tr("Chapters"))
        self._list_chapters()
        self._chapters.currentItemChanged.connect(self._go_to)
        splitter = QSplitter()
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self._chapters)
        splitter.addWidget(self._page)
        splitter.setStretchFactor(1, 1)
        width, height = self.fontMetrics().averageCharWidth(), self.fontMetrics().lineSpacing()
        splitter.setSizes([self._chapters.sizeHintForColumn(0) + 3 * width, 80 * width])
        layout = QVBoxLayout(self)
        layout.addWidget(splitter)
        self.resize(110 * width, 36 * height)

    def _list_chapters(self) -> None:
        block = self._page.document().begin()
        while block.isValid():
            if 1 <= block.blockFormat().headingLevel() <= _CHAPTER:
                item = QListWidgetItem(block.text(), self._chapters)
                item.setData(Qt.ItemDataRole.UserRole, block.blockNumber())
            block = block.next()

    def _go_to(self, chapter: QListWidgetItem) -> None:
        document = self._page.document()
        block = document.findBlockByNumber(chapter.data(Qt.ItemDataRole.UserRole))
        top = document.documentLayout().blockBoundingRect(block).top() if block.blockNumber() else 0
        self._page.verticalScrollBar().setValue(round(top))
