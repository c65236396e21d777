"""The window in Arabic and in English: chosen at any time, and nothing of the work is lost by it."""

from __future__ import annotations

import json
import re
from concurrent.futures import Future
from datetime import datetime
from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QComboBox, QDialog, QLineEdit, QMenu

from smsdesk.services.events import Checked
from smsdesk.ui.text.calendars import hijri

if TYPE_CHECKING:
    from collections.abc import Callable

    from smsdesk.accounts.account import Account
    from smsdesk.demo import Demo
    from smsdesk.store.sending.outbox import Stopped
    from tests.helpers.window.operator import OpenDemo, Operator, Programs
    from tests.helpers.wire.turnstile import Turnstile

ARABIC_TEXT = "المكتب مغلق يوم الأحد"


async def speak(operator: Operator, code: str) -> None:
    """Choose a language in the menu, and wait until the window speaks it."""
    before = operator.window
    menu = next(each for each in operator.window.findChildren(QMenu) if each.title().replace("&", "") in OF_VIEW)
    action = next(each for each in menu.actions() if each.objectName() == f"language{code.title() or 'System'}Action")
    action.trigger()
    await operator.until(lambda: operator.window is not before and operator.window.isActiveWindow())


OF_VIEW = ("Language", "اللغة")


async def test_arabic_is_there_at_once_and_what_was_written_stays(operator: Operator) -> None:
    operator.write(ARABIC_TEXT)
    operator.add("Amal +968 9000 0012\nSaid +968 9000 0013")
    await operator.until(lambda: len(operator.rows("recipientsTable")) == 2)
    operator.paste_box.setPlainText("Huda")
    await speak(operator, "ar")
    assert operator.window.layoutDirection() is Qt.LayoutDirection.RightToLeft
    assert operator.message.toPlainText() == ARABIC_TEXT
    assert [row[0] for row in operator.rows("recipientsTable")] == ["Amal", "Said"]
    assert operator.paste_box.toPlainText() == "Huda"
    assert operator.find(QAbstractButton, "addRecipientsButton").text().replace("&", "") == "إضافة"


async def test_each_menu_and_each_entry_has_a_letter_of_its_own_in_arabic(operator: Operator) -> None:
    await speak(operator, "ar")
    bar = operator.window.menuBar()
    menus = [menu for action in bar.actions() if isinstance(menu := action.menu(), QMenu)]
    for menu in (bar, *menus):
        texts = [action.text() for action in menu.actions() if not action.isSeparator()]
        letters = [found[1] for text in texts if (found := re.search(r"&(\w)", text))]
        assert len(set(letters)) == len(texts), texts


async def test_english_comes_back_the_same_way(operator: Operator) -> None:
    operator.write(ARABIC_TEXT)
    await speak(operator, "ar")
    await speak(operator, "en")
    assert operator.window.layoutDirection() is Qt.LayoutDirection.LeftToRight
    assert operator.message.toPlainText() == ARABIC_TEXT
    assert operator.find(QAbstractButton, "addRecipientsButton").text().replace("&", "") == "Add"


async def test_the_language_is_remembered(operator: Operator, open_demo: OpenDemo) -> None:
    await speak(operator, "ar")
    await operator.leave()
    kept = json.loads((operator.program.database.path.parent / "settings.json").read_text(encoding="utf-8"))
    assert kept["language"] == "ar"
    again = open_demo()
    await again.ready()
    assert again.window.layoutDirection() is Qt.LayoutDirection.RightToLeft


async def test_what_is_sent_reaches_the_gateway_and_the_new_window(operator: Operator, demo: Demo) -> None:
    await speak(operator, "ar")
    operator.write(ARABIC_TEXT)
    operator.add("+968 9000 0012")
    operator.send()
    await operator.until(lambda: operator.states() == ["accepted"])
    await operator.until(lambda: any("مقبولة" in cell for row in operator.rows("historyTable") for cell in row))
    assert [each.text for each in demo.sandbox.ledger.accepted] == [ARABIC_TEXT]


