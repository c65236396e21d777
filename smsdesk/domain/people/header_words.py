"""The words that head columns and label numbers, in English and Arabic."""

from __future__ import annotations

import enum
import re
import unicodedata

from smsdesk.domain.people.characters import without_hidden


class Role(enum.Enum):
    """What a column holds; the value is what `--check-list` prints, and what is remembered of a user's choice.

    `IF_EMPTY` and `LEFT_OUT` are never recognised, only chosen: a number for where the others are empty, and what is
    not kept with the person.
    """

    NAME = "name"
    NUMBER = "number"
    IF_EMPTY = "number if empty"
    CODE = "country code"
    LANGUAGE = "language"
    GROUP = "group"
    OPT_OUT = "opt-out"
    OTHER = "other"
    LEFT_OUT = "left out"


def _phrases(text: str) -> frozenset[str]:
    return frozenset(" ".join(phrase.split()) for phrase in text.split("|"))


_WORDS: dict[Role, str] = {
    Role.NAME: """
    name | full name | first name | last name | surname | family name | given name | middle name | contact |
    contact name | student | student name | customer | customer name | client | client name | parent |
    parent name | guardian | employee | employee name | member | member name | person | patient |
    patient name | recipient | recipient name | الاسم | اسم | الإسم | الاسم الكامل | الاسم الأول |
    اسم العائلة | اسم الطالب | اسم العميل | اسم الموظف | اسم المستلم | العميل | الطالب | الموظف | العضو |
    ولي الأمر | اسم ولي الأمر | اللقب
    """,
    Role.NUMBER: """
    mobile | mobile no | mobile number | mobile phone | mob | mob no | cell | cell no | cell number |
    cell phone | cellphone | gsm | gsm no | gsm number | phone | phone no | phone number | phone numbers |
    telephone | telephone no | telephone number | tel | tel no | tel number | msisdn | whatsapp |
    whatsapp no | whatsapp number | number | numbers | contact no | contact number | contact phone |
    recipient number | home phone | work phone | office phone | business phone | phone 1 | phone 2 | phone1 |
    phone2 | mobile 1 | mobile 2 | mobile1 | mobile2 | other phone | second mobile | alternate number |
    emergency number | emergency contact number | to | sms | sms number | parent mobile | parent phone |
    father mobile | mother mobile | guardian mobile | guardian phone | landline | home | home tel | work tel |
    phone 1 value | phone 2 value | الهاتف | هاتف | رقم الهاتف | رقم هاتف | الجوال | جوال | رقم الجوال |
    النقال | نقال | رقم النقال | الموبايل | موبايل | رقم الموبايل | المحمول | رقم المحمول | الرقم | رقم |
    التلفون | تلفون | رقم التلفون | التليفون | واتساب | رقم الواتساب | رقم التواصل | أرقام الهواتف |
    الهاتف النقال | الهاتف المحمول | هاتف ولي الأمر | جوال ولي الأمر | رقم ولي الأمر
    """,
    Role.CODE: """
    country code | calling code | dial code | dialling code | code | prefix | cc | رمز الدولة | مفتاح الدولة |
    كود الدولة | الرمز
    """,
    Role.LANGUAGE: """
    language | lang | preferred language | اللغة | لغة
    """,
    Role.GROUP: """
    group | groups | class | grade | section | department | team | branch | category | list | tag | tags |
    المجموعة | مجموعة | الصف | الفصل | الشعبة | القسم | الفرع | الفئة | الدائرة
    """,
    Role.OPT_OUT: """
    opt out | optout | opted out | unsubscribed | unsubscribe | do not contact | do not text | dnd | stop |
    blocked | إلغاء الاشتراك | عدم الإرسال | لا ترسل | محظور
    """,
    Role.OTHER: """
    id | civil id | national id | id no | id number | civil no | civil number | passport | passport no |
    passport number | email | e mail | mail | email address | address | date | date of birth | dob |
    birth date | birthday | age | amount | balance | total | price | due | fee | fees | paid | invoice |
    invoice no | invoice number | order | order no | reference | ref | ref no | account | account no |
    account number | iban | notes | note | remarks | comment | comments | city | country | po box | p o box |
    postal code | zip | zip code | fax | fax no | fax number | no | sn | s n | sr | sr no | sl | sl no |
    serial | serial no | row | nationality | gender | sex | salary | job | job title | title | company |
    position | website | url | time | created | updated | status | roll no | student id | employee id |
    staff id | customer id | member id | car no | plate | flat | room | building | villa | block | street |
    area | رقم الهوية | الهوية | الرقم المدني | رقم البطاقة | البطاقة المدنية | رقم الجواز | الجواز | البريد |
    البريد الإلكتروني | الايميل | العنوان | التاريخ | تاريخ الميلاد | العمر | المبلغ | الرصيد | الإجمالي |
    السعر | الفاتورة | رقم الفاتورة | رقم الحساب | المرجع | ملاحظات | ملاحظة | المدينة | الدولة |
    صندوق البريد | الرمز البريدي | الفاكس | م | ت | تسلسل | الرقم التسلسلي | الجنسية | الجنس | الراتب |
    الوظيفة | الشركة | الحالة | رقم الطالب | رقم الموظف
    """,
}
_ROLES = {phrase: role for role, phrases in _WORDS.items() for phrase in _phrases(phrases)}
_MOBILE = re.compile(r"\b(?:mobile|mob|cell\w*|gsm|whatsapp|sms|msisdn)\b|جوال|نقال|موبايل|محمول|واتساب")
_LOOSE: tuple[tuple[re.Pattern[str], Role], ...] = (
    (
        re.compile(
            r"\b(?:label|type|kind|fax|e ?mail|passport|civil|national|invoice|birth|iban|account|date|amount|id)\b"
        ),
        Role.OTHER,
    ),
    (re.compile(r"هوية|جواز|فاتورة|ميلاد|تاريخ|مبلغ|بريد|فاكس|مدني"), Role.OTHER),
    (re.compile(r"\b(?:mobile|mob|cell\w*|gsm|phone|telephone|tel|whatsapp|msisdn)\b"), Role.NUMBER),
    (re.compile(r"جوال|نقال|موبايل|محمول|هاتف|هواتف|تلفون|تليفون|واتساب"), Role.NUMBER),
    (re.compile(r"\bname\b|^اسم | اسم "), Role.NAME),
)
_LOOSE_LONGEST = 40

