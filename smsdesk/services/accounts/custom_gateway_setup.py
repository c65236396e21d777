"""Setting up a gateway that the office describes itself: trying it out, and the file that offices share."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from smsdesk.domain.errors import UserFacingError
from smsdesk.domain.frozen import frozen
from smsdesk.domain.outcome import Outcome
from smsdesk.domain.sentence import QT_TRANSLATE_NOOP, Sentence
from smsdesk.privacy.secret import STARS, Secret
from smsdesk.providers.base import Outgoing
from smsdesk.providers.custom.definition import OPTION
from smsdesk.providers.custom.definition_json import MOST_CHARACTERS, from_json, to_json
from smsdesk.providers.custom.provider import CustomHttp
from smsdesk.providers.custom.validation import gives_away
from smsdesk.providers.encoding import basic
from smsdesk.providers.transport.exchange import try_submission
from smsdesk.services.lanes import login_of, on_own_lane

if TYPE_CHECKING:
    from concurrent.futures import Future
    from pathlib import Path

    from smsdesk.accounts.account import Account
    from smsdesk.domain.outcome import Verdict
    from smsdesk.providers.base import HttpRequest
    from smsdesk.providers.custom.definition import Definition
    from smsdesk.providers.transport.http_session import HttpSession
    from smsdesk.services.login_gate import LoginGate
    from smsdesk.workers.worker import Worker

_NO_PASSWORD = QT_TRANSLATE_NOOP("custom_gateway_setup", "There is no password to try.")
_ENTER_IT = QT_TRANSLATE_NOOP("custom_gateway_setup", "Close the set-up, enter the password, then try again.")
_PASSWORD_INSIDE = QT_TRANSLATE_NOOP("custom_gateway_setup", "The password itself stands in the set-up of the gateway.")
_WRITE_PLACE = QT_TRANSLATE_NOOP(
    "custom_gateway_setup", "Write {place} in its place: the password is put in when a message is sent."
)
_NOT_READ = QT_TRANSLATE_NOOP("custom_gateway_setup", "The file could not be read.")
_NOT_WRITTEN = QT_TRANSLATE_NOOP("custom_gateway_setup", "The file could not be saved.")
_ELSEWHERE = QT_TRANSLATE_NOOP("custom_gateway_setup", "Check that the disk is not full, or choose another folder.")


@frozen
class Tried:
    """What a test message brought.

    Attributes:
        answer: the gateway's answer, without the password; "" when there was none.
        verdict: how it was read.
        reason: why it was not accepted, in words; None when it was.
    """

    answer: str
    verdict: Verdict
    reason: Sentence | None


class GatewaySetup:
    """What setting up a gateway needs of disk, keyring and network; all of it off the caller's thread.

    Args:
        gate: gives the passwords that are kept.
        worker: the thread on which keyring and files are waited for.
    """

    def __init__(self, gate: LoginGate, worker: Worker) -> None:
        self._gate = gate
        self._worker = worker

    def load(self, path: Path) -> Future[Definition]:
        """Read a shared file.

        Raises (in the future):
            UserFacingError: it can't be read, or is no such file.
        """

        def job() -> Definition:
            try:
                with path.open("rb") as file:
                    raw = file.read(4 * MOST_CHARACTERS + 1)
            except OSError as error:
                raise UserFacingError(_NOT_READ, None, error.strerror or "") from None
            return from_json(raw.decode("utf-8-sig", "replace"))

        return self._worker.do(job)

    def export(self, definition: Definition, path: Path, account_id: str, password: Secret | None) -> Future[None]:
        """Write the file that can be shared.

        Args:
            definition: what to write.
            path: where to.
            account_id: whose password must not be in it.
            password: what was typed; None for the one that is kept.

        Raises (in the future):
            UserFacingError: the password stands in it, or the disk would not take it; nothing was written.
        """

        def job() -> None:
            self._refuse_password(definition, account_id, password)
            try:
                path.write_text(to_json(definition) + "\n", encoding="utf-8")
            except OSError as error:
                raise UserFacingError(_NOT_WRITTEN, _ELSEWHERE, error.strerror or "") from None

        return self._worker.do(job)

    def check(self, account: Account, password: Secret | None) -> None:
        """See that an account's set-up can be kept on disk; waits for the keyring.

        Raises:
            UserFacingError: its password stands in it.
        """
        if account.options.get(OPTION):
            self._refuse_password(from_json(account.options[OPTION]), account.id, password)

    def try_out(self, account: Account, password: Secret | None, number: str, text: str) -> Future[Tried]:
        """Send one real message, past outbox and history.

        Args:
            account: the account as the dialog has it, set up.
            password: what was typed; None for the one that is kept.
            number: E.164.
            text: the message.

        Raises (in the future):
            UserFacingError: there is no password.
        """

        def job(http: HttpSession) -> Tried:
            secret = self._gate.typed_or_kept(account.id, password)
            if secret is None:
                raise UserFacingError(_NO_PASSWORD, _ENTER_IT)
            return _tried(http, account, secret, number, text)

        return on_own_lane("trial", job)

    def _refuse_password(self, definition: Definition, account_id: str, password: Secret | None) -> None:
        secret = self._gate.typed_or_kept(account_id, password)
        if secret is not None and gives_away(definition, secret):
            raise UserFacingError(_PASSWORD_INSIDE, _WRITE_PLACE.fill(place="{password}"))


def shown_request(account: Account, number: str, text: str) -> str:
    """The request that `try_out` would make, word for word but for the password, which is `***`."""
    # A word that nothing encodes and nobody writes stands for the password, so that it alone becomes stars.
    mark = f"password{uuid.uuid4().hex}"
    request = _provider(account).submission(login_of(account, Secret(mark)), _outgoing(account, number, text))
    return _written(request).replace(basic(account.user_name, mark), STARS).replace(mark, STARS)


def _tried(http: HttpSession, account: Account, password: Secret, number: str, text: str) -> Tried:
    provider = _provider(account)
    trial = try_submission(http, provider, login_of(account, password), _outgoing(account, number, text))
    accepted = trial.verdict.outcome is Outcome.ACCEPTED
    return Tried(trial.answer, trial.verdict, None if accepted else provider.explain(trial.verdict.code))


def _provider(account: Account) -> CustomHttp:
    return CustomHttp(from_json(account.options[OPTION]))


def _outgoing(account: Account, number: str, text: str) -> Outgoing:
    parts = _provider(account).analyze(text).segments
    return Outgoing(text, account.sender, (number,), datetime.now(UTC), parts)


def _written(request: HttpRequest) -> str:
    head = [f"{request.method} {request.url}", *(f"{name}: {value}" for name, value in request.headers.items())]
    body = request.body.decode("utf-8", "replace")
    return "\n".join(head) + (f"\n\n{body}" if body else "")
