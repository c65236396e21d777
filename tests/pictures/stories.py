"""What is told in the pictures of the help, in each language of the window: invented people of an invented school."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tests.helpers.window.overviews import HALF_A_YEAR

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smsdesk.domain.balance.movements import Movement
    from smsdesk.services.balance.overview import Overview


@dataclass(frozen=True, slots=True)
class Story:
    """What somebody writes and reads in one language.

    Attributes:
        language: the window's.
        told_before, unclear_before: announcements of the past, text and people; the second one's answer was lost.
        written, people: what is being written.
        file_name, file: a list of people.
        account, library: names of accounts.
        signed_in: what the test of the login says.
        half_a_year: texts of announcements, oldest first.
    """

    language: str
    told_before: tuple[str, str]
    unclear_before: tuple[str, str]
    written: str
    people: str
    file_name: str
    file: str
    account: str
    library: str
    signed_in: str
    half_a_year: tuple[str, str]

    @property
    def ending(self) -> str:
        """What follows the name of a page or picture in this language."""
        return "" if self.language == "en" else f".{self.language}"

    def overview(self) -> Overview:
        """Half a year of an account's money, with this story's announcements."""
        texts = iter(self.half_a_year)
        return replace(HALF_A_YEAR, movements=tuple(_with_text(each, texts) for each in HALF_A_YEAR.movements))


def _with_text(movement: Movement, texts: Iterator[str]) -> Movement:
    return movement if movement.sent is None else replace(movement, sent=replace(movement.sent, text=next(texts)))


WRITTEN = "السادة أولياء الأمور، المدرسة مغلقة غداً الخميس بسبب الأحوال الجوية. تبدأ الدروس عن بُعد الساعة 08:30."

STORIES = (
    Story(
        "en",
        ("Parent evening: Thursday at 18:00.", "Amal Said\t9000 0012\nZahra\t9000 0015\nNoor\t9000 0044"),
        ("The office is closed on Sunday.", "Amal\t9000 0012\nZahra\t9000 0015"),
        WRITTEN,
        "أمل سعيد\t9000 0012\nبدر علي\t٩٠٠٠٠٠٣١\nHuda\t965 9912 3456\nSaid\t9000 001\n"
        "Noor\t9000 0012\nLayla\t9000 0044",
        "Parents 2026.csv",
        "Class;Name;Mobile;Mobile 2\n1A;Amal Said;9000 0012;9000 0031\n1A;بدر علي;9.6890000013E+10;\n"
        "1B;Yousef Karim;965 9912 3456;\n1B;Omar Zaki;9000 001;\n2A;Noor Salim;9000 0012;\n2B;Samir Adel;15/03/2026;\n"
        "2B;Thandi Nkosi;+27 83 000 0012;\n2B;Hana Mubarak;9000 0023;\n",
        "Front desk",
        "Library",
        "Signed in. Balance: 1,234.56 credits",
        ("School begins", "Bus 3 is late"),
    ),
    Story(
        "ar",
        (
            "اجتماع أولياء الأمور يوم الخميس الساعة 18:00.",
            "أمل سعيد\t9000 0012\nزهرة حمد\t9000 0015\nنور سالم\t9000 0044",
        ),
        ("المكتب مغلق يوم الأحد.", "أمل سعيد\t9000 0012\nزهرة حمد\t9000 0015"),
        WRITTEN,
        "أمل سعيد\t9000 0012\nبدر علي\t٩٠٠٠٠٠٣١\nهدى\t965 9912 3456\nسعيد حمود\t9000 001\n"
        "نور\t9000 0012\nThandi\t9000 0044",
        "أولياء الأمور 2026.csv",
        "الصف;الاسم;الهاتف;هاتف آخر\n1أ;أمل سعيد;9000 0012;9000 0031\n1أ;بدر علي;9.6890000013E+10;\n"
        "1ب;يوسف كريم;965 9912 3456;\n1ب;عمر زكي;9000 001;\n2أ;نور سالم;9000 0012;\n2ب;سمير عادل;15/03/2026;\n"
        "2ب;Thandi Nkosi;+27 83 000 0012;\n2ب;هناء مبارك;9000 0023;\n",
        "الاستقبال",
        "المكتبة",
        "تم تسجيل الدخول. الرصيد: 1,234.56 نقطة",
        ("بدء العام الدراسي", "تأخر الحافلة 3"),
    ),
)
