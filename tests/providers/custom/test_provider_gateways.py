"""Known gateways as an office would describe them: their statuses, headers, logins, in JSON and in XML."""

from __future__ import annotations

from base64 import b64encode
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import pytest

from smsdesk.domain.outcome import Outcome, Scope
from smsdesk.privacy.secret import Secret
from smsdesk.providers.custom.definition import Answer, Call, Definition, LoginBy, Means, Method
from smsdesk.providers.transport.exchange import ask_balance, submit, try_submission
from smsdesk.providers.transport.failures import NoClearAnswer
from tests.helpers.wire.described_gateway import gateway_of, message

if TYPE_CHECKING:
    from smsdesk.domain.outcome import Verdict
    from smsdesk.providers.base import Login
    from smsdesk.providers.transport.http_session import HttpSession
    from tests.helpers.wire.wiretap import Wiretap

PASSWORD = 'pä ss&w%rd+#/"x'.encode()
BASIC = b64encode(b"front desk:" + PASSWORD)


@dataclass(frozen=True)
class Played:
    """A gateway as its document describes it: how it is set up, what a success looks like, and a refused login."""

    definition: Definition
    request: tuple[bytes, ...]
    taken: tuple[bytes, bytes, str]
    no_entry: tuple[bytes, bytes]


GATEWAYS = {
    "Twilio, JSON": Played(
        Definition(
            Call(
                Method.FORM, "/2010-04-01/Accounts/{user}/Messages.json",
                (("From", "{sender}"), ("To", "{to}"), ("Body", "{text}")),
            ),
            (
                Answer('*"sid":*"{id}"*', Means.ACCEPTED),
                Answer('*"code":*20003*', Means.LOGIN, "Wrong SID or token"),
                Answer('*"code":*21211*', Means.NUMBER),
            ),
            plus=True,
            login_by=LoginBy.BASIC,
        ),
        (
            b"POST /2010-04-01/Accounts/front%20desk/Messages.json HTTP/1.1\r\n",
            b"\r\nAuthorization: Basic " + BASIC + b"\r\n",
            b"\r\n\r\nFrom=Office&To=%2B27830000012&Body=Hello",
        ),
        (b"201 Created", b'{"body": "Hello", "num_segments": "1", "sid": "SM11aa", "status": "queued"}', "SM11aa"),
        (b"401 Unauthorized", b'{"code": 20003, "message": "Authenticate", "status": 401}'),
    ),
    "Twilio, XML": Played(
        Definition(
            Call(Method.FORM, "/2010-04-01/Accounts/{user}/Messages", (("To", "{to}"), ("Body", "{text}"))),
            (
                Answer("<?xml*<Message><Sid>{id}</Sid>*", Means.ACCEPTED),
                Answer("<?xml*<Code>20003</Code>*", Means.LOGIN),
            ),
            login_by=LoginBy.BASIC,
        ),
        (b"\r\nAuthorization: Basic " + BASIC + b"\r\n",),
        (
            b"201 Created",
            b"<?xml version='1.0' encoding='UTF-8'?>\n<TwilioResponse><Message><Sid>SM11aa</Sid>"
            b"<Body>Hello</Body></Message></TwilioResponse>",
            "SM11aa",
        ),
        (
            b"401 Unauthorized",
            b"<?xml version='1.0' encoding='UTF-8'?>\n<TwilioResponse><RestException><Code>20003</Code>"
            b"</RestException></TwilioResponse>",
        ),
    ),
    "Vonage": Played(
        Definition(
            Call(Method.JSON, "/v1/messages", (("from", "{sender}"), ("to", "{to}"), ("text", "{text}"))),
            (
                Answer('*"message_uuid":*"{id}"*', Means.ACCEPTED),
                Answer('*"title":*"Unauthorized"*', Means.LOGIN),
            ),
            login_by=LoginBy.BEARER,
        ),
        (
            b"\r\nAuthorization: Bearer " + PASSWORD + b"\r\n",
            b"\r\nContent-Type: application/json\r\n",
            b'{"from": "Office", "to": "27830000012", "text": "Hello"}',
        ),
        (b"202 Accepted", b'{"message_uuid":"aaaaaaaa-bbbb-4ccc-8ddd-012345"}', "aaaaaaaa-bbbb-4ccc-8ddd-012345"),
        (b"401 Unauthorized", b'{"title":"Unauthorized","detail":"You did not provide correct credentials."}'),
    ),
    "MessageBird": Played(
        Definition(
            Call(
                Method.JSON, "/messages",
                (("originator", "{sender}"), ("recipients", '["{to}"]'), ("body", "{text}")),
            ),
            (
                Answer('{"id":*"{id}",*"href":*', Means.ACCEPTED),
                Answer('*"errors":*"code":*2,*', Means.LOGIN),
                Answer('*"errors":*"code":*25,*', Means.ACCOUNT, "No balance"),
            ),
            headers=(("Authorization", "AccessKey {password}"),),
        ),
        (
            b"\r\nAuthorization: AccessKey " + PASSWORD + b"\r\n",
            b'{"originator": "Office", "recipients": ["27830000012"], "body": "Hello"}',
        ),
        (b"201 Created", b'{"id":"e8077d803532c0b5937c639b60216938","href":"https://rest.example/messages/e8"}',
         "e8077d803532c0b5937c639b60216938"),
        (b"401 Unauthorized", b'{"errors":[{"code":2,"description":"Request not allowed","parameter":"access_key"}]}'),
    ),
    "Clickatell": Played(
        Definition(
            Call(Method.JSON, "/messages", (("content", "{text}"), ("to", '["{to}"]'))),
            (
                Answer('*"apiMessageId":*"{id}",*"accepted":*true*', Means.ACCEPTED),
                Answer('*"errorCode":*108*', Means.LOGIN),
            ),
            headers=(("Authorization", "{password}"), ("Accept", "application/json"), ("X-Version", "1")),
        ),
        (
            b"\r\nAuthorization: " + PASSWORD + b"\r\n",
            b"\r\nAccept: application/json\r\n",
            b"\r\nX-Version: 1\r\n",
            b'{"content": "Hello", "to": ["27830000012"]}',
        ),
        (b"202 Accepted",
         b'{"messages":[{"apiMessageId":"77fb2999","accepted":true,"to":"27830000012"}],"error":null}', "77fb2999"),
        (b"401 Unauthorized", b'{"messages":[],"errorCode":108,"error":"Invalid or missing integration API Key."}'),
    ),
    "Kannel": Played(
        Definition(
            Call(
                Method.GET, "/cgi-bin/sendsms",
                (("username", "{user}"), ("password", "{password}"), ("from", "{sender}"), ("to", "{to}"),
                 ("text", "{text}")),
            ),
            (Answer("0: Accepted for delivery", Means.ACCEPTED), Answer("Authorization failed*", Means.LOGIN)),
        ),
        (
            b"GET /cgi-bin/sendsms?username=front%20desk&password=p%C3%A4%20ss%26w%25rd%2B%23%2F%22x"
            b"&from=Office&to=27830000012&text=Hello HTTP/1.1\r\n",
        ),
        (b"202 Accepted", b"0: Accepted for delivery", ""),
        (b"403 Forbidden", b"Authorization failed for sendsms"),
    ),
    "a telephone with Android": Played(
        Definition(
            Call(Method.JSON, "/message", (("message", "{text}"), ("phoneNumbers", '["{to}"]'))),
            (Answer('{"id":*"{id}",*"state":*"Pending"*', Means.ACCEPTED),),
            plus=True,
            login_by=LoginBy.BASIC,
        ),
        (b"\r\nAuthorization: Basic " + BASIC + b"\r\n", b'{"message": "Hello", "phoneNumbers": ["+27830000012"]}'),
        (b"202 Accepted", b'{"id":"PyDmBQZZXYmyxMwED8Fzy","state":"Pending","recipients":[]}', "PyDmBQZZXYmyxMwED8Fzy"),
        (b"401 Unauthorized", b""),
    ),
}  # fmt: skip


