"""What an account must be before it is saved; the dialog shows each sentence beside its field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smsdesk.domain.errors import UserFacingError
from smsdesk.domain.sentence import QT_TRANSLATE_NOOP, Sentence, translate
from smsdesk.providers.gateway_address import check_address

if TYPE_CHECKING:
    from collections.abc import Iterable

    from smsdesk.accounts.account import Account
    from smsdesk.privacy.secret import Secret
    from smsdesk.providers.base import Provider

_NO_NAME = QT_TRANSLATE_NOOP("validation", "Give the account a name, for example “Front desk”.")
_SAME_NAME = QT_TRANSLATE_NOOP("validation", "Another account of this gateway has this name already.")
_NO_USER = QT_TRANSLATE_NOOP("validation", "Enter the user name that the gateway gave you.")
_NO_PASSWORD = QT_TRANSLATE_NOOP("validation", "Enter the password that the gateway gave you.")
_NO_SENDER = QT_TRANSLATE_NOOP("validation", "Enter the sender that people shall see, for example your office's name.")
_TOO_LONG = QT_TRANSLATE_NOOP(
    "validation",
    "This is longer than a computer's password store can keep: {most} characters at most. Was something else copied?",
)
_MOST_PASSWORD_BYTES = 2560
"""What Windows keeps of one password, in UTF-16 (wincred.h, CRED_MAX_CREDENTIAL_BLOB_SIZE); other systems keep more."""

_BELOW_ZERO = QT_TRANSLATE_NOOP("validation", "A price can't be below zero.")


def account_problems(
    account: Account, provider: Provider, others: Iterable[Account], *, has_password: bool
) -> dict[str, Sentence]:
    """What is wrong with an account, by field: name, user_name, password, senders, address, definition, ..."""
    problems: dict[str, Sentence] = {}
    if not account.name.strip():
        problems["name"] = _NO_NAME
    elif any(
        other.id != account.id
        and other.provider == account.provider
        and other.name.casefold() == account.name.casefold()
        for other in others
    ):
        problems["name"] = _SAME_NAME
    if provider.capabilities.needs_user_name and not account.user_name.strip():
        problems["user_name"] = _NO_USER
    if not has_password:
        problems["password"] = _NO_PASSWORD
    if provider.capabilities.max_sender is not None:
        wrong = [problem for sender in account.senders if (problem := sender_problem(sender, provider))]
        if wrong:
            problems["senders"] = wrong[0]
        elif provider.capabilities.needs_sender and not account.sender.strip():
            problems["senders"] = _NO_SENDER
    try:
        check_address(account.address)
    except UserFacingError as error:
        problems["address"] = error.what
    refused = provider.refuse_options(account.options)
    if refused is not None:
        problems["definition"] = refused
    if account.price_per_part is not None and account.price_per_part < 0:
        problems["price_per_part"] = _BELOW_ZERO
    return problems


def password_problem(password: Secret | None) -> Sentence | None:
    """Why a password can't be kept; None when it can."""
    if password is None or len(password.reveal().encode("utf-16-le", "surrogatepass")) <= _MOST_PASSWORD_BYTES:
        return None
    return _TOO_LONG.fill(most=_MOST_PASSWORD_BYTES // 2)


def sender_problem(sender: str, provider: Provider) -> Sentence | None:
    """Why this gateway can't take a sender; None when it can, or takes none at all."""
    longest = provider.capabilities.max_sender
    if longest is None:
        return None
    length = len(provider.sent_sender(sender))
    if length <= longest:
        return provider.refuse_sender(sender)
    too_long = translate(
        "validation", "The sender “{sender}” is %n character(s) too long: {gateway} takes {longest} at most.", None,
        1,
    ).count(length - longest)  # fmt: skip
    return too_long.fill(sender=sender, gateway=provider.title, longest=longest)
