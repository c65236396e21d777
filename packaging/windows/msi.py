"""The source of the MSI, as wixl reads it: for whoever deploys by group policy, per machine and without questions."""

# As dev.py: the standard library only.
from __future__ import annotations

import hashlib
import uuid
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement, indent, tostring

if TYPE_CHECKING:
    from pathlib import Path

NAMESPACE = "http://schemas.microsoft.com/wix/2006/wi"
UPGRADE_CODE = "6B0F4B0C-7C7E-5C0E-9A44-4C1B7B9C5E21"
"""Says to Windows Installer that all versions are one product; never to be changed."""

FROZEN = "frozen"
ICON = "smsdesk.ico"

KINDS = (".csv", ".tsv", ".xlsx", ".xlsm", ".xls", ".ods", ".vcf")
PEOPLE = "smsdesk.people"
CLASSES = "Software\\Classes"


def msi_source(frozen: Path, version: str) -> bytes:
    """Gives the WiX source for the frozen folder. Identities are made from names: two builds are the same.

    wixl takes only names of files that lie beside the source: `FROZEN`, the same folder, and `ICON`.

    Args:
        frozen: holds smsdesk.exe and what it needs.
        version: of at most three numbers that Windows Installer compares.
    """
    wix = Element("Wix", xmlns=NAMESPACE)
    product = SubElement(
        wix, "Product", Id=guid(f"product {version}"), Name="smsdesk", Version=version, Manufacturer="smsdesk",
        Language="1033", UpgradeCode=UPGRADE_CODE,
    )  # fmt: skip
    SubElement(product, "Package", InstallerVersion="500", Compressed="yes", InstallScope="perMachine")
    SubElement(product, "MajorUpgrade", DowngradeErrorMessage="A newer smsdesk is installed. Uninstall it first.")
    SubElement(product, "Media", Id="1", Cabinet="smsdesk.cab", EmbedCab="yes")
    SubElement(product, "Icon", Id="smsdesk.ico", SourceFile=ICON)
    SubElement(product, "Property", Id="ARPPRODUCTICON", Value="smsdesk.ico")
    target = SubElement(product, "Directory", Id="TARGETDIR", Name="SourceDir")
    programs = SubElement(target, "Directory", Id="ProgramFiles64Folder")
    folder = SubElement(programs, "Directory", Id="INSTALLDIR", Name="smsdesk")
    components = [start_menu(SubElement(target, "Directory", Id="ProgramMenuFolder")), open_with(folder)]
    components += add_files(folder, frozen, frozen)
    feature = SubElement(product, "Feature", Id="smsdesk", Level="1")
    for component in components:
        SubElement(feature, "ComponentRef", Id=component)
    indent(wix)
    source: bytes = tostring(wix, encoding="utf-8", xml_declaration=True)
    return source


def add_files(parent: Element, folder: Path, frozen: Path) -> list[str]:
    """Adds a folder's files, one component each, and the folders in it; gives the components' ids."""
    components = []
    for path in sorted(folder.iterdir()):
        name = path.relative_to(frozen).as_posix()
        if path.is_dir():
            inner = SubElement(parent, "Directory", Id=identifier("d", name), Name=path.name)
            components += add_files(inner, path, frozen)
            continue
        components.append(identifier("c", name))
        component = SubElement(parent, "Component", Id=components[-1], Guid=guid(f"file {name}"), Win64="yes")
        SubElement(
            component, "File", Id=identifier("f", name), Name=path.name, Source=f"{FROZEN}/{name}", KeyPath="yes"
        )
    return components


def start_menu(parent: Element) -> str:
    """Adds the link in the start menu; gives the component's id."""
    component = SubElement(parent, "Component", Id="StartMenu", Guid=guid("start menu"), Win64="yes")
    SubElement(
        component, "Shortcut", Id="StartMenuLink", Name="smsdesk", Description="Send announcements by SMS",
        Target="[INSTALLDIR]smsdesk.exe", WorkingDirectory="INSTALLDIR",
    )  # fmt: skip
    add_value(component, "Software\\smsdesk", "StartMenu", "1", KeyPath="yes")
    return "StartMenu"


def open_with(parent: Element) -> str:
    """Adds "Open with" for lists of people, never as the default; gives the component's id."""
    component = SubElement(parent, "Component", Id="OpenWith", Guid=guid("open with"), Win64="yes")
    command = '"[INSTALLDIR]smsdesk.exe" "%1"'
    application = f"{CLASSES}\\Applications\\smsdesk.exe"
    add_value(component, f"{CLASSES}\\{PEOPLE}", "", "List of people", KeyPath="yes")
    add_value(component, f"{CLASSES}\\{PEOPLE}\\shell\\open\\command", "", command)
    add_value(component, application, "FriendlyAppName", "smsdesk")
    add_value(component, f"{application}\\shell\\open\\command", "", command)
    for kind in KINDS:
        add_value(component, f"{CLASSES}\\{kind}\\OpenWithProgids", PEOPLE, "")
        add_value(component, f"{application}\\SupportedTypes", kind, "")
    return "OpenWith"


def add_value(component: Element, key: str, name: str, value: str, **more: str) -> None:
    """Adds a text in the registry of all users."""
    named = {"Name": name} if name else {}
    SubElement(
        component, "RegistryValue", {"Root": "HKLM", "Key": key, **named, "Type": "string", "Value": value, **more}
    )


def identifier(kind: str, name: str) -> str:
    """Gives an id that Windows Installer takes, the same for the same name."""
    return f"{kind}_{hashlib.sha256(name.encode()).hexdigest()[:32]}"


def guid(name: str) -> str:
    """Gives the GUID that belongs to the name."""
    return str(uuid.uuid5(uuid.UUID(UPGRADE_CODE), name)).upper()
