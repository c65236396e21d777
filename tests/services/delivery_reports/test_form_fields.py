from __future__ import annotations

import random
from io import BytesIO

import pytest

from smsdesk.services.delivery_reports.form_fields import form_fields

MULTIPART = "multipart/form-data; boundary=b"


def fields(body: bytes, kind: str = MULTIPART, query: str = "") -> dict[str, str]:
    return form_fields(
        {"REQUEST_METHOD": "POST", "QUERY_STRING": query, "CONTENT_TYPE": kind, "wsgi.input": BytesIO(body)}
    )


def part(name: str, value: str, more: str = "") -> bytes:
    return f'--b\r\nContent-Disposition: form-data; name="{name}"{more}\r\n\r\n{value}\r\n'.encode()


def test_a_multipart_form_is_read_with_what_stands_in_the_query() -> None:
    body = part("to", "96890000012") + part("text", "line\r\n--other\r\n٩") + part("empty", "") + b"--b--\r\n"
    expected = {"messageid": "m1", "to": "96890000012", "text": "line\r\n--other\r\n٩", "empty": ""}
    assert fields(body, query="messageid=m1") == expected


@pytest.mark.parametrize(
    "kind",
    [
        'Multipart/Form-Data; charset=utf-8; boundary="b"',
        "multipart/form-data;boundary=b",
        "multipart/form-data; boundary*=us-ascii''b",
    ],
)
def test_the_boundary_is_named_in_any_of_the_ways(kind: str) -> None:
    assert fields(part("to", "1") + b"--b--", kind) == {"to": "1"}


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (part("to", "1"), "multipart/form-data"),
        (part("to", "1"), "multipart/form-data; boundary=other"),
        (part("to", "1"), "multipart/form-data; boundary*=idna''%ff%ff"),
        (part("to", "1", '; filename="to.txt"'), MULTIPART),
        (part("to", "1").replace(b"form-data", b"attachment"), MULTIPART),
        (part("to", "1").replace(b"name=", b"nome="), MULTIPART),
        (part("to", "1").replace(b"\r\n\r\n", b"\r\n"), MULTIPART),
        (b"".join(part(f"field{n}", "1") for n in range(60)), MULTIPART),
        (b"&".join(b"field%d=1" % n for n in range(60)), "application/x-www-form-urlencoded"),
    ],
)
def test_what_is_no_form_has_no_fields(body: bytes, kind: str) -> None:
    assert fields(body, kind) == {}


def test_no_garbage_is_a_mistake_of_ours() -> None:
    lots = random.Random(9)
    sound = part("messageid", "m1") + part("StatusID", "200") + b"--b--\r\n"
    for _ in range(2000):
        body = bytearray(sound)
        for _ in range(lots.randint(1, 12)):
            body[lots.randrange(len(body))] = lots.choice(b"\0\r\n:;=\"'*%\xff-b ")
        kind = MULTIPART + "".join(chr(lots.choice(b";=\"'*%-b \xff")) for _ in range(lots.randint(0, 6)))
        assert all(isinstance(value, str) for value in fields(bytes(body), kind).values())
