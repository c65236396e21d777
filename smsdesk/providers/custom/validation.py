"""What a description of a gateway must be before it is used."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from smsdesk.domain.errors import UserFacingError
from smsdesk.domain.sentence import QT_TRANSLATE_NOOP, Sentence
from smsdesk.privacy.secret import holds
from smsdesk.providers.custom.definition import ASKING, PLACE, SENDING, Call, Definition, LoginBy, Means, Method
from smsdesk.providers.custom.reply_pattern import ReplyPattern
from smsdesk.providers.custom.request import json_value
from smsdesk.providers.gateway_address import check_address

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smsdesk.privacy.secret import Secret

MOST_IN_ONE_REQUEST: Final = 1000
MOST_PARTS: Final = 20
MOST_SENDER: Final = 30
MOST_ROWS: Final = 50
MOST_TEXT: Final = 500
_MOST_PATH: Final = 1000
_MOST_DEPTH: Final = 20

_HEADER: Final = re.compile(r"[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}", re.ASCII)
_OURS: Final = frozenset(
    {
        "accept-encoding", "connection", "content-length", "expect", "host", "keep-alive", "proxy-authorization",
        "proxy-connection", "te", "trailer", "transfer-encoding", "upgrade",
    }
)  # fmt: skip
"""Headers in which a mistake would break the exchange itself."""

_NO_PATH = QT_TRANSLATE_NOOP("validation", "Write what follows the host's name, beginning with a /.")
_BAD_PATH = QT_TRANSLATE_NOOP("validation", "The address can't hold blanks or a #: leave out what follows.")
_LONG_PATH = QT_TRANSLATE_NOOP("validation", "The address is too long.")
_NO_PLACE = QT_TRANSLATE_NOOP("validation", "There is no {place} to put in: see below what can stand in braces.")
_NO_NUMBER = QT_TRANSLATE_NOOP("validation", "No value holds the number: write {place} where the gateway wants it.")
_NO_TEXT = QT_TRANSLATE_NOOP("validation", "No value holds the message: write {place} where the gateway wants it.")
_NO_NAME = QT_TRANSLATE_NOOP("validation", "The value “{value}” has no name.")
_SAME_NAME = QT_TRANSLATE_NOOP("validation", "Two values have the name “{name}”.")
_TOO_MANY = QT_TRANSLATE_NOOP("validation", "There are too many lines: {most} at most.")
_TOO_LONG = QT_TRANSLATE_NOOP("validation", "“{text}…” is too long.")
_TOO_DEEP = QT_TRANSLATE_NOOP("validation", "The value of “{name}” has too many brackets.")
_NO_SUCCESS = QT_TRANSLATE_NOOP("validation", "No line says how the gateway answers when it has accepted a message.")
_NO_SEPARATOR = QT_TRANSLATE_NOOP("validation", "Write what stands between several numbers, in up to 5 characters.")
_NO_AMOUNT = QT_TRANSLATE_NOOP("validation", "Write {place} where the amount stands in the answer.")
_NO_UNIT = QT_TRANSLATE_NOOP("validation", "Write what is counted, for example credits or EUR.")
_PLACE_IN_NAME = QT_TRANSLATE_NOOP(
    "validation", "The name “{name}” can't hold {place}: only values are filled in. Write it into a value."
)
_BAD_HEADER = QT_TRANSLATE_NOOP("validation", "“{name}” is no name of a header.")
_OUR_HEADER = QT_TRANSLATE_NOOP("validation", "The header {name} is written by smsdesk itself: leave it out.")
_TWO_LOGINS = QT_TRANSLATE_NOOP(
    "validation", "The header Authorization is written by the way to log in that is chosen: leave one of them out."
)
_BAD_VALUE = QT_TRANSLATE_NOOP("validation", "The value of “{name}” must stand on one line.")
_RANGE = QT_TRANSLATE_NOOP("validation", "A number in this set-up is out of range.")


def definition_problems(definition: Definition) -> dict[str, Sentence]:
    """What is wrong, by field: address, path, fields, answers, separator, balance_path, ..., unit, numbers."""
    found = {
        "path": _path_problem(definition.send.path, SENDING),
        "fields": _fields_problem(definition.send, SENDING) or _send_problem(definition.send),
        "answers": _answers_problem(definition),
        "separator": _separator_problem(definition),
        "numbers": _numbers_problem(definition),
        "headers": _headers_problem(definition),
    }
    if definition.address:
        try:
            check_address(definition.address)
        except UserFacingError as error:
            found["address"] = error.what
    if definition.balance is not None:
        found["balance_path"] = _path_problem(definition.balance.path, ASKING)
        found["balance_fields"] = _fields_problem(definition.balance, ASKING)
        found["balance_pattern"] = _balance_problem(definition.balance_pattern)
    if not 1 <= len(definition.unit.strip()) <= 20:
        found["unit"] = _NO_UNIT
    return {field: problem for field, problem in found.items() if problem is not None}


def gives_away(definition: Definition, password: Secret) -> bool:
    """Whether the password itself was written anywhere into the description, in whatever encoding."""
    texts = [PLACE.sub("", text) for text in _texts(definition)]
    return any(holds(text, password) for text in texts)


def _texts(definition: Definition) -> Iterator[str]:
    # Neither names nor sentences: a password that is an ordinary word would be found there without being meant.
    for call in (definition.send, definition.balance):
        if call is not None:
            yield call.path
            yield from (template for _, template in call.fields)
    yield from (template for _, template in definition.headers)
    yield from (answer.pattern for answer in definition.answers)
    yield definition.balance_pattern
    yield definition.separator


def _path_problem(path: str, places: tuple[str, ...]) -> Sentence | None:
    if not path.startswith("/"):
        return _NO_PATH
    if len(path) > _MOST_PATH:
        return _LONG_PATH
    if any(char.isspace() or not char.isprintable() or char in "#\\" for char in path):
        return _BAD_PATH
    return _place_problem(path, places)


def _fields_problem(call: Call, places: tuple[str, ...]) -> Sentence | None:
    if len(call.fields) > MOST_ROWS:
        return _TOO_MANY.fill(most=MOST_ROWS)
    names: set[str] = set()
    for name, template in call.fields:
        if not name.strip():
            return _NO_NAME.fill(value=template[:40])
        if name in names:
            return _SAME_NAME.fill(name=name)
        names.add(name)
        for text in (name, template):
            if len(text) > MOST_TEXT:
                return _TOO_LONG.fill(text=text[:40])
        if problem := _name_problem(name):
            return problem
        if call.method is Method.JSON and template.count("[") + template.count("{") > _MOST_DEPTH:
            return _TOO_DEEP.fill(name=name)
        problem = _place_problem(template, places)
        if problem is None and call.method is Method.JSON:
            problem = next(filter(None, map(_name_problem, _names_in(json_value(template)))), None)
        if problem is not None:
            return problem
    return None


def _name_problem(name: str) -> Sentence | None:
    """A place in a name is never filled: the gateway would get the braces."""
    held = next((place for place in PLACE.findall(name) if place in SENDING), None)
    return None if held is None else _PLACE_IN_NAME.fill(name=name[:40], place=f"{{{held}}}")


def _names_in(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        yield from value
    if isinstance(value, list | dict):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _names_in(each)


def _headers_problem(definition: Definition) -> Sentence | None:
    if len(definition.headers) > MOST_ROWS:
        return _TOO_MANY.fill(most=MOST_ROWS)
    names: set[str] = set()
    for written, template in definition.headers:
        name = written.strip()
        if not _HEADER.fullmatch(name):
            return _BAD_HEADER.fill(name=name[:40]) if name else _NO_NAME.fill(value=template[:40])
        if name.lower() in _OURS:
            return _OUR_HEADER.fill(name=name)
        if name.lower() == "authorization" and definition.login_by is not LoginBy.VALUES:
            return _TWO_LOGINS
        if name.lower() in names:
            return _SAME_NAME.fill(name=name)
        names.add(name.lower())
        if len(template) > MOST_TEXT:
            return _TOO_LONG.fill(text=template[:40])
        if not template.isprintable():
            return _BAD_VALUE.fill(name=name)
        if problem := _place_problem(template, ASKING):
            return problem
    return None


def _place_problem(text: str, places: tuple[str, ...]) -> Sentence | None:
    wrong = next((name for name in PLACE.findall(text) if name not in places), None)
    return _NO_PLACE.fill(place=f"{{{wrong}}}") if wrong is not None else None


def _send_problem(send: Call) -> Sentence | None:
    if not send.holds("to"):
        return _NO_NUMBER.fill(place="{to}")
    return None if send.holds("text") or send.holds("texthex") else _NO_TEXT.fill(place="{text}")


def _answers_problem(definition: Definition) -> Sentence | None:
    if len(definition.answers) > MOST_ROWS:
        return _TOO_MANY.fill(most=MOST_ROWS)
    for answer in definition.answers:
        if len(answer.sentence) > MOST_TEXT:
            return _TOO_LONG.fill(text=answer.sentence[:40])
        try:
            ReplyPattern(answer.pattern, reads_of(answer.means))
        except UserFacingError as error:
            return error.what
    if all(answer.means is not Means.ACCEPTED for answer in definition.answers):
        return _NO_SUCCESS
    return None


def reads_of(means: Means) -> tuple[str, ...]:
    """What can be read out of an answer that means this."""
    return ("id", "digits") if means is Means.ACCEPTED else ()


def _separator_problem(definition: Definition) -> Sentence | None:
    needed = definition.batch_size > 1
    return None if (1 if needed else 0) <= len(definition.separator) <= 5 else _NO_SEPARATOR


def _numbers_problem(definition: Definition) -> Sentence | None:
    fine = (
        1 <= definition.batch_size <= MOST_IN_ONE_REQUEST
        and 1 <= definition.max_parts <= MOST_PARTS
        and 1 <= definition.max_sender <= MOST_SENDER
    )
    return None if fine else _RANGE


def _balance_problem(pattern: str) -> Sentence | None:
    try:
        ReplyPattern(pattern, ("amount",))
    except UserFacingError as error:
        return error.what
    return None if "amount" in PLACE.findall(pattern) else _NO_AMOUNT.fill(place="{amount}")
