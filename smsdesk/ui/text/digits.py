"""Digits of more than one script: a number is shown in one kind, and typed in any."""

from __future__ import annotations

from PySide6.QtCore import QLocale


def in_digits_of(locale: QLocale, text: str) -> str:
    """The same text with each digit, of whatever script, written as this locale writes it."""
    zero = ord(locale.zeroDigit())
    return "".join(chr(zero + int(each)) if each.isdecimal() else each for each in text)


def whole(number: int) -> str:
    """A whole number in the user's digits, without group separators: 1530."""
    return in_digits_of(QLocale(), str(number))
