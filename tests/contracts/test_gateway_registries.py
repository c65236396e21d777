"""Adding a gateway is a provider file, a sandbox file, their tests and one line in each of two registries."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import smsdesk
from smsdesk.providers.catalog import PROVIDERS
from smsdesk.sandbox.registry import gateways
from tests.helpers.gateways import GATEWAYS

ROOT = Path(smsdesk.__file__).parent
TESTS = Path(__file__).parents[1]

# The self-test sends by two gateways that it knows.
NAMED_IN = ("providers/catalog.py", "providers/gateways", "sandbox/gateways", "selftest")


def test_every_gateway_with_a_provider_is_played_and_the_other_way_round() -> None:
    assert set(gateways()) == set(GATEWAYS)


def test_each_is_known_by_its_own_id() -> None:
    assert {key: provider.id for key, provider in PROVIDERS.items()} == {key: key for key in PROVIDERS}
    assert len({provider.title for provider in PROVIDERS.values()}) == len(PROVIDERS)


def test_no_two_played_gateways_own_the_same_path() -> None:
    paths = [path for gateway in gateways().values() for path in gateway.paths]
    assert len(paths) == len(set(paths))


@pytest.mark.parametrize("gateway", GATEWAYS)
def test_both_its_files_have_their_tests(gateway: str) -> None:
    for floor, thing in (("providers", PROVIDERS[gateway]), ("sandbox", gateways()[gateway])):
        module = type(thing).__module__
        assert module.startswith(f"smsdesk.{floor}.gateways.")
        assert (TESTS / floor / "gateways" / f"test_{module.rpartition('.')[2]}.py").is_file()


def test_nothing_else_of_the_program_names_a_gateway() -> None:
    """What holds for one of them is declared by it: `Capabilities`, or the played gateway's own attributes."""
    named = {
        f"{path.relative_to(ROOT).as_posix()}:{node.lineno}"
        for path in ROOT.rglob("*.py")
        if not path.relative_to(ROOT).as_posix().startswith(NAMED_IN)
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and node.value in GATEWAYS
    }
    assert named == set()
