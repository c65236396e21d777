"""The pages on which an office describes its gateway: what is sent, what is answered, what is left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFormLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from smsdesk.providers.custom.definition import Answer, Call, LoginBy, Means, Method
from smsdesk.providers.custom.validation import MOST_IN_ONE_REQUEST, MOST_PARTS, MOST_SENDER
from smsdesk.ui.qt.boxes import ComboBox, SpinBox
from smsdesk.ui.widgets.form_field import FormField
from smsdesk.ui.widgets.named import named
from smsdesk.ui.widgets.row_table import RowTable

if TYPE_CHECKING:
    from collections.abc import Mapping

    from smsdesk.providers.custom.definition import Definition


class Page(QScrollArea):
    """Fields below one another, by the names that `definition_problems` has for them.

    Signals:
        edited: the user changed something.
    """

    edited = Signal()

    def __init__(self, *, filled: bool = False) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        content = QWidget()
        self._layout = QVBoxLayout(content)
        self._form = QFormLayout()
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._layout.addLayout(self._form, int(filled))
        if not filled:
            self._layout.addStretch(1)
        self.setWidget(content)
        for surface in (content, self.viewport()):
            surface.setAutoFillBackground(False)  # the tab's own background shows through
        self.fields: dict[str, FormField] = {}

    def show_problems(self, problems: Mapping[str, str]) -> FormField | None:
        """Say at each field what is wrong; gives the first wrong one."""
        for name, field in self.fields.items():
            field.show_problem(problems.get(name, ""))
        return next((field for name, field in self.fields.items() if name in problems), None)

    def _add(self, name: str, field: FormField) -> None:
        self.fields[name] = field
        field.add_to(self._form)


class SendingPage(Page):
    """The request that sends a message."""

    def __init__(self) -> None:
        super().__init__()
        self.url = named("customUrlEdit", QLineEdit(placeholderText="https://sms.example.com/api/send"))
        self._method = named("customMethodCombo", ComboBox())
        self._method.addItem(self.tr("GET: the values follow the address"), Method.GET.value)
        self._method.addItem(self.tr("POST: the values go as a form"), Method.FORM.value)
        self._method.addItem(self.tr("POST: the values go as JSON"), Method.JSON.value)
        self._values = RowTable("customFields", self.tr("Values"), (self.tr("Name"), self.tr("Value")), 1)
        self._login = named("customLoginCombo", ComboBox())
        self._login.addItem(self.tr("In the values or headers: {user} and {password}"), LoginBy.VALUES.value)
        self._login.addItem(self.tr("Basic: user name and password"), LoginBy.BASIC.value)
        self._login.addItem(self.tr("Bearer: the password is the token"), LoginBy.BEARER.value)
        self._headers = RowTable(
            "customHeaders", self.tr("Headers"), (self.tr("Name"), self.tr("Value")), 1, second=True
        )
        self._plus = named("customPlusBox", QCheckBox(self.tr("Numbers begin with a &plus: +968…")))
        self._batch = named("customBatchSpin", SpinBox(minimum=1, maximum=MOST_IN_ONE_REQUEST))
        self._separator = named("customSeparatorEdit", QLineEdit(maxLength=5))
        self._parts = named("customPartsSpin", SpinBox(minimum=1, maximum=MOST_PARTS))
        self._sender = named("customSenderSpin", SpinBox(minimum=1, maximum=MOST_SENDER))
        self._unsure = named("customUnsureBox", QCheckBox(self.tr("Warn be&fore Arabic and other special characters")))
        self._add_fields()
        for changed in (
            self.url.textChanged, self._method.currentIndexChanged, self._values.edited, self._plus.toggled,
            self._batch.valueChanged, self._separator.textChanged, self._login.currentIndexChanged,
            self._headers.edited,
        ):  # fmt: skip
            changed.connect(self.edited)

    def _add_fields(self) -> None:
        places = self.tr(
            "Write {to} for the number, {text} for the message, {sender}, {user} and {password}. Some gateways want "
            'Arabic as hexadecimal UTF-16: that is {texthex}. In JSON, a value like 5, true or ["{to}"] goes as it '
            'stands; write "5" for a text.'
        )
        whole = self.tr("As the gateway's document has it, up to the question mark. {to} and the others may be in it.")
        unsure = self.tr("For a gateway whose document does not say how they travel.")
        self._add("path", FormField(self.tr("Address"), self.url, hint=whole))
        self._add("method", FormField(self.tr("Method"), self._method))
        self._add("fields", FormField(self.tr("Values"), self._values, hint=places))
        how = self.tr("As the gateway's document says (“Authorization”). The password itself stays in the account.")
        self._add("login_by", FormField(self.tr("Login"), self._login, hint=how))
        headers = self.tr(
            "Most gateways want none. For example: Authorization with the value AccessKey {password}. They go with the "
            "question for the balance, too."
        )
        self._add("headers", FormField(self.tr("Headers"), self._headers, hint=headers))
        self._add("plus", FormField(self.tr("Numbers"), self._plus))
        self._add("numbers", FormField(self.tr("Most in one request"), self._batch, narrow=True))
        self._add("separator", FormField(self.tr("Between numbers"), self._separator))
        self._add("max_parts", FormField(self.tr("Most parts of a message"), self._parts, narrow=True))
        self._add("max_sender", FormField(self.tr("Longest sender"), self._sender, narrow=True))
        self._add("unsure", FormField(self.tr("Characters"), self._unsure, hint=unsure))

    def show_definition(self, definition: Definition) -> None:
        """Fill the fields, all but the address."""
        self._method.setCurrentIndex(self._method.findData(definition.send.method.value))
        self._values.set_rows(definition.send.fields)
        self._login.setCurrentIndex(self._login.findData(definition.login_by.value))
        self._headers.set_rows(definition.headers)
        self._plus.setChecked(definition.plus)
        self._batch.setValue(definition.batch_size)
        self._separator.setText(definition.separator)
        self._parts.setValue(definition.max_parts)
        self._sender.setValue(definition.max_sender)
        self._unsure.setChecked(definition.unsure_of_unicode)

    def held(self, path: str) -> dict[str, object]:
        """The part of a `Definition` that is on this page."""
        return {
            "send": Call(Method(self._method.currentData()), path, _pairs(self._values)),
            "login_by": LoginBy(self._login.currentData()),
            "headers": _pairs(self._headers),
            "plus": self._plus.isChecked(),
            "batch_size": self._batch.value(),
            "separator": self._separator.text(),
            "max_parts": self._parts.value(),
            "max_sender": self._sender.value(),
            "unsure_of_unicode": self._unsure.isChecked(),
        }


class AnswersPage(Page):
    """What the gateway answers to a message."""

    def __init__(self) -> None:
        super().__init__(filled=True)
        titles = (self.tr("The gateway answers"), self.tr("That means"), self.tr("What you want to read"))
        means = {
            Means.ACCEPTED: self.tr("Accepted"),
            Means.NUMBER: self.tr("Refused: this number"),
            Means.MESSAGE: self.tr("Refused: this message"),
            Means.LOGIN: self.tr("Refused: wrong login"),
            Means.ACCOUNT: self.tr("Refused: everything"),
        }
        self._answers = RowTable(
            "customAnswers",
            self.tr("Answers"),
            titles,
            2,
            {each.value: title for each, title in means.items()},
            choice_column=1,
        )
        hint = self.tr(
            "A line must fit the whole answer: write * for what differs, and {id} for what the gateway calls the "
            "message, or {digits} where that is digits only. For example: OK {id}\n"
            "“Everything” is for no credit or a blocked account: sending stops, and nothing is lost. After a wrong "
            "login the gateway is not asked again until you have changed the account.\n"
            "Where the gateway refuses by its HTTP status (400 to 499), only the lines that refuse count.\n"
            "An answer that fits no line, or lines that contradict each other, is unknown, and nobody is sent to again."
        )
        self._add("answers", FormField(self.tr("Answers"), self._answers, hint=hint))
        self._answers.edited.connect(self.edited)

    def show_definition(self, definition: Definition) -> None:
        """Fill the fields."""
        rows = [(answer.pattern, answer.means.value, answer.sentence) for answer in definition.answers]
        self._answers.set_rows(rows)

    def held(self) -> dict[str, object]:
        """The part of a `Definition` that is on this page."""
        answers = self._answers.rows()
        return {"answers": tuple(Answer(pattern, Means(means), said) for pattern, means, said in answers)}


class BalancePage(Page):
    """The request that asks for the balance, if there is one."""

    def __init__(self) -> None:
        super().__init__()
        self._offered = named("customBalanceBox", QCheckBox(self.tr("The &gateway can be asked for it")))
        self._path = named("customBalancePathEdit", QLineEdit(placeholderText="/api/balance"))
        self._method = named("customBalanceMethodCombo", ComboBox())
        self._method.addItem(self.tr("GET: the values follow the address"), Method.GET.value)
        self._method.addItem(self.tr("POST: the values go as a form"), Method.FORM.value)
        self._method.addItem(self.tr("POST: the values go as JSON"), Method.JSON.value)
        self._values = RowTable("customBalanceFields", self.tr("Values"), (self.tr("Name"), self.tr("Value")), 1)
        self._pattern = named("customBalancePatternEdit", QLineEdit(placeholderText="Balance: {amount}"))
        self._unit = named("customUnitEdit", QLineEdit(maxLength=20))
        same = self.tr("What follows the host's name; the host is the same as for sending.")
        asked = self.tr("Write {user} and {password} where the gateway wants them.")
        amount = self.tr("Write {amount} where the amount stands, and * for what differs.")
        self._add("balance", FormField(self.tr("Balance"), self._offered))
        self._add("balance_path", FormField(self.tr("Path"), self._path, hint=same))
        self._add("balance_method", FormField(self.tr("Method"), self._method))
        self._add("balance_fields", FormField(self.tr("Values"), self._values, hint=asked))
        self._add("balance_pattern", FormField(self.tr("The gateway answers"), self._pattern, hint=amount))
        unit = self.tr("Credits, EUR, OMR: what balance and price are counted in.")
        self._add("unit", FormField(self.tr("Unit"), self._unit, hint=unit))
        self._offered.toggled.connect(self._offer)
        for changed in (
            self._offered.toggled, self._path.textChanged, self._method.currentIndexChanged, self._values.edited,
            self._pattern.textChanged, self._unit.textChanged,
        ):  # fmt: skip
            changed.connect(self.edited)

    def show_definition(self, definition: Definition) -> None:
        """Fill the fields; a request that is not there begins as one with user name and password."""
        call = definition.balance
        fields = call.fields if call else tuple(f for f in definition.send.fields if f[1] in ("{user}", "{password}"))
        self._offered.setChecked(call is not None)
        self._path.setText(call.path if call else "")
        self._method.setCurrentIndex(self._method.findData((call or definition.send).method.value))
        self._values.set_rows(fields)
        self._pattern.setText(definition.balance_pattern)
        self._unit.setText(definition.unit)
        self._offer()

    def held(self) -> dict[str, object]:
        """The part of a `Definition` that is on this page."""
        call = Call(Method(self._method.currentData()), self._path.text().strip(), _pairs(self._values))
        offered = self._offered.isChecked()
        return {
            "balance": call if offered else None,
            "balance_pattern": self._pattern.text().strip() if offered else "",
            "unit": self._unit.text().strip(),
        }

    def _offer(self) -> None:
        for name in ("balance_path", "balance_method", "balance_fields", "balance_pattern"):
            self._form.setRowVisible(self.fields[name], self._offered.isChecked())


def _pairs(table: RowTable) -> tuple[tuple[str, str], ...]:
    return tuple((name, value) for name, value in table.rows())
