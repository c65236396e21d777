from __future__ import annotations

import threading
from dataclasses import replace
from typing import TYPE_CHECKING

from smsdesk.sandbox.faults import Fault
from smsdesk.services.lanes import Lanes, Urgency
from smsdesk.services.sending.queue.progress import QueueState
from tests.helpers.patience import PATIENCE_S

if TYPE_CHECKING:
    from tests.helpers.held_gateway import HeldGateways
    from tests.helpers.office import RunningOffice


def test_accounts_that_share_a_login_share_one_lane_and_one_connection(office: RunningOffice) -> None:
    desk = office.account()
    back = office.account()
    for account in (desk, back):
        office.send(account, 20, f"from {account.id}")
        office.poller.ask(account, by_hand=True)
    for account in (desk, back):
        assert office.at_rest(account).state is QueueState.IDLE
    assert office.lanes.of(desk.login) is office.lanes.of(back.login)
    assert office.sandbox.ledger.max_concurrent("smsoffice", "office") == 1
    assert office.states() == ["accepted"] * 40


def test_one_login_in_two_spellings_is_one_connection_and_one_try_of_its_password(office: RunningOffice) -> None:
    desk, back = office.account(user="office"), office.account(user="Office", password="wrong password")
    assert office.lanes.of(desk.login) is office.lanes.of(back.login)
    upper = replace(desk, address=desk.address.replace("http://", "HTTP://"))
    assert office.lanes.of(upper.login) is office.lanes.of(desk.login)
    office.ask_balance(replace(back, user_name="Office"), by_hand=False)
    assert office.poller.ask(desk, by_hand=False) is None  # it may be the same one
    office.ask_balance(desk)
    assert office.poller.ask(desk, by_hand=False) is not None
    assert office.poller.ask(back, by_hand=False) is None


def test_another_spelling_of_the_user_name_is_a_change_of_the_login(office: RunningOffice) -> None:
    account = office.account(user="office", password="wrong password")
    office.ask_balance(account, by_hand=False)
    office.save(replace(account, user_name="Office"))
    office.until(lambda: office.accounts.refused() == [])


def test_accounts_that_share_a_login_take_turns(office: RunningOffice, held_gateways: HeldGateways) -> None:
    gateway = held_gateways.start()
    desk = office.account(address=gateway.address)
    back = office.account(address=gateway.address)
    office.send(desk, 2, "desk")
    gateway.next_request()
    office.send(back, 2, "back")
    office.until(lambda: office.sender.progress(back.id).state is QueueState.SENDING)
    gateway.answer_now(10)
    for account in (desk, back):
        office.at_rest(account)
    order = [target.rpartition("message=")[2] for target in gateway.targets if "message=" in target]
    assert order == ["desk", "back", "desk", "back"]


def test_an_account_whose_gateway_hangs_holds_up_no_other(office: RunningOffice, held_gateways: HeldGateways) -> None:
    gateway = held_gateways.start()
    hanging = office.account(user="hangs", address=gateway.address)
    other = office.account(user="goes")
    office.send(hanging, 2)
    gateway.next_request()
    office.send(other, 5)
    assert office.at_rest(other).state is QueueState.IDLE
    assert len(office.accepted(other)) == 5
    assert office.sender.progress(hanging.id).done == 0
    gateway.answer_now(2)
    office.at_rest(hanging)


def test_a_connection_that_broke_is_replaced_not_doubled(office: RunningOffice) -> None:
    account = office.account()
    office.sandbox.faults.then(Fault.RESET_AFTER_ACCEPTING)
    office.send(account, 5)
    office.at_rest(account)
    assert office.sandbox.ledger.max_concurrent("smsoffice", "office") == 1


def test_another_address_or_user_is_another_login(office: RunningOffice) -> None:
    account = office.account()
    lane = office.lanes.of(account.login)
    assert office.lanes.of(replace(account, id="other", name="Other", senders=("X",)).login) is lane
    assert office.lanes.of(replace(account, user_name="else").login) is not lane
    assert office.lanes.of(replace(account, address="http://127.0.0.1:1").login) is not lane


def test_sending_goes_before_asking(office: RunningOffice) -> None:
    lane = office.lanes.of(office.account().login)
    done: list[str] = []
    started, release = threading.Event(), threading.Event()
    lane.do(lambda _http: (started.set(), release.wait(PATIENCE_S)), Urgency.SEND)
    assert started.wait(PATIENCE_S)
    jobs = [
        lane.do(lambda _http, name=name: done.append(name), urgency)
        for name, urgency in [("balance", Urgency.BALANCE), ("status", Urgency.STATUS), ("send", Urgency.SEND)]
    ]
    release.set()
    for job in jobs:
        job.result(PATIENCE_S)
    assert done == ["send", "status", "balance"]


def test_idle_lanes_close_at_once_and_a_hanging_one_is_left_behind(office: RunningOffice) -> None:
    assert Lanes().close()
    account = office.account()
    office.send(account, 1)
    office.at_rest(account)
    assert office.lanes.close(20)

    lanes, arrived, leave = Lanes(), threading.Event(), threading.Event()
    lanes.of(account.login).do(lambda _http: (arrived.set(), leave.wait(PATIENCE_S)), Urgency.SEND)
    assert arrived.wait(PATIENCE_S)
    assert not lanes.close(0)
    leave.set()
