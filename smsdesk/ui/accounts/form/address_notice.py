"""What stands below a gateway address: whether the password can be read on its way."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from smsdesk.ui.widgets.card import Caption
from smsdesk.ui.widgets.colours import Meaning
from smsdesk.ui.widgets.named import named

_PLAIN, _ENCRYPTED = "http://", "https://"


class AddressNotice(QWidget):
    """Follows what is typed into the address line. The scheme changes only when the user presses the button."""

    def __init__(self, address: QLineEdit) -> None:
        super().__init__()
        self._address = address
        self._gateway = ""
        self._documents_https = True
        self._text = Caption(meaning=Meaning.DOUBTFUL, wrap=True)
        self._text.setObjectName("addressNotice")
        self._try = named("tryHttpsButton", QPushButton(self.tr("Tr&y https"), autoDefault=False))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._text, 1)
        row.addWidget(self._try)
        self._try.clicked.connect(self._try_https)
        address.textChanged.connect(self._judge)
        self._judge()

    @property
    def text(self) -> str:
        """What is to be said about the address; "" for nothing."""
        return self._text.text()

    def set_gateway(self, title: str, *, documents_https: bool) -> None:
        """Take note of the gateway, and whether its document knows https."""
        self._gateway = title
        self._documents_https = documents_https
        self._judge()

    def _judge(self) -> None:
        scheme = self._address.text().strip().lower()
        plain = scheme.startswith(_PLAIN)
        if plain:
            self._text.setText(self.tr("The password travels readable through the network"))
        elif scheme.startswith(_ENCRYPTED) and not self._documents_https:
            sentence = self.tr("{gateway} promises only http: test whether https works")
            self._text.setText(sentence.format(gateway=self._gateway))
        else:
            self._text.clear()
        self._try.setVisible(plain)
        self.setVisible(bool(self._text.text()))

    def _try_https(self) -> None:
        rest = self._address.text().strip()[len(_PLAIN) :]
        self._address.setText(_ENCRYPTED + rest)
        self._address.setFocus()
