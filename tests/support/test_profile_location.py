from __future__ import annotations

from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import TYPE_CHECKING

import pytest

from smsdesk.support.profile_location import doubt_about, doubt_about_profile
from smsdesk.ui.qt.storage import file_system_of

if TYPE_CHECKING:
    from pathlib import PurePath

USUAL = PurePosixPath("/home/office/.local/share/smsdesk")
NOTHING: dict[str, str] = {}


def told(folder: PurePath, file_system: str = "ext4", environment: dict[str, str] = NOTHING) -> str:
    return str(doubt_about(folder, file_system, environment) or "")


@pytest.mark.parametrize("file_system", ["ext4", "btrfs", "xfs", "apfs", "NTFS", "tmpfs", "overlay", "fuseblk", ""])
def test_a_folder_on_a_disk_of_this_computer_is_fine(file_system: str) -> None:
    assert told(USUAL, file_system) == ""


@pytest.mark.parametrize(
    "file_system",
    ["nfs", "nfs4", "cifs", "smb3", "smbfs", "afs", "afpfs", "webdav", "ceph", "glusterfs", "davfs", "9p",
     "fuse.sshfs", "fuse.rclone", "fuse.davfs", "fuse.gvfsd-fuse", "CIFS", "remote"],
)  # fmt: skip
def test_a_network_drive_is_warned_about_with_what_can_go_wrong_and_how_to_mend_it(file_system: str) -> None:
    said = told(USUAL, file_system)
    assert said.startswith(f"smsdesk keeps its data on a network drive: {USUAL}. ")
    assert "can be damaged" in said
    assert "start smsdesk with --profile" in said


@pytest.mark.parametrize("file_system", ["fuse.ntfs-3g", "fuse.veracrypt", "fuse.mergerfs", "fuse.portal"])
def test_other_file_systems_that_a_program_provides_are_fine(file_system: str) -> None:
    assert told(USUAL, file_system) == ""


@pytest.mark.parametrize(
    ("folder", "share"),
    [
        (r"\\server\office\smsdesk", True),
        (r"\\?\UNC\server\office\smsdesk", True),
        (r"\\wsl.localhost\Debian\home\office", True),
        (r"\\?\C:\Users\office\smsdesk", False),
        (r"C:\Users\office\AppData\Local\smsdesk", False),
    ],
)
def test_a_windows_path_to_another_computer_is_a_network_drive(folder: str, share: bool) -> None:
    assert ("network drive" in told(PureWindowsPath(folder), "NTFS")) == share


@pytest.mark.parametrize(
    ("folder", "program"),
    [
        ("/home/office/OneDrive/smsdesk", "OneDrive"),
        ("/Users/office/OneDrive - Al Noor School/smsdesk", "OneDrive"),
        ("/Users/office/Library/CloudStorage/OneDrive-AlNoor/smsdesk", "OneDrive"),
        ("/home/office/Dropbox/smsdesk", "Dropbox"),
        ("/home/office/Dropbox (Personal)/smsdesk", "Dropbox"),
        ("/Users/office/Library/CloudStorage/GoogleDrive-office@example.com/My Drive/smsdesk", "Google Drive"),
        ("/Users/office/Google Drive/smsdesk", "Google Drive"),
        ("/Users/office/Library/Mobile Documents/com~apple~CloudDocs/smsdesk", "iCloud"),
        ("/Users/office/Library/CloudStorage/Egnyte-office/smsdesk", "a cloud service"),
        ("/home/office/Nextcloud/smsdesk", "Nextcloud"),
        ("/home/office/ownCloud/smsdesk", "ownCloud"),
        ("/home/office/Box/smsdesk", "Box"),
        ("/home/office/Box Sync/smsdesk", "Box"),
        ("/home/office/pCloudDrive/smsdesk", "pCloud"),
        ("/home/office/MEGA/smsdesk", "MEGA"),
        ("/home/office/MEGAsync/smsdesk", "MEGA"),
    ],
)
def test_a_synchronised_folder_is_known_by_its_name(folder: str, program: str) -> None:
    said = told(PurePosixPath(folder))
    assert said.startswith(f"smsdesk keeps its data in a folder that {program} synchronises: {folder}. ")
    assert "a message twice" in said
    assert "start smsdesk with --profile" in said


@pytest.mark.parametrize(
    "folder",
    ["/home/dropboxer/smsdesk", "/home/office/toolbox/smsdesk", "/home/office/box/smsdesk", "/srv/mega/smsdesk"],
)
def test_a_name_that_only_resembles_one_is_fine(folder: str) -> None:
    assert told(PurePosixPath(folder)) == ""


@pytest.mark.parametrize("variable", ["OneDrive", "OneDriveCommercial", "OneDriveConsumer"])
def test_onedrive_is_also_known_by_where_windows_says_it_is(variable: str) -> None:
    inside, beside = PureWindowsPath(r"D:\Office files\smsdesk"), PureWindowsPath(r"D:\Office\smsdesk")
    environment = {variable: r"d:\office FILES"}
    assert "that OneDrive synchronises" in told(inside, "NTFS", environment)
    assert told(beside, "NTFS", environment) == ""
    assert told(inside, "NTFS", {variable: ""}) == ""


@pytest.mark.parametrize(
    ("mark", "program"),
    [
        (".dropbox", "Dropbox"),
        (".dropbox.cache/", "Dropbox"),
        (".stfolder/", "Syncthing"),
        (".nextcloudsync.log", "Nextcloud"),
        (".owncloudsync.log", "ownCloud"),
    ],
)
def test_a_synchronised_folder_of_any_name_is_known_by_what_its_program_left_above(
    tmp_path: Path, mark: str, program: str
) -> None:
    folder = tmp_path / "shared" / "data" / "smsdesk"
    folder.mkdir(parents=True)
    assert told(folder) == ""
    if mark.endswith("/"):
        (tmp_path / "shared" / mark).mkdir()
    else:
        (tmp_path / "shared" / mark).touch()
    assert f"that {program} synchronises" in told(folder)


def test_dropbox_having_its_settings_in_the_home_folder_is_fine(tmp_path: Path) -> None:
    (tmp_path / ".dropbox").mkdir()
    assert told(tmp_path / "smsdesk") == ""


def test_the_folder_behind_a_link_is_what_counts(tmp_path: Path) -> None:
    (tmp_path / "Dropbox" / "smsdesk").mkdir(parents=True)
    (tmp_path / "profile").symlink_to(tmp_path / "Dropbox" / "smsdesk")
    assert f"that Dropbox synchronises: {tmp_path / 'Dropbox' / 'smsdesk'}" in str(
        doubt_about_profile(tmp_path / "profile", file_system_of)
    )


def test_what_this_computer_calls_a_network_drive_is_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("smsdesk.support.profile_location._NETWORK", frozenset({_file_system_by_other_means(tmp_path)}))
    assert "network drive" in str(doubt_about_profile(tmp_path, file_system_of))


def _file_system_by_other_means(folder: Path) -> str:
    mounts = Path("/proc/self/mounts")
    if not mounts.exists():
        pytest.skip("only Linux lists what is mounted in a file")
    fields = [line.split() for line in mounts.read_text().splitlines()]
    above = [(point, kind) for _, point, kind, *_ in fields if folder.is_relative_to(point) and kind != "rootfs"]
    return max(above, key=lambda each: len(each[0]))[1]