def sent(session: HttpSession, played: Played, login: Login) -> Verdict:
    (verdict,) = submit(session, gateway_of(played.definition), login, message())
    return verdict


@pytest.mark.parametrize("name", GATEWAYS)
def test_a_message_is_taken_whatever_its_2xx(name: str, gateway: Wiretap, session: HttpSession, login: Login) -> None:
    played = GATEWAYS[name]
    status, body, message_id = played.taken
    gateway.plays(gateway.answer(body, status, kind=b"application/octet-stream"))
    verdict = sent(session, played, login)
    assert (verdict.outcome, verdict.message_id) == (Outcome.ACCEPTED, message_id)
    for part in played.request:
        assert part in gateway.requests[-1]


@pytest.mark.parametrize("name", GATEWAYS)
def test_a_refused_login_is_known_and_goes_back_to_the_queue(
    name: str, gateway: Wiretap, session: HttpSession, login: Login
) -> None:
    played = GATEWAYS[name]
    status, body = played.no_entry
    gateway.plays(gateway.answer(body, status))
    provider = gateway_of(played.definition)
    verdict = sent(session, played, login)
    assert verdict.refuses_all
    assert provider.refuses_login(verdict.code)
    trial = try_submission(session, provider, login, message())
    assert (trial.answer, trial.verdict.words) == (body.decode(), f"HTTP status {status[:3].decode()}")
    assert trial.verdict.code == verdict.code


