"""The Debian package: the frozen program without the libraries that Debian has packages of, and its place on a desktop.

Made by `dpkg-deb` alone; what it depends on is found out by `dpkg-shlibdeps` from the libraries that are left out.
"""

# As dev.py: the standard library only.
from __future__ import annotations

import gzip
import hashlib
import json
import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from environment import is_root
from frozen import BUILD
from programs import ROOT, run

HERE = Path(__file__).resolve().parent
COMPONENT = "org.smsdesk.smsdesk"
ICON_SIDES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
MAINTAINER = "The smsdesk developers <noreply@smsdesk.org>"

DEBIAN_PACKAGES = ("appstream", "binutils", "desktop-file-utils", "dpkg-dev", "lintian")

# What is not linked, and so not found by dpkg-shlibdeps: whom to trust, and who keeps passwords.
ALSO_NEEDED = ("ca-certificates",)
RECOMMENDED = (
    "dbus-user-session | default-dbus-session-bus",
    "gnome-keyring | org.freedesktop.secrets",
    "fonts-noto-core",
)

DESCRIPTION = """\
send announcements by SMS, in Arabic and English
 For office staff who send one-off announcements through the HTTP gateway that
 their office already pays for. One window: write, see at every keystroke what
 it will cost, paste the people, send, and read what became of each copy.
"""

_ELF = b"\x7fELF"
_EXECUTABLE = 0o100


@dataclass(frozen=True, slots=True)
class Package:
    """What is packed.

    Args:
        frozen: the frozen program's folder.
        version: as in `smsdesk.__version__`.
        epoch: the time of everything in it, in seconds since 1970.
        pictures: holds `smsdesk-SIDE.png`, for each of `ICON_SIDES`.
    """

    frozen: Path
    version: str
    epoch: int
    pictures: Path


def make_debian_package(package: Package, out: Path) -> Path:
    """Makes the package; the same folder gives the same bytes.

    Raises:
        SystemExit: a tool of Debian's refused it; it has said why.
    """
    tree = BUILD / "debian"
    shutil.rmtree(tree, ignore_errors=True)
    put_program(package, tree)
    put_on_desktop(package, tree)
    put_documents(package, tree)
    architecture = asked("dpkg", "--print-architecture")
    put_control(package, tree, architecture, depends_on(tree))
    for path in [tree, *tree.rglob("*")]:
        if not path.is_symlink():
            executable = path.is_dir() or path.stat().st_mode & _EXECUTABLE
            path.chmod(0o755 if executable else 0o644)
        os.utime(path, (package.epoch, package.epoch), follow_symlinks=False)
    made = out / f"smsdesk_{package.version}_{architecture}.deb"
    run(
        "dpkg-deb", "--root-owner-group", "-Zxz", "--build", tree, made,
        variables={"SOURCE_DATE_EPOCH": str(package.epoch)},
    )  # fmt: skip
    return made


def put_program(package: Package, tree: Path) -> None:
    """Puts the frozen program into its place, without what Debian has packages of."""
    others = set(json.loads((BUILD / "system-libraries.json").read_text(encoding="utf-8")))
    inside = package.frozen / "_internal"
    left_out = {inside / name for name in others}
    missing = [path.name for path in left_out if not path.exists()]
    if missing:
        raise SystemExit(f"The list of system libraries names what is not there: {', '.join(missing)}")

    def without(folder: str, names: list[str]) -> set[str]:
        return {name for name in names if Path(folder, name) in left_out}

    shutil.copytree(package.frozen, tree / "usr/lib/smsdesk", symlinks=True, ignore=without)
    (tree / "usr/bin").mkdir(parents=True)
    (tree / "usr/bin/smsdesk").symlink_to("../lib/smsdesk/smsdesk")
    for path in (tree / "usr/lib/smsdesk").rglob("*"):
        if path.is_symlink() and not path.exists():
            path.unlink()  # it led to what was left out
        elif path.is_file() and not path.is_symlink() and path != tree / "usr/lib/smsdesk/smsdesk":
            path.chmod(0o644)  # a library needs no leave to be started


def put_on_desktop(package: Package, tree: Path) -> None:
    """Puts what a desktop shows: entry, icons, and the page for software centres."""
    share = tree / "usr/share"
    copy(HERE / "smsdesk.desktop", share / "applications/smsdesk.desktop")
    for side in ICON_SIDES:
        icon = share / f"icons/hicolor/{side}x{side}/apps/smsdesk.png"
        copy(package.pictures / f"smsdesk-{side}.png", icon)
    copy(ROOT / "resources/icons/smsdesk.svg", share / "icons/hicolor/scalable/apps/smsdesk.svg")
    page = share / f"metainfo/{COMPONENT}.metainfo.xml"
    page.parent.mkdir(parents=True)
    page.write_text(component_page(package.version, package.epoch), encoding="utf-8")


