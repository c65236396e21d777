from __future__ import annotations

from smsdesk.importing.registry import open_bytes

THREE = b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Amal Said\r\nTEL;TYPE=CELL:+968 9000 0012\r\nEND:VCARD\r\n"


def people(data: bytes) -> list[tuple[int, str, str | None]]:
    entries = open_bytes("contacts.vcf", data).people("OM").entries
    return [(one.row, one.name, one.read.number) for one in entries]


def test_version_3_is_read() -> None:
    assert people(THREE) == [(1, "Amal Said", "+96890000012")]


def test_version_2_1_is_read_with_quoted_printable_and_its_charset() -> None:
    name = "أمل سعيد".encode("cp1256")
    quoted = "".join(f"={byte:02X}" for byte in name)
    card = (
        "BEGIN:VCARD\r\nVERSION:2.1\r\n"
        f"FN;CHARSET=windows-1256;ENCODING=QUOTED-PRINTABLE:{quoted[:9]}=\r\n{quoted[9:]}\r\n"
        "TEL;CELL:90000012\r\nTEL;HOME;VOICE:24123456\r\nEND:VCARD\r\n"
    )
    assert people(card.encode()) == [(1, "أمل سعيد", "+96890000012"), (1, "أمل سعيد", None)]


def test_version_4_is_read_with_its_uris_and_groups() -> None:
    card = (
        'BEGIN:VCARD\nVERSION:4.0\nN:Said;Amal;;Dr.;\nitem1.TEL;VALUE=uri;TYPE="voice,cell":tel:+968-9000-0012\n'
        "item1.X-ABLabel:Desk\nEND:VCARD\n"
    )
    assert people(card.encode()) == [(1, "Dr. Amal Said", "+96890000012")]


def test_a_line_may_be_folded_in_the_middle_of_a_character() -> None:
    name = "أمل".encode()
    card = THREE.replace(b"Amal Said", name[:3] + b"\r\n " + name[3:])
    assert people(card) == [(1, "أمل", "+96890000012")]


def test_a_broken_card_is_named_and_the_others_come_in() -> None:
    broken = b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Huda\r\nTEL;TYPE=CELL:90000031\r\n"
    entries = open_bytes("contacts.vcf", THREE + broken + THREE.replace(b"12", b"45")).people("OM").entries
    assert [(one.row, one.name, one.read.number) for one in entries] == [
        (1, "Amal Said", "+96890000012"),
        (2, "Huda", None),
        (3, "Amal Said", "+96890000045"),
    ]
    assert str(entries[1].sentence) == "This card is broken: it could not be read to its end"
    assert entries[1].read.suggestion == "+96890000031"


def test_mobiles_come_first_and_a_fax_is_not_sent_to() -> None:
    card = (
        b"BEGIN:VCARD\nVERSION:3.0\nFN:Amal\nTEL;TYPE=FAX:92123456\nTEL;TYPE=HOME:92123457\n"
        b"TEL;TYPE=CELL:92123458\nEND:VCARD\n"
    )
    assert [number for _, _, number in people(card)] == ["+96892123458", None, "+96892123457"]


def test_a_card_without_a_number_stays_a_row() -> None:
    card = b"BEGIN:VCARD\nVERSION:3.0\nFN:Amal\nEMAIL:amal92123456@example.com\nEND:VCARD\n"
    assert people(card) == [(1, "Amal", None)]


def test_a_picture_in_a_card_is_passed_over() -> None:
    picture = b"PHOTO;ENCODING=b;TYPE=JPEG:" + b"\r\n ".join([b"A" * 74] * 2_000)
    assert people(THREE.replace(b"TEL", picture + b"\r\nTEL")) == [(1, "Amal Said", "+96890000012")]


def test_cards_may_come_in_utf_16() -> None:
    assert people(THREE.decode().encode("utf-16")) == [(1, "Amal Said", "+96890000012")]
