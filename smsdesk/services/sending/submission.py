"""One submission on its way: what is asked of the gateway, and one verdict per number whatever happens on the wire."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from smsdesk.domain.frozen import frozen
from smsdesk.domain.outcome import TOO_LATE, Outcome, Verdict
from smsdesk.providers.base import Outgoing

if TYPE_CHECKING:
    from collections.abc import Callable

    from smsdesk.accounts.account import Account
    from smsdesk.privacy.secret import Secret
    from smsdesk.providers.base import Login, Provider
    from smsdesk.providers.transport.http_session import HttpSession
    from smsdesk.store.sending.claims import Claim

_REFERENCES = range(100, 1_000_000)


@frozen
class Answer:
    """What the gateway made of a claim, asked with `account` as it was then.

    Attributes:
        account: the account.
        claim: what was submitted.
        verdicts: one per delivery.
        password: with which it was asked.
        wrong_place: something else than the gateway answered.
    """

    account: Account
    claim: Claim
    verdicts: tuple[Verdict, ...]
    password: Secret
    wrong_place: bool = False


def submit_claim(
    http: HttpSession,
    account: Account,
    provider: Provider,
    login: Login,
    claim: Claim,
    keep: Callable[[Answer], None],
    *,
    wanted: bool,
) -> Answer:
    """Submit a claim once; `keep` is told the answer as far as it is known, so that no bug can make it forgotten.

    A claim whose chosen time has passed is not submitted: its verdict is `TOO_LATE`. Nor is one that is no longer
    `wanted`: it is not sent, and nothing stands against it.
    """
    now = datetime.now(UTC)
    late = wanted and claim.send_at is not None and claim.send_at <= now
    code = TOO_LATE if late else "bug" if wanted else ""
    answer = _same(account, login, claim, Verdict(Outcome.NOT_SENT, code=code))
    keep(answer)
    references = tuple(_reference(delivery_id) for delivery_id in claim.delivery_ids)
    outgoing = Outgoing(
        claim.text, claim.sender, claim.numbers, claim.send_at or now, claim.parts,
        scheduled=claim.send_at is not None, references=references,
    )  # fmt: skip
    if late or not wanted:
        return answer
    # Until there is an answer: a bug in reading it leaves these unknown, not forgotten.
    keep(_same(account, login, claim, Verdict(Outcome.UNKNOWN, code="bug")))
    verdicts, wrong_place = _submit(http, provider, login, outgoing)
    answer = Answer(account, claim, verdicts, login.password, wrong_place)
    keep(answer)
    return answer


def _same(account: Account, login: Login, claim: Claim, verdict: Verdict) -> Answer:
    return Answer(account, claim, (verdict,) * len(claim.numbers), login.password)


def _reference(delivery_id: int) -> str:
    """Our own reference of a delivery: 3 to 6 digits, unique as long as the space lasts."""
    return str(_REFERENCES.start + delivery_id % len(_REFERENCES))


def _submit(
    http: HttpSession, provider: Provider, login: Login, outgoing: Outgoing
) -> tuple[tuple[Verdict, ...], bool]:
    """One verdict per number, whatever happens on the wire; True when something else than the gateway answered."""
    from smsdesk.providers.transport.exchange import submit
    from smsdesk.providers.transport.failures import NoClearAnswer, NotSent

    try:
        return submit(http, provider, login, outgoing), False
    except NotSent as error:
        verdict, wrong_place = Verdict(Outcome.NOT_SENT, code=error.code, words=error.words), False
    except NoClearAnswer as error:
        verdict, wrong_place = Verdict(Outcome.UNKNOWN, code=error.code, words=error.words), error.wrong_place
        if provider.capabilities.own_references:  # the gateway may have taken it, and will call it by this
            return tuple(replace(verdict, message_id=own) for own in outgoing.references), wrong_place
    return (verdict,) * len(outgoing.numbers), wrong_place
