from __future__ import annotations

import os
import re
import shutil
import struct
import subprocess
from typing import TYPE_CHECKING

import pytest
from windows import installer, signing

if TYPE_CHECKING:
    from pathlib import Path

AMD64 = 0x8664

needs_makensis = pytest.mark.skipif(shutil.which("makensis") is None, reason="makensis is not there")
needs_osslsigncode = pytest.mark.skipif(
    shutil.which("osslsigncode") is None or shutil.which("openssl") is None,
    reason="osslsigncode or openssl is not there",
)


@pytest.fixture
def frozen(tmp_path: Path) -> Path:
    folder = tmp_path / "frozen"
    (folder / "_internal" / "zones" / "Asia").mkdir(parents=True)
    (folder / "smsdesk.exe").write_bytes(b"MZ")
    (folder / "_internal" / "zones" / "Asia" / "Muscat").write_bytes(b"TZif")
    return folder


@pytest.fixture(scope="session")
def pictures(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return installer.make_pictures(tmp_path_factory.mktemp("pictures"))


@pytest.fixture
def certificate(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A throw-away certificate, announced as a release would do it; gives what a verifier has to trust."""
    key, trusted, packed = (str(tmp_path / name) for name in ("key.pem", "certificate.pem", "certificate.p12"))
    subject = ("-subj", "/CN=smsdesk test", "-addext", "extendedKeyUsage=codeSigning")
    commands = (
        ("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", key, "-out", trusted, "-days", "2", *subject),
        ("pkcs12", "-export", "-inkey", key, "-in", trusted, "-out", packed, "-passout", "pass:the word"),
    )
    for command in commands:
        subprocess.run(["openssl", *command], check=True, capture_output=True)
    monkeypatch.setenv(signing.CERTIFICATE, packed)
    monkeypatch.setenv(signing.PASSWORD, "the word")
    return tmp_path / "certificate.pem"


def machine_of(program: Path) -> int:
    data = program.read_bytes()
    (header,) = struct.unpack_from("<I", data, 0x3C)
    signature, machine = struct.unpack_from("<4sH", data, header)
    assert signature == b"PE\0\0"
    return machine


def verify(program: Path, trusted: Path) -> str:
    command = ["osslsigncode", "verify", "-CAfile", str(trusted), "-in", str(program)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.stdout if done.returncode == 0 else f"refused: {done.stdout}"


def test_the_list_names_all_files_and_then_the_folders_deepest_first(frozen: Path) -> None:
    assert installer.installed_names(frozen) == [
        "_internal\\zones\\Asia\\Muscat", "smsdesk.exe", "uninstall.exe", "installed-files.txt",
        "_internal\\zones\\Asia\\", "_internal\\zones\\", "_internal\\",
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["..\\other.txt", "C:\\other.txt", "\\other.txt", "a..b"])
def test_a_name_that_the_installer_would_not_touch_stops_the_making(name: str) -> None:
    with pytest.raises(ValueError, match=re.escape(name)):
        installer.list_of([name])


def test_windows_has_versions_of_four_numbers() -> None:
    assert installer.version_quad("0.1.0") == "0.1.0.0"
    assert installer.version_quad("2.10") == "2.10.0.0"


def test_no_installer_is_made_of_a_folder_without_the_program(frozen: Path, tmp_path: Path) -> None:
    (frozen / "smsdesk.exe").unlink()
    with pytest.raises(FileNotFoundError, match=r"smsdesk\.exe is not in frozen"):
        installer.make_setup(frozen, "0.1.0", tmp_path, tmp_path)
    with pytest.raises(FileNotFoundError, match=r"smsdesk\.exe is not in frozen"):
        installer.make_msi(frozen, "0.1.0", tmp_path, tmp_path)


@needs_makensis
def test_the_script_compiles_without_a_warning_into_a_64_bit_program(
    frozen: Path, pictures: Path, tmp_path: Path
) -> None:
    setup = installer.make_setup(frozen, "0.1.0", pictures, tmp_path)
    assert setup.name == "smsdesk-0.1.0-windows-x64-setup.exe"
    assert machine_of(setup) == AMD64


@needs_makensis
def test_the_same_folder_gives_the_same_installer(
    frozen: Path, pictures: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1790000000")
    made = []
    for name in ("first", "second"):
        out = tmp_path / name
        out.mkdir()
        for path in frozen.rglob("*"):
            os.utime(path, (len(made), len(made)))
        made.append(installer.make_setup(frozen, "0.1.0", pictures, out).read_bytes())
    assert made[0] == made[1]


@needs_makensis
@needs_osslsigncode
def test_with_a_certificate_the_installer_is_signed(
    frozen: Path, pictures: Path, tmp_path: Path, certificate: Path
) -> None:
    setup = installer.make_setup(frozen, "0.1.0", pictures, tmp_path)
    assert "Signature verification: ok" in verify(setup, certificate)


@needs_osslsigncode
def test_a_certificate_that_cannot_be_used_is_no_release_without_a_signature(
    frozen: Path, certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert certificate.exists()
    monkeypatch.setenv(signing.PASSWORD, "another word")
    with pytest.raises(SystemExit, match=r"smsdesk\.exe could not be signed"):
        signing.sign(frozen / "smsdesk.exe")
    assert (frozen / "smsdesk.exe").read_bytes() == b"MZ"


def test_without_a_certificate_nothing_is_signed(frozen: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(signing.CERTIFICATE, raising=False)
    assert not signing.sign(frozen / "smsdesk.exe")
    assert (frozen / "smsdesk.exe").read_bytes() == b"MZ"
