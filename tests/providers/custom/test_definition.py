"""What a described gateway must be, and the file in which offices share it."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smsdesk.domain.errors import UserFacingError
from smsdesk.privacy.secret import Secret
from smsdesk.providers.custom.definition import EXAMPLE, Answer, Call, Definition, LoginBy, Means, Method
from smsdesk.providers.custom.definition_json import from_json, to_json
from smsdesk.providers.custom.validation import definition_problems, gives_away

ANSWERS = (
    Answer("OK {id}", Means.ACCEPTED),
    Answer("ERR login*", Means.LOGIN, "Wrong password at our gateway."),
    Answer("ERR text*", Means.MESSAGE),
)


def call(*fields: tuple[str, str], path: str = "/s", method: Method = Method.GET) -> Call:
    return Call(method, path, (("to", "{to}"), ("text", "{text}"), *fields))


PLAIN = Definition(
    call(("user", "{user}"), ("password", "{password}"), ("from", "{sender}")),
    ANSWERS,
)


@pytest.mark.parametrize(
    ("changes", "field", "words"),
    [
        ({"send": call(("x", "{nonsense}"))}, "fields", "There is no {nonsense}"),
        ({"send": call(path="/{nonsense}")}, "path", "There is no {nonsense}"),
        ({"send": call(path="send")}, "path", "beginning with a /"),
        ({"send": call(path="/a b")}, "path", "blanks"),
        ({"send": call(path="/a#b")}, "path", "#"),
        ({"send": call(("", "x"))}, "fields", "no name"),
        ({"send": call(("to", "x"))}, "fields", "Two values have the name “to”"),
        ({"send": call(("{to}", "x"))}, "fields", "The name “{to}” can't hold {to}"),
        ({"send": call(("x", '{"{to}": 1}'), method=Method.JSON)}, "fields", "can't hold {to}"),
        ({"send": call(("x", '[{"a": {"b {text}": ["{to}"]}}]'), method=Method.JSON)}, "fields", "can't hold {text}"),
        ({"headers": (("", "x"),)}, "headers", "no name"),
        ({"headers": (("X Key", "x"),)}, "headers", "is no name of a header"),
        ({"headers": (("X-Key:", "x"),)}, "headers", "is no name of a header"),
        ({"headers": (("host", "x"),)}, "headers", "leave it out"),
        ({"headers": (("Transfer-Encoding", "x"),)}, "headers", "leave it out"),
        ({"headers": (("X-A", "1"), ("x-a", "2"))}, "headers", "Two values have the name “x-a”"),
        ({"headers": (("X-A", "1\r\nX-B: 2"),)}, "headers", "on one line"),
        ({"headers": (("X-A", "{to}"),)}, "headers", "There is no {to}"),
        ({"headers": (("X-A", "x" * 501),)}, "headers", "too long"),
        ({"headers": (("Authorization", "x"),), "login_by": LoginBy.BASIC}, "headers", "leave one of them out"),
        ({"send": call(("x", "[" * 400), method=Method.JSON)}, "fields", "too many brackets"),
        ({"send": Call(Method.GET, "/s", (("text", "{text}"),))}, "fields", "No value holds the number"),
        ({"send": Call(Method.GET, "/s", (("to", "{to}"),))}, "fields", "No value holds the message"),
        ({"answers": ()}, "answers", "accepted a message"),
        ({"answers": ANSWERS[1:]}, "answers", "accepted a message"),
        ({"answers": (Answer("", Means.ACCEPTED),)}, "answers", "Write what the answer looks like"),
        ({"answers": (Answer(" * ", Means.ACCEPTED),)}, "answers", "fits any answer"),
        ({"answers": (Answer("{id}", Means.ACCEPTED),)}, "answers", "fits any answer"),
        ({"answers": (*ANSWERS, Answer("*", Means.ACCOUNT))}, "answers", "fits any answer"),
        ({"answers": (Answer("OK {id} {digits}", Means.ACCEPTED),)}, "answers", "only one"),
        ({"answers": (Answer("OK {amount}", Means.ACCEPTED),)}, "answers", "can't hold {amount}"),
        ({"answers": (*ANSWERS, Answer("ERR {id}", Means.MESSAGE))}, "answers", "can't hold {id}"),
        ({"answers": (Answer("OK" * 200, Means.ACCEPTED),)}, "answers", "too long"),
        ({"batch_size": 2, "separator": ""}, "separator", "between several numbers"),
        ({"batch_size": 0}, "numbers", "out of range"),
        ({"max_parts": 10**9}, "numbers", "out of range"),
        ({"unit": " "}, "unit", "what is counted"),
        ({"balance": Call(Method.GET, "b"), "balance_pattern": "{amount}"}, "balance_path", "beginning with a /"),
        ({"balance": call(), "balance_pattern": "{amount}"}, "balance_fields", "There is no {to}"),
        ({"balance": Call(Method.GET, "/b"), "balance_pattern": "left: *"}, "balance_pattern", "Write {amount}"),
        ({"address": "https://me:word@sms.example.com"}, "address", "password"),
    ],
)  # fmt: skip
def test_what_could_not_work_is_refused_in_words(changes: dict[str, Any], field: str, words: str) -> None:
    wrong = replace(PLAIN, **changes)
    assert words in str(definition_problems(wrong)[field])
    with pytest.raises(UserFacingError):
        from_json(to_json(wrong))


# The file


def test_a_description_comes_back_from_its_file_as_it_was() -> None:
    full = replace(
        PLAIN, plus=True, separator=";", batch_size=7, balance=Call(Method.JSON, "/b"),
        balance_pattern="{amount}", unit="ر.ع.", max_parts=2, max_sender=3, unsure_of_unicode=False,
        address="https://sms.example.com",
    )  # fmt: skip
    by_key = replace(full, login_by=LoginBy.BEARER, headers=(("X-Key", "{password}"), ("Accept", "text/xml")))
    assert from_json(to_json(by_key)) == by_key
    assert (json.loads(to_json(full))["version"], json.loads(to_json(by_key))["version"]) == (1, 2)
    assert from_json(to_json(full)) == full
    assert from_json("\ufeff" + to_json(full)) == full
    assert definition_problems(replace(EXAMPLE, send=replace(EXAMPLE.send, path="/send"))) == {}


def changed(**changes: object) -> str:
    return json.dumps({**json.loads(to_json(PLAIN)), **changes})


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "no gateway file"),
        ("hello", "no gateway file"),
        ("[]", "no gateway file"),
        ('{"format": "something else"}', "no gateway file"),
        ("[" * 100_000, "no gateway file"),
        (" " * 300_000 + "{}", "no gateway file"),
        (changed(version=3), "newer smsdesk"),
        (changed(version=2), "damaged"),
        (changed(version=2, login_by="digest", headers=[]), "damaged"),
        (changed(version=2, login_by="basic", headers=[["X"]]), "damaged"),
        (changed(version=2, login_by="basic", headers=[["A b", "x"]]), "is no name of a header"),
        (changed(send=None), "damaged"),
        (changed(send={"method": "DELETE", "path": "/", "fields": []}), "damaged"),
        (changed(plus=1), "damaged"),
        (changed(batch_size=True), "damaged"),
        (changed(batch_size="1"), "damaged"),
        (changed(answers=[{"pattern": "OK"}]), "damaged"),
        (changed(answers=[7]), "damaged"),
        (changed(unit="\ud800"), "damaged"),
        (changed(balance=[]), "damaged"),
        (changed(answers=[]), "can't be used. No line says"),
    ],
)
def test_a_broken_or_foreign_file_is_answered_in_words(text: str, words: str) -> None:
    with pytest.raises(UserFacingError, match=words):
        from_json(text)


_KEYS = st.text(max_size=5)
_ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | _KEYS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_KEYS, inner, max_size=3),
)


@given(_ANYTHING, st.sampled_from(sorted(json.loads(to_json(PLAIN)))))
def test_a_file_with_anything_in_it_is_read_or_answered_in_words(value: object, key: str) -> None:
    try:
        read_back = from_json(changed(**{key: value}))
    except UserFacingError:
        return
    assert definition_problems(read_back) == {}


@pytest.mark.parametrize(
    "hidden",
    [
        {"send": call(("p", "s3cret-word"))},
        {"send": call(("p", "x s3cret-word{user}"))},
        {"send": call(path="/s?p=s3cret%2Dword")},
        {"headers": (("Authorization", "Key s3cret-word"),)},
        {"balance": Call(Method.GET, "/b/s3cret-word"), "balance_pattern": "{amount}"},
        {"answers": (*ANSWERS, Answer("ERR s3cret-word*", Means.MESSAGE))},
    ],
)
def test_a_password_that_was_written_into_a_description_is_noticed(hidden: dict[str, Any]) -> None:
    definition = replace(PLAIN, **hidden)
    assert gives_away(definition, Secret("s3cret-word"))
    assert not gives_away(definition, Secret("another-word"))


def test_an_ordinary_description_is_not_taken_for_one_with_a_password_in_it() -> None:
    for word in ("password", "user", "x", "", "Wrong"):
        assert not gives_away(PLAIN, Secret(word))
    assert gives_away(replace(PLAIN, send=call(("p", "x"))), Secret("x"))
