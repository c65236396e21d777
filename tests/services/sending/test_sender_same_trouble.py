"""The same trouble again and again: it is told once, and the rest of the list is not spent on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from smsdesk.services.sending.queue.progress import QueueState
from tests.helpers.patience import PATIENCE_S

if TYPE_CHECKING:
    from tests.helpers.held_gateway import HeldGateway, HeldGateways
    from tests.helpers.office import RunningOffice

TAKEN, UNCLEAR = "Success:message tracking number:1", "a gateway's stray words"
REFUSED_FOR_ALL = [
    ("smsoffice", "Error: Invalid [from] parameter"),
    ("inviosmart", "Error: 1021 - Sender not allowed"),
    ("ismart-rest", '{"Code": 10, "Message": "Header not allowed"}'),
    ("ismart-rest", '{"Code": 15, "Message": "Message not allowed"}'),
]


def answered(gateway: HeldGateway, *answers: str) -> None:
    """Let each of so many submissions have its answer."""
    for answer in answers:
        gateway.next_request()
        gateway.answer = answer
        gateway.answer_now()


@pytest.mark.parametrize(("provider", "refusal"), REFUSED_FOR_ALL)
def test_a_refusal_that_holds_for_everybody_stops_after_two_requests(
    office: RunningOffice, held_gateways: HeldGateways, provider: str, refusal: str
) -> None:
    gateway = held_gateways.start(refusal)
    gateway.answer_now(100)
    account = office.account(provider, address=gateway.address, batch_size=1)
    office.send(account, 40)
    stopped = office.at_rest(account)
    assert (len(gateway.targets), office.states()) == (2, ["rejected"] * 2 + ["queued"] * 38)
    assert stopped.state is QueueState.STOPPED
    assert "would be refused for the same reason" in str(stopped.reason)

    office.sender.resume(account)  # all the same
    office.until(lambda: len(gateway.targets) == 4)
    assert office.at_rest(account).state is QueueState.STOPPED
    assert office.sender.stop(account).result(PATIENCE_S).cancelled == {1: 36}


def test_a_refused_number_between_others_stops_nobody(office: RunningOffice, held_gateways: HeldGateways) -> None:
    gateway = held_gateways.start("Error: Invalid [to] parameter")
    gateway.answer_now(100)
    account = office.account(address=gateway.address)
    office.send(account, 6)
    assert office.at_rest(account).state is QueueState.IDLE
    assert office.states() == ["rejected"] * 6


def test_what_is_accepted_in_between_shows_that_it_does_not_hold_for_everybody(
    office: RunningOffice, held_gateways: HeldGateways
) -> None:
    gateway = held_gateways.start()
    account = office.account(address=gateway.address)
    office.send(account, 5)
    refused = "Error: Invalid [message] parameter"
    answered(gateway, refused, TAKEN, refused, TAKEN, TAKEN)
    done = office.at_rest(account)
    assert (done.state, done.rejected, done.unknown, done.taken) == (QueueState.IDLE, 2, 0, 3)


def test_a_gateway_that_loses_every_second_answer_is_not_asked_to_the_end_of_the_list(
    office: RunningOffice, held_gateways: HeldGateways
) -> None:
    gateway = held_gateways.start()
    account = office.account(address=gateway.address)
    office.send(account, 20)
    answered(gateway, *(TAKEN, UNCLEAR) * 3)
    stopped = office.at_rest(account)
    assert stopped.state is QueueState.STOPPED
    assert office.states() == ["accepted", "unknown"] * 3 + ["queued"] * 14
    assert "Look at the messages marked unknown" in str(stopped.reason)
    assert (stopped.taken, stopped.unknown) == (3, 3)

    gateway.answer = TAKEN
    gateway.answer_now(100)
    office.sender.resume(account)
    assert office.at_rest(account).state is QueueState.IDLE


def test_answers_that_are_lost_in_several_announcements_count_together(
    office: RunningOffice, held_gateways: HeldGateways
) -> None:
    gateway = held_gateways.start()
    account = office.account(address=gateway.address)
    for number, answers in enumerate(((UNCLEAR, TAKEN), (UNCLEAR, TAKEN), (UNCLEAR,))):
        office.send(account, 2, first=2 * number)
        answered(gateway, *answers)
        office.at_rest(account)
    assert office.sender.progress(account.id).state is QueueState.STOPPED
    assert office.states() == ["unknown", "accepted"] * 2 + ["unknown", "queued"]
