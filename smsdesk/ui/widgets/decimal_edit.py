"""A field for an exact decimal, typed the way the user's country writes it."""

from __future__ import annotations

import re
from decimal import Decimal

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QLineEdit

from smsdesk.ui.text.digits import in_digits_of

_ARABIC_POINT, _ARABIC_GROUP = "\u066b", "\u066c"
_ARABIC = {_ARABIC_POINT, _ARABIC_GROUP}


class AmbiguousDecimal(ValueError):
    """It means one number in this country and another one, a thousand times smaller, in its neighbour.

    Args:
        readings: both, as they can be typed without a doubt.
    """

    def __init__(self, *readings: str) -> None:
        super().__init__("not a decimal that can be read in one way only")
        self.readings = readings


def read_decimal(text: str, locale: QLocale) -> Decimal:
    """Read "1,234.5" (or "1.234,5") as the locale means it, in the digits of any script, and "١٬٢٣٤٫٥" everywhere.

    Who writes western digits where the locale writes Arabic ones means the signs that go with them: "1,234.5". A dot
    is the decimal point wherever the locale does not group with it. No group follows a leading zero: "0.045" is no way
    to write 45 anywhere.

    Raises:
        AmbiguousDecimal: a dot or comma that would divide a group here is a decimal point elsewhere ("1.045"): a price
            that is a thousand times too high must not come out of a guess.
        ValueError: it is no such number, or a sign stands where the locale means something else by it.
    """
    plain = in_digits_of(QLocale.c(), text.strip())
    point, group = locale.decimalPoint(), locale.groupSeparator()
    if _ARABIC & set(plain):
        point, group = _ARABIC_POINT, _ARABIC_GROUP
    elif point == _ARABIC_POINT:
        point, group = ".", ","
    if group.isspace():
        plain, group = re.sub(r"\s", "", plain), ""
    points = "|".join({re.escape(point), *(() if group == "." else (r"\.",))})
    grouped = rf"[1-9]\d{{0,2}}(?:{re.escape(group)}\d{{2,3}})*{re.escape(group)}\d{{3}}|" if group else ""
    found = re.fullmatch(rf"({grouped}\d+)(?:(?:{points})(\d+))?", plain, re.ASCII)
    if found is None:
        raise ValueError("not a decimal of this locale")
    whole = found[1].replace(group, "") if group else found[1]
    if group in (".", ",") and found[1].count(group) == 1 and found[2] is None:
        high, low = Decimal(whole), Decimal(found[1].replace(group, ".")).normalize()
        raise AmbiguousDecimal(_typed(high, locale), _typed(low, locale))
    return Decimal(f"{whole}.{found[2]}" if found[2] else whole)


def _typed(value: Decimal, locale: QLocale) -> str:
    """A decimal as it is read in one way only: with the country's own point, and without groups."""
    return in_digits_of(locale, format(value, "f")).replace(".", locale.decimalPoint())


class DecimalEdit(QLineEdit):
    """A line for a decimal that may also be left empty."""

    def value(self) -> Decimal | None:
        """What was typed; None when the line is empty.

        Raises:
            AmbiguousDecimal: it can be read in two ways.
            ValueError: it is not a number that this country writes so.
        """
        return read_decimal(self.text(), QLocale()) if self.text().strip() else None

    def set_value(self, value: Decimal | None) -> None:
        """Show a decimal; an empty line for None."""
        self.setText("" if value is None else _typed(value, QLocale()))