def component_page(version: str, epoch: int) -> str:
    """Gives the AppStream page of this version."""
    text = (HERE / f"{COMPONENT}.metainfo.xml").read_text(encoding="utf-8")
    return text.replace("@VERSION@", version).replace("@DATE@", f"{datetime.fromtimestamp(epoch, UTC):%Y-%m-%d}")


def put_documents(package: Package, tree: Path) -> None:
    """Puts what Debian wants of every package: who may copy it, what changed, and what its checker is told."""
    documents = tree / "usr/share/doc/smsdesk"
    copy(HERE / "copyright", documents / "copyright")
    entry = (
        f"smsdesk ({package.version}) stable; urgency=medium\n\n  * See the releases of smsdesk.\n\n"
        f" -- {MAINTAINER}  {datetime.fromtimestamp(package.epoch, UTC):%a, %d %b %Y %H:%M:%S +0000}\n"
    )
    (documents / "changelog.gz").write_bytes(gzip.compress(entry.encode(), mtime=package.epoch))
    copy(HERE / "lintian-overrides", tree / "usr/share/lintian/overrides/smsdesk")


def put_control(package: Package, tree: Path, architecture: str, depends: str) -> None:
    """Writes what dpkg reads of the package."""
    files = sorted(path for path in tree.rglob("*") if path.is_file() and not path.is_symlink())
    control = tree / "DEBIAN"
    control.mkdir()
    fields = {
        "Package": "smsdesk",
        "Version": package.version,
        "Architecture": architecture,
        "Maintainer": MAINTAINER,
        "Installed-Size": str(sum(path.stat().st_size for path in files) // 1024),
        "Depends": ", ".join([depends, *ALSO_NEEDED]),
        "Recommends": ", ".join(RECOMMENDED),
        "Section": "misc",
        "Priority": "optional",
        "Description": DESCRIPTION.rstrip("\n"),
    }
    (control / "control").write_text("".join(f"{name}: {value}\n" for name, value in fields.items()), encoding="utf-8")
    sums = [f"{hashlib.md5(path.read_bytes()).hexdigest()}  {path.relative_to(tree).as_posix()}\n" for path in files]
    (control / "md5sums").write_text("".join(sums), encoding="utf-8")


def depends_on(tree: Path) -> str:
    """Gives the packages, with their oldest versions, that bring the libraries which the program links to.

    Raises:
        SystemExit: Debian's tool for that is missing, or could not tell.
    """
    if shutil.which("dpkg-shlibdeps") is None:
        raise SystemExit("dpkg-shlibdeps is missing. It is in the package dpkg-dev.")
    work = BUILD / "shlibdeps"
    (work / "debian").mkdir(parents=True, exist_ok=True)
    (work / "debian/control").write_text("Source: smsdesk\n\nPackage: smsdesk\nArchitecture: any\n", encoding="utf-8")
    binaries = [path for path in sorted(tree.rglob("*")) if path.is_file() and not path.is_symlink() and is_elf(path)]
    own = sorted({path.parent for path in binaries})
    command = [
        "dpkg-shlibdeps", "-O", "--ignore-missing-info", "--warnings=0", f"-S{tree}",
        *(f"-l{folder}" for folder in own), *(f"-e{path}" for path in binaries),
    ]  # fmt: skip
    done = subprocess.run(command, cwd=work, capture_output=True, text=True, check=False)
    found = re.search(r"^shlibs:Depends=(.+)$", done.stdout, re.MULTILINE)
    if done.returncode or found is None:
        raise SystemExit(f"dpkg-shlibdeps could not tell what the program needs:\n{done.stderr}")
    return found[1]


def is_elf(path: Path) -> bool:
    """Tells whether a file is a program or library of Linux."""
    with path.open("rb") as file:
        return file.read(len(_ELF)) == _ELF


def check_package(made: Path, package: Package) -> None:
    """Lets Debian's own checkers look at it.

    Raises:
        SystemExit: one found an error; it has said which.
    """
    run("desktop-file-validate", HERE / "smsdesk.desktop")
    page = BUILD / f"{COMPONENT}.metainfo.xml"
    page.write_text(component_page(package.version, package.epoch), encoding="utf-8")
    run("appstreamcli", "validate", "--no-net", page)
    root = ("--allow-root",) if is_root() else ()
    run("lintian", *root, "--fail-on", "error", made)


def copy(source: Path, target: Path) -> None:
    """Copies a file into a folder that need not be there yet."""
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)


def asked(*command: str) -> str:
    """Gives what a program answers, in one line."""
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
