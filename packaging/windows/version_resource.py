"""What Windows shows of smsdesk.exe: in its properties, in the Task Manager and under "Open with"."""

# As dev.py: the standard library only.
from __future__ import annotations

from windows.installer import version_quad

_TEMPLATE = """\
VSVersionInfo(
  ffi=FixedFileInfo(
    filevers={numbers}, prodvers={numbers}, mask=0x3F, flags=0x0, OS=0x40004, fileType=0x1, subtype=0x0
  ),
  kids=[
    StringFileInfo([
      StringTable('040904B0', [
{strings}
      ])
    ]),
    VarFileInfo([VarStruct('Translation', [0x0409, 1200])])
  ]
)
"""


def version_resource(version: str) -> str:
    """Gives the text of the file that PyInstaller's `EXE(version=...)` reads.

    Args:
        version: as in `smsdesk.__version__`.
    """
    fields = {
        "CompanyName": "smsdesk",
        "FileDescription": "smsdesk",  # the name of the program, wherever Windows shows one
        "FileVersion": version,
        "InternalName": "smsdesk",
        "LegalCopyright": "MIT License",
        "OriginalFilename": "smsdesk.exe",
        "ProductName": "smsdesk",
        "ProductVersion": version,
    }
    strings = ",\n".join(f"        StringStruct({name!r}, {value!r})" for name, value in fields.items())
    numbers = tuple(map(int, version_quad(version).split(".")))
    return _TEMPLATE.format(numbers=numbers, strings=strings)