async def test_a_countdown_goes_on_in_the_other_language_and_can_be_undone(operator: Operator) -> None:
    operator.program.settings.undo_seconds = 60
    operator.write(ARABIC_TEXT)
    operator.add("+968 9000 0012")
    operator.send()
    await operator.counts_down()
    assert operator.states() == ["queued"]
    await speak(operator, "ar")
    await operator.counts_down()
    assert operator.message.toPlainText() == ARABIC_TEXT
    assert operator.message.isReadOnly()
    operator.press("undoSendButton")
    await operator.until(lambda: operator.states() == ["cancelled"] and not operator.message.isReadOnly())
    assert operator.message.toPlainText() == ARABIC_TEXT
    assert len(operator.rows("recipientsTable")) == 1


async def test_a_halt_is_told_in_the_other_language(operator: Operator, new_password: Callable[[], str]) -> None:
    new_password()
    operator.write(ARABIC_TEXT)
    operator.add("+968 9000 0012")
    operator.send()
    await operator.halted()
    await speak(operator, "ar")
    await operator.until(lambda: operator.sees("continueButton"))
    assert any("كلمة المرور" in text for text in operator.shown_texts())


async def test_notices_stay(operator: Operator) -> None:
    operator.window.notice.add("Something that nobody has read yet")
    await speak(operator, "ar")
    assert "Something that nobody has read yet" in operator.label("noticeText")


@pytest.mark.parametrize("digits", [False, True])
async def test_numbers_are_in_one_kind_of_digits(operator: Operator, digits: bool) -> None:
    operator.program.settings.arabic_digits = digits
    await speak(operator, "ar")
    assert (QLocale().zeroDigit() == "0") is not digits
    operator.write("سلام" * 30)
    shown = operator.label("segmentSummary")
    assert any(each in shown for each in ("120", "١٢٠"))
    assert not ("120" in shown and "٢" in shown)


def of_settings(operator: Operator) -> QDialog:
    operator.trigger("&Settings…")
    (dialog,) = (each for each in operator.window.findChildren(QDialog) if each.isVisible())
    return dialog


async def save(operator: Operator) -> None:
    """Save the settings, and wait for the window that follows them."""
    before = operator.window
    operator.press("saveSettingsButton")
    await operator.until(lambda: operator.window is not before and operator.window.isActiveWindow())


async def test_arabic_digits_are_chosen_in_the_settings_and_there_at_once(operator: Operator) -> None:
    await speak(operator, "ar")
    operator.write("سلام" * 30)
    operator.add("أمل ٩٠٠٠٠٠١٢")
    await operator.until(lambda: len(operator.rows("recipientsTable")) == 1)
    of_settings(operator).findChildren(QComboBox, "digitsCombo")[0].setCurrentIndex(1)
    await save(operator)
    assert operator.message.toPlainText() == "سلام" * 30
    assert "١٢٠/١٣٤" in operator.label("segmentSummary")
    assert operator.rows("recipientsTable")[0][1] == "+968 9000 0012"  # as it is dialled


async def test_the_hijri_day_stands_in_the_history_as_soon_as_it_is_wanted(operator: Operator) -> None:
    operator.write(ARABIC_TEXT)
    operator.add("90000012")
    operator.send()
    await operator.until(lambda: operator.states() == ["accepted"])
    await operator.at_rest()
    assert not any("AH" in cell for cell in operator.rows("historyTable")[0])
    of_settings(operator).findChildren(QCheckBox, "hijriBox")[0].click()
    await save(operator)
    assert hijri(datetime.now().astimezone()) in operator.rows("historyTable")[0]
    of_settings(operator)
    before = operator.window
    operator.press("saveSettingsButton")  # nothing was changed: the window stays
    await operator.at_rest()
    assert operator.window is before


