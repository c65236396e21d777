from __future__ import annotations

import json

import pytest

from smsdesk.services.updates.release import Release, is_newer, is_safe, read_release

PAGE = "https://updates.example/smsdesk"


def told(**values: object) -> str:
    return json.dumps({"version": "1.2.3", "page": PAGE, **values})


def test_version_and_page_are_read_and_the_rest_is_no_matter() -> None:
    assert read_release(told()) == Release("1.2.3", PAGE)
    assert read_release(told(version="2", sha256={"deb": "00"})) == Release("2", PAGE)


@pytest.mark.parametrize(
    "text",
    [
        "", "garbage", "[]", "null", "17", '"1.2.3"', "[" * 16_000, "{", '{"version": "1.2.3"}', "\x00\xff",
        told(version=1.2), told(version=""), told(version="1.2.3\n"), told(version="1.2.3-rc1"), told(version="1..2"),
        told(version="9" * 7), told(version="1.2.3.4.5"), told(version="١.٢"), told(version=None),
        told(page=None), told(page=""), told(page="http://updates.example/"), told(page="javascript:alert(1)"),
        told(page="file:page.html"), told(page="https://"), told(page="https://someone@updates.example/"),
        told(page="https://updates.example/a b"), told(page="https://updates.example/\n"),
        told(page=f"{PAGE}/{'x' * 500}"),
        told(page="https:\\\\updates.example"), told(page="https://[broken/"), told(page="https://updates.example:x/"),
        told(page="ms-settings:about"),
    ],
)  # fmt: skip
def test_garbage_tells_nothing(text: str) -> None:
    assert read_release(text) is None


@pytest.mark.parametrize(
    ("version", "own"),
    [("0.1.1", "0.1.0"), ("0.2", "0.1.9"), ("0.10.0", "0.9.0"), ("1", "0.99.99"), ("1.0.0.1", "1.0.0"),
     ("0.1.0", "0.1.0rc1"), ("0.1.0", "0.1.0.dev3"), ("0.1.0", "0.1.0a2"), ("2.0", "1.0+local")],
)  # fmt: skip
def test_a_later_number_is_newer_and_a_release_comes_after_what_led_to_it(version: str, own: str) -> None:
    assert is_newer(version, own)


@pytest.mark.parametrize(
    ("version", "own"),
    [("0.1.0", "0.1.0"), ("0.1", "0.1.0"), ("0.1.0", "0.1"), ("0.0.9", "0.1.0"), ("0.9.0", "0.10.0"),
     ("0.1.0", "0.2.0rc1"), ("0.1.0", "0.1.0.post1"), ("0.1.0", "0.1.0+office")],
)  # fmt: skip
def test_the_same_or_an_older_one_is_not(version: str, own: str) -> None:
    assert not is_newer(version, own)


@pytest.mark.parametrize(
    ("address", "safe"),
    [
        ("https://updates.example/latest.json", True),
        ("http://updates.example/latest.json", False),
        ("http://127.0.0.1:8000/latest.json", True),
        ("http://localhost/latest.json", True),
        ("http://127.0.0.1.example/latest.json", False),
        ("http://localhost@updates.example/", False),
        ("ftp://updates.example/", False),
        ("", False),
    ],
)
def test_without_tls_only_this_computer_itself_is_asked(address: str, *, safe: bool) -> None:
    assert is_safe(address) is safe