TWILIO = GATEWAYS["Twilio, JSON"]


def test_a_refused_number_is_its_own_matter_by_status_400(gateway: Wiretap, session: HttpSession, login: Login) -> None:
    gateway.plays(gateway.answer(b'{"code": 21211, "message": "not a valid phone"}', b"400 Bad Request"))
    verdict = sent(session, TWILIO, login)
    assert (verdict.outcome, verdict.scope) == (Outcome.REJECTED, Scope.RECIPIENT)


@pytest.mark.parametrize(
    ("status", "body", "code"),
    [
        (b"400 Bad Request", b'{"sid": "SM1"}', "contradiction"),
        (b"401 Unauthorized", b'{"sid": "SM1"}', "contradiction"),
        (b"404 Not Found", b'{"what": "?"}', "unreadable"),
        (b"429 Too Many", b"", "unreadable"),
        (b"404 Not Found", b"<html><body>Not found</body></html>", "http"),
        (b"500 Oops", b'{"sid": "SM1"}', "http"),
        (b"503 Busy", b'{"code": 20003}', "http"),
        (b"302 Found", b'{"sid": "SM1"}', "moved"),
        (b"201 Created", b'<!DOCTYPE html><p>"sid": "SM1"', "moved"),
    ],
)
def test_a_status_that_says_otherwise_leaves_it_unknown_and_shows_the_answer(
    status: bytes, body: bytes, code: str, gateway: Wiretap, session: HttpSession, login: Login
) -> None:
    gateway.plays(gateway.answer(body, status, extra=b"Location: /x\r\n"))
    with pytest.raises(NoClearAnswer) as unclear:
        sent(session, TWILIO, login)
    assert unclear.value.code == code
    assert unclear.value.wrong_place is not status.startswith(b"5")
    trial = try_submission(session, gateway_of(TWILIO.definition), login, message())
    assert (trial.verdict.outcome, trial.answer) == (Outcome.UNKNOWN, body.decode())


def test_an_answer_that_gives_back_the_login_is_shown_without_it(
    gateway: Wiretap, session: HttpSession, login: Login
) -> None:
    gateway.plays(gateway.answer(b'{"you sent": "Basic ' + BASIC + b'", "sid": "SM1"}', b"201 Created"))
    provider = gateway_of(TWILIO.definition)
    assert try_submission(session, provider, login, message()).answer == '{"you sent": "Basic ***", "sid": "SM1"}'
    assert BASIC.decode() not in sent(session, TWILIO, login).words


def test_the_balance_is_asked_with_the_same_headers_and_login(
    gateway: Wiretap, session: HttpSession, login: Login
) -> None:
    asked = gateway_of(
        TWILIO.definition, headers=(("X-Office", "{user}"),),
        balance=Call(Method.GET, "/Balance.json"), balance_pattern='*"balance":*"{amount}"*',
    )  # fmt: skip
    gateway.plays(
        gateway.answer(b'{"balance": "12.5000"}'),
        gateway.answer(b'{"balance": "12.5000"}', b"402 Pay"),
        gateway.answer(b"", b"401 Unauthorized"),
    )
    amount = ask_balance(session, asked, login).amount
    assert amount is not None
    assert str(amount.value) == "12.5000"
    assert b"\r\nAuthorization: Basic " + BASIC + b"\r\n" in gateway.requests[-1]
    assert b"\r\nX-Office: front desk\r\n" in gateway.requests[-1]
    assert ask_balance(session, asked, login).amount is None
    refused = ask_balance(session, asked, login).verdict
    assert refused is not None
    assert asked.refuses_login(refused.code)


def test_a_password_of_two_lines_makes_no_second_header(gateway: Wiretap, session: HttpSession, login: Login) -> None:
    gateway.plays(gateway.answer(b'{"message_uuid":"1"}', b"202 Accepted"))
    vonage = GATEWAYS["Vonage"]
    assert sent(session, vonage, replace(login, password=Secret("to\r\nX-Evil: 1"))).outcome is Outcome.ACCEPTED
    assert b"\r\nAuthorization: Bearer toX-Evil: 1\r\n" in gateway.requests[-1]
