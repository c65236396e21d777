"""The feature matrix in README and help is the one that the providers declare."""

from __future__ import annotations

from pathlib import Path

import pytest

from smsdesk.providers.catalog import PROVIDERS
from smsdesk.providers.feature_matrix import ROWS, column, markdown

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("page", ["README.md", "resources/help/index.md"])
def test_the_page_holds_the_matrix_as_it_is_declared(page: str) -> None:
    assert markdown() in (ROOT / page).read_text(encoding="utf-8"), (
        "print it: python -m smsdesk.providers.feature_matrix"
    )


@pytest.mark.parametrize("provider", PROVIDERS.values(), ids=list(PROVIDERS))
def test_every_gateway_says_something_about_every_feature(provider: object) -> None:
    assert list(column(provider)) == list(ROWS)  # type: ignore[arg-type]


def test_what_a_gateway_offers_can_be_read_off() -> None:
    told = {name: {key: str(said) for key, said in column(PROVIDERS[name]).items()} for name in PROVIDERS}
    assert (told["ismart-http"]["later"], told["smsoffice"]["later"]) == ("yes", "–")
    assert told["ismart-rest"]["sender"] == "–"
    assert told["inviosmart"]["status"] == "asked for"
    assert told["intellisms"]["batch"] == "up to 100"
