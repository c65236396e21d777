"""A field for an exact decimal, typed the way the user's country writes it."""

from __future__ import annotations

import re
from decimal import Decimal

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QLineEdit

from smsdesk.ui.text.formatting import decimal


def read_decimal(text: str, locale: QLocale) -> Decimal:
    """Read "1,234.5" (or "1.234,5", "١٬٢٣٤٫٥") as the locale means it.

    A dot is the decimal point wherever the locale does not group with it.

    Raises:
        ValueError: it is no such number, or a sign stands where the locale means something else by it: a price that
            is a thousand times too high must not come out of a guess.
    """
    point, group = locale.decimalPoint(), locale.groupSeparator()
    plain = "".join(str(int(char)) if char.isdecimal() else char for char in text.strip())
    if group.isspace():
        plain, group = re.sub(r"\s", "", plain), ""
    points = "|".join({re.escape(point), *(() if group == "." else (r"\.",))})
    grouped = rf"\d{{1,3}}(?:{re.escape(group)}\d{{2,3}})*{re.escape(group)}\d{{3}}|" if group else ""
    found = re.fullmatch(rf"({grouped}\d+)(?:(?:{points})(\d+))?", plain, re.ASCII)
    if found is None:
        raise ValueError("not a decimal of this locale")
    whole = found[1].replace(group, "") if group else found[1]
    return Decimal(f"{whole}.{found[2]}" if found[2] else whole)


class DecimalEdit(QLineEdit):
    """A line for a decimal that may also be left empty."""

    def value(self) -> Decimal | None:
        """What was typed; None when the line is empty.

        Raises:
            ValueError: it is not a number that this country writes so.
        """
        return read_decimal(self.text(), QLocale()) if self.text().strip() else None

    def set_value(self, value: Decimal | None) -> None:
        """Show a decimal; an empty line for None."""
        self.setText("" if value is None else decimal(value))
