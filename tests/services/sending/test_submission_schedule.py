"""Messages for later: on the gateway's clock, and never at a time that the user did not choose."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest

from smsdesk.domain.announcement import Announcement, Recipient
from smsdesk.domain.draft import Draft
from smsdesk.domain.errors import UserFacingError
from smsdesk.domain.sentence import Sentence
from smsdesk.services.sending.queue.progress import QueueState
from smsdesk.services.sending.send_request import SendRequest
from smsdesk.store.sending.outbox import Outbox
from tests.helpers.patience import PATIENCE_S

if TYPE_CHECKING:
    from collections.abc import Sequence

    from smsdesk.accounts.account import Account
    from smsdesk.domain.outcome import Verdict
    from smsdesk.store.sending.claims import Claim
    from tests.helpers.office import Profile, RunningOffice

PEOPLE = (Recipient("+96890000011"), Recipient("+96890000012"))


@pytest.mark.parametrize("gateway", ["ismart-rest", "ismart-http"])
def test_a_chosen_time_travels_on_the_gateways_clock(office: RunningOffice, gateway: str) -> None:
    account = office.account(gateway)
    later = datetime.now(UTC).replace(microsecond=0) + timedelta(hours=5)
    office.sender.send(
        SendRequest(account, Announcement(account.id, "Hi", account.sender, 1, PEOPLE, send_at=later))
    ).result(PATIENCE_S)
    office.at_rest(account)
    assert office.states() == ["accepted"] * 2
    wanted = later.astimezone(ZoneInfo("Asia/Muscat")).strftime("%m/%d/%Y %H:%M:%S")
    assert {copy.scheduled for copy in office.sandbox.ledger.accepted} == {wanted}


def test_a_time_that_has_passed_cancels_and_says_so_and_the_others_go_on(profile: Profile) -> None:
    office = profile.open_office(starts=False)
    account = office.account("ismart-rest", batch_size=1)
    office.confirm(account, _late(account))
    office.confirm(account, Announcement(account.id, "Now", "", 1, PEOPLE))
    office.start()
    progress = office.at_rest(account)
    assert progress.reason is not None
    assert "has passed" in str(progress.reason.what)
    assert office.states() == ["cancelled"] * 2 + ["queued"] * 2
    assert office.peek("SELECT DISTINCT error_code FROM delivery WHERE state = 'cancelled'") == ["too-late"]

    office.sender.resume(account)
    assert office.at_rest(account).state is QueueState.IDLE
    assert office.states() == ["cancelled"] * 2 + ["accepted"] * 2
    assert {copy.text for copy in office.sandbox.ledger.accepted} == {"Now"}
    assert office.failures() == []


def test_where_nothing_else_is_left_a_time_that_has_passed_is_told_and_nothing_waits_for_continue(
    office: RunningOffice, profile: Profile
) -> None:
    account = office.account("ismart-rest", batch_size=1)
    office.confirm(account, _late(account))
    office.until(office.failures)
    progress = office.at_rest(account)
    assert (progress.state, progress.reason, progress.total) == (QueueState.IDLE, None, 0)
    (told,) = office.failures()
    assert isinstance(told, UserFacingError)
    assert "has passed" in str(told.what)
    assert office.states() == ["cancelled"] * 2
    assert office.peek("SELECT DISTINCT error_code FROM delivery") == ["too-late"]

    office.confirm(account, Announcement(account.id, "Now", "", 1, PEOPLE))
    assert office.at_rest(account).state is QueueState.IDLE
    assert office.states() == ["cancelled"] * 2 + ["accepted"] * 2
    again = profile.open_again(office, starts=True)
    assert again.at_rest(account).reason is None


def _late(account: Account) -> Announcement:
    past = datetime.now(UTC) - timedelta(minutes=1)
    return Announcement(account.id, "Late", "", 1, PEOPLE, send_at=past)


def test_stop_writes_an_answer_that_the_disk_would_not_take(
    office: RunningOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    account = office.account("ismart-rest", batch_size=1)
    record = Outbox.record
    full = [UserFacingError(Sentence("test", "The disk is full."))]

    def once_full(
        outbox: Outbox, claim: Claim, verdicts: Sequence[Verdict], check_at: datetime | None = None, **options: bool
    ) -> None:
        if full:
            raise full.pop()
        record(outbox, claim, verdicts, check_at, **options)

    monkeypatch.setattr(Outbox, "record", once_full)
    office.confirm(account, Announcement(account.id, "Hi", "", 1, PEOPLE))
    office.at_rest(account)
    assert office.states() == ["submitting", "queued"]

    office.sender.stop(account).result(PATIENCE_S)
    office.until(lambda: office.states() == ["accepted", "cancelled"])
    assert office.accepted(account) == ["+96890000011"]


def test_the_draft_is_gone_in_the_same_moment_as_the_announcement_is_in_the_outbox(office: RunningOffice) -> None:
    account = office.account("ismart-rest")
    drafts = office.drafts
    drafts.save(Draft(account.id, text="Hi", people=(("90000011", ""), ("123", "Bad")))).result(PATIENCE_S)
    left = Draft(account.id, people=(("123", "Bad"),))
    office.outbox.add(Announcement(account.id, "Hi", "", 1, PEOPLE, draft_left=left)).result(PATIENCE_S)
    assert drafts.load() == left

    no_account = Announcement("nobody", "Hi", "", 1, PEOPLE, draft_left=Draft())
    with pytest.raises(Exception, match="FOREIGN KEY"):
        office.outbox.add(no_account).result(PATIENCE_S)
    assert drafts.load() == left
