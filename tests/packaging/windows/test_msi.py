from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import fromstring

import pytest
from windows.msi import KINDS, NAMESPACE, PEOPLE, UPGRADE_CODE, msi_source

if TYPE_CHECKING:
    from pathlib import Path
    from xml.etree.ElementTree import Element


@pytest.fixture
def frozen(tmp_path: Path) -> Path:
    (tmp_path / "_internal" / "zones").mkdir(parents=True)
    for name in ("smsdesk.exe", "_internal/a.dll", "_internal/zones/a.dll"):
        (tmp_path / name).touch()
    return tmp_path


def found(source: bytes, kind: str) -> list[Element]:
    return fromstring(source).findall(f".//{{{NAMESPACE}}}{kind}")


def test_every_file_is_a_component_of_its_own_that_is_installed(frozen: Path) -> None:
    source = msi_source(frozen, "0.1.0")
    assert {each.get("Source") for each in found(source, "File")} == {
        "frozen/smsdesk.exe", "frozen/_internal/a.dll", "frozen/_internal/zones/a.dll",
    }  # fmt: skip
    components = [each.get("Id") for each in found(source, "Component")]
    assert sorted(map(str, components)) == sorted(str(each.get("Id")) for each in found(source, "ComponentRef"))
    guids = [each.get("Guid") for each in found(source, "Component")]
    assert len(set(guids)) == len(guids) == 5


def test_two_builds_are_the_same(frozen: Path) -> None:
    assert msi_source(frozen, "0.1.0") == msi_source(frozen, "0.1.0")


def test_another_version_upgrades_this_one_and_shares_its_components(frozen: Path) -> None:
    old, new = msi_source(frozen, "0.1.0"), msi_source(frozen, "0.2.0")
    (first,), (second,) = found(old, "Product"), found(new, "Product")
    assert first.get("UpgradeCode") == second.get("UpgradeCode") == UPGRADE_CODE
    assert first.get("Id") != second.get("Id")
    assert [each.get("Guid") for each in found(old, "Component")] == [
        each.get("Guid") for each in found(new, "Component")
    ]


def test_it_is_offered_for_lists_and_never_the_default(frozen: Path) -> None:
    values = {(each.get("Key"), each.get("Name")) for each in found(msi_source(frozen, "0.1.0"), "RegistryValue")}
    for kind in KINDS:
        assert (f"Software\\Classes\\{kind}\\OpenWithProgids", PEOPLE) in values
        assert (f"Software\\Classes\\{kind}", None) not in values
