"""What was typed as a decimal, or what is wrong with it in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale

from smsdesk.ui.text.translate import translate
from smsdesk.ui.widgets.decimal_edit import AmbiguousDecimal

if TYPE_CHECKING:
    from decimal import Decimal

    from smsdesk.ui.widgets.decimal_edit import DecimalEdit


def typed_decimal(edit: DecimalEdit, name: str, problems: dict[str, str]) -> Decimal | None:
    """What stands in the field, None for nothing; what can't be read is added to the problems under this name."""
    try:
        return edit.value()
    except AmbiguousDecimal as doubt:
        high, low = doubt.readings
        told = translate("typed_decimal", "“{typed}” can be read as {high} or as {low}. Write the one that you mean.")
        problems[name] = told.format(typed=edit.text().strip(), high=high, low=low)
    except ValueError:
        told = translate("typed_decimal", "Write a number like {example}, or leave it empty.")
        problems[name] = told.format(example=QLocale().toString(1.5, "f", 1))
    return None
