"""Inviosmart's errors and delivery states in words: its codes, and the errors that come without one."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from smsdesk.domain.sentence import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Mapping

    from smsdesk.domain.sentence import Sentence

REASONS: Final[Mapping[str, Sentence]] = MappingProxyType(
    {
        "1001": QT_TRANSLATE_NOOP(
            "inviosmart_reasons", "Inviosmart got no user name: enter it in the account's settings"
        ),
        "1002": QT_TRANSLATE_NOOP(
            "inviosmart_reasons", "Inviosmart got no password: enter it in the account's settings"
        ),
        "1003": QT_TRANSLATE_NOOP("inviosmart_reasons", "Inviosmart got no number: check the recipient's number"),
        "1004": QT_TRANSLATE_NOOP("inviosmart_reasons", "Inviosmart does not know where this number belongs: check it"),
        "1005": QT_TRANSLATE_NOOP("inviosmart_reasons", "Inviosmart does not accept this number: check its digits"),
        "1006": QT_TRANSLATE_NOOP(
            "inviosmart_reasons", "The sender's name is too long for Inviosmart: use 11 characters"
        ),
        "1007": QT_TRANSLATE_NOOP(
            "inviosmart_reasons", "The sender's number is too long for Inviosmart: use a short name"
        ),
        "1008": QT_TRANSLATE_NOOP("inviosmart_reasons", "Inviosmart got no sender: choose one"),
        "1009": QT_TRANSLATE_NOOP(
            "inviosmart_reasons", "The text has a character that Inviosmart can't send: try without unusual characters"
        ),
        "1010": QT_TRANSLATE_NOOP(
            "inviosmart_reasons", "Inviosmart failed to pass the message on: it may have been sent or not"
        ),
        "1011": QT_TRANSLATE_NOOP(
            "inviosmart_reasons",
            "Inviosmart found no text in the message, or a Greek number that has not 12 digits: check both",
        ),
        "1012": QT_TRANSLATE_NOOP(
            "inviosmart_reasons",
            "Wrong user name or password at Inviosmart: enter them again in the account's settings",
        ),
        "1013": QT_TRANSLATE_NOOP("inviosmart_reasons", "No credit is left at Inviosmart: buy credit, then continue"),
        "1014": QT_TRANSLATE_NOOP(
            "inviosmart_reasons", "Inviosmart says that the user does not match the account: ask Inviosmart about it"
        ),
        "1015": QT_TRANSLATE_NOOP("inviosmart_reasons", "Inviosmart does not accept this sender, and does not say why"),
        "1016": QT_TRANSLATE_NOOP(
            "inviosmart_reasons", "The sender has too few letters for Inviosmart: choose another"
        ),
        "1017": QT_TRANSLATE_NOOP("inviosmart_reasons", "Inviosmart does not send to this number's network or country"),
        "1018": QT_TRANSLATE_NOOP(
            "inviosmart_reasons", "Not enough credit at Inviosmart for this destination: buy credit, then continue"
        ),
        "1019": QT_TRANSLATE_NOOP(
            "inviosmart_reasons", "Inviosmart could not book the message: it may have been sent or not"
        ),
        "1020": QT_TRANSLATE_NOOP(
            "inviosmart_reasons", "Inviosmart failed to charge for this destination: it may have been sent or not"
        ),
        "1021": QT_TRANSLATE_NOOP(
            "inviosmart_reasons", "The sender has characters that Inviosmart does not accept: use letters and digits"
        ),
        "1022": QT_TRANSLATE_NOOP(
            "inviosmart_reasons",
            "Inviosmart waits for its cost to be confirmed, and has sent nothing yet: "
            "confirm it there or send it again, not both",
        ),
        "1023": QT_TRANSLATE_NOOP(
            "inviosmart_reasons", "Not enough credit at Inviosmart for this message: buy credit, then continue"
        ),
        "1025": QT_TRANSLATE_NOOP(
            "inviosmart_reasons", "Inviosmart failed to look at the balance: it may have been sent or not"
        ),
        "1026": QT_TRANSLATE_NOOP(
            "inviosmart_reasons", "Inviosmart has queued the message and gave no number for it: its fate can't be asked"
        ),
        "1027": QT_TRANSLATE_NOOP("inviosmart_reasons", "Inviosmart got no message number to look up"),
        "1028": QT_TRANSLATE_NOOP("inviosmart_reasons", "Inviosmart could not read the request: check text and sender"),
        "1029": QT_TRANSLATE_NOOP("inviosmart_reasons", "The text is too long for Inviosmart: shorten it to 4 parts"),
        "1031": QT_TRANSLATE_NOOP(
            "inviosmart_reasons", "Inviosmart's service is not available now: continue in a few minutes"
        ),
        "1032": QT_TRANSLATE_NOOP(
            "inviosmart_reasons", "Inviosmart could not take the message now: continue a bit later"
        ),
        "1036": QT_TRANSLATE_NOOP("inviosmart_reasons", "Inviosmart does not allow this sender: choose another"),
        "1038": QT_TRANSLATE_NOOP(
            "inviosmart_reasons", "Inviosmart has disabled this user: ask Inviosmart about your account"
        ),
        "1042": QT_TRANSLATE_NOOP(
            "inviosmart_reasons", "Inviosmart refuses this message (1042): its own words are in the details"
        ),
        "1043": QT_TRANSLATE_NOOP(
            "inviosmart_reasons", "Inviosmart had a fault of its own (1043): the message may have been sent or not"
        ),
        "internal-error": QT_TRANSLATE_NOOP(
            "inviosmart_reasons", "Inviosmart reported an internal error: the message may have been sent or not"
        ),
        "system-error": QT_TRANSLATE_NOOP(
            "inviosmart_reasons", "Inviosmart reported a system error: the message may have been sent or not"
        ),
        "invalid-destination": QT_TRANSLATE_NOOP(
            "inviosmart_reasons", "The number is wrong, or Inviosmart does not send there: check its country code"
        ),
        # Delivery states.
        "1": QT_TRANSLATE_NOOP("inviosmart_reasons", "The message is waiting at Inviosmart"),
        "2": QT_TRANSLATE_NOOP("inviosmart_reasons", "The message is waiting at the mobile network"),
        "4": QT_TRANSLATE_NOOP("inviosmart_reasons", "The message is waiting for a check at Inviosmart"),
        "8": QT_TRANSLATE_NOOP("inviosmart_reasons", "The mobile network does not know this number"),
        "16": QT_TRANSLATE_NOOP("inviosmart_reasons", "The phone can't be reached at the moment"),
        "32": QT_TRANSLATE_NOOP("inviosmart_reasons", "The message is on its way"),
        "64": QT_TRANSLATE_NOOP("inviosmart_reasons", "The message could not be delivered to the phone"),
        "128": QT_TRANSLATE_NOOP("inviosmart_reasons", "The phone could not be reached in time"),
        "256": QT_TRANSLATE_NOOP("inviosmart_reasons", "The message could not be handed to the mobile network"),
        "512": QT_TRANSLATE_NOOP("inviosmart_reasons", "The message was not delivered because of an error"),
        "1024": QT_TRANSLATE_NOOP("inviosmart_reasons", "Inviosmart reported an error without saying what it was"),
        "2048": QT_TRANSLATE_NOOP("inviosmart_reasons", "Delivered to the phone"),
    }
)
"""A sentence for every error and every delivery state; the one for 1024 fits it as either."""
