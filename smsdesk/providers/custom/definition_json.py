"""A description of a gateway as JSON text: what an account keeps, and the file that offices share."""

from __future__ import annotations

import json
from typing import Any, Final, TypeVar

from smsdesk.domain.errors import UserFacingError
from smsdesk.domain.sentence import QT_TRANSLATE_NOOP
from smsdesk.providers.custom.definition import Answer, Call, Definition, LoginBy, Means, Method
from smsdesk.providers.custom.validation import definition_problems

MOST_CHARACTERS: Final = 256 * 1024

_FORMAT: Final = "smsdesk gateway"
_PLAIN: Final = 1
_WITH_HEADERS: Final = 2
"""Written only where it is needed, so that an older smsdesk reads what it can use."""

_FOREIGN = QT_TRANSLATE_NOOP("definition_json", "This is no gateway file of smsdesk.")
_CHOOSE = QT_TRANSLATE_NOOP("definition_json", "Choose a file that was saved with Export.")
_NEWER = QT_TRANSLATE_NOOP("definition_json", "This gateway file was made by a newer smsdesk.")
_UPDATE = QT_TRANSLATE_NOOP("definition_json", "Update smsdesk, or set up the gateway by hand.")
_DAMAGED = QT_TRANSLATE_NOOP(
    "definition_json", "This gateway file is damaged: something in it is missing or of another kind."
)
_ASK_AGAIN = QT_TRANSLATE_NOOP("definition_json", "Ask for the file again.")
_WRONG = QT_TRANSLATE_NOOP("definition_json", "This gateway file can't be used. {problem}")

Kind = TypeVar("Kind", str, int, bool)


def to_json(definition: Definition) -> str:
    """Write a description. There is no place in it for a user name or a password."""
    balance = definition.balance
    written: dict[str, object] = {
        "format": _FORMAT,
        "version": _PLAIN,
        "address": definition.address,
        "send": _written_call(definition.send),
        "answers": [
            {"pattern": answer.pattern, "means": answer.means.value, "sentence": answer.sentence}
            for answer in definition.answers
        ],
        "plus": definition.plus,
        "separator": definition.separator,
        "batch_size": definition.batch_size,
        "max_parts": definition.max_parts,
        "max_sender": definition.max_sender,
        "unsure_of_unicode": definition.unsure_of_unicode,
        "unit": definition.unit,
        "balance": None if balance is None else {**_written_call(balance), "pattern": definition.balance_pattern},
    }
    if definition.headers or definition.login_by is not LoginBy.VALUES:
        written["version"] = _WITH_HEADERS
        written["login_by"] = definition.login_by.value
        written["headers"] = [list(header) for header in definition.headers]
    text = json.dumps(written, ensure_ascii=False, indent=2)
    # Half a surrogate pair, which a clipboard can hold, fits in no file.
    return text.encode("utf-8", "replace").decode("utf-8")


def from_json(text: str) -> Definition:
    """Read a description, which then is sound: `definition_problems` finds nothing.

    Raises:
        UserFacingError: it is damaged, of a newer version, something else altogether, or can't be used.
    """
    try:
        raw = json.loads(text.removeprefix("\ufeff")) if len(text) <= MOST_CHARACTERS else None
    except (ValueError, RecursionError):
        raw = None
    if not isinstance(raw, dict) or raw.get("format") != _FORMAT:
        raise UserFacingError(_FOREIGN, _CHOOSE)
    if raw.get("version") not in (_PLAIN, _WITH_HEADERS):
        raise UserFacingError(_NEWER, _UPDATE)
    try:
        definition = _definition(raw)
    except (KeyError, TypeError, ValueError):
        raise UserFacingError(_DAMAGED, _ASK_AGAIN) from None
    for problem in definition_problems(definition).values():
        raise UserFacingError(_WRONG.fill(problem=problem), _ASK_AGAIN)
    return definition


def _written_call(call: Call) -> dict[str, object]:
    return {"method": call.method.value, "path": call.path, "fields": [list(field) for field in call.fields]}


def _definition(raw: dict[str, Any]) -> Definition:
    balance = raw["balance"]
    newer = raw["version"] == _WITH_HEADERS
    return Definition(
        send=_call(raw["send"]),
        answers=tuple(
            Answer(_of(str, each["pattern"]), Means(_of(str, each["means"])), _of(str, each["sentence"]))
            for each in raw["answers"]
        ),
        plus=_of(bool, raw["plus"]),
        separator=_of(str, raw["separator"]),
        batch_size=_of(int, raw["batch_size"]),
        balance=None if balance is None else _call(balance),
        balance_pattern="" if balance is None else _of(str, balance["pattern"]),
        unit=_of(str, raw["unit"]),
        max_parts=_of(int, raw["max_parts"]),
        max_sender=_of(int, raw["max_sender"]),
        unsure_of_unicode=_of(bool, raw["unsure_of_unicode"]),
        address=_of(str, raw["address"]),
        login_by=LoginBy(_of(str, raw["login_by"])) if newer else LoginBy.VALUES,
        headers=_pairs(raw["headers"]) if newer else (),
    )


def _call(raw: dict[str, Any]) -> Call:
    return Call(Method(_of(str, raw["method"])), _of(str, raw["path"]), _pairs(raw["fields"]))


def _pairs(raw: Any) -> tuple[tuple[str, str], ...]:
    return tuple((_of(str, name), _of(str, template)) for name, template in raw)


def _of(kind: type[Kind], value: Any) -> Kind:
    """The value, if it is exactly of this kind: to Python, true is a number too."""
    if type(value) is not kind:
        raise TypeError
    if isinstance(value, str):
        value.encode("utf-8")
    return value