@pytest.mark.parametrize("typed", ["90000012", "٩٠٠٠٠٠١٢"])
async def test_a_number_is_found_in_the_history_however_it_is_typed(operator: Operator, typed: str) -> None:
    operator.write(ARABIC_TEXT)
    operator.add("Amal 90000012")
    operator.send()
    await operator.until(lambda: operator.states() == ["accepted"])
    await operator.until(lambda: operator.find(QAbstractButton, "addRecipientsButton").isEnabled())
    operator.write("Another")
    operator.add("Said 90000013")
    await operator.until(lambda: operator.rows("recipientsTable"))
    operator.send()
    await operator.until(lambda: len(operator.rows("historyTable")) == 2)
    await operator.at_rest()
    operator.paste(typed, operator.find(QLineEdit, "historySearch"))
    await operator.until(lambda: [row[1] for row in operator.rows("historyTable")] == [ARABIC_TEXT])


MANY = "\n".join(f"+44 7700 900{number:03}" for number in range(900))


async def long_list(operator: Operator) -> None:
    operator.write(ARABIC_TEXT)
    operator.add(MANY)
    await operator.until(lambda: operator.window.recipients.ready == 900)


async def test_people_who_are_being_read_come_before_the_other_language(operator: Operator) -> None:
    operator.paste(MANY, operator.paste_box)
    assert operator.window.recipients.reading.busy
    await speak(operator, "ar")
    await operator.until(lambda: operator.window.recipients.ready == 900)


async def test_who_was_sent_to_is_gone_though_the_new_window_still_reads_the_list(operator: Operator) -> None:
    operator.program.settings.undo_seconds = 3600
    await long_list(operator)
    operator.press("sendButton")
    await operator.until(lambda: operator.sees("confirmSendButton"))
    operator.press("confirmSendButton")
    await operator.counts_down()
    assert len(operator.states()) == 900
    await speak(operator, "ar")
    operator.program.desks.current.controller._held.release()  # as when the countdown is over
    await operator.until(lambda: not operator.window.recipients.reading.busy)
    assert operator.message.toPlainText() == ""
    assert operator.rows("recipientsTable") == []


async def test_what_was_found_out_just_before_is_heard_by_the_new_window(operator: Operator) -> None:
    operator.program.checked = False
    operator.program.publish(Checked())
    await speak(operator, "ar")
    await operator.until(lambda: operator.program.checked)


async def test_a_stop_under_way_is_told_in_the_other_language(
    programs: Programs, turnstile: Turnstile, monkeypatch: pytest.MonkeyPatch
) -> None:
    operator = programs.open(turnstile.demo.folder, turnstile.demo.vault)
    operator.write(ARABIC_TEXT)
    operator.add("\n".join(f"900000{number}" for number in range(10, 20)))
    operator.send()
    await operator.until(turnstile.is_closed)
    sender = operator.program.office.sender
    stop, known = sender.stop, cast("Future[Stopped]", Future())

    def slow_disk(account: Account) -> Future[Stopped]:
        stop(account).add_done_callback(lambda done: stopped.append(done.result()))
        return known

    stopped: list[Stopped] = []
    monkeypatch.setattr(sender, "stop", slow_disk)
    await operator.until(lambda: operator.sees("stopButton"))
    operator.press("stopButton")
    operator.program.desks.speak("ar")
    assert operator.window.layoutDirection() is Qt.LayoutDirection.LeftToRight
    await operator.until(lambda: stopped)
    known.set_result(stopped[0])
    turnstile.open()
    await operator.until(lambda: operator.window.layoutDirection() is Qt.LayoutDirection.RightToLeft)
    await operator.until(lambda: "7" in operator.label("sendTitle") and "أُلغي" in operator.label("sendTitle"))


async def test_of_two_choices_while_something_is_written_down_the_last_one_counts(operator: Operator) -> None:
    desks = operator.program.desks
    told: Future[bool] = Future()
    await long_list(operator)
    operator.window.recipients.fetch_people(lambda: told.result() and [])
    before = operator.window
    desks.speak("ar")
    desks.speak("en")
    told.set_result(True)
    await operator.until(lambda: not operator.window.recipients.reading.busy and not desks._again.isActive())
    assert operator.window is before


def test_before_the_event_loop_runs_no_other_window_is_made(open_demo: OpenDemo) -> None:
    operator = open_demo()
    before = operator.window
    operator.program.desks.speak("ar")
    assert operator.window is before
    operator.program.close()
    assert operator.program.settings.language == ""
