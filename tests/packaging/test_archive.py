from __future__ import annotations

import hashlib
import os
import subprocess
import tarfile
from typing import TYPE_CHECKING

import archive

if TYPE_CHECKING:
    from pathlib import Path

EPOCH = 1_700_000_000


def folder_in(place: Path, *, order: int) -> Path:
    folder = place / "smsdesk"
    (folder / "inside").mkdir(parents=True)
    for name in ("a.txt", "b.txt")[::order]:
        (folder / "inside" / name).write_text(name)
    (folder / "smsdesk").write_text("#!")
    (folder / "smsdesk").chmod(0o700 if order == 1 else 0o755)
    (folder / "link").symlink_to("smsdesk")
    os.utime(folder / "smsdesk", (EPOCH + order, EPOCH + order))
    return folder


def test_the_same_folder_gives_the_same_bytes_whenever_and_by_whomever_it_was_made(tmp_path: Path) -> None:
    packed = [
        archive.pack(folder_in(tmp_path / name, order=order), "smsdesk-1.0", tmp_path / f"{name}.tar.xz", EPOCH)
        for name, order in (("one", 1), ("two", -1))
    ]
    assert packed[0].read_bytes() == packed[1].read_bytes()


def test_programs_can_be_started_and_links_stay_links(tmp_path: Path) -> None:
    packed = archive.pack(folder_in(tmp_path / "one", order=1), "smsdesk-1.0", tmp_path / "one.tar.xz", EPOCH)
    with tarfile.open(packed) as found:
        modes = {entry.name: (entry.mode, entry.mtime, entry.uname) for entry in found}
        assert found.getmember("smsdesk-1.0/link").linkname == "smsdesk"
    assert modes["smsdesk-1.0/smsdesk"] == (0o755, EPOCH, "root")
    assert modes["smsdesk-1.0/inside/a.txt"] == (0o644, EPOCH, "root")
    assert modes["smsdesk-1.0"] == (0o755, EPOCH, "root")


def test_the_sums_are_those_that_sha256sum_checks(tmp_path: Path) -> None:
    for name in ("b.deb", "a.whl"):
        (tmp_path / name).write_text(name)
    sums = archive.write_sums(tmp_path, ["b.deb", "a.whl"])
    assert [line.split()[1] for line in sums.read_text().splitlines()] == ["a.whl", "b.deb"]
    assert sums.read_text().startswith(hashlib.sha256(b"a.whl").hexdigest())
    checked = subprocess.run(["sha256sum", "--check", sums.name], cwd=tmp_path, capture_output=True, check=False)
    assert checked.returncode == 0, checked.stderr
