"""The second group: who people see, and where numbers without a country code belong."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLineEdit

from smsdesk.ui.accounts.country_combo import CountryCombo
from smsdesk.ui.text.countries import country_name
from smsdesk.ui.text.translate import translated
from smsdesk.ui.widgets.form_field import FormField
from smsdesk.ui.widgets.named import named

if TYPE_CHECKING:
    from PySide6.QtWidgets import QFormLayout

    from smsdesk.accounts.account import Account
    from smsdesk.providers.base import Provider
    from smsdesk.providers.capabilities import Capabilities

_BETWEEN_SENDERS = re.compile("[,،;؛\n]")


class SenderFields(QObject):
    """Sender and country.

    Attributes:
        fields: by their names in `account_problems`.

    Signals:
        edited: the field of this name was changed.
    """

    edited = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._kept = ""
        self._sender = named("accountSenderEdit", QLineEdit())
        self._country = named("defaultCountryCombo", CountryCombo(self.tr("Country")))
        self.fields = {
            "senders": FormField(self.tr("Sender"), self._sender),
            "country": FormField(self.tr("Country"), self._country),
        }
        self._sender.textChanged.connect(lambda: self.edited.emit("senders"))
        self._country.currentTextChanged.connect(lambda: self.edited.emit("country"))
        self._country.currentTextChanged.connect(self._explain_country)

    def senders(self) -> tuple[str, ...]:
        """Those that were written, each once, the usual one first."""
        typed = (sender.strip() for sender in _BETWEEN_SENDERS.split(self._sender.text()))
        return tuple(dict.fromkeys(sender for sender in typed if sender))

    def country(self, problems: dict[str, str]) -> str:
        """The ISO region; "" when none is chosen, which is added to the problems."""
        country = self._country.country()
        if country is None:
            problems["country"] = self.tr("Choose a country from the list.")
        return country or ""

    def add_to(self, form: QFormLayout) -> None:
        """Become the form's next rows."""
        for field in self.fields.values():
            field.add_to(form)

    def show_provider(self, provider: Provider, could: Capabilities | None) -> None:
        """Ask for a sender where this gateway takes one, and suggest its country where the last one's still stands."""
        can = provider.capabilities
        takes_sender = can.max_sender is not None
        if not takes_sender and (could is None or could.max_sender is not None):
            self._kept = self._sender.text()
            self._sender.clear()
        elif takes_sender and could is not None and could.max_sender is None:
            self._sender.setText(self._kept)
        self._sender.setEnabled(takes_sender)
        if takes_sender:
            hint = self.tr("What people see. Several: with commas, the usual one first.")
        else:
            hint = translated(can.no_sender) if can.no_sender else ""
        self.fields["senders"].set_hint(hint)
        if could is None or self._country.country() == could.country:
            self._country.set_country(can.country)
        self._explain_country()

    def fill(self, account: Account) -> None:
        """Show what the account has."""
        self._sender.setText(", ".join(account.senders))
        self._country.set_country(account.country)

    def written(self) -> tuple[object, ...]:
        """What stands in the fields, to see whether somebody wrote something."""
        return self._sender.text(), self._country.currentText()

    def _explain_country(self) -> None:
        country = self._country.country()
        told = self.tr("Numbers written without a country code are read as numbers of {country}.")
        self.fields["country"].set_hint(told.format(country=country_name(country)) if country else "")
