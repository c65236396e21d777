"""Workbooks made by hand, part by part: the odd ones that no library would write."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_XML = '<?xml version="1.0" encoding="UTF-8"?>'
_SHEETML = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_TABLE = "urn:oasis:names:tc:opendocument:xmlns"

_XLSX = {
    "[Content_Types].xml": f'{_XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPES}.sheet.main+xml"/>'
    f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_TYPES}.worksheet+xml"/></Types>',
    "_rels/.rels": f'{_XML}<Relationships xmlns="{_RELATIONS}"><Relationship Id="rId1" '
    f'Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": f'{_XML}<workbook xmlns="{_SHEETML}" xmlns:r="{_OFFICE}"><sheets>'
    '<sheet name="People" sheetId="1" r:id="rId1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": f'{_XML}<Relationships xmlns="{_RELATIONS}"><Relationship Id="rId1" '
    f'Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
}


def xlsx(rows: Iterable[str], *, doctype: str = "", more: dict[str, str] | None = None) -> bytes:
    """Give an XLSX whose sheet holds these `<row>` elements."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in (_XLSX | (more or {})).items():
            archive.writestr(name, text)
        with archive.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as sheet:
            sheet.write(f'{_XML}{doctype}<worksheet xmlns="{_SHEETML}"><sheetData>'.encode())
            for row in rows:
                sheet.write(row.encode())
            sheet.write(b"</sheetData></worksheet>")
    return file.getvalue()


def row(number: int, *cells: str | float) -> str:
    """Give a `<row>` of an XLSX."""
    written = [
        f'<c r="{chr(65 + place)}{number}" t="inlineStr"><is><t>{cell}</t></is></c>'
        if isinstance(cell, str)
        else f'<c r="{chr(65 + place)}{number}"><v>{cell}</v></c>'
        for place, cell in enumerate(cells)
    ]
    return f'<row r="{number}">{"".join(written)}</row>'


def ods(rows: str, *, manifest: str = "") -> bytes:
    """Give an ODS whose table holds these rows."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet", zipfile.ZIP_STORED)
        archive.writestr(
            "META-INF/manifest.xml",
            f'{_XML}<manifest:manifest xmlns:manifest="{_TABLE}:manifest:1.0">{manifest}</manifest:manifest>',
        )
        archive.writestr(
            "content.xml",
            f'{_XML}<office:document-content xmlns:office="{_TABLE}:office:1.0" xmlns:table="{_TABLE}:table:1.0" '
            f'xmlns:text="{_TABLE}:text:1.0"><office:body><office:spreadsheet><table:table table:name="People">{rows}'
            "</table:table></office:spreadsheet></office:body></office:document-content>",
        )
    return file.getvalue()


def ods_row(*cells: str | float) -> str:
    """Give a `<table:table-row>` of an ODS."""
    kinds = ['"string"' if isinstance(cell, str) else f'"float" office:value="{cell}"' for cell in cells]
    written = [
        f"<table:table-cell office:value-type={kind}><text:p>{cell}</text:p></table:table-cell>"
        for kind, cell in zip(kinds, cells, strict=True)
    ]
    return f"<table:table-row>{''.join(written)}</table:table-row>"
