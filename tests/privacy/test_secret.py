from __future__ import annotations

import base64
import copy
import html
import json
import pickle
from threading import Thread
from urllib.parse import quote, quote_plus, unquote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smsdesk.privacy.secret import Redactor, Secret, holds, scrub

PASSWORD = "p/ss wörd&+%=سر😀\"\\'~#{}€"
SECRET = Secret(PASSWORD)


def lower_hex(encoded: str) -> str:
    return "".join(f"%{rest[:2].lower()}{rest[2:]}" if at else rest for at, rest in enumerate(encoded.split("%")))


def redactor_of(*passwords: str) -> Redactor:
    redactor = Redactor()
    for password in passwords:
        redactor.add(Secret(password))
    return redactor


def test_a_secret_prints_as_stars() -> None:
    assert (repr(SECRET), str(SECRET), f"{SECRET}", f"{SECRET!r:>5}", f"{[SECRET]}") == (
        "***",
        "***",
        "***",
        "  ***",
        "[***]",
    )


def test_only_reveal_gives_the_password() -> None:
    assert SECRET.reveal() == PASSWORD


def test_secrets_compare_by_their_text_and_never_equal_a_plain_string() -> None:
    assert Secret("سر") == Secret("سر")
    assert Secret("سر") != Secret("سرّ")
    assert Secret("abcd") != "abcd"


@pytest.mark.parametrize("leak", [pickle.dumps, copy.copy, copy.deepcopy, json.dumps, vars, hash])
def test_a_secret_is_not_written_copied_or_hashed(leak: object) -> None:
    with pytest.raises(TypeError):
        leak(SECRET)


@pytest.mark.parametrize(
    "written",
    [
        PASSWORD,
        quote(PASSWORD),
        quote(PASSWORD, safe=""),
        quote(PASSWORD, safe="!#$&'()*+,/:;=?@[]~"),
        lower_hex(quote(PASSWORD)),
        lower_hex(quote(PASSWORD, safe="")),
        quote_plus(PASSWORD),
        lower_hex(quote_plus(PASSWORD)),
        quote(quote(PASSWORD, safe=""), safe=""),
        json.dumps(PASSWORD)[1:-1],
        json.dumps(PASSWORD, ensure_ascii=False)[1:-1],
        json.dumps(PASSWORD).replace("/", "\\/")[1:-1],
        repr(PASSWORD)[1:-1],
        repr(PASSWORD.encode())[2:-1],
        base64.b64encode(PASSWORD.encode()).decode(),
        base64.urlsafe_b64encode(PASSWORD.encode()).decode(),
        quote(base64.b64encode(PASSWORD.encode()).decode(), safe=""),
        quote(quote(quote(PASSWORD, safe=""), safe=""), safe=""),
        "".join(f"%u{unit:04X}" for unit in memoryview(PASSWORD.encode("utf-16")[2:]).cast("H")),
        json.dumps(json.dumps(json.dumps(PASSWORD)))[7:-7],
        quote(json.dumps(PASSWORD)[1:-1], safe=""),
        html.escape(PASSWORD),
        html.escape(json.dumps(PASSWORD)[1:-1]),
        html.escape(html.escape(PASSWORD)),
        "".join(f"&#{ord(letter)};" for letter in PASSWORD),
        "".join(f"&#x{ord(letter):X};" for letter in PASSWORD),
        PASSWORD.encode().decode("latin-1"),
        PASSWORD.encode().decode("cp1252", "replace"),
        PASSWORD.encode("ascii", "replace").decode(),
        PASSWORD.encode("utf-16-le").decode("latin-1"),
        PASSWORD.encode().hex(),
        PASSWORD.encode("utf-16-be").hex().upper(),
        base64.b64encode(quote(PASSWORD, safe="").encode()).decode(),
    ],
)
def test_every_written_form_is_struck_out(written: str) -> None:
    assert scrub(f"GET /send?password={written}&to=1 failed", SECRET) == "GET /send?password=***&to=1 failed"


@pytest.mark.parametrize(("password", "charset"), [("côte d'azur", "latin-1"), ("كلمة السر", "cp1256")])
def test_a_secret_in_the_charset_of_an_old_program_is_struck_out(password: str, charset: str) -> None:
    for written in (quote(password.encode(charset), safe=""), password.encode(charset).hex()):
        assert scrub(f"?password={written}&to=1", Secret(password)) == "?password=***&to=1"


