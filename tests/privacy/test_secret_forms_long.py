"""A pasted token of a thousand characters is a password like any other."""

from __future__ import annotations

import base64
import json
import string
from urllib.parse import quote

import pytest

from smsdesk.privacy.secret import STARS, Redactor, Secret, scrub

TOKEN = "".join(f"{string.ascii_letters[place % 52]}{place:03}+/" for place in range(200))[:1100]


@pytest.mark.parametrize(
    "written",
    [
        TOKEN,
        quote(TOKEN, safe=""),
        json.dumps(TOKEN)[1:-1],
        TOKEN.encode().hex(),
        base64.b64encode(TOKEN.encode()).decode(),
    ],
    ids=["as it is", "percent", "json", "hex", "base64"],
)
def test_it_is_struck_out_in_every_form(written: str) -> None:
    redactor = Redactor()
    redactor.add(Secret(TOKEN))
    assert redactor.scrub(f"login {written} refused") == f"login {STARS} refused"


@pytest.mark.parametrize("kept", [550, 700, 1000, 1099])
@pytest.mark.parametrize("end", ["", "…", " ..."])
def test_it_is_struck_out_where_its_end_is_missing(kept: int, end: str) -> None:
    assert scrub(f"error in password={TOKEN[:kept]}{end}", Secret(TOKEN)) == f"error in password={STARS}{end}"


def test_what_only_begins_like_it_stays() -> None:
    said = f"error in password={TOKEN[:700]}, try again"
    assert scrub(said, Secret(TOKEN)) == said
