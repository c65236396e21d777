"""The table of deliveries over a real database: what it reads, when, and how little it touches."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from sqlalchemy import update

from smsdesk.domain.delivery import FAILED
from smsdesk.providers.catalog import PROVIDERS
from smsdesk.store.history.unknowns import Unknowns
from smsdesk.store.schema import delivery
from smsdesk.ui.history.deliveries_model import DeliveriesModel
from smsdesk.ui.widgets.colours import Meaning
from tests.helpers.window.history_view import (
    ACCEPTED,
    NO_CREDIT,
    REJECTED,
    UNKNOWN,
    cell,
    clock,
    fetch_all,
    shown_by_qt,
    touched,
)

if TYPE_CHECKING:
    from pytestqt.modeltest import ModelTester

    from tests.helpers.window.stored_office import StoredOffice


@pytest.fixture
def deliveries(office: StoredOffice) -> DeliveriesModel:
    return DeliveriesModel(office.history, PROVIDERS)


def test_the_model_keeps_qts_rules(
    qtmodeltester: ModelTester, office: StoredOffice, deliveries: DeliveriesModel
) -> None:
    office.announce(people=300)
    deliveries.show(office.history.page()[0])
    qtmodeltester.check(deliveries, force_py=True)


def test_five_thousand_deliveries_are_read_a_page_at_a_time(office: StoredOffice, deliveries: DeliveriesModel) -> None:
    office.announce(people=5000)
    deliveries.show(office.history.page()[0])
    assert deliveries.rowCount() == 200
    fetch_all(deliveries)
    numbers = {cell(deliveries, row, "number") for row in range(deliveries.rowCount())}
    assert deliveries.rowCount() == len(numbers) == 5000


def test_a_change_touches_only_its_rows_and_those_that_are_loaded(
    office: StoredOffice, deliveries: DeliveriesModel
) -> None:
    sent = office.announce(people=500)
    deliveries.show(office.history.page()[0])
    seen = touched(deliveries)
    early = office.submit(sent, ACCEPTED, 3)
    deliveries.refresh(early)
    assert seen == [(0, 2, "state", "why")]
    office.submit(sent, ACCEPTED, 300)
    late = office.submit(sent, ACCEPTED, 100)
    deliveries.refresh(late)
    assert len(seen) == 1
    assert deliveries.rowCount() == 200


def test_when_any_delivery_may_have_changed_the_changed_ones_are_touched(
    office: StoredOffice, deliveries: DeliveriesModel
) -> None:
    sent = office.announce(people=5)
    office.submit(sent, ACCEPTED, 2)
    deliveries.show(office.history.page()[0])
    seen = touched(deliveries)
    office.outbox.cancel("front").result()
    deliveries.refresh(set())
    assert seen == [(2, 4, "state", "why")]
    assert cell(deliveries, 4, "state") == "– cancelled"


def test_a_delivery_tells_where_it_stands_and_why(office: StoredOffice, deliveries: DeliveriesModel) -> None:
    sent = office.announce(people=5)
    for verdict in (ACCEPTED, REJECTED, UNKNOWN):
        office.submit(sent, verdict)
    office.submit(sent, NO_CREDIT)
    deliveries.show(office.history.page()[0])
    told = [(cell(deliveries, row, "state"), cell(deliveries, row, "why")) for row in range(5)]
    assert told == [
        ("? unknown", f"No answer after the request was sent, {clock(office, 2)}"),
        ("✗ rejected", "SMS Office does not accept this number: check its digits"),
        ("→ accepted", "No delivery report yet"),
        ("… waiting", "Not enough credits at SMS Office: buy credits, then continue"),
        ("… waiting", "Waiting to be sent"),
    ]


def test_the_gateways_own_words_are_at_hand_as_plain_text(office: StoredOffice, deliveries: DeliveriesModel) -> None:
    office.submit(office.announce(), REJECTED)
    deliveries.show(office.history.page()[0])
    tooltip = str(cell(deliveries, 0, "why", Qt.ItemDataRole.ToolTipRole))
    assert shown_by_qt(tooltip).endswith("The gateway said: “Invalid [to] <b>address</b>” (code bad-to)")


@pytest.mark.parametrize(
    ("parts", "cost", "said"),
    [
        (3, "0.171", "Cost 0.171 credits for 3 parts as the gateway billed it"),
        (1, "1", "Cost 1 credit for 1 part as the gateway billed it"),
        (None, "0.057", "Cost 0.057 credits as the gateway billed it"),
        (2, None, "The gateway billed 2 parts"),
        (None, None, "No delivery report yet"),
    ],
)
def test_what_the_gateway_billed_is_at_hand(
    office: StoredOffice, deliveries: DeliveriesModel, parts: int | None, cost: str | None, said: str
) -> None:
    office.submit(office.announce(), ACCEPTED)
    values = {"billed_parts": parts, "cost": None if cost is None else Decimal(cost)}
    office.database.write(lambda connection: connection.execute(update(delivery).values(values)))
    deliveries.show(office.history.page()[0])
    tooltip = shown_by_qt(str(cell(deliveries, 0, "why", Qt.ItemDataRole.ToolTipRole)))
    assert tooltip.splitlines()[-1] == said


def test_a_recipient_is_shown_by_name_and_number(office: StoredOffice, deliveries: DeliveriesModel) -> None:
    office.announce(people=1, name="Amal Said")
    office.announce(people=1)
    named, nameless = reversed(office.history.page())
    deliveries.show(named)
    assert (cell(deliveries, 0, "name"), cell(deliveries, 0, "number")) == ("Amal Said", "+968 9000 0000")
    deliveries.show(nameless)
    assert (cell(deliveries, 0, "name"), cell(deliveries, 0, "number")) == ("", "+968 9000 0000")


def test_states_stand_out_on_a_dark_background(
    dark: QPalette, office: StoredOffice, deliveries: DeliveriesModel
) -> None:
    office.submit(office.announce(), REJECTED)
    deliveries.show(office.history.page()[0])
    shade = cell(deliveries, 0, "state", Qt.ItemDataRole.ForegroundRole)
    assert shade == QColor(Meaning.BAD.value[1])


def states_of(model: DeliveriesModel) -> list[str]:
    return [str(cell(model, row, "state")).split()[-1] for row in range(model.rowCount())]


def test_the_unknown_come_first_then_the_failed_then_the_others_in_their_order(
    office: StoredOffice, deliveries: DeliveriesModel
) -> None:
    sent = office.announce(people=7)
    for verdict in (ACCEPTED, REJECTED, UNKNOWN, ACCEPTED, UNKNOWN, REJECTED):
        office.submit(sent, verdict)
    deliveries.show(office.history.page()[0])
    assert states_of(deliveries) == ["unknown"] * 2 + ["rejected"] * 2 + ["accepted"] * 2 + ["waiting"]
    ids = [deliveries.id_at(row) for row in range(7)]
    assert [ids[:2], ids[2:4], ids[4:]] == [sorted(ids[:2]), sorted(ids[2:4]), sorted(ids[4:])]


def test_only_what_is_asked_for_is_shown(office: StoredOffice, deliveries: DeliveriesModel) -> None:
    sent = office.announce(people=500)
    office.submit(sent, REJECTED, 300)
    deliveries.show(office.history.page()[0], FAILED)
    fetch_all(deliveries)
    assert (deliveries.rowCount(), set(states_of(deliveries))) == (300, {"rejected"})


def test_what_moves_between_two_pages_is_neither_lost_nor_shown_twice(
    office: StoredOffice, deliveries: DeliveriesModel
) -> None:
    sent = office.announce(people=600)
    office.submit(sent, UNKNOWN, 10)
    deliveries.show(office.history.page()[0])
    office.submit(sent, REJECTED, 500)  # those who were still to come
    Unknowns(office.database).arrived([deliveries.id_at(0)]).result()
    fetch_all(deliveries)
    assert deliveries.rowCount() == len({deliveries.id_at(row) for row in range(600)}) == 600


def test_the_table_tells_when_a_row_would_stand_elsewhere_by_now(
    office: StoredOffice, deliveries: DeliveriesModel
) -> None:
    sent = office.announce(people=3)
    deliveries.show(office.history.page()[0])
    assert deliveries.refresh(office.submit(sent, ACCEPTED)) is False
    assert deliveries.refresh(office.submit(sent, REJECTED)) is True
    assert states_of(deliveries) == ["accepted", "rejected", "waiting"]


def test_a_row_tells_since_when_it_stands_there(office: StoredOffice, deliveries: DeliveriesModel) -> None:
    office.submit(office.announce(people=2), ACCEPTED)
    deliveries.show(office.history.page()[0])
    assert [cell(deliveries, row, "time") for row in (0, 1)] == [clock(office, 0), ""]
