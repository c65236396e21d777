"""Dangerous changes of `store`: the disk and the gateway no longer tell the same story."""

from __future__ import annotations

from typing import Final

from tests.mutations.mutation import Mutation

_CLAIMS: Final = "store/sending/claims.py"
_OUTBOX: Final = "store/sending/outbox.py"
_RECOVERY: Final = "store/sending/recovery.py"
_REPORTS: Final = "store/history/delivery_reports.py"
_TESTS: Final = "tests/store"

OF_THE_STORE: Final = (
    Mutation(
        "what is unknown is claimed again",
        _CLAIMS,
        "delivery.c.state == DeliveryState.QUEUED)\n    .order_by",
        "delivery.c.state != DeliveryState.SUBMITTING)\n    .order_by",
        (f"{_TESTS}/sending/test_outbox.py",),
    ),
    Mutation(
        "what is unknown goes back to the queue",
        _CLAIMS,
        "back = verdict.refuses_all or verdict.outcome is Outcome.NOT_SENT",
        "back = verdict.outcome in (Outcome.NOT_SENT, Outcome.UNKNOWN) or verdict.refuses_all",
        (f"{_TESTS}/sending/test_outbox.py",),
    ),
    Mutation(
        "an answer moves what is no longer on its way",
        _CLAIMS,
        '.where(delivery.c.id == bindparam("delivery"), delivery.c.state == DeliveryState.SUBMITTING)',
        '.where(delivery.c.id == bindparam("delivery"))',
        (f"{_TESTS}/sending/test_outbox.py",),
    ),
    Mutation(
        "a claim takes what is in another state",
        _CLAIMS,
        "        or_(*(delivery.c.state == state for state in sources(DeliveryState.SUBMITTING))),\n",
        "",
        (f"{_TESTS}/sending/test_claims.py",),
    ),
    Mutation(
        "everybody in a submission gets the first one's text",
        _CLAIMS,
        "list(takewhile(lambda row: row[2] == text, rows))",
        "rows",
        (f"{_TESTS}/sending/test_claims.py",),
    ),
    Mutation(
        "one by one goes as a batch",
        _CLAIMS,
        "if one_by_one else",
        "if not rows else",
        (f"{_TESTS}/sending/test_outbox.py",),
    ),
    Mutation(
        "what comes back after Stop is queued again",
        _CLAIMS,
        "    if cancel_unsent:\n",
        "    if cancel_unsent and not claim:\n",
        ("tests/services/sending/queue/test_queue_runner_waiting.py",),
    ),
    Mutation(
        "an answer's stop is not on disk with it",
        _OUTBOX,
        "            if hold:\n",
        "            if hold and not claim:\n",
        (f"{_TESTS}/sending/test_outbox_held_back.py",),
    ),
    Mutation(
        "what waits for Continue leaves without it",
        _OUTBOX,
        "                announcement.c.leaves_at.is_not(None),\n",
        "",
        (f"{_TESTS}/sending/test_outbox_held_back.py",),
    ),
    Mutation(
        "Stop cancels the queues of all accounts",
        _OUTBOX,
        "select(announcement.c.id).where(announcement.c.account_id == account_id)",
        "select(announcement.c.id)",
        (f"{_TESTS}/sending/test_outbox_held_back.py",),
    ),
    Mutation(
        "Continue releases what it was told to leave",
        _OUTBOX,
        "                announcement.c.leaves_at.is_(None),\n                announcement.c.id.not_in(without),\n",
        "                announcement.c.leaves_at.is_(None),\n",
        ("tests/services/sending/test_sender_crossed_wishes.py",),
    ),
    Mutation(
        "an announcement is taken for an account that was deleted",
        _OUTBOX,
        "                raise UserFacingError(_DELETED, _CHOOSE_ANOTHER)",
        "                pass",
        ("tests/services/sending/test_sender_crossed_wishes.py",),
    ),
    Mutation(
        "what was on its way when the program died is sent again",
        _RECOVERY,
        '{"state": DeliveryState.UNKNOWN, "error_code": "interrupted"',
        '{"state": DeliveryState.QUEUED, "error_code": "interrupted"',
        (f"{_TESTS}/sending/test_outbox.py",),
    ),
    Mutation(
        "an account is deleted while messages of it wait",
        "store/accounts.py",
        "            if waiting:\n",
        "            if waiting < 0:\n",
        ("tests/services/accounts/test_account_book.py", f"{_TESTS}/test_accounts.py"),
    ),
    Mutation(
        "a copy that was stopped is offered beside the one that it was sent for",
        "store/history/unknowns.py",
        "delivery.c.state == _S.CANCELLED, delivery.c.resend_of.is_(None), _NOT_TRIED)",
        "delivery.c.state == _S.CANCELLED, _NOT_TRIED)",
        (f"{_TESTS}/history/test_history.py",),
    ),
    Mutation(
        "a rejected copy of an unknown message is a second way to send it",
        "store/history/unknowns.py",
        "        delivery.c.state != _S.REJECTED,\n",
        "        delivery.c.state != _S.UNKNOWN,\n",
        (f"{_TESTS}/history/test_history.py",),
    ),
    Mutation(
        "who failed is sent to again though it was tried since",
        "store/history/unknowns.py",
        "    delivery.c.state.in_(FAILED),\n    _NOT_TRIED,\n",
        "    delivery.c.state.in_(FAILED),\n",
        (f"{_TESTS}/history/test_history.py",),
    ),
    Mutation(
        "a report that comes late moves a message back",
        _REPORTS,
        ".where(delivery.c.id == delivery_id, delivery.c.state.in_(sources(state)))",
        ".where(delivery.c.id == delivery_id)",
        (f"{_TESTS}/history/test_delivery_reports.py",),
    ),
    Mutation(
        "a report settles somebody else's message of the same id",
        _REPORTS,
        "        rows = [row for row in rows if row.number == number]\n",
        "        pass\n",
        (f"{_TESTS}/history/test_delivery_reports.py",),
    ),
    Mutation(
        "what a refused commit left open is committed with the next write",
        "store/database.py",
        "        except BaseException:\n            self._give_back()\n            raise\n",
        "        except BaseException:\n            raise\n",
        (f"{_TESTS}/test_database.py",),
    ),
    Mutation(
        "a file that was put in the data file's place takes the good backup's place",
        "store/sqlite/backups.py",
        "            still_ours()\n            put_in_place(part, path)",
        "            put_in_place(part, path)",
        ("tests/services/test_database_care.py",),
    ),
    Mutation(
        "an account that spells its login otherwise gets nobody's reports",
        "store/rows.py",
        'LoginKey.of(row["provider"], row["address"], row["user_name"])',
        '(row["provider"], row["address"], row["user_name"])',
        (f"{_TESTS}/test_logins.py",),
    ),
    Mutation(
        "a power cut forgets what was committed",
        "store/sqlite/connection.py",
        '"synchronous=FULL"',
        '"synchronous=OFF"',
        (f"{_TESTS}/sqlite/test_connection_durable.py",),
    ),
    Mutation(
        "refused logins are forgotten in what the start reads first",
        "store/sqlite/first_reading.py",
        "for row in self._rows(_ACCOUNT, _REFUSED)]",
        "for row in self._rows(_ACCOUNT, _REFUSED)][:0]",
        ("tests/services/test_refused_logins.py",),
    ),
)
