"""The installers for Windows, made on Linux from the portable ZIP.

Only Debian's makensis makes a 64-bit installer, and wixl and osslsigncode run there too. So Windows freezes the
program, and what is tried under wine here is what the users get.
"""

# As dev.py: the standard library only.
from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

from programs import ROOT, run

from windows.msi import FROZEN, ICON, msi_source
from windows.portable import PROGRAM, make_portable, require_program, unpack_portable
from windows.signing import sign, signing_command, signing_possible

HERE = Path(__file__).resolve().parent
SCRIPT = HERE / "smsdesk.nsi"
LIST = "installed-files.txt"
UNINSTALLER = "uninstall.exe"
DEBIAN_PACKAGES = ("nsis", "wixl", "osslsigncode")
HINT = f"Debian has it: apt-get install {' '.join(DEBIAN_PACKAGES)}"


def make_installers(portable: Path, out: Path) -> list[Path]:
    """Makes setup.exe and the MSI from the portable ZIP; with a certificate all is signed, in the ZIP the program too.

    Raises:
        SystemExit: a program is missing or failed; its own words stand above.
    """
    with tempfile.TemporaryDirectory(prefix="smsdesk-") as temporary:
        frozen, version = unpack_portable(portable, Path(temporary))
        if sign(frozen / PROGRAM):
            make_portable(frozen, version, portable.parent)
        pictures = make_pictures(Path(temporary))
        return [make_setup(frozen, version, pictures, out), make_msi(frozen, version, pictures, out)]


def make_setup(frozen: Path, version: str, pictures: Path, out: Path) -> Path:
    """Compiles the NSIS script around the frozen folder; the same folder gives the same bytes.

    Raises:
        SystemExit: makensis is missing or failed.
    """
    require_program(frozen)
    setup = out / f"smsdesk-{version}-windows-x64-setup.exe"
    with tempfile.TemporaryDirectory(prefix="smsdesk-") as temporary:
        payload = Path(temporary) / "payload"
        shutil.copytree(frozen, payload)
        names = installed_names(payload)
        (payload / LIST).write_text(list_of(names), encoding="utf-16-le", newline="")
        defined = {
            "VERSION": version,
            "VERSION_QUAD": version_quad(version),
            "PAYLOAD": str(payload),
            "ICON": str(pictures / "smsdesk.ico"),
            "BANNER": str(pictures / "smsdesk.bmp"),
            "SIZE_KB": str(size_kb(payload)),
            "OUT": str(setup),
        }
        if signing_possible(os.environ):
            # makensis asks for it: what it packs (the uninstaller) has to be signed before it is packed.
            defined["SIGN"] = signing_command()
        run(
            "makensis",
            "-V2",
            "-WX",
            "-INPUTCHARSET",
            "UTF8",
            *(f"-D{k}={v}" for k, v in defined.items()),
            SCRIPT,
            hint=HINT,
        )
    return setup


def make_msi(frozen: Path, version: str, pictures: Path, out: Path) -> Path:
    """Makes the MSI for whoever deploys by group policy: per machine, without questions.

    Raises:
        SystemExit: wixl is missing or failed.
    """
    require_program(frozen)
    msi = out / f"smsdesk-{version}-windows-x64.msi"
    with tempfile.TemporaryDirectory(prefix="smsdesk-") as temporary:
        source = Path(temporary) / "smsdesk.wxs"
        source.write_bytes(msi_source(frozen, version))
        shutil.copyfile(pictures / ICON, source.with_name(ICON))
        source.with_name(FROZEN).symlink_to(frozen.resolve())
        run("wixl", "--arch", "x64", "--output", msi, source, hint=HINT)
    sign(msi)
    return msi


def make_pictures(folder: Path) -> Path:
    """Makes the icon and the bitmap from the program's SVG, with the project's own Qt; gives the folder.

    Raises:
        SystemExit: it could not.
    """
    from environment import ENVIRONMENT_PYTHON

    run(ENVIRONMENT_PYTHON, ROOT / "packaging" / "icons.py", folder)
    return folder


def installed_names(payload: Path) -> list[str]:
    """Gives all that an installation will hold, as the list names it: files first, then folders, deepest first."""
    paths = sorted(payload.rglob("*"))
    files = [windows_name(path, payload) for path in paths if path.is_file()]
    folders = [windows_name(path, payload) + "\\" for path in paths if path.is_dir()]
    return [*files, UNINSTALLER, LIST, *sorted(folders, key=lambda name: (-name.count("\\"), name))]


def list_of(names: list[str]) -> str:
    """Gives the list as the installer reads it.

    Raises:
        ValueError: a name that the installer would take for one that leads out of the folder.
    """
    for name in names:
        if ".." in name or ":" in name or name.startswith("\\"):
            raise ValueError(f"the installer would not touch {name}")
    return "".join(f"{name}\r\n" for name in names)


def windows_name(path: Path, folder: Path) -> str:
    """Gives the path from the folder on, with Windows' backslashes."""
    return str(path.relative_to(folder)).replace("/", "\\")


def version_quad(version: str) -> str:
    """Gives the version as Windows has it: four numbers."""
    return ".".join([*version.split("."), "0", "0", "0"][:4])


def size_kb(folder: Path) -> int:
    """Gives what the folder's files need, in kilobytes."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) // 1024
