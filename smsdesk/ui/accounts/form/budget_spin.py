"""How many parts an office wants to send in a month, where the gateway tells no balance."""

from __future__ import annotations

from smsdesk.ui.qt.boxes import SpinBox

_MOST = 100_000_000
_STEP = 100


class BudgetSpin(SpinBox):
    """Zero is no limit, and reads so."""

    def __init__(self) -> None:
        super().__init__(minimum=0, maximum=_MOST, singleStep=_STEP)
        self.setGroupSeparatorShown(True)
        self.setSpecialValueText(self.tr("no limit"))

    def budget(self) -> int | None:
        """The parts; None for no limit."""
        return self.value() or None

    def set_budget(self, parts: int | None) -> None:
        """Show so many parts; None for no limit."""
        self.setValue(parts or 0)
