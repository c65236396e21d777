"""A request built from an office's own description: values put in where the braces stand, each one encoded."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final, NoReturn
from urllib.parse import quote

from smsdesk.providers.base import HttpRequest
from smsdesk.providers.custom.definition import PLACE, Call, LoginBy, Method
from smsdesk.providers.encoding import basic, encoded, form

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from smsdesk.providers.base import Login
    from smsdesk.providers.custom.definition import Definition

_AS_WRITTEN: Final = "/?&=%:@!$'()*+,;-._~[]"
_NUMBER: Final = "to"


def build(
    address: str,
    call: Call,
    values: Mapping[str, str],
    numbers: Sequence[str] = (),
    headers: Mapping[str, str] | None = None,
) -> HttpRequest:
    """Build the request. Its gateway answers with whatever status and in whatever form the office says.

    Args:
        address: the account's `scheme://host[:port]`.
        call: the description.
        values: what to put in, by place.
        numbers: the recipients one by one, as they go over the wire: in a JSON list, what holds `{to}` is repeated
            for each of them.
        headers: of this request, as `login_headers` gives them.
    """
    request = _bare(address, call, values, numbers)
    # A header's name is the same in capitals: what the office writes goes in place of ours.
    own = {name.lower() for name in headers or ()}
    kept = {name: value for name, value in request.headers.items() if name.lower() not in own}
    return replace(request, headers={**kept, **(headers or {})}, own_statuses=True)


def login_headers(definition: Definition, login: Login) -> dict[str, str]:
    """The headers of every request, with the login in them where it travels so."""
    password = login.password.reveal()
    values = {"user": login.user_name, "password": password}
    headers = {name.strip(): _header_value(filled(template, values)) for name, template in definition.headers}
    if definition.login_by is LoginBy.BASIC:
        headers["Authorization"] = f"Basic {basic(login.user_name, password)}"
    elif definition.login_by is LoginBy.BEARER:
        headers["Authorization"] = _header_value(f"Bearer {password}")
    return headers


def _header_value(text: str) -> str:
    """A value for HTTP, which knows bytes only: UTF-8, on one line whatever the user name or password holds."""
    line = "".join(char for char in text if char >= " " and char != "\x7f").strip()
    return line.encode("utf-8", "replace").decode("latin-1")


def _bare(address: str, call: Call, values: Mapping[str, str], numbers: Sequence[str]) -> HttpRequest:
    url = address + _filled_path(call.path, values)
    if call.method is Method.JSON:
        document = {name: _filled_json(json_value(template), values, numbers) for name, template in call.fields}
        body = json.dumps(document, ensure_ascii=False).encode("utf-8", "replace")
        return HttpRequest("POST", url, {"Content-Type": "application/json"}, body)
    fields = {name: filled(template, values) for name, template in call.fields}
    if call.method is Method.FORM:
        return form(url, fields)
    if fields:
        url += ("&" if "?" in url else "?") + encoded(fields)
    return HttpRequest("GET", url)


def filled(template: str, values: Mapping[str, str]) -> str:
    """Put the values in, in one go: what looks like a place within a value stays as it is."""
    return PLACE.sub(lambda match: values[match[1]], template)


def _filled_path(path: str, values: Mapping[str, str]) -> str:
    bits = PLACE.split(path)
    return "".join(
        quote(values[bit], safe="", errors="replace") if at % 2 else quote(bit, safe=_AS_WRITTEN, errors="replace")
        for at, bit in enumerate(bits)
    )


def json_value(template: str) -> Any:
    """A template that is JSON itself (5, true, "5", ["{to}"]) means that; any other is a text."""
    try:
        return json.loads(template, parse_constant=_no_number)
    except (ValueError, RecursionError):
        return template


def _no_number(_name: str) -> NoReturn:
    raise ValueError


def _filled_json(value: Any, values: Mapping[str, str], numbers: Sequence[str]) -> Any:
    if isinstance(value, str):
        return filled(value, values)
    if isinstance(value, dict):
        return {name: _filled_json(each, values, numbers) for name, each in value.items()}
    if isinstance(value, list):
        return [one for each in value for one in _repeated(each, values, numbers)]
    return value


def _repeated(value: Any, values: Mapping[str, str], numbers: Sequence[str]) -> list[Any]:
    if not _holds_number(value):
        return [_filled_json(value, values, numbers)]
    # Each copy knows its own number only: a list within it would else name everybody again, in every copy.
    return [_filled_json(value, {**values, _NUMBER: number}, (number,)) for number in numbers]


def _holds_number(value: Any) -> bool:
    if isinstance(value, list | dict):
        return any(map(_holds_number, value.values() if isinstance(value, dict) else value))
    return isinstance(value, str) and _NUMBER in PLACE.findall(value)
