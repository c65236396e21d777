"""The feature matrix in the pages that show it is the one that the providers declare."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from smsdesk.providers.catalog import PROVIDERS
from smsdesk.providers.feature_matrix import ROWS, column, markdown, say_in_language_of, written_into
from tests.helpers.patience import PATIENCE_S

ROOT = Path(__file__).parents[2]
WRITTEN = [*ROOT.glob("*.md"), *ROOT.glob("smsdesk/**/*.md"), *ROOT.glob("resources/**/*.md")]
PAGES = [page for page in WRITTEN if "<!-- feature matrix:" in page.read_text(encoding="utf-8")]
REFRESH = [sys.executable, "-m", "smsdesk.providers.feature_matrix", "--write"]


def test_the_help_shows_it() -> None:
    assert {ROOT / "resources/help/index.md", ROOT / "resources/help/index.ar.md"} < set(PAGES)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_the_page_holds_the_matrix_as_it_is_declared(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    refresh = f"python -m smsdesk.providers.feature_matrix --write {page.relative_to(ROOT)}"
    assert written_into(text, say_in_language_of(page)) == text, refresh


def test_it_writes_itself_into_a_page_where_it_is_marked_and_nowhere_else(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    old = "# Gateways\n\n<!-- feature matrix: made -->\n\n| old |\n\n<!-- end of feature matrix -->\n\n| mine |\n"
    page.write_text(old, encoding="utf-8")
    subprocess.run([*REFRESH, str(page)], cwd=ROOT, check=True, timeout=PATIENCE_S)
    assert page.read_text(encoding="utf-8") == old.replace("| old |", markdown())


def test_a_page_of_another_language_has_it_in_its_words() -> None:
    arabic = markdown(say_in_language_of(Path("index.ar.md")))
    assert "| المرسِل | – | حتى 11 حرفًا |" in arabic
    assert "Sender" not in arabic
    assert len(arabic.splitlines()) == len(markdown().splitlines())


def test_a_page_without_a_place_for_it_is_refused() -> None:
    with pytest.raises(ValueError, match="no place"):
        written_into("# Gateways\n")


@pytest.mark.parametrize("provider", PROVIDERS.values(), ids=list(PROVIDERS))
def test_every_gateway_says_something_about_every_feature(provider: object) -> None:
    assert list(column(provider)) == list(ROWS)  # type: ignore[arg-type]


def test_what_a_gateway_offers_can_be_read_off() -> None:
    told = {name: {key: str(said) for key, said in column(PROVIDERS[name]).items()} for name in PROVIDERS}
    assert (told["ismart-http"]["later"], told["smsoffice"]["later"]) == ("yes", "–")
    assert told["ismart-rest"]["sender"] == "–"
    assert told["inviosmart"]["status"] == "asked for"
    assert told["intellisms"]["batch"] == "up to 100"
