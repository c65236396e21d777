"""The fields of a report as it came over HTTP: in the query, in a form, or in a multipart form."""

from __future__ import annotations

from email.errors import MessageError
from email.message import Message
from email.parser import BytesHeaderParser
from email.utils import collapse_rfc2231_value
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import parse_qsl

if TYPE_CHECKING:
    from collections.abc import Mapping

_MOST_FIELDS: Final = 50
_MULTIPART: Final = "multipart/form-data"


def form_fields(environ: Mapping[str, Any]) -> dict[str, str]:
    """The fields of query and form of a WSGI request; none where it is no form. The server has bounded the size."""
    found = _urlencoded(environ["QUERY_STRING"])
    if environ["REQUEST_METHOD"] == "POST":
        body, kind = environ["wsgi.input"].read(), Message()
        kind["Content-Type"] = environ.get("CONTENT_TYPE", "")
        multipart = kind.get_content_type() == _MULTIPART
        found |= _multipart(body, kind) if multipart else _urlencoded(body.decode("utf-8", "replace"))
    return found


def _urlencoded(form: str) -> dict[str, str]:
    try:
        return dict(parse_qsl(form, keep_blank_values=True, errors="replace", max_num_fields=_MOST_FIELDS))
    except ValueError:
        return {}  # more fields than any report has


def _multipart(body: bytes, kind: Message) -> dict[str, str]:
    """The plain fields of RFC 7578, in UTF-8; files and nested parts are no fields of a report."""
    try:
        boundary = (kind.get_boundary() or "").encode("latin-1", "replace")
    except ValueError:  # written in a character set of its own, and wrongly
        return {}
    parts = (b"\r\n" + body).split(b"\r\n--" + boundary)[1:] if boundary else []
    if len(parts) - 1 > _MOST_FIELDS:
        return {}
    found: dict[str, str] = {}
    for part in parts:
        head, blank, value = part.removeprefix(b"\r\n").partition(b"\r\n\r\n")
        name = _name(head) if blank else None
        if name is not None:
            found[name] = value.decode("utf-8", "replace")
    return found


def _name(head: bytes) -> str | None:
    """The name of the field that these headers are of; None for a file, and for what is no field."""
    try:
        headers = BytesHeaderParser().parsebytes(head)
        where = "content-disposition"
        name, file_name = (headers.get_param(param, header=where) for param in ("name", "filename"))
        is_field = headers.get_content_disposition() == "form-data" and name is not None and file_name is None
        return collapse_rfc2231_value(name) if is_field and name is not None else None
    except (MessageError, ValueError):
        return None