@pytest.mark.parametrize("left", [9, 12, 16])
def test_a_secret_that_an_answer_breaks_off_in_is_struck_out_where_it_is_a_value(left: int) -> None:
    for written in (PASSWORD, json.dumps(PASSWORD)[1:-1], quote(PASSWORD, safe="")):
        for before in ("?password=", '{"Password": "'):
            cut = written[: left * len(written) // len(PASSWORD)]
            if len(unquote(cut, errors="ignore")) >= len(PASSWORD) // 2 + 2:
                assert scrub(f"{before}{cut}", SECRET) == f"{before}***"
    assert scrub("no such pass", Secret("password")) == "no such pass"
    assert scrub("pass=passw and more", Secret("password")) == "pass=passw and more"


@pytest.mark.parametrize("text", [PASSWORD, f"id-{quote(PASSWORD, safe='')}", f"{html.escape(PASSWORD)}7"])
def test_a_text_holds_a_secret_only_where_the_whole_of_it_is_there(text: str) -> None:
    assert holds(text, SECRET)
    assert not holds(text[: len(text) // 2], SECRET)
    assert not holds(text, Secret(""))


@pytest.mark.parametrize("user", ["a", "ab", "abc"])
def test_base64_of_user_and_password_gives_no_part_of_the_password_away(user: str) -> None:
    header = base64.b64encode(f"{user}:correct horse".encode()).decode()

    left = scrub(f"Authorization: Basic {header}", Secret("correct horse")).rpartition(" ")[2]

    bits_of_user = len(f"{user}:") * 8
    assert left == header[: bits_of_user // 6] + "***"


@settings(max_examples=40)
@given(
    st.text(st.characters(codec="utf-8", exclude_characters="*"), min_size=4), st.text("abc &=%"), st.text("xyz &=+")
)
def test_no_password_survives_in_a_request_line(password: str, before: str, after: str) -> None:
    for encoded in (password, json.dumps(password), quote(password), quote_plus(password)):
        assert encoded not in scrub(f"{before}{encoded}{after}", Secret(password))


@pytest.mark.timeout(30)
@pytest.mark.parametrize("before", ["", "=", '="'])
@pytest.mark.parametrize(
    ("password", "repeated"),
    [
        ("كلمةالسرطويلةabcd", "?"),
        ("éééééééééééabcd", "Ã©"),
        ("\\" * 12 + "ab", "\\"),
        ("\"'\"'\"'\"'x", '\\"'),
        ("%" * 12 + "x", "%25"),
        ("&" * 12 + "x", "&amp;amp;"),
        (" " * 14 + "x", "+"),
        ("a" * 16 + "b", "a"),
        ("\0\\\0\\ab", "\0\\"),
    ],
)
def test_no_answer_keeps_the_search_busy(password: str, repeated: str, before: str) -> None:
    answer = before + repeated * (4000 // len(repeated))
    assert scrub(answer, Secret(password)) == answer
    assert redactor_of(password, "another one").scrub(answer) == answer


def test_a_password_within_another_leaves_no_rest() -> None:
    redactor = redactor_of("abcd", "abcdefgh", "ghij")

    assert redactor.scrub("<abcdefgh>") == "<***>"
    assert redactor.scrub("<abcdefghij>") == "<***>"


def test_a_repeating_password_leaves_no_rest() -> None:
    assert scrub("-ababab-", Secret("abab")) == "-***-"


@pytest.mark.parametrize(
    ("text", "scrubbed"),
    [
        ("?username=office&password=of&to=1", "?username=office&password=***&to=1"),
        ('{"Password": "of", "Lang": "0"}', '{"Password": "***", "Lang": "0"}'),
        ('{"Password":"of"}', '{"Password":"***"}'),
        ("{'password': 'of'}", "{'password': '***'}"),
        ("<password>of</password>", "<password>***</password>"),
        ("password=of", "password=***"),
        ("one of the office at 10:30", "one of the office at 10:30"),
    ],
)
def test_a_very_short_password_is_struck_out_only_as_a_value(text: str, scrubbed: str) -> None:
    assert scrub(text, Secret("of")) == scrubbed


def test_an_empty_password_hides_nothing() -> None:
    assert scrub("password=&to=1", Secret("")) == "password=&to=1"
    assert redactor_of("").scrub("password=&to=1") == "password=&to=1"


def test_a_discarded_secret_is_seen_again() -> None:
    redactor = redactor_of("correct horse", "other horse")
    redactor.discard(Secret("correct horse"))
    redactor.discard(Secret("never added"))

    assert redactor.scrub("correct horse, other horse") == "correct horse, ***"


def test_secrets_added_from_many_threads_are_all_struck_out() -> None:
    redactor = Redactor()
    passwords = [f"pass-{n:03}" for n in range(100)]
    threads = [Thread(target=redactor.add, args=(Secret(password),)) for password in passwords]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert set(redactor.scrub(" ".join(passwords)).split()) == {"***"}