# In front of a number, these say that it is one to call.
PHONE_WORDS = _phrases(
    """
    t | m | p | c | h | w | tel | telephone | phone | ph | mob | mobile | gsm | cell | cellphone | whatsapp |
    wa | msisdn | sms | no | هاتف | الهاتف | جوال | الجوال | نقال | النقال | موبايل | تلفون | رقم | ت | ج
    """
)
# In front of digits, these say that they are no number to send to.
NO_NUMBER_BEHIND = _phrases(
    """
    id | civil | passport | invoice | inv | order | ref | reference | account | acc | acct | iban | box |
    zip | postal | postcode | ext | extension | local | serial | po | code | bill | receipt | ticket | policy |
    licence | license | plate | pin | otp | cr | vat | tax | fax | هوية | الهوية | الجواز | فاتورة |
    الفاتورة | مرجع | المرجع | حساب | الحساب | صندوق | تحويلة | فاكس | البطاقة | المدني
    """
)
# In front of a few digits, these place somebody: "Flat 12 90000012".
LABELS_NUMBER = _phrases(
    """
    flat | room | class | grade | block | villa | house | desk | team | group | unit | floor | bus | seat |
    table | building | street | way | gate | hall | no | شقة | غرفة | صف | الصف | فصل | الفصل | فيلا | بيت |
    مجموعة | طابق | مبنى | حافلة | شارع | قاعة
    """
)
# Beside digits, these say that they are an amount.
CURRENCIES = _phrases(
    "omr | ro | usd | eur | gbp | aed | sar | kwd | bhd | qar | zar | inr | egp | jod | ر | ع | ريال | درهم"
)
# At the front of a row, these add up what stands above it.
TOTALS = _phrases(
    """
    total | totals | grand total | sub total | subtotal | total count | total records | total number | sum |
    count | number of records | المجموع | المجموع الكلي | الإجمالي | الاجمالي | الإجمالي الكلي | العدد |
    العدد الكلي
    """
)


def plain_header(text: str) -> str:
    """Give a header's words alone: "Mobile_No." and "Mobile #" are "mobile no"."""
    text = re.sub("[#№]", " no ", text)
    text = without_hidden(unicodedata.normalize("NFKC", text)).casefold()
    return " ".join(re.sub(r"[\W_]+", " ", text).split())


def role_of(header: str) -> Role | None:
    """Give what a header names; None for a text that heads nothing that we know."""
    words = plain_header(header)
    if role := _ROLES.get(words):
        return role
    if not words or len(words) > _LOOSE_LONGEST or re.search(r"\d{3}", words):
        return None
    return next((role for pattern, role in _LOOSE if pattern.search(words)), None)


def exact_role(header: str) -> Role | None:
    """Give what a header names, if it is word for word one that we know."""
    return _ROLES.get(plain_header(header))


def heads_mobiles(header: str) -> bool:
    """Whether a header names mobiles, rather than phones of any kind."""
    return _MOBILE.search(plain_header(header)) is not None
