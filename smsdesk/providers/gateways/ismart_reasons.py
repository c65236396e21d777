"""What iSmart's codes mean in words, where both of its documents list them alike."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from smsdesk.domain.sentence import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Mapping

    from smsdesk.domain.sentence import Sentence

SHARED_REASONS: Final[Mapping[str, Sentence]] = MappingProxyType(
    {
        "2": QT_TRANSLATE_NOOP(
            "ismart_reasons", "iSmart does not know the company of this account: ask iSmart about your account"
        ),
        "3": QT_TRANSLATE_NOOP(
            "ismart_reasons",
            "Wrong user name or password at iSmart: enter them with care, iSmart blocks after some tries",
        ),
        "4": QT_TRANSLATE_NOOP("ismart_reasons", "Not enough credit at iSmart: ask iSmart for more, then continue"),
        "5": QT_TRANSLATE_NOOP("ismart_reasons", "iSmart found no text in the message: write something"),
        "6": QT_TRANSLATE_NOOP("ismart_reasons", "The text is too long for iSmart: shorten it to 5 parts"),
        "7": QT_TRANSLATE_NOOP("ismart_reasons", "This account is not active at iSmart: ask iSmart to activate it"),
        "8": QT_TRANSLATE_NOOP("ismart_reasons", "iSmart found no number: check the recipient's number"),
        "10": QT_TRANSLATE_NOOP(
            "ismart_reasons", "iSmart does not accept the language of this text: ask iSmart what your account may send"
        ),
        "11": QT_TRANSLATE_NOOP(
            "ismart_reasons", "iSmart reported an unknown error: the message may have been sent or not"
        ),
        "12": QT_TRANSLATE_NOOP(
            "ismart_reasons", "iSmart has blocked this account after wrong passwords: ask iSmart to unblock it"
        ),
        "13": QT_TRANSLATE_NOOP("ismart_reasons", "This account has expired at iSmart: ask iSmart to renew it"),
        "14": QT_TRANSLATE_NOOP("ismart_reasons", "The credit at iSmart has expired: ask iSmart to renew it"),
        "15": QT_TRANSLATE_NOOP(
            "ismart_reasons", "iSmart could not read the request: check the gateway address, and try another text"
        ),
        "20": QT_TRANSLATE_NOOP(
            "ismart_reasons",
            "This office's internet address is not on iSmart's list: give iSmart your office's fixed internet address",
        ),
        "22": QT_TRANSLATE_NOOP(
            "ismart_reasons", "iSmart took this for a flash message and refused it: ask iSmart about your account"
        ),
        "23": QT_TRANSLATE_NOOP(
            "ismart_reasons", "This person has asked iSmart for no more messages: nothing was sent"
        ),
        "8-batch": QT_TRANSLATE_NOOP(
            "ismart_reasons", "iSmart found a number missing, and does not say which: send one by one to find out"
        ),
        "9-batch": QT_TRANSLATE_NOOP(
            "ismart_reasons", "iSmart does not accept one of these numbers, and does not say which: send one by one"
        ),
        "23-batch": QT_TRANSLATE_NOOP(
            "ismart_reasons", "One of these people wants no more messages, iSmart does not say who: send one by one"
        ),
    }
)
"""A sentence for every code that means the same by REST and by HTTP."""
