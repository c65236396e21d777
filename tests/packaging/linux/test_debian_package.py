from __future__ import annotations

import gzip
import json
import shutil
import stat
import subprocess
import sys
import xml.etree.ElementTree as ET
from configparser import ConfigParser
from typing import TYPE_CHECKING

import pytest
from linux import debian_package
from linux.debian_package import HERE, Package

if TYPE_CHECKING:
    from pathlib import Path

EPOCH = 1_714_550_400
DESKTOP = HERE / "smsdesk.desktop"

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="these are Linux' own")


def has(tool: str) -> pytest.MarkDecorator:
    return pytest.mark.skipif(shutil.which(tool) is None, reason=f"{tool} is not installed; bundle installs it")


def entry() -> dict[str, str]:
    parser = ConfigParser(interpolation=None, strict=True)
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    parser.read(DESKTOP, encoding="utf-8")
    return dict(parser["Desktop Entry"])


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Package:
    """A frozen program that is a real one: `true`, with one library of the system's beside it."""
    build = tmp_path / "build"
    inside = build / "frozen" / "smsdesk" / "_internal"
    inside.mkdir(parents=True)
    shutil.copy("/bin/true", inside.parent / "smsdesk")
    (inside / "libz.so.1").write_bytes(b"the system's")
    (inside / "libz.so").symlink_to("libz.so.1")
    (inside / "table.txt").write_text("ours")
    (inside / "table.txt").chmod(0o775)
    (build / "system-libraries.json").write_text(json.dumps(["libz.so.1"]))
    pictures = build / "pictures"
    pictures.mkdir()
    for side in debian_package.ICON_SIDES:
        (pictures / f"smsdesk-{side}.png").write_bytes(b"picture")
    monkeypatch.setattr(debian_package, "BUILD", build)
    return Package(inside.parent, "1.2.3", EPOCH, pictures)


def test_the_desktop_entry_and_the_window_know_each_other() -> None:
    found = entry()
    assert found["Exec"] == "smsdesk %F"
    assert found["Icon"] == found["StartupWMClass"] == DESKTOP.stem


def test_lists_of_people_are_opened_with_it() -> None:
    kinds = entry()["MimeType"].rstrip(";").split(";")
    assert {"text/csv", "text/vcard"} < set(kinds)


@has("desktop-file-validate")
def test_the_desktop_entry_is_valid() -> None:
    done = subprocess.run(["desktop-file-validate", DESKTOP], capture_output=True, text=True, check=False)
    assert done.stdout + done.stderr == ""
    assert done.returncode == 0


def test_the_page_for_software_centres_names_entry_version_and_day() -> None:
    page = ET.fromstring(debian_package.component_page("1.2.3", EPOCH))
    assert page.findtext("launchable") == DESKTOP.name
    assert page.findtext("id") == debian_package.COMPONENT
    release = page.find("releases/release")
    assert release is not None
    assert release.attrib == {"version": "1.2.3", "date": "2024-05-01"}


@has("appstreamcli")
def test_the_page_for_software_centres_is_valid(tmp_path: Path) -> None:
    page = tmp_path / f"{debian_package.COMPONENT}.metainfo.xml"
    page.write_text(debian_package.component_page("1.2.3", EPOCH), encoding="utf-8")
    done = subprocess.run(["appstreamcli", "validate", "--no-net", page], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@has("dpkg-shlibdeps")
def test_the_package_holds_the_program_without_debians_own_libraries(package: Package, tmp_path: Path) -> None:
    made = debian_package.make_debian_package(package, tmp_path)
    subprocess.run(["dpkg-deb", "--extract", made, tmp_path / "root"], check=True)
    subprocess.run(["dpkg-deb", "--control", made, tmp_path / "control"], check=True)
    root = tmp_path / "root"
    assert (root / "usr/bin/smsdesk").resolve() == (root / "usr/lib/smsdesk/smsdesk").resolve()
    inside = root / "usr/lib/smsdesk/_internal"
    assert [path.name for path in inside.iterdir()] == ["table.txt"]
    assert stat.S_IMODE((inside / "table.txt").stat().st_mode) == 0o644
    assert stat.S_IMODE((root / "usr/lib/smsdesk/smsdesk").stat().st_mode) == 0o755
    control = (tmp_path / "control/control").read_text(encoding="utf-8")
    assert "Version: 1.2.3\n" in control
    assert "Depends: libc6 (>= " in control
    assert ", ca-certificates\n" in control
    changes = gzip.decompress((root / "usr/share/doc/smsdesk/changelog.gz").read_bytes()).decode()
    assert changes.startswith("smsdesk (1.2.3) ")
    checked = subprocess.run(
        ["md5sum", "--check", "--quiet", tmp_path / "control/md5sums"], cwd=root, capture_output=True, check=False
    )
    assert checked.returncode == 0, checked.stderr


@has("dpkg-shlibdeps")
def test_the_same_program_gives_the_same_package(package: Package, tmp_path: Path) -> None:
    packages = []
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        packages.append(debian_package.make_debian_package(package, tmp_path / name).read_bytes())
    assert packages[0] == packages[1]


def test_a_library_that_is_listed_and_not_there_stops_the_build(package: Package, tmp_path: Path) -> None:
    (debian_package.BUILD / "system-libraries.json").write_text(json.dumps(["libz.so.1", "liblost.so.2"]))
    with pytest.raises(SystemExit, match=r"liblost\.so\.2"):
        debian_package.put_program(package, tmp_path / "tree")
