"""What the user should know about a file before its people are taken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale

from smsdesk.ui.importing.import_options import sheet_title
from smsdesk.ui.text.translate import translate

if TYPE_CHECKING:
    from smsdesk.importing.preview import Preview

_MOST_NAMED = 3


def notices_of(preview: Preview) -> str:
    """Say what stays out and what comes along unseen; "" when there is nothing to say."""
    told = []
    every = enumerate(zip(preview.book.sheets, preview.sizes, strict=True))
    others = [sheet_title(sheet.name, size) for at, (sheet, size) in every if size and at != preview.wish.sheet]
    if others:
        named = [*others[:_MOST_NAMED], *(["…"] if len(others) > _MOST_NAMED else [])]
        said = translate("notices", "%n more sheet(s) of this workbook not read: {sheets}.", None, 1)
        told.append(said.count(len(others)).format(sheets=QLocale().createSeparatedList(named)))
    if preview.sheet.hidden:
        told.append(translate("notices", "This sheet is hidden in the workbook."))
    if preview.sheet.hidden_rows:
        said = translate("notices", "Included: %n row(s) that the workbook hides or filters away.", None, 1)
        told.append(said.count(preview.sheet.hidden_rows))
    return " ".join(told)
