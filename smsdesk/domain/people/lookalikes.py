"""What looks like a phone number and is none: dates, times, amounts, internet and mail addresses, codes, years.

They never become numbers. Where they stand in a line, they stay with the name, so that nothing disappears.
"""

from __future__ import annotations

import re

from smsdesk.domain.sentence import QT_TRANSLATE_NOOP, Sentence

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}"
_DAY, _MONTH_NO = r"(?:0?[1-9]|[12]\d|3[01])", r"(?:0?[1-9]|1[0-2])"
_YEAR = r"(?:19|20)\d\d"
_START, _END = r"(?<![\d.,/\-+])", r"(?![.,/\-]?\d)"
DATE = (
    rf"{_START}(?:{_DAY}[/.\-]{_MONTH_NO}[/.\-](?:{_YEAR}|\d\d)|{_MONTH_NO}[/.\-]{_DAY}[/.\-](?:{_YEAR}|\d\d)"
    rf"|{_YEAR}[/.\-]{_MONTH_NO}[/.\-]{_DAY}(?:T\d\d:\d\d(?::\d\d)?)?|{_DAY}[ \-./]?{_MONTH}[ \-./,]*(?:{_YEAR}|\d\d)"
    rf"|{_YEAR}\s?[\-–/]\s?{_YEAR}){_END}|\b{_MONTH}\.? {_DAY},? {_YEAR}(?!\d)"
)
TIME = r"(?<![\d:])\d{1,2}:\d\d(?::\d\d)?(?:\s?[ap]\.?m\b\.?)?(?![\d:])"
INTERNET = r"(?<![\d.])(?!\d\d(?:\.\d\d){3}(?![\d.]))\d{1,3}(?:\.\d{1,3}){3}(?![\d.])"
MAIL = r"[^\s@,;<>\"'(\[|،؛]{1,80}@[^\s@,;<>\"')\]|،؛]{1,200}"
WEB = r"(?:https?://|www\.|ftp://)[^\s<>\"،؛]{1,2000}"
# A currency or a separator of thousands makes it an amount; so do decimals that stand apart.
_MONEY = r"(?:OMR|RO|R\.O\.|USD|EUR|GBP|AED|SAR|KWD|BHD|QAR|ZAR|INR|EGP|JOD|ر\.ع\.?|[$€£¥₹])"
AMOUNT = (
    rf"(?<![\w.]){_MONEY}\s?\d{{1,3}}(?:[,٬]?\d{{3}})*(?:[.,٫]\d{{1,3}})?(?![\d])"
    rf"|(?<![\w.,/\-+])\d{{1,3}}(?:[,٬]?\d{{3}})*(?:[.,٫]\d{{1,3}})?\s?{_MONEY}(?!\w|\s?\d)"
    r"|(?<![\w.,/\-+])\d{1,3}(?:[,٬]\d{3})+[.,٫]\d{1,3}(?![\w.,/\-])"
)
# Two of them are a place on the map.
PLACE_ON_MAP = r"(?<![\w.,/\-+])-?\d{1,3}\.\d{4,9}\s?[,;\s]\s?-?\d{1,3}\.\d{4,9}(?![\w.,/\-])"
DECIMALS = r"(?<![\w.,/\-+])\d{1,6}[.,٫]\d{1,3}(?![\w.,/\-])"
# "4B", "3rd".
PLACE = r"(?<![\w.,/\-+])\d{1,4}[^\W\d_]{1,3}(?!\w)"
# No text without one of these holds any of the above.
PERHAPS = rf"[@:/$€£¥₹]|www\.|\d[.,٬٫\-–]\d|\d\s[\-–]|\d[^\W\d_]|\b(?:{_MONTH}|{_MONEY})"
# Letters and digits that hang together: "INV-2024-00123", "R1500.00", "B4/12".
CODE = r"(?<![\w])[^\W\d_]{1,12}[\-_/#.]{0,2}\d[\w\-_/#.]*"

_IS_DATE = re.compile(rf"(?:{DATE})(?:[T ,]*(?:{TIME}))?", re.IGNORECASE)
_IS_TIME = re.compile(TIME, re.IGNORECASE)
_IS_INTERNET = re.compile(INTERNET)
_IS_MAIL = re.compile(rf"<?{MAIL}>?")
_IS_WEB = re.compile(WEB, re.IGNORECASE)
_IS_AMOUNT = re.compile(rf"-?(?:{AMOUNT}|{DECIMALS})", re.IGNORECASE)

_KINDS: tuple[tuple[re.Pattern[str], Sentence], ...] = (
    (_IS_DATE, QT_TRANSLATE_NOOP("lookalikes", "A date is no phone number")),
    (_IS_TIME, QT_TRANSLATE_NOOP("lookalikes", "A time is no phone number")),
    (_IS_INTERNET, QT_TRANSLATE_NOOP("lookalikes", "An internet address is no phone number")),
    (_IS_MAIL, QT_TRANSLATE_NOOP("lookalikes", "A mail address is no phone number")),
    (_IS_WEB, QT_TRANSLATE_NOOP("lookalikes", "A web address is no phone number")),
    (_IS_AMOUNT, QT_TRANSLATE_NOOP("lookalikes", "An amount is no phone number")),
)


def told_as(text: str) -> Sentence | None:
    """Tell what a whole text is if it is no phone number but looks like one."""
    return next((sentence for pattern, sentence in _KINDS if pattern.fullmatch(text)), None)
