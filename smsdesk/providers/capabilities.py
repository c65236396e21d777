"""What a gateway can do, as its document says: the window is drawn from it, and so is the feature matrix."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from smsdesk.domain.frozen import frozen

if TYPE_CHECKING:
    from decimal import Decimal

    from smsdesk.domain.sentence import Sentence


class StatusBy(StrEnum):
    """How it becomes known that a message has arrived."""

    NOTHING = "nothing"
    ASKING = "asking"
    REPORT = "report"


class OptionKind(StrEnum):
    """How the account dialog asks for an option."""

    SWITCH = "switch"
    NUMBER = "number"


@frozen
class Option:
    """A setting that only this gateway has.

    Attributes:
        id: its key in `Account.options`.
        label: what the dialog calls it.
        hint: what it does.
        kind: a switch ("1" for on, absent for off) or a whole number.
        default: the value of a new account, as it is stored.
        most: the largest number.
    """

    id: str
    label: Sentence
    hint: Sentence
    kind: OptionKind
    default: str = ""
    most: int = 0


@frozen
class Capabilities:
    """What a gateway can do.

    Attributes:
        default_address: the documented `scheme://host`.
        documents_https: its document (or the vendor) knows https.
        country: ISO region of the gateway, suggested as default country.
        unit: what balance and price are counted in ("credits", "EUR").
        max_parts: most parts of one message.
        max_sender: most characters of a sender ID; None where the API has no sender field.
        max_sender_name: most characters of one that is no phone number, where that is another limit.
        needs_sender: it can't be left empty.
        no_sender: why there is no sender field.
        batch_size: most recipients in one request.
        batch_editable: the document is silent about `batch_size`, so the office may change it.
        has_balance: it can be asked for the balance.
        suggested_price: price of one part in `unit`, where public material suggests one.
        wall_clock: the time zone (IANA name) in which the gateway reads times; None where it takes none.
        can_schedule: it keeps a message until a time that is sent with it.
        status_by: how it becomes known that a message has arrived.
        own_references: our own reference of each delivery goes with it, and is its message id.
        unsure_of_unicode: its document does not say how other than ASCII characters travel.
        options: settings that only this gateway has.
        by_definition: the office describes the gateway itself.
        needs_user_name: a login has a user name, beside the password.
    """

    default_address: str
    documents_https: bool
    country: str
    unit: str
    max_parts: int
    max_sender: int | None
    batch_size: int
    has_balance: bool
    no_sender: Sentence | None = None
    max_sender_name: int | None = None
    needs_sender: bool = True
    batch_editable: bool = False
    suggested_price: Decimal | None = None
    wall_clock: str | None = None
    can_schedule: bool = False
    status_by: StatusBy = StatusBy.NOTHING
    own_references: bool = False
    unsure_of_unicode: bool = False
    options: tuple[Option, ...] = ()
    by_definition: bool = False
    needs_user_name: bool = True
