"""Another account reads the list otherwise: that is asked, and nothing is asked where it doesn't."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QComboBox, QPushButton

from smsdesk.demo import DATABASE
from smsdesk.store.accounts import AccountStore
from smsdesk.store.database import Database
from smsdesk.ui.controllers.account import account_change

if TYPE_CHECKING:
    from smsdesk.demo import Demo
    from tests.helpers.window.operator import OpenDemo, Operator

OMANI, AFRICAN = "SMS Office — Demo", "iSmart (REST) — Demo"
LIST = "Amal 90000012\nSaid +968 9000 0013"


@pytest.fixture
def two_countries(demo: Demo, open_demo: OpenDemo) -> Operator:
    """Somebody at a window with an account in Oman, which is chosen, and one in South Africa."""
    database = Database(demo.folder / DATABASE)
    accounts = AccountStore(database)
    for account in accounts.all():
        accounts.save(replace(account, country="ZA" if account.provider == "ismart-rest" else "OM")).result()
    database.close()
    return open_demo()


def pick(operator: Operator, title: str) -> None:
    """Choose an account; whether it is taken is another matter."""
    combo = operator.find(QComboBox, "accountCombo")
    combo.setCurrentIndex(combo.findText(title))


def account(operator: Operator) -> str:
    return operator.find(QComboBox, "accountCombo").currentText()


def in_use(operator: Operator) -> str:
    chosen = operator.program.desks.current.controller.account
    assert chosen is not None
    return chosen.country


def numbers(operator: Operator) -> list[str | None]:
    return [row.number for row in operator.window.recipients.model.recipients]


@pytest.fixture(params=[1000, 0])
def where(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    """Whether it is worked out at once, or elsewhere than on the window's thread."""
    monkeypatch.setattr(account_change, "_AT_ONCE", request.param)
    return int(request.param)


@pytest.mark.usefixtures("where")
async def test_the_list_is_read_anew_when_the_user_says_so(two_countries: Operator) -> None:
    operator = two_countries
    operator.add(LIST)
    pick(operator, AFRICAN)
    await operator.until(lambda: operator.sees("readAnewButton"))
    assert (account(operator), in_use(operator)) == (OMANI, "OM")  # nothing is changed before the answer
    assert operator.label("rereadingTitle") == "Read as South Africa: 1 row changes"
    operator.press("readAnewButton")
    await operator.until(lambda: in_use(operator) == "ZA")
    assert account(operator) == AFRICAN
    await operator.until(lambda: numbers(operator) == [None, "+96890000013"])


@pytest.mark.usefixtures("where")
async def test_numbers_that_are_kept_carry_their_country_code(two_countries: Operator) -> None:
    operator = two_countries
    operator.add(LIST)
    before = numbers(operator)
    pick(operator, AFRICAN)
    await operator.until(lambda: operator.sees("keepNumbersButton"))
    operator.press("keepNumbersButton")
    await operator.until(lambda: in_use(operator) == "ZA")
    assert account(operator) == AFRICAN
    assert numbers(operator) == before
    assert [row.typed for row in operator.window.recipients.rows()] == ["+96890000012", "+968 9000 0013"]
    pick(operator, OMANI)  # and from now on nothing is left to ask
    await operator.until(lambda: in_use(operator) == "OM")
    assert not operator.sees("readAnewButton")


@pytest.mark.usefixtures("where")
async def test_the_user_may_stay_with_the_account(two_countries: Operator) -> None:
    operator = two_countries
    operator.add(LIST)
    before = numbers(operator)
    pick(operator, AFRICAN)
    await operator.until(lambda: operator.sees("stayButton"))
    operator.press("stayButton")
    assert (account(operator), in_use(operator)) == (OMANI, "OM")
    assert numbers(operator) == before


@pytest.mark.usefixtures("where")
async def test_nothing_is_asked_where_nothing_changes(two_countries: Operator) -> None:
    operator = two_countries
    pick(operator, AFRICAN)
    assert in_use(operator) == "ZA"
    operator.add("Said +968 9000 0013")
    pick(operator, OMANI)
    await operator.until(lambda: in_use(operator) == "OM")
    assert account(operator) == OMANI
    assert not operator.sees("readAnewButton")


async def test_a_draft_comes_back_without_a_question(two_countries: Operator, open_demo: OpenDemo) -> None:
    operator = two_countries
    pick(operator, AFRICAN)
    operator.add("Amal 90000012\nSaid +968 9000 0013")
    before = numbers(operator)
    await operator.leave()
    again = open_demo()
    await again.ready()
    assert (account(again), in_use(again)) == (AFRICAN, "ZA")
    assert numbers(again) == before
    assert not again.sees("readAnewButton")


async def test_a_list_whose_account_is_gone_is_read_without_a_question_and_that_is_told(
    two_countries: Operator,
) -> None:
    operator = two_countries
    operator.add(LIST)
    await asyncio.wrap_future(operator.program.office.book.delete(operator.account().id))
    operator.program.desks.current.controller.show_accounts("")
    assert (account(operator), in_use(operator)) == (AFRICAN, "ZA")
    assert not operator.sees("readAnewButton")
    assert operator.label("noticeText").startswith("The list is read for another account now")
    assert numbers(operator) == [None, "+96890000013"]


async def test_an_account_whose_country_was_changed_asks_too_and_has_no_way_back(two_countries: Operator) -> None:
    operator = two_countries
    operator.add(LIST)
    before = numbers(operator)
    changed = replace(operator.account(), country="ZA")
    await asyncio.wrap_future(operator.program.office.book.save(changed, None))
    operator.program.desks.current.controller.show_accounts(changed.id)
    assert operator.sees("readAnewButton")
    assert not operator.sees("stayButton")
    operator.press("keepNumbersButton")
    assert in_use(operator) == "ZA"
    assert numbers(operator) == before


async def test_numbers_that_the_gateway_refuses_are_told_in_their_rows_and_before_sending(operator: Operator) -> None:
    operator.write("Closed on Sunday")
    operator.add("Amal +968 9000 0012\nThandi +27 83 000 0012")
    pick(operator, AFRICAN)
    assert not operator.sees("readAnewButton")  # nothing is read otherwise
    told = operator.rows("recipientsTable")[1][2]
    assert told.startswith("! iSmart (REST) ")
    operator.press("sendButton")
    assert operator.label("audienceHeading") == "To 1 person"
    assert operator.label("leftOutText") == "1 row that needs attention"
    operator.press("showLeftOutButton")
    ((name, _, said),) = operator.rows("shownPeopleTable")
    assert (name, f"! {said}") == ("Thandi", told)
    operator.press("closePeopleButton")
    operator.press("cancelSendButton")


async def test_use_again_asks_nothing_since_it_brings_its_own_list(two_countries: Operator) -> None:
    operator = two_countries
    operator.write("Closed on Sunday")
    operator.add("Amal 90000012")
    operator.send()
    await operator.until(lambda: operator.states() == ["accepted"])
    await operator.until(lambda: operator.rows("recipientsTable") == [])
    pick(operator, AFRICAN)
    operator.add("Said 90000013")
    assert numbers(operator) == [None]
    operator.click_cell("historyTable", 0, 0)
    await operator.until(lambda: operator.find(QPushButton, "useAgainButton").isEnabled())
    operator.press("useAgainButton")
    await operator.until(lambda: numbers(operator) == ["+96890000012"])
    assert (account(operator), in_use(operator)) == (OMANI, "OM")
    assert not operator.sees("readAnewButton")
