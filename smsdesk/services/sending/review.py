"""Everything that is known about an announcement before it is sent: what it costs, and why it can't go yet."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from smsdesk.domain.errors import UserFacingError
from smsdesk.domain.frozen import frozen
from smsdesk.domain.money import Amount, Cost, estimate
from smsdesk.domain.schedule import moment_of
from smsdesk.domain.segments import Encoding, analyze, count_segments
from smsdesk.domain.sentence import QT_TRANSLATE_NOOP, Sentence, translate
from smsdesk.services.accounts.validation import sender_problem

if TYPE_CHECKING:
    from collections.abc import Mapping

    from smsdesk.accounts.account import Account
    from smsdesk.domain.segments import Forcing, SmsInfo
    from smsdesk.providers.base import Provider
    from smsdesk.store.history.duplicates import Duplicate

_FEW = 3
_FEW_SHARE = 0.1  # of the characters; above that it is a script, not a slip

_USUAL_PARTS = 5  # shown as long as there is no gateway to ask

_NO_ACCOUNT = QT_TRANSLATE_NOOP("review", "There is no account to send with yet.")
_ADD_ONE = QT_TRANSLATE_NOOP("review", "Add your gateway account first; what you wrote stays here.")
_NO_TEXT = QT_TRANSLATE_NOOP("review", "There is no message yet.")
_WRITE = QT_TRANSLATE_NOOP("review", "Write what you want to announce.")
_SHORTEN = QT_TRANSLATE_NOOP("review", "Shorten it, or send it as two announcements.")
_NOBODY = QT_TRANSLATE_NOOP("review", "Nobody is on the list yet.")
_ADD_PEOPLE = QT_TRANSLATE_NOOP("review", "Paste or type the numbers, then press Add.")
_MEND_ROWS = QT_TRANSLATE_NOOP("review", "The reason stands beside each number: double-click the number to mend it.")
_NO_SENDER = QT_TRANSLATE_NOOP("review", "There is no sender.")
_CHOOSE_SENDER = QT_TRANSLATE_NOOP("review", "Type the name that people shall see as the sender.")
_OTHER_SENDER = QT_TRANSLATE_NOOP("review", "Choose or type a shorter one.")
_AT_ONCE = QT_TRANSLATE_NOOP("review", "{gateway} sends at once: it keeps no message for later.")
_CHOOSE_NOW = QT_TRANSLATE_NOOP("review", "Choose “Now”, or another account.")
_TOO_DEAR = QT_TRANSLATE_NOOP("review", "The balance may not be enough: {gateway} may refuse the last messages.")


@frozen
class Unicode:
    """Why a text travels as Unicode, where 70 instead of 160 characters fit.

    Attributes:
        avoidable: the few characters that could be replaced; empty where the text is in another script anyway.
        parts_without: parts that the text would have without them.
    """

    avoidable: tuple[Forcing, ...]
    parts_without: int


@frozen
class Review:
    """An announcement as it would go out now.

    Attributes:
        info: the text, counted in the encoding that it will have.
        people: recipients with a number that can be sent to.
        bad_rows: rows that would be left out.
        most_parts: parts that this gateway takes at most.
        cost: what it will cost.
        problems: why it can't be sent; empty when it can.
        cautions: what the user should know before confirming.
        unicode: why the text travels as Unicode; None when it does not.
        send_at: when the gateway shall let it out, in UTC; None for at once.
        balance: what the account holds before; None where that is not known.
    """

    info: SmsInfo
    people: int
    bad_rows: int
    most_parts: int
    cost: Cost
    problems: tuple[UserFacingError, ...]
    cautions: tuple[Sentence, ...]
    unicode: Unicode | None
    send_at: datetime | None = None
    balance: Amount | None = None


@frozen
class AlreadySent:
    """Who has the text already, and what sending it to the others alone would mean."""

    found: Duplicate
    rest: Review


def review(
    text: str,
    sender: str,
    people: int,
    bad_rows: int,
    account: Account | None,
    provider: Provider | None,
    balance: Amount | None,
    picked: datetime | None = None,
    month_parts: int | None = None,
) -> Review:
    """Work out what sending would mean; nothing is refused silently, nothing is sent.

    `picked` is the local time, without a zone, at which the gateway shall let it out; None for at once. `month_parts`
    is what was sent this month, where there is a budget to hold it against.
    """
    if account is None or provider is None:
        info = analyze(text)
        no_account = UserFacingError(_NO_ACCOUNT, _ADD_ONE)
        cost = estimate(people, info.segments, None, None)
        return Review(info, people, bad_rows, _USUAL_PARTS, cost, (no_account,), (), _unicode(text, info))
    can = provider.capabilities
    info = provider.analyze(text)
    most = provider.max_parts(account.options)
    price = None if account.price_per_part is None else Amount(account.price_per_part, can.unit)
    cost = estimate(people, info.segments, price, balance)
    problems = [*_text_problems(text, info, provider, most, account.options), *_sender_problems(sender, provider)]
    if not people:
        problems.append(_nobody(bad_rows))
    send_at = None
    if picked is not None and not can.can_schedule:
        problems.append(UserFacingError(_AT_ONCE.fill(gateway=provider.title), _CHOOSE_NOW))
    elif picked is not None:
        try:
            send_at = moment_of(picked, datetime.now(UTC))
        except UserFacingError as error:
            problems.append(error)
    cautions = list(provider.cautions(text, sender))
    if cost.short:
        cautions.append(_TOO_DEAR.fill(gateway=provider.title))
    if account.budget_parts is not None and month_parts is not None:
        cautions += _over_budget(month_parts + cost.total_parts, account.budget_parts)
    unicode = _unicode(text, info)
    return Review(info, people, bad_rows, most, cost, tuple(problems), tuple(cautions), unicode, send_at, balance)


def _over_budget(parts: int, budget: int) -> list[Sentence]:
    if parts <= budget:
        return []
    over = translate(
        "review", "This goes over the month's budget of %n part(s): {parts} would be sent this month.", None, 1
    )
    return [over.count(budget).fill(parts=parts)]


def _unicode(text: str, info: SmsInfo) -> Unicode | None:
    if info.encoding != Encoding.UCS2:
        return None
    places = {position for each in info.forcing for position in each.positions}
    few = len(places) <= max(_FEW, len(text) * _FEW_SHARE)
    without = count_segments("".join("x" if at in places else char for at, char in enumerate(text)))
    return Unicode(info.forcing if few else (), without)


def _text_problems(
    text: str, info: SmsInfo, provider: Provider, most: int, options: Mapping[str, str]
) -> list[UserFacingError]:
    if not text.strip():
        return [UserFacingError(_NO_TEXT, _WRITE)]
    if info.segments > most:
        what = translate("review", "The message has %n part(s); {gateway} takes {most} at most.", None, 1).count(
            info.segments
        )
        return [UserFacingError(what.fill(gateway=provider.title, most=most), _SHORTEN)]
    refused = provider.refuse_text(text, options)
    return [UserFacingError(refused)] if refused else []


def _sender_problems(sender: str, provider: Provider) -> list[UserFacingError]:
    if provider.capabilities.max_sender is None:
        return []
    if not sender.strip() and not provider.capabilities.needs_sender:
        return []
    if not sender.strip():
        return [UserFacingError(_NO_SENDER, _CHOOSE_SENDER)]
    wrong = sender_problem(sender, provider)
    return [UserFacingError(wrong, _OTHER_SENDER)] if wrong else []


def _nobody(bad_rows: int) -> UserFacingError:
    if not bad_rows:
        return UserFacingError(_NOBODY, _ADD_PEOPLE)
    what = translate("review", "None of the %n row(s) on the list has a number that can be sent to.", None, 1).count(
        bad_rows
    )
    return UserFacingError(what, _MEND_ROWS)
